import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { type Episode, episodeInWords } from '../../early-help/episode/index.ts';
import { type Referral, referralInWords } from '../../social-work/referral/index.ts';

/** What followed from the decisions about one child of a contact, as it stands now. */
export type Followed = {
  /** Every decision about the child, also one taken back: what it opened goes along too, and counts for nothing. */
  readonly decisionIds: readonly Id[];
  /** Without those that were withdrawn. */
  readonly referrals: readonly Referral[];
  readonly episodes: readonly Episode[];
  /** Decisions in force that passed the contact to whoever works with the child. */
  readonly passedBy: readonly Id[];
};

/** Says whether nothing stands on anybody's record, so that the child can be somebody else without more. */
export function isNothing({ referrals, episodes, passedBy }: Followed): boolean {
  return referrals.length + episodes.length + passedBy.length === 0;
}

/** What goes along, a sentence each, without a full stop. What has ended goes along as well, and stays ended. */
export function whatGoesAlong({ referrals, episodes, passedBy }: Followed, today: Day): readonly string[] {
  return [
    ...referrals.map((referral) => referralInWords(referral, today)),
    ...episodes.map((episode) => episodeInWords(episode, today)),
    ...(passedBy.length === 0
      ? []
      : [
          'The notice to the worker, which is taken back; whoever works with the right child is told instead',
        ]),
  ];
}

/** In what two states of what followed can differ. A page that was shown before a change is shown again. */
export function markOf({ referrals, episodes, passedBy }: Followed): string {
  const steps = [
    ...referrals.map((one) => [one.id, one.acceptedOn, one.declinedOn, one.endedOn].join('/')),
    ...episodes.map((one) => [one.id, one.reply, one.beganOn, one.endedOn].join('/')),
    ...passedBy,
  ];
  return steps.sort().join(';');
}

/** Who works with the person the child was taken for, and with the right one; undefined where nobody does. */
export type Workers = {
  readonly was: { readonly name: string; readonly worker: string | undefined };
  readonly isNow: { readonly name: string; readonly worker: string | undefined };
};

/**
 * Lets what followed go along with the child, once whoever may put contacts right has said that it should. The refusal says what happens,
 * at the field: what goes along, and that no worker changes.
 */
export function mayGoAlong(
  followed: Followed,
  asked: { readonly isSaid: boolean; readonly mayCorrect: boolean; readonly workers: Workers },
  today: Day,
): Outcome<undefined> {
  if (isNothing(followed)) return done(undefined);
  if (!asked.mayCorrect)
    return refused({
      field: 'choice',
      message: 'Something was opened for this child. Somebody who decides about contacts puts it right',
    });
  if (asked.isSaid) return done(undefined);
  const things = whatGoesAlong(followed, today).join('. ');
  return refused({
    field: 'goesAlong',
    message: `Tick that this goes along to ${asked.workers.isNow.name}: ${things}. ${workersInWords(asked.workers)}`,
  });
}

/** That a referral goes along does not change who works with whom: a manager allocates. */
function workersInWords({ was, isNow }: Workers): string {
  if (was.worker === undefined && isNow.worker === undefined)
    return 'Nobody works with either, and that stays so until a manager allocates';
  const own = (one: Workers['was']) => `${one.worker ?? 'Nobody'} works with ${one.name}`;
  if (was.worker === isNow.worker) return `${own(isNow)} as well as ${was.name}, and that stays so`;
  return `${own(was)}. ${own(isNow)}. That stays so until a manager allocates anew`;
}
