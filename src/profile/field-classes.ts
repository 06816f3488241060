import { ROLE_NAMES, ROLES, type Role, type Sees } from './roles.ts';
import type { Sourced } from './standing.ts';

/** One class of facts: what falls under it, and which roles read it once they may see the child at all. */
export type FieldClassRule = Sourced & {
  readonly title: string;
  readonly covers: string;
  readonly readBy: readonly Role[];
};

const SCREENERS = [
  'early help hub worker',
  'social care hub worker',
  'MASH decision maker',
  'hub manager',
] as const;
const SOCIAL_WORK = ['social worker', 'team manager', 'head of service'] as const;
const FRONT_DOOR = [...SCREENERS, 'out-of-hours duty worker'] as const;
const PROPOSED = {
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Proposed; confirm locally',
} as const;

/** Reads everything of its class: whoever meets records at all. Partners are given named fields, never a class. */
const WHOEVER_MEETS_RECORDS = rolesThatSee('everyone not walled', 'own children');

const TABLE = {
  ordinary: {
    ...PROPOSED,
    title: 'Ordinary',
    covers: 'Names, dates, household, school, what happened and what was decided',
    readBy: WHOEVER_MEETS_RECORDS,
  },
  health: {
    ...PROPOSED,
    title: 'Health',
    covers: 'Diagnoses, treatment, disability in detail and what a health agency answered',
    readBy: [...FRONT_DOOR, ...SOCIAL_WORK, 'early help worker'],
  },
  'third party': {
    ...PROPOSED,
    title: 'Third party',
    covers: 'What is known of an adult or another child who did not agree to it being here',
    readBy: [...FRONT_DOOR, ...SOCIAL_WORK],
  },
  police: {
    ...PROPOSED,
    title: 'Police',
    covers: 'Police notifications and what the police answered',
    readBy: [...FRONT_DOOR, ...SOCIAL_WORK],
  },
  'guarded address': {
    ...PROPOSED,
    title: 'Guarded address',
    covers: 'Where somebody lives who could be harmed if it were known, and what would give it away',
    readBy: ['MASH decision maker', 'hub manager', 'out-of-hours duty worker', ...SOCIAL_WORK],
  },
  reporter: {
    ...PROPOSED,
    title: 'Reporter',
    covers: 'Who told us, where they asked not to be named or are a member of the public',
    readBy: [...FRONT_DOOR, 'team manager', 'head of service'],
  },
  'legal advice': {
    ...PROPOSED,
    title: 'Legal advice',
    covers: 'Advice given to the service by its lawyers',
    readBy: ['hub manager', 'team manager', 'head of service'],
  },
  'adoption link': {
    ...PROPOSED,
    title: 'Adoption link',
    covers: 'Anything that ties a person adopted to the family of birth',
    readBy: [],
  },
  audit: {
    ...PROPOSED,
    title: 'Who looked',
    covers: 'Who opened which record, when and on what ground; never a word of the record',
    readBy: ['data protection officer', 'head of service'],
  },
  'case sample': {
    ...PROPOSED,
    title: 'Case sample',
    covers: 'Which cases an adviser from outside reads without names, and what they wrote to them',
    readBy: ['hub manager', 'team manager', 'head of service'],
  },
  'emergency access': {
    ...PROPOSED,
    title: 'Emergency access',
    covers: 'Who asked to open a record in an emergency, what they typed and what came of it',
    readBy: ['data protection officer', 'hub manager', 'team manager', 'head of service'],
  },
} as const satisfies Readonly<Record<string, FieldClassRule>>;

/** The name of a class of facts. Every field of a personal record belongs to one. */
export type FieldClass = keyof typeof TABLE;

/** For each class of facts, who reads it. */
export type FieldClasses = Readonly<Record<FieldClass, FieldClassRule>>;

/** The classes as proposed for Jersey. Nobody reads an adoption link here: its custodian comes with adoption itself. */
export const FIELD_CLASSES: FieldClasses = TABLE;

/** The names of all classes, in the order of the table. */
export const FIELD_CLASS_NAMES: readonly FieldClass[] = Object.keys(TABLE).filter(isFieldClass);

/** Says whether a role reads facts of a class, given that it may see the child. */
export function readsFieldClass(classes: FieldClasses, role: Role, fieldClass: FieldClass): boolean {
  return classes[fieldClass].readBy.includes(role);
}

/** The classes that somebody with these roles reads. */
export function fieldClassesOf(classes: FieldClasses, roles: readonly Role[]): readonly FieldClass[] {
  return FIELD_CLASS_NAMES.filter((fieldClass) =>
    roles.some((role) => readsFieldClass(classes, role, fieldClass)),
  );
}

function rolesThatSee(...sees: readonly Sees[]): readonly Role[] {
  return ROLE_NAMES.filter((role) => sees.includes(ROLES[role].sees));
}

function isFieldClass(text: string): text is FieldClass {
  return Object.hasOwn(TABLE, text);
}
