import { addDays, type Day, weekdayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';

/** How many weeks stand side by side; the last one is this week. */
export const WEEKS = 12;

/** A visit as far as the calendar needs it. */
export type Visited = {
  readonly personId: Id;
  readonly on: Day;
  readonly place: string;
  readonly nobodyIn: boolean;
  readonly seen: boolean;
  readonly alone: boolean;
};

/** What a week is drawn as: the most that is true of it. */
export type Mark = 'alone' | 'with others' | 'video' | 'not seen' | 'nobody in' | 'gap' | 'none' | 'not open';

/** One week of one child, named by its Monday. */
export type Week = { readonly from: Day; readonly mark: Mark; readonly words: string };

/** What is known of a child: since when they are open, the last day before the weeks on which they were seen, and the visits within. */
export type Known = {
  /** Or since they were born, where that is later. */
  readonly openedOn: Day;
  readonly seenBefore: Day | undefined;
  readonly visits: readonly Visited[];
};

/** The Mondays of the weeks, the oldest first. */
export function weeksUntil(today: Day): readonly Day[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  return Array.from({ length: WEEKS }, (_, at) => addDays(monday, 7 * (at - WEEKS + 1)));
}

/**
 * The weeks of one child. A week without a sight is a gap when its last day, or today, lies past the day on which the child was to be seen:
 * `dueFrom` says that day for a day on which they were last seen, or on which the work opened.
 */
export function weeksOf(known: Known, today: Day, dueFrom: (from: Day) => Day | undefined): readonly Week[] {
  return weeksUntil(today).map((from) => {
    const last = earlier(addDays(from, 6), today);
    const within = known.visits.filter(({ on }) => on >= from && on <= last);
    const best = within.toSorted((one, other) => worth(other) - worth(one))[0];
    if (best?.seen) return { from, mark: markOf(best), words: wordsOf(best) };
    if (last < known.openedOn) return { from, mark: 'not open', words: 'Not open, or not born' };
    const since = lastSight(known, from);
    return unseen(from, best, last > (dueFrom(since) ?? last));
  });
}

function unseen(from: Day, tried: Visited | undefined, isLong: boolean): Week {
  if (tried !== undefined)
    return { from, mark: markOf(tried), words: `${wordsOf(tried)}${isLong ? TOO_LONG : ''}` };
  return isLong
    ? { from, mark: 'gap', words: `Not seen${TOO_LONG}` }
    : { from, mark: 'none', words: 'No visit' };
}

/** The last day before a week on which somebody saw the child, or on which the work opened where that is later. */
function lastSight({ openedOn, seenBefore, visits }: Known, before: Day): Day {
  const seen = visits.filter((one) => one.seen && one.on < before).map(({ on }) => on);
  return [seenBefore ?? openedOn, ...seen].reduce((one, other) => (other > one ? other : one), openedOn);
}

const TOO_LONG = ', for too long';

/** A line of weeks in words: how often seen, how often alone, how many weeks too long. */
export function weeksInWords(weeks: readonly Week[]): string {
  const seen = weeks.filter(({ mark }) => ['alone', 'with others', 'video'].includes(mark)).length;
  const gaps = weeks.filter(isGap).length;
  const tooLong = gaps === 0 ? 'no week too long' : `${gaps} ${gaps === 1 ? 'week' : 'weeks'} too long`;
  return `Seen in ${seen} of ${weeks.filter(({ mark }) => mark !== 'not open').length} weeks, ${tooLong}`;
}

/** Whether a week lies beyond the time within which the child was to be seen. */
export function isGap({ mark, words }: Pick<Week, 'mark' | 'words'>): boolean {
  return mark === 'gap' || words.endsWith(TOO_LONG);
}

function markOf({ place, nobodyIn, seen, alone }: Visited): Mark {
  if (!seen) return nobodyIn ? 'nobody in' : 'not seen';
  if (place === 'video') return 'video';
  return alone ? 'alone' : 'with others';
}

function wordsOf({ place, nobodyIn, seen, alone }: Visited): string {
  if (nobodyIn) return 'Nobody was in';
  if (!seen) return `${labelOf(VISIT_PLACES, place)}, not seen`;
  return `${labelOf(VISIT_PLACES, place)}, ${alone ? 'alone' : 'with others'}`;
}

function worth({ seen, alone, place, nobodyIn }: Visited): number {
  if (!seen) return nobodyIn ? 0 : 1;
  return (alone ? 4 : 2) + (place === 'video' ? 0 : 1);
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
