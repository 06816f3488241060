import { addDays, type Day, dayOf, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Clock, type Timescale, timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';

/** What is asked of a context to say what is to be done. */
export type Asking = Pick<Context, 'db' | 'profile' | 'today' | 'now' | 'viewer'>;

/** What of another wing is to be done by a viewer. It comes from the composition, so that no wing imports one at its right. */
export type ThingsToDo = (context: Asking) => Promise<readonly Item[]>;

/** One thing to do: about which child, by when if a rule says so, and whether it waits for the viewer and nobody else. */
export type Item = {
  readonly id: string;
  /** Nobody where it is about no child; it then has a title. */
  readonly personId: Id | undefined;
  readonly title?: string | undefined;
  readonly what: string;
  /** Where it is done. */
  readonly href: string;
  /** The reason beside the name: when the child was last seen, since when it waits. */
  readonly note: string | undefined;
  readonly startedAt: Date;
  readonly due: { readonly on: Day; readonly at: Date } | undefined;
  readonly edition: Timescale | undefined;
  readonly forViewer: boolean;
};

/** What waits for the viewer, without saying yet what it is. No day unless a clock is given. */
export function waiting(
  id: string,
  personId: Id | undefined,
  startedAt: Date,
  ran?: Pick<Item, 'due' | 'edition'>,
) {
  return { id, personId, startedAt, due: undefined, edition: undefined, ...ran, forViewer: true };
}

/** The end of a clock that ran from an instant, and by which edition. */
export function ranFrom(
  { profile }: Pick<Asking, 'profile'>,
  clock: Clock,
  from: Date,
): Pick<Item, 'due' | 'edition'> {
  const edition = timescaleOn(profile.timescales, clock, dayOf(from, profile.calendar.zone));
  return { edition, due: (edition && dueBy(edition, from, profile.calendar)) ?? undefined };
}

/** A day that somebody set: in time until it is over. */
export function wholeDay({ profile }: Pick<Asking, 'profile'>, on: Day): NonNullable<Item['due']> {
  return { on, at: startOfDay(addDays(on, 1), profile.calendar.zone) };
}

const MOST_OF_WORDS = 90;

/** The beginning of what somebody wrote, on one line. */
export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= MOST_OF_WORDS ? line : `${line.slice(0, MOST_OF_WORDS - 1).trimEnd()}…`;
}
