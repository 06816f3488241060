import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { EarlyHelpAnswer } from '../../../profile/code-sets/early-help-answers.ts';

/** What the hub's decision offers a family, with what was said. */
export type NewEpisode = {
  readonly personId: Id;
  readonly contactId: Id;
  readonly decisionId: Id;
  readonly reply: EarlyHelpAnswer;
  readonly declinedReason?: string | undefined;
  readonly whatWasSaid: string;
};

/** An offer of early help and what came of it. */
export type Episode = Omit<NewEpisode, 'contactId' | 'decisionId'> & {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly contactId: Id | undefined;
  readonly decisionId: Id | undefined;
  readonly offeredOn: Day;
  /** The day on which the family said what stands in `reply`. */
  readonly repliedOn: Day | undefined;
  readonly beganOn: Day | undefined;
  readonly endedOn: Day | undefined;
  readonly withdrawnAt: Date | undefined;
};

type Steps = Pick<Episode, 'reply' | 'beganOn' | 'endedOn' | 'withdrawnAt'>;

/** How an offer stands. Open is one word of it: begun and not ended. */
export type Standing = 'not answered yet' | 'accepted' | 'declined' | 'open' | 'ended' | 'withdrawn';

/** Derived from the steps that were taken; it is stored nowhere. */
export function standingOf({ reply, beganOn, endedOn, withdrawnAt }: Steps): Standing {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (endedOn !== undefined) return 'ended';
  return beganOn === undefined ? reply : 'open';
}

/** One offer in a sentence about what becomes of it: "The early help offered on 20 November, which goes on". */
export function episodeInWords(episode: Steps & Pick<Episode, 'offeredOn'>, today: Day): string {
  const ended = episode.endedOn === undefined ? '' : ` on ${dayInWords(episode.endedOn, today)}`;
  const how: Readonly<Record<Standing, string>> = {
    'not answered yet': 'which the family has not answered yet',
    accepted: 'which has not begun yet',
    declined: 'which the family declined',
    open: 'which goes on',
    ended: `which ended${ended} and stays ended`,
    withdrawn: 'which was withdrawn',
  };
  return `The early help offered on ${dayInWords(episode.offeredOn, today)}, ${how[standingOf(episode)]}`;
}

/** What a family said to an offer, with the reason of a no. */
export type Reply = Pick<NewEpisode, 'reply' | 'declinedReason'>;

/** Why a family says no for now: a code of the list, or their own words where none fits. Undefined where nothing was said. */
export function declinedReasonIn(code: string | undefined, inWords: string | undefined): string | undefined {
  return code === undefined || code === 'other' ? inWords : code;
}

/** A family may change its mind until the help begins. A no is kept with its reason: it is an answer, not a failing. */
export function mayReply(episode: Steps, { reply, declinedReason }: Reply): Outcome<undefined> {
  const standing = standingOf(episode);
  if (standing === 'open' || standing === 'ended')
    return refused({
      field: '',
      message: 'The help has begun. Close it with the family if they no longer want it.',
    });
  if (standing === 'withdrawn') return refused({ field: '', message: 'The hub withdrew this offer.' });
  if (reply === 'declined' && declinedReason === undefined)
    return refused({ field: 'declinedReason', message: 'Say why not now, in the family’s words' });
  return done(undefined);
}

/** Early help begins only with a family that said yes. */
export function mayBegin(episode: Steps): Outcome<undefined> {
  return standingOf(episode) === 'accepted'
    ? done(undefined)
    : refused({ field: '', message: 'Early help begins once, and only after the family said yes.' });
}

/** Lets help that goes on end, and nothing else. */
export function mayEnd(episode: Steps): Outcome<undefined> {
  return standingOf(episode) === 'open'
    ? done(undefined)
    : refused({ field: '', message: 'Only help that has begun can end.' });
}
