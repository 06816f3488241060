import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Viewer } from '../../../platform/access/viewer.ts';
import { VIEW_NOT_HEARD_REASONS } from '../../../profile/code-sets/closings.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import type { CaseRating } from '../../people/childhood/index.ts';
import type { ToTell } from '../closing-letter/index.ts';

/** What one of the family says of the closing, or why they were not heard: one of the two. */
export type View = {
  readonly whose: 'child' | 'parent';
  /** A parent on record; the child has none, and who is not on record has a name. */
  readonly parentId: Id | undefined;
  readonly named: string | undefined;
  readonly words: string | undefined;
  /** A code of VIEW_NOT_HEARD_REASONS. */
  readonly whyNot: string | undefined;
};

/** A closing that was proposed, and what came of it. */
export type Closing = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly periodId: Id;
  /** What is to end, as a code of SERVICE_KINDS, and since when it stood. */
  readonly kind: string;
  readonly beganOn: Day;
  readonly reason: string;
  readonly reached: string;
  readonly disagreed: string | undefined;
  readonly comeBack: string;
  readonly othersTold: string;
  readonly proposedBy: Id;
  readonly proposedAt: Date;
  readonly authorisedBy: Id | undefined;
  readonly authorisedAt: Date | undefined;
  readonly returnedBy: Id | undefined;
  readonly returnedAt: Date | undefined;
  readonly returnedWords: string | undefined;
  readonly withdrawnBy: Id | undefined;
  readonly withdrawnAt: Date | undefined;
};

/** How a closing stands, derived from the steps that were taken. */
export type ClosingStanding = 'proposed' | 'authorised' | 'returned' | 'withdrawn';

/** Derives how a closing stands. */
export function standingOf(
  closing: Pick<Closing, 'authorisedAt' | 'returnedAt' | 'withdrawnAt'>,
): ClosingStanding {
  if (closing.authorisedAt !== undefined) return 'authorised';
  if (closing.returnedAt !== undefined) return 'returned';
  return closing.withdrawnAt === undefined ? 'proposed' : 'withdrawn';
}

const MEANWHILE = 'Somebody answered it a moment ago, or the work ended. Open the page again to see it.';

/** Lets a manager authorise what stands proposed, who did not propose it and does not work with the child. */
export function mayAuthorise(
  closing: Closing | undefined,
  by: Id,
  workingWith: readonly Id[],
): Outcome<Closing> {
  const stands = mayReturn(closing, by);
  if (!stands.ok) return stands;
  return workingWith.includes(by)
    ? refused({ field: '', message: 'You work with this child. Another manager authorises it.' })
    : stands;
}

/** Lets a manager who did not propose it send it back for more work. */
export function mayReturn(closing: Closing | undefined, by: Id): Outcome<Closing> {
  if (closing === undefined || standingOf(closing) !== 'proposed')
    return refused({ field: '', message: MEANWHILE });
  return closing.proposedBy === by
    ? refused({ field: '', message: 'You proposed it. Another manager answers it.' })
    : done(closing);
}

/** Lets whoever proposed it, or a manager, withdraw what stands proposed. */
export function mayWithdraw(
  closing: Closing | undefined,
  viewer: Pick<Viewer, 'staffId' | 'decidesAsManager'>,
): Outcome<Closing> {
  if (closing === undefined || standingOf(closing) !== 'proposed')
    return refused({ field: '', message: MEANWHILE });
  return viewer.decidesAsManager || closing.proposedBy === viewer.staffId
    ? done(closing)
    : refused({ field: '', message: 'Only whoever proposed it, or a manager, can withdraw it.' });
}

/** The rating that proposed closing what is open since a day, as it was in force at an instant; undefined where it proposed none. */
export function ratingThatProposed(
  ratings: readonly CaseRating[],
  { beganOn, at }: { readonly beganOn: Day; readonly at: Date },
): CaseRating | undefined {
  const inForce = ratings.find(({ ratedAt }) => ratedAt <= at);
  return inForce?.proposesClosing === true && dayOf(inForce.ratedAt) >= beganOn ? inForce : undefined;
}

/** Who of the family is told that it ended: everybody who was heard, and who could not be, unless that is dangerous or forbidden. */
export function familyToTell(personId: Id, views: readonly View[]): readonly ToTell[] {
  return views
    .filter(({ whyNot }) => whyNot === undefined || rowOf(VIEW_NOT_HEARD_REASONS, whyNot)?.isTold === true)
    .map(({ whose, parentId, named }) => ({ readerId: whose === 'child' ? personId : parentId, named }));
}
