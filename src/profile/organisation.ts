import type { Role } from './roles.ts';
import type { Sourced } from './standing.ts';

/** One post of a team: its title, its role, and how many there are in the demonstration. */
export type PostRule = { readonly title: string; readonly role: Role; readonly howMany: number };

/** One team: the service it belongs to and its posts, the managing one first. */
export type TeamRule = Sourced & {
  readonly id: string;
  readonly title: string;
  readonly service: string;
  readonly posts: readonly [PostRule, ...PostRule[]];
};

const PROPOSED = {
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Teams and posts named in the reports and published answers; numbers are invented',
} as const;

/** The teams of the demonstration, as far as the front door needs them. */
// biome-ignore format: a table reads as a table
export const ORGANISATION: readonly TeamRule[] = [
  { ...PROPOSED, id: 'leadership', title: 'Safeguarding and care', service: 'leadership', posts: [
    { title: 'Head of service', role: 'head of service', howMany: 1 },
    { title: 'Adviser to the board', role: 'adviser', howMany: 1 },
  ] },
  { ...PROPOSED, id: 'hub', title: 'Children and Families Hub', service: 'hub', posts: [
    { title: 'Hub manager', role: 'hub manager', howMany: 1 },
    { title: 'Hub worker, early help', role: 'early help hub worker', howMany: 4 },
    { title: 'Hub worker, social care', role: 'social care hub worker', howMany: 4 },
    { title: 'Business support', role: 'business support', howMany: 2 },
  ] },
  { ...PROPOSED, id: 'mash', title: 'MASH', service: 'hub', posts: [
    { title: 'MASH team manager', role: 'hub manager', howMany: 1 },
    { title: 'MASH decision maker', role: 'MASH decision maker', howMany: 2 },
  ] },
  { ...PROPOSED, id: 'out-of-hours', title: 'Out of hours', service: 'hub', posts: [
    { title: 'Out-of-hours duty social worker', role: 'out-of-hours duty worker', howMany: 4 },
  ] },
  { ...PROPOSED, id: 'early-help', title: 'Early help', service: 'early help', posts: [
    { title: 'Team manager, early help', role: 'team manager', howMany: 1 },
    { title: 'Family support worker', role: 'early help worker', howMany: 14 },
  ] },
  { ...PROPOSED, id: 'assessment', title: 'Assessment and support', service: 'social work', posts: [
    { title: 'Team manager, assessment and support', role: 'team manager', howMany: 1 },
    { title: 'Senior practitioner', role: 'social worker', howMany: 2 },
    { title: 'Social worker', role: 'social worker', howMany: 8 },
  ] },
  { ...PROPOSED, id: 'family-support', title: 'Children in need', service: 'social work', posts: [
    { title: 'Team manager, children in need', role: 'team manager', howMany: 1 },
    { title: 'Social worker', role: 'social worker', howMany: 7 },
    { title: 'Newly qualified social worker', role: 'social worker', howMany: 2 },
  ] },
  { ...PROPOSED, id: 'children-in-care', title: 'Children in care', service: 'care', posts: [
    { title: 'Team manager, children in care', role: 'team manager', howMany: 1 },
    { title: 'Social worker', role: 'social worker', howMany: 6 },
  ] },
  { ...PROPOSED, id: 'complex-needs', title: 'Complex needs and disability', service: 'social work', posts: [
    { title: 'Team manager, complex needs', role: 'team manager', howMany: 1 },
    { title: 'Social worker', role: 'social worker', howMany: 4 },
  ] },
  { ...PROPOSED, id: 'insight', title: 'Insight and enablement', service: 'insight', posts: [
    { title: 'Insight lead', role: 'insight lead', howMany: 1 },
    { title: 'Data protection officer', role: 'data protection officer', howMany: 1 },
    { title: 'Administrator of accounts', role: 'administrator', howMany: 1 },
  ] },
];
