import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';
import type { LookAnswer } from '../../../profile/code-sets/look-answers.ts';
import { isLookSign, type LookModel, type LookSignName } from '../../../profile/look-model.ts';

/** Looks of one member of staff at one record on one day that is no work of theirs, with the signs that stand against them. */
export type Odd = {
  readonly staffId: Id;
  readonly personId: Id;
  readonly looks: number;
  readonly firstAt: Date;
  readonly signs: readonly LookSignName[];
};

/** What was said of a look, by whom and why. */
export type Answered = {
  readonly answer: LookAnswer;
  readonly words: string;
  readonly by: Id;
  readonly at: Date;
};

/** One look that somebody is asked to judge. */
export type LookReview = Subject & {
  readonly staffId: Id;
  readonly personId: Id;
  /** The number of the record, also for who may not read it; undefined where a wall came up since. */
  readonly number: string | undefined;
  readonly lookedOn: Day;
  readonly firstAt: Date;
  readonly looks: number;
  readonly signs: readonly LookSignName[];
  readonly score: number;
  readonly answered: Answered | undefined;
};

/** The points of some signs, added up. */
export function pointsOf(signs: readonly LookSignName[], model: LookModel): number {
  return signs.reduce((sum, sign) => sum + model.signs[sign].points, 0);
}

/** Those of some odd looks that are reviewed, each with its points, the highest first. */
export function toReview(odd: readonly Odd[], model: LookModel): readonly (Odd & { score: number })[] {
  return odd
    .map((one) => ({ ...one, score: pointsOf(one.signs, model) }))
    .filter(({ score }) => score >= model.reviewedFrom)
    .toSorted((one, other) => other.score - one.score);
}

/** The signs among some texts, in the order of the model. */
export function signsAmong(texts: readonly string[]): readonly LookSignName[] {
  return texts.filter(isLookSign);
}

/** Says whether a look still waits: nobody has judged it, or somebody is to be asked first. */
export function waits({ answered }: Pick<LookReview, 'answered'>): boolean {
  return answered === undefined || answered.answer === 'ask the person';
}

/** The next day to go through, or undefined when yesterday was: a day is gone through when it is over. */
export function nextDay(lookedUntil: Day, today: Day): Day | undefined {
  const next = addDays(lookedUntil, 1);
  return next < today ? next : undefined;
}
