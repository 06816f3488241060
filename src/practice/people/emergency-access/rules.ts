import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Subject } from '../../../platform/action.ts';

// Enough that a reviewer can judge it.
const FEWEST_WORDS = 5;

/** What somebody typed to say whom they mean: a child number, or a whole name with the day of birth. */
export type Meant = {
  readonly number?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly bornOn?: Day | undefined;
};

/** One use, as those who may read it have it. */
export type Emergency = Subject & {
  readonly staffId: Id;
  readonly meant: Meant;
  readonly ground: string;
  readonly words: string;
  readonly askedAt: Date;
  readonly personId: Id | undefined;
  readonly isSealed: boolean;
  readonly openedAt: Date | undefined;
  readonly untilAt: Date | undefined;
  readonly agreedBy: Id | undefined;
  readonly reviewedBy: Id | undefined;
  readonly reviewedAt: Date | undefined;
  readonly wasRight: boolean | undefined;
  readonly reviewWords: string | undefined;
};

/** Lets somebody ask who says whom they mean beyond doubt, and why in a sentence. */
export function mayAsk(asked: Meant & { readonly words: string }): Outcome<undefined> {
  const { number, givenName, familyName, bornOn, words } = asked;
  const named = givenName !== undefined && familyName !== undefined && bornOn !== undefined;
  if (number === undefined && !named)
    return refused({
      field: 'number',
      message: 'Enter the child number, or the first name, family name and date of birth below',
    });
  if (words.trim().split(/\s+/u).length < FEWEST_WORDS)
    return refused({ field: 'words', message: `Enter why in a sentence of at least ${FEWEST_WORDS} words` });
  return done(undefined);
}

/** Where a use stands, in a few words. That a sealed record waits is told only to whom it names. */
export function standingInWords(
  { openedAt, untilAt, isSealed }: Emergency,
  now: Date,
  isTheirs: boolean,
): string {
  if (openedAt !== undefined && untilAt !== undefined) return untilAt > now ? 'Open now' : 'Opened, and over';
  return isSealed && isTheirs ? 'Waits for you, or another whom it names' : 'Nothing opened';
}

/** Who somebody meant, as they typed it. */
export function meantInWords({ number, givenName, familyName }: Meant): string {
  return number === undefined ? `${givenName ?? ''} ${familyName ?? ''}`.trim() : `Number ${number}`;
}
