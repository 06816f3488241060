import type { Day } from '../language/day.ts';
import type { Channel } from '../profile/code-sets/channels.ts';
import type { Person } from './families.ts';
import { learningOf } from './learning.ts';
import type { Partner } from './partners.ts';
import { PRACTICES } from './places.ts';
import type { Random } from './random.ts';

/** How somebody of a source reaches us, as what they speak, and from which agency of the island. */
type SourceOfContacts = {
  readonly channels: readonly (readonly [Channel, number])[];
  readonly roles: readonly string[];
  /** The id of the agency in the profile; `school` stands for the child's own. */
  readonly agency?: string;
  readonly named?: readonly string[];
  /** They write and ring on any day and at any hour. */
  readonly anyTime?: true;
};

const BY_FORM = [
  ['request form', 72],
  ['call', 22],
  ['letter', 6],
] as const;
const BY_CALL = [
  ['call', 48],
  ['public form', 44],
  ['in person', 8],
] as const;
const UNKNOWN = [
  ['call', 50],
  ['public form', 40],
  ['letter', 10],
] as const;

// biome-ignore format: a table reads as a table
const SOURCES: Readonly<Record<string, SourceOfContacts>> = {
  '1A': { channels: BY_CALL, roles: [], anyTime: true },
  '1B': { channels: UNKNOWN, roles: ['Neighbour', 'Friend of the family'], anyTime: true },
  '1C': { channels: [['public form', 60], ['call', 40]], roles: [], anyTime: true },
  '1D': { channels: UNKNOWN, roles: ['Passer-by'], anyTime: true },
  '2A': { channels: BY_FORM, roles: ['Designated safeguarding lead', 'Head of year', 'Class teacher'], agency: 'school' },
  '2B': { channels: BY_FORM, roles: ['Education welfare officer', 'Educational psychologist'], agency: 'education' },
  '3A': { channels: BY_FORM, roles: ['GP', 'Practice nurse'], named: PRACTICES },
  '3B': { channels: BY_FORM, roles: ['Health visitor'], agency: 'community-nursing' },
  '3C': { channels: BY_FORM, roles: ['School nurse'], agency: 'community-nursing' },
  '3D': { channels: BY_FORM, roles: ['Speech and language therapist', 'Physiotherapist'], agency: 'hospital' },
  '3E': { channels: [['call', 60], ['request form', 40]], roles: ['Nurse, emergency department', 'Doctor, emergency department'], agency: 'hospital', anyTime: true },
  '3F': { channels: BY_FORM, roles: ['Midwife', 'Paediatrician', 'Nurse'], agency: 'hospital' },
  '4': { channels: BY_FORM, roles: ['Housing officer'], agency: 'housing' },
  '5A': { channels: BY_FORM, roles: ['Social worker for adults'], agency: 'adult-services' },
  '6': { channels: [['police notification', 92], ['call', 8]], roles: ['Police officer'], agency: 'police', anyTime: true },
  '7': { channels: BY_FORM, roles: ['Probation officer'], agency: 'probation' },
  '8': { channels: BY_FORM, roles: ['Family worker', 'Support worker'], agency: 'harbour-families' },
  '9': { channels: UNKNOWN, roles: [], anyTime: true },
  J1: { channels: [['call', 70], ['letter', 30]], roles: ['Centenier'], named: ['Parish Hall'], anyTime: true },
  J2: { channels: BY_FORM, roles: ['Youth worker'], agency: 'youth-service' },
  J3: { channels: BY_FORM, roles: ['Community nurse'], agency: 'community-nursing' },
};

const ANYBODY: SourceOfContacts = { channels: UNKNOWN, roles: [], anyTime: true };

/** How somebody of this source reached us. */
export function channelOf(source: string, random: Random): Channel {
  return random.weighted(sourceOf(source).channels);
}

/** A school knows no toddlers, and only those who can write tell of themselves. Of unborn children whoever knows the mother may tell. */
const YOUNGEST: Readonly<Record<string, number>> = { '1C': 8, '2A': 4, '2B': 5, '3C': 5, J2: 9 };

/** The youngest age, in years, of which somebody of this source tells; nobody under it makes sense. */
export function youngestOf(source: string): number {
  return YOUNGEST[source] ?? -1;
}

/** Says whether such contacts come also at night, at weekends and on holidays. */
export function comesAnyTime(source: string): boolean {
  return sourceOf(source).anyTime === true;
}

/** The place of work of whoever told us: an agency of the island with one of its people, or a name. */
export function workplaceOf(
  source: string,
  child: Person | undefined,
  toldOn: Day,
  partners: readonly Partner[],
  random: Random,
) {
  const { agency, named, roles } = sourceOf(source);
  const schools = partners.filter(({ kind }) => kind === 'school');
  const partner =
    agency === 'school'
      ? ((child && learningOf(child, toldOn, schools).school) ?? random.pick(schools))
      : partners.find(({ key }) => key === agency);
  return {
    partner,
    person: partner === undefined ? undefined : random.pick(partner.people),
    named: named && random.pick(named),
    role: roles.length === 0 ? undefined : random.pick(roles),
  };
}

function sourceOf(source: string): SourceOfContacts {
  return SOURCES[source] ?? ANYBODY;
}
