import type { AgencyKind } from './code-sets/agency-kinds.ts';
import type { Role } from './roles.ts';
import type { Sourced } from './standing.ts';

/** One thing that an agency of a kind may be asked for. Nothing that is not listed can be asked. */
export type CheckField = { readonly code: string; readonly label: string };

/** What may be asked of a kind of agency in a MASH enquiry, and the role of its people. Schools answer through education. */
export type AgencyKindRule = Sourced & {
  readonly role: Role;
  readonly sitsInMash: boolean;
  readonly fields: readonly CheckField[];
};

/** One partner agency. */
export type Agency = Sourced & { readonly id: string; readonly kind: AgencyKind; readonly title: string };

const PROPOSED = {
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Agencies of the MASH as published; what each may be asked is proposed and needs their agreement',
} as const;
const INVENTED = { since: '2020-03-30', standing: 'demonstration', source: 'Invented' } as const;

const HEALTH_FIELDS = [
  { code: 'appointments', label: 'Appointments kept and missed' },
  { code: 'emergency attendances', label: 'Visits to the emergency department' },
  { code: 'health needs', label: 'Health needs that bear on the concern' },
  { code: 'parents’ health', label: 'Parents’ health, where it affects the child' },
] as const;

/** What may be asked of each kind of agency. */
export const AGENCY_RULES: Readonly<Record<AgencyKind, AgencyKindRule>> = {
  police: {
    ...PROPOSED,
    role: 'police partner',
    sitsInMash: true,
    fields: [
      { code: 'call-outs', label: 'Call-outs to the address or the family' },
      { code: 'domestic abuse', label: 'Domestic abuse reported' },
      { code: 'offences', label: 'Offences that bear on the concern' },
      { code: 'missing', label: 'Times reported missing' },
    ],
  },
  health: { ...PROPOSED, role: 'health partner', sitsInMash: true, fields: HEALTH_FIELDS },
  'community nursing': { ...PROPOSED, role: 'health partner', sitsInMash: true, fields: HEALTH_FIELDS },
  'mental health': {
    ...PROPOSED,
    role: 'health partner',
    sitsInMash: false,
    fields: [
      { code: 'known', label: 'Whether the child is known and waiting or seen' },
      { code: 'risk', label: 'Risk to the child or from the child' },
    ],
  },
  education: {
    ...PROPOSED,
    role: 'education partner',
    sitsInMash: true,
    fields: [
      { code: 'attendance', label: 'Attendance' },
      { code: 'exclusions', label: 'Exclusions and part-time timetables' },
      { code: 'concerns', label: 'Concerns recorded by school or nursery' },
      { code: 'support', label: 'Support in place' },
    ],
  },
  school: {
    ...PROPOSED,
    role: 'designated lead',
    sitsInMash: false,
    fields: [
      { code: 'attendance', label: 'Attendance' },
      { code: 'concerns', label: 'Concerns recorded' },
      { code: 'child’s words', label: 'What the child has said' },
    ],
  },
  probation: {
    ...PROPOSED,
    role: 'probation partner',
    sitsInMash: false,
    fields: [
      { code: 'supervision', label: 'Whether somebody in the home is supervised' },
      { code: 'risk', label: 'Risk to children' },
    ],
  },
  housing: {
    ...PROPOSED,
    role: 'housing partner',
    sitsInMash: false,
    fields: [
      { code: 'tenancy', label: 'Who lives there and since when' },
      { code: 'arrears', label: 'Arrears and notice to leave' },
      { code: 'condition', label: 'Condition of the home' },
    ],
  },
  youth: {
    ...PROPOSED,
    role: 'voluntary partner',
    sitsInMash: false,
    fields: [{ code: 'known', label: 'Whether a youth worker knows the young person' }],
  },
  'adult services': {
    ...PROPOSED,
    role: 'health partner',
    sitsInMash: false,
    fields: [{ code: 'known', label: 'Whether a parent has help, and from whom' }],
  },
  'court adviser': {
    ...PROPOSED,
    role: 'probation partner',
    sitsInMash: false,
    fields: [{ code: 'proceedings', label: 'Proceedings about the child' }],
  },
  parish: {
    ...PROPOSED,
    role: 'voluntary partner',
    sitsInMash: false,
    fields: [{ code: 'known', label: 'Help given by the parish' }],
  },
  voluntary: {
    ...PROPOSED,
    role: 'voluntary partner',
    sitsInMash: false,
    fields: [
      { code: 'known', label: 'Whether the family has help, and which' },
      { code: 'concerns', label: 'Concerns recorded' },
    ],
  },
};

/** The agencies of the fictional island. Public bodies stand under their kind; every school and charity is invented. */
// biome-ignore format: a table reads as a table
export const AGENCIES: readonly Agency[] = [
  { ...INVENTED, id: 'police', kind: 'police', title: 'Police' },
  { ...INVENTED, id: 'hospital', kind: 'health', title: 'Hospital and family doctors' },
  { ...INVENTED, id: 'community-nursing', kind: 'community nursing', title: 'Community nursing and home care' },
  { ...INVENTED, id: 'child-mental-health', kind: 'mental health', title: 'Child and adolescent mental health' },
  { ...INVENTED, id: 'education', kind: 'education', title: 'Education' },
  { ...INVENTED, id: 'probation', kind: 'probation', title: 'Probation' },
  { ...INVENTED, id: 'housing', kind: 'housing', title: 'Island Homes' },
  { ...INVENTED, id: 'youth-service', kind: 'youth', title: 'Youth service' },
  { ...INVENTED, id: 'adult-services', kind: 'adult services', title: 'Adult social care' },
  { ...INVENTED, id: 'court-advisers', kind: 'court adviser', title: 'Family court advisers' },
  { ...INVENTED, id: 'harbour-families', kind: 'voluntary', title: 'Harbour Families' },
  { ...INVENTED, id: 'tideline', kind: 'voluntary', title: 'Tideline Refuge' },
  { ...INVENTED, id: 'gull-rock', kind: 'school', title: 'Gull Rock School' },
  { ...INVENTED, id: 'samphire', kind: 'school', title: 'Samphire School' },
  { ...INVENTED, id: 'kittiwake', kind: 'school', title: 'Kittiwake School' },
  { ...INVENTED, id: 'thrift-bank', kind: 'school', title: 'Thrift Bank School' },
  { ...INVENTED, id: 'sea-kale', kind: 'school', title: 'Sea Kale School' },
  { ...INVENTED, id: 'beacon', kind: 'school', title: 'Beacon College' },
  { ...INVENTED, id: 'breakwater', kind: 'school', title: 'Breakwater College' },
  { ...INVENTED, id: 'little-limpets', kind: 'school', title: 'Little Limpets Nursery' },
];
