/** Whose records a role can meet at all, before walls and field classes narrow it. */
export type Sees =
  | 'everyone not walled'
  | 'own children'
  | 'what is asked of the agency'
  | 'figures only'
  | 'nothing';

/** One role: what it is called, where its holder works, whose records it meets, and whether it decides as a manager. */
export type RoleDescription = {
  readonly title: string;
  readonly kind: 'staff' | 'partner' | 'system';
  readonly sees: Sees;
  readonly decidesAsManager: boolean;
};

const SEES_ALL = { kind: 'staff', sees: 'everyone not walled', decidesAsManager: false } as const;
const SEES_OWN = { kind: 'staff', sees: 'own children', decidesAsManager: false } as const;
const MANAGES = { kind: 'staff', sees: 'everyone not walled', decidesAsManager: true } as const;
const PARTNER = { kind: 'partner', sees: 'what is asked of the agency', decidesAsManager: false } as const;
const FIGURES = { kind: 'staff', sees: 'figures only', decidesAsManager: false } as const;
const KEEPER = { kind: 'staff', sees: 'nothing', decidesAsManager: false } as const;
const OUTSIDE = { kind: 'system', sees: 'nothing', decidesAsManager: false } as const;

/** Every role of the service. A post gives its holder one of these; what a role may do stands in `permissions.ts`. */
// biome-ignore format: a table reads as a table
export const ROLES = {
  'early help hub worker':    { title: 'Hub worker, early help', ...SEES_ALL },
  'social care hub worker':   { title: 'Hub worker, social care', ...SEES_ALL },
  'MASH decision maker':      { title: 'MASH decision maker', ...SEES_ALL },
  'hub manager':              { title: 'Hub manager', ...MANAGES },
  'out-of-hours duty worker': { title: 'Out-of-hours duty social worker', ...SEES_ALL },
  'business support':         { title: 'Business support', ...SEES_ALL },
  'early help worker':        { title: 'Family support worker, early help', ...SEES_OWN },
  'social worker':            { title: 'Social worker', ...SEES_OWN },
  'team manager':             { title: 'Team manager', ...MANAGES, sees: 'own children' },
  'head of service':          { title: 'Head of service', ...MANAGES },
  'police partner':           { title: 'Police, partner agency', ...PARTNER },
  'health partner':           { title: 'Health, partner agency', ...PARTNER },
  'education partner':        { title: 'Education, partner agency', ...PARTNER },
  'probation partner':        { title: 'Probation, partner agency', ...PARTNER },
  'housing partner':          { title: 'Housing, partner agency', ...PARTNER },
  'voluntary partner':        { title: 'Voluntary organisation, partner agency', ...PARTNER },
  'designated lead':          { title: 'Designated safeguarding lead, school', ...PARTNER },
  'insight lead':             { title: 'Insight lead', ...FIGURES },
  'adviser':                  { title: 'Adviser to the service', ...FIGURES },
  'data protection officer':  { title: 'Data protection officer', ...KEEPER },
  'administrator':            { title: 'Administrator of accounts', ...KEEPER },
  'the public':               { title: 'Anyone, not signed in', ...OUTSIDE },
  'the program':              { title: 'The program itself, at a set time', ...OUTSIDE },
} as const satisfies Readonly<Record<string, RoleDescription>>;

/** The name of a role, as stored. A misspelt role does not compile. */
export type Role = keyof typeof ROLES;

/** The roles of a place: the same names everywhere, each place with its own titles. */
export type Roles = Readonly<Record<Role, RoleDescription>>;

/** The names of all roles, in the order of the table. */
export const ROLE_NAMES: readonly Role[] = Object.keys(ROLES).filter(isRole);

/** Says whether a text, from the database or a form, is the name of a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}
