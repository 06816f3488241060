import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Subject } from '../../../platform/action.ts';

/** Consent as it was heard, and how it was taken back. */
export type Consent = Subject & {
  readonly personId: Id;
  readonly agencyId: Id;
  readonly agencyTitle: string;
  readonly saidBy: string;
  readonly saidName: string;
  readonly saidOn: Day;
  readonly way: string;
  readonly words: string;
  readonly heardBy: Id;
  readonly heardAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly withdrawnBy: Id | undefined;
  readonly withdrawnWords: string | undefined;
};

/** Consent in one line: with whom, and who said so when. */
export function consentInWords({
  agencyTitle,
  saidName,
  saidOn,
}: Pick<Consent, 'agencyTitle' | 'saidName' | 'saidOn'>): string {
  return `With ${agencyTitle}: ${saidName}, ${dayInFull(saidOn)}`;
}

/** Consent is taken back once. */
export function mayWithdraw({ withdrawnAt }: Pick<Consent, 'withdrawnAt'>): Outcome<undefined> {
  return withdrawnAt === undefined
    ? done(undefined)
    : refused({ field: '', message: 'It was withdrawn before. Nothing was changed.' });
}
