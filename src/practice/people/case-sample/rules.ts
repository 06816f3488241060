import { addDays, type Day, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Subject } from '../../../platform/action.ts';
import { CASE_SAMPLES } from '../../../profile/case-samples.ts';

/** A sample as it was chosen and answered, for those who choose and confirm. */
export type CaseSample = Subject & {
  readonly adviserId: Id;
  readonly purpose: string;
  readonly population: string;
  readonly size: number;
  readonly seed: string | undefined;
  readonly outOf: number;
  readonly chosenBy: Id;
  readonly chosenAt: Date;
  readonly untilAt: Date;
  readonly secondId: Id;
  readonly agreed: boolean | undefined;
  readonly whyNot: string | undefined;
  readonly endedAt: Date | undefined;
  readonly endedWhy: string | undefined;
};

type Standing = 'waits for the second person' | 'is read' | 'not agreed' | 'ended' | 'over';

/** Where a sample is: only one that "is read" lets the adviser in. */
export function standingOf(
  { agreed, endedAt, untilAt }: Pick<CaseSample, 'agreed' | 'endedAt' | 'untilAt'>,
  now: Date,
): Standing {
  if (agreed === false) return 'not agreed';
  if (endedAt !== undefined) return 'ended';
  if (untilAt <= now) return 'over';
  return agreed === undefined ? 'waits for the second person' : 'is read';
}

/** Whether this person is the one to confirm it now. */
export function isToAnswer(sample: CaseSample, by: Id, now: Date): boolean {
  return sample.secondId === by && standingOf(sample, now) === 'waits for the second person';
}

/** The instant at which a sample that is read through a day is over: the midnight after it. */
export function untilOf(lastDay: Day, zone: string): Date {
  return startOfDay(addDays(lastDay, 1), zone);
}

type Asked = {
  readonly adviserId: Id;
  readonly secondId: Id;
  readonly population: string;
  readonly size?: number | undefined;
  readonly numbers?: string | undefined;
  readonly untilOn: Day;
};

type Facts = {
  readonly by: Id;
  readonly today: Day;
  readonly advisers: ReadonlySet<Id>;
  readonly confirming: ReadonlySet<Id>;
};

const no = (field: string, message: string) => refused({ field, message });

/** Lets a sample be chosen for an adviser, to be confirmed by somebody else, for a time that ends. */
export function mayChoose(asked: Asked, { by, today, advisers, confirming }: Facts): Outcome<undefined> {
  const { adviserId, secondId, population, size, numbers, untilOn } = asked;
  if (!advisers.has(adviserId)) return no('adviserId', 'Select the adviser');
  if (secondId === by || !confirming.has(secondId))
    return no('secondId', 'Select somebody else: two people let an adviser in');
  if (population === 'named' && numbers === undefined) return no('numbers', 'Enter the child numbers');
  if (population !== 'named' && size === undefined) return no('size', 'Enter how many cases');
  if (untilOn < today) return no('untilOn', 'The last day must be today or later');
  return untilOn > addDays(today, CASE_SAMPLES.longestDays)
    ? no('untilOn', `The last day must be within ${CASE_SAMPLES.longestDays} days`)
    : done(undefined);
}
