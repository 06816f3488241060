import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';

/** What the hub's decision hands over to social care, once it is authorised where that is asked. */
export type NewReferral = {
  readonly personId: Id;
  readonly contactId: Id;
  readonly decisionId: Id;
  /** A code of CONTACT_SOURCES. */
  readonly source: string;
  readonly whatWasSaid: string;
  /** Why the hub refers, in words the family could read. */
  readonly reason: string;
  readonly levelOfNeed: number;
  readonly discussionWantedToday: boolean;
};

/** A referral on record. */
export type Referral = Omit<NewReferral, 'contactId' | 'decisionId' | 'levelOfNeed'> & {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly contactId: Id | undefined;
  readonly decisionId: Id | undefined;
  readonly levelOfNeed: number | undefined;
  readonly referredAt: Date;
  readonly referredOn: Day;
  readonly acceptedOn: Day | undefined;
  readonly acceptedBy: Id | undefined;
  readonly declinedOn: Day | undefined;
  readonly declinedBy: Id | undefined;
  readonly declinedReason: string | undefined;
  readonly endedOn: Day | undefined;
  readonly withdrawnAt: Date | undefined;
};

type Steps = Pick<Referral, 'acceptedOn' | 'declinedOn' | 'endedOn' | 'withdrawnAt'>;

/** How a referral stands: nobody has decided yet, open, declined, ended, or withdrawn with the decision that asked for it. */
export type Standing = 'undecided' | 'open' | 'declined' | 'ended' | 'withdrawn';

/** Derived from the steps that were taken; it is stored nowhere. */
export function standingOf(referral: Steps): Standing {
  if (referral.withdrawnAt !== undefined) return 'withdrawn';
  if (referral.declinedOn !== undefined) return 'declined';
  if (referral.endedOn !== undefined) return 'ended';
  return referral.acceptedOn === undefined ? 'undecided' : 'open';
}

/** Lets social care say yes or no to a referral once, and only while nobody has. */
export function mayBeAnswered(referral: Steps, today: Day): Outcome<undefined> {
  switch (standingOf(referral)) {
    case 'undecided':
      return done(undefined);
    case 'withdrawn':
      return refused({ field: '', message: 'The hub withdrew this referral. Nothing is asked any more.' });
    case 'declined':
      return refused({ field: '', message: `It was declined on ${said(referral.declinedOn, today)}.` });
    default:
      return refused({ field: '', message: `It was accepted on ${said(referral.acceptedOn, today)}.` });
  }
}

/** Lets an open referral end, and nothing else. */
export function mayEnd(referral: Steps): Outcome<undefined> {
  return standingOf(referral) === 'open'
    ? done(undefined)
    : refused({ field: '', message: 'Only an open referral can end.' });
}

/** One referral in a sentence about what becomes of it: "The referral of 20 November, which is open". */
export function referralInWords(referral: Steps & Pick<Referral, 'referredOn'>, today: Day): string {
  const standing = standingOf(referral);
  const how: Readonly<Record<Standing, string>> = {
    undecided: 'which social care has not answered yet',
    open: 'which is open',
    declined: 'which social care declined',
    ended: `which ended on ${said(referral.endedOn, today)} and stays ended`,
    withdrawn: 'which was withdrawn',
  };
  return `The referral of ${said(referral.referredOn, today)}, ${how[standing]}`;
}

function said(on: Day | undefined, today: Day): string {
  return on === undefined ? 'an earlier day' : dayInWords(on, today);
}
