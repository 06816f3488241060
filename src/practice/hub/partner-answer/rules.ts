import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { AgencyKind } from '../../../profile/code-sets/agency-kinds.ts';

/** What an agency is asked, as its own people see it: whom it is about, why, what is wanted, and no word of the contact. */
export type Asked = {
  readonly id: Id;
  /** The children on record it is about: for the audit, never shown. */
  readonly persons: readonly Id[];
  readonly askedAbout: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly agencyKind: AgencyKind | undefined;
  readonly agencyTitle: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly answer: GivenAnswer | undefined;
};

/** What an agency answered. One answer a check, under the name of whoever gave it. */
type GivenAnswer = {
  readonly holds: boolean;
  readonly words: string;
  readonly answeredBy: string;
  readonly answeredAt: Date;
};

/** An answer as somebody wants to give it. */
export type NewAnswer = { readonly holds: boolean; readonly words: string };

/** Holding something needs words; holding nothing may stand alone, because it is an answer. */
export function answerFrom(holds: 'something' | 'nothing', words: string | undefined): Outcome<NewAnswer> {
  if (holds === 'something' && words === undefined)
    return refused({ field: 'words', message: 'Say what your agency holds that bears on what is asked' });
  return done({ holds: holds === 'something', words: words ?? '' });
}

/** A check is answered once, and not after it was withdrawn. */
export function mayAnswer(asked: Pick<Asked, 'answer' | 'withdrawnAt'>): Outcome<undefined> {
  if (asked.answer !== undefined) return alreadyAnswered(asked.answer.answeredBy);
  if (asked.withdrawnAt !== undefined)
    return refused({ field: '', message: 'This was withdrawn. You need not answer it' });
  return done(undefined);
}

/** Refuses a second answer; the name is not known where it came in the same moment. */
export function alreadyAnswered(by: string | undefined): Outcome<never> {
  return refused({ field: '', message: `${by ?? 'Somebody of your agency'} has answered this already` });
}
