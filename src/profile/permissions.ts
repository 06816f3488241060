import type { Role } from './roles.ts';

const SCREENERS = [
  'early help hub worker',
  'social care hub worker',
  'MASH decision maker',
  'hub manager',
] as const;
const FRONT_DOOR = [...SCREENERS, 'out-of-hours duty worker'] as const;
const DESK = [...FRONT_DOOR, 'business support'] as const;
const PRACTITIONERS = ['early help worker', 'social worker', 'team manager'] as const;
const SERVICES = [...PRACTITIONERS, 'head of service'] as const;
const MANAGERS = ['hub manager', 'team manager', 'head of service'] as const;
const AGENCY_PEOPLE = [
  'police partner',
  'health partner',
  'education partner',
  'probation partner',
  'housing partner',
  'voluntary partner',
  'designated lead',
] as const;
const HOUSE = [...DESK, ...SERVICES, 'insight lead', 'data protection officer', 'administrator'] as const;
/** An adviser comes from outside: figures, a sample of cases, and nothing of who works here. */
const STAFF = [...HOUSE, 'adviser'] as const;
const SIGNED_IN = [...STAFF, ...AGENCY_PEOPLE] as const;

/**
 * Who may do what: the whole of it. A role that is not named may not. Which child it may be done to is asked
 * separately (walls, allocation), so a permission alone never opens a record.
 */
// biome-ignore format: a table reads as a table
const TABLE = {
  'board: read':                           [...DESK, 'head of service'],
  'contact: read':                         [...DESK, ...SERVICES],
  'contact: record':                       DESK,
  'contact: take':                         SCREENERS,
  'contact: rate':                         FRONT_DOOR,
  'contact: decide':                       SCREENERS,
  'contact: authorise':                    ['hub manager', 'head of service'],
  'contact: withdraw decision':            [...SCREENERS, 'head of service'],
  'contact: answer':                       SCREENERS,
  'contact: correct':                      [...SCREENERS, 'head of service'],
  'contact: link':                         DESK,
  'contact notice: acknowledge':           [...FRONT_DOOR, ...SERVICES],
  'red contact: acknowledge':              [...FRONT_DOOR, 'team manager'],

  'request: send':                         [...SIGNED_IN, 'the public'],
  'request: follow':                       [...AGENCY_PEOPLE, 'the public'],

  'mash enquiry: read':                    [...FRONT_DOOR, 'head of service'],
  'mash enquiry: open':                    ['MASH decision maker', 'hub manager'],
  'mash enquiry: open without permission': ['hub manager', 'head of service'],
  'mash enquiry: end':                     ['MASH decision maker', 'hub manager'],
  'partner check: ask':                    ['MASH decision maker', 'hub manager'],
  'partner check: read':                   [...FRONT_DOOR, ...AGENCY_PEOPLE],
  'partner check: answer':                 AGENCY_PEOPLE,

  'screening meeting: read':               [...SCREENERS, 'head of service'],
  'screening meeting: hold':               SCREENERS,

  'police notification: read':             [...DESK, ...SERVICES],
  'police notification: record':           [...DESK, 'police partner'],
  'police notification: import':           ['hub manager', 'business support', 'police partner'],
  'police notification: acknowledge':      [...FRONT_DOOR, ...SERVICES],

  'person: search':                        [...DESK, ...SERVICES],
  'person: read':                          [...DESK, ...SERVICES],
  'person: create':                        DESK,
  'person: correct':                       [...DESK, ...PRACTITIONERS],
  'person: merge':                         ['hub manager', 'team manager'],
  'merge: review':                         ['hub manager', 'team manager', 'head of service'],
  'record alert: put up':                 [...DESK, ...SERVICES],
  'record alert: review':                 ['hub manager', 'MASH decision maker', ...SERVICES],
  'duplicate: review':                     [...DESK, 'team manager', 'head of service'],

  'referral: read':                        [...DESK, ...SERVICES],
  'referral: accept':                      ['team manager', 'head of service'],
  'referral: end':                         ['team manager', 'head of service'],
  'period of care: record':               ['social worker', 'team manager', 'head of service'],
  'protection plan: record':              ['social worker', 'team manager', 'head of service'],
  'period of service: read':               [...DESK, ...SERVICES],
  'period of service: begin':              ['team manager', 'head of service'],
  'period of service: end':                ['team manager', 'head of service'],
  'early help: read':                      [...DESK, ...SERVICES],
  'early help: begin':                     ['early help worker', 'early help hub worker', 'hub manager', 'team manager'],
  'early help: end':                       ['early help worker', 'team manager'],

  'visit: read':                           ['MASH decision maker', 'hub manager', ...SERVICES],
  'visit: record':                         PRACTITIONERS,
  'visit: correct':                        PRACTITIONERS,
  'declared period: declare':              ['team manager', 'head of service'],
  'child statement: record':               PRACTITIONERS,

  'case rating: read':                     ['MASH decision maker', 'hub manager', ...SERVICES],
  'case rating: make':                     ['team manager', 'head of service'],
  'case note: read':                       ['MASH decision maker', 'hub manager', ...SERVICES],
  'case note: write':                      PRACTITIONERS,
  'management decision: read':             ['MASH decision maker', 'hub manager', ...SERVICES],
  'management decision: make':             ['team manager', 'head of service'],
  'management decision: carry out':        SERVICES,

  'complex case: read':                    ['hub manager', ...SERVICES],
  'complex case: decide':                  ['team manager', 'head of service'],
  'complex case: work on':                 SERVICES,
  'complex case: export':                  ['team manager', 'head of service'],

  'closing: read':                         ['MASH decision maker', 'hub manager', ...SERVICES],
  'closing: propose':                      PRACTITIONERS,
  'closing: authorise':                    ['team manager', 'head of service'],
  'closing letter: tell':                  ['business support', 'hub manager', 'team manager', 'head of service'],
  'rating exercise: read':                 ['team manager', 'head of service'],
  'rating exercise: hold':                 ['head of service'],

  'allocation: read':                      [...DESK, ...SERVICES],
  'allocation: make':                      MANAGERS,
  'handover: offer':                       SERVICES,
  'handover: answer':                      SERVICES,
  'absence: say':                          ['team manager', 'head of service'],
  'caseload: read':                        SERVICES,
  'desk: read':                            SERVICES,
  'team: read':                            SERVICES,
  'duty: read':                            [...DESK, ...SERVICES],
  'duty: change':                          MANAGERS,
  'staff: read':                           HOUSE,
  'agency: read':                          HOUSE,
  'agency: manage':                        ['hub manager', 'administrator'],

  'measure: read':                         [...MANAGERS, 'MASH decision maker', 'insight lead', 'adviser'],
  'measure: see the children behind':      MANAGERS,
  'measure: export':                       [...MANAGERS, 'insight lead'],
  'profile: read':                         STAFF,

  'draft: keep':                           [...SIGNED_IN, 'the public'],
  'own account: change':                   SIGNED_IN,
  'account: manage':                       ['administrator'],
  'account: agree':                        ['administrator', 'head of service', 'data protection officer'],
  'restriction: read':                     [...DESK, ...SERVICES],
  'restriction: put':                      MANAGERS,
  'restriction: answer':                   MANAGERS,
  'restriction: lift':                     MANAGERS,
  'own or relative: say':                  SIGNED_IN,
  'own or relative: say of somebody':      MANAGERS,
  'own or relative: end':                  MANAGERS,

  'share: read':                           [...DESK, ...SERVICES],
  'share: give':                           [...PRACTITIONERS, 'hub manager', 'head of service'],
  'share: end':                            [...PRACTITIONERS, 'hub manager', 'head of service'],
  'sharing consent: record':               [...FRONT_DOOR, ...SERVICES],
  'sharing consent: withdraw':             [...DESK, ...SERVICES],
  'case sample: read':                     MANAGERS,
  'case sample: choose':                   ['hub manager', 'head of service'],
  'case sample: answer':                   MANAGERS,
  'case sample: end':                      ['hub manager', 'head of service'],
  'sampled case: read':                    ['adviser'],
  'sampled case: comment':                 ['adviser'],
  'sampled case: attach':                  ['adviser'],
  'shared child: read':                    AGENCY_PEOPLE,
  'shared child: tell':                    AGENCY_PEOPLE,

  'emergency access: use':                 [...FRONT_DOOR, 'social worker', 'team manager', 'head of service'],
  'emergency access: read':                [...FRONT_DOOR, 'social worker', 'team manager', 'head of service', 'data protection officer'],
  'emergency access: agree':               [...FRONT_DOOR, 'social worker', 'team manager', 'head of service'],
  'emergency access: review':              [...MANAGERS, 'data protection officer'],

  'audit: read':                           ['data protection officer', 'team manager', 'head of service'],
  'look: review':                          ['data protection officer', 'head of service'],
  'outbox: read':                          ['hub manager', 'business support', 'administrator'],
  'outbox: send':                          ['the program'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** The name of one thing that can be done, `'noun: verb'`. A misspelt permission does not compile. */
export type Permission = keyof typeof TABLE;

/** For each thing that can be done, the roles that may do it. */
export type Permissions = Readonly<Record<Permission, readonly Role[]>>;

/** Jersey's permissions, proposed from the posts named in its reports and for the authority to confirm. */
export const PERMISSIONS: Permissions = TABLE;

/** The names of all permissions, in the order of the table. */
export const PERMISSION_NAMES: readonly Permission[] = Object.keys(TABLE).filter(isPermission);

/** Says whether a role may do a thing, whichever child it concerns. */
export function roleMay(permissions: Permissions, role: Role, permission: Permission): boolean {
  return permissions[permission].includes(role);
}

/** Says whether a text is the name of a permission. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(TABLE, text);
}

/** Everything that somebody with these roles may do. */
export function permissionsOf(permissions: Permissions, roles: readonly Role[]): readonly Permission[] {
  return PERMISSION_NAMES.filter((permission) =>
    roles.some((role) => roleMay(permissions, role, permission)),
  );
}
