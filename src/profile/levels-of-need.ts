import type { Sourced } from './standing.ts';

/** A level of the continuum of need, 1 to 4. */
export type Level = 1 | 2 | 3 | 4;

/** One level: its name here and in England, who leads, and what usually happens, in words a family can read. */
export type LevelOfNeed = Sourced & {
  readonly level: Level;
  readonly name: string;
  readonly englishName: string;
  readonly inWords: string;
  readonly ledBy: string;
  readonly usually: string;
};

// The levels are certain, their names are not: the statutory guidance names three presentations of need, and with what
// every child has they make four.
const INFERRED = {
  since: '2024-03-26',
  standing: 'demonstration',
  source:
    'Inferred from the statutory guidance (R.7/2024); the names in Jersey’s Continuum of Children’s Needs were not found',
} as const;

/** The four levels of the continuum of need, in order. */
export const LEVELS_OF_NEED: readonly LevelOfNeed[] = [
  {
    ...INFERRED,
    level: 1,
    name: 'Universal',
    englishName: 'Universal',
    inWords: 'Needs are met by family, school and health services, as for every child.',
    ledBy: 'Family, school and health services',
    usually: 'Advice and information, and what is open to every family.',
  },
  {
    ...INFERRED,
    level: 2,
    name: 'Wellbeing',
    englishName: 'Early help, additional needs',
    inWords: 'A child or family needs some more help, and it can be arranged with them.',
    ledBy: 'A lead worker, with a team around the child',
    usually: 'Early help is offered: one lead worker and one family plan.',
  },
  {
    ...INFERRED,
    level: 3,
    name: 'Health or development',
    englishName: 'Targeted, multiple and complex needs',
    inWords: 'Without help from several services the child’s health or development would suffer.',
    ledBy: 'A lead worker or a social worker',
    usually: 'An assessment with the family, and a plan in which several services do their part.',
  },
  {
    ...INFERRED,
    level: 4,
    name: 'Safeguarding',
    englishName: 'Specialist, in need of protection',
    inWords: 'A child is suffering harm or is likely to, or cannot live safely at home.',
    ledBy: 'A social worker',
    usually: 'Children’s social care looks into it at once, with the police and health where that is needed.',
  },
];

/** The level of a number, or nothing for a number that is none. */
export function levelOf(levels: readonly LevelOfNeed[], level: number): LevelOfNeed | undefined {
  return levels.find((row) => row.level === level);
}
