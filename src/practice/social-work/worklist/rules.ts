import { counted } from '../../../language/dates-in-words.ts';
import { addDays, type Day, daysBetween } from '../../../language/day.ts';
import type { Item } from '../thing-to-do/index.ts';

/** Where an item stands: past its time, within the next seven days, waiting for the viewer, or later. */
export type Section = 'overdue' | 'soon' | 'waiting' | 'later';

/** Which items are shown, and by what they stand together: both are in the address. */
export type Asked = {
  readonly show: 'all' | 'overdue' | 'soon' | 'waiting';
  readonly by: 'due' | 'child' | 'family' | 'worker';
};

const SOON_IN_DAYS = 7;
const SHOWS: readonly Asked['show'][] = ['all', 'overdue', 'soon', 'waiting'];
const GROUPINGS: readonly Asked['by'][] = ['due', 'child', 'family', 'worker'];

/** The last day that counts as soon. */
export function soonUntil(today: Day): Day {
  return addDays(today, SOON_IN_DAYS);
}

/** What an address asks for; whatever makes no sense asks for everything by its due day. */
export function askedIn(query: Readonly<Record<string, unknown>>): Asked {
  return {
    show: SHOWS.find((one) => one === query['show']) ?? 'all',
    by: GROUPINGS.find((one) => one === query['by']) ?? 'due',
  };
}

/** The address of a list that asks for this. What everybody gets anyhow is left out. */
export function hrefOf(at: string, { show, by }: Asked, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  if (show !== 'all') query.set('show', show);
  if (by !== 'due') query.set('by', by);
  return query.size === 0 ? at : `${at}?${query}`;
}

/** Where an item stands at an instant. What is late is late, for whomever it waits. */
export function sectionOf(
  { due, forViewer }: Pick<Item, 'due' | 'forViewer'>,
  now: Date,
  today: Day,
): Section {
  if (due !== undefined && due.at <= now) return 'overdue';
  if (forViewer) return 'waiting';
  return due !== undefined && due.on <= soonUntil(today) ? 'soon' : 'later';
}

/** The items that are asked for, what is due first; what has no due day comes last, the longest waiting first. */
export function shownOf(
  items: readonly Item[],
  { show }: Pick<Asked, 'show'>,
  now: Date,
  today: Day,
): readonly Item[] {
  return items
    .filter((item) => isAskedFor(item, show, sectionOf(item, now, today)))
    .toSorted(
      (one, other) =>
        (one.due?.at.getTime() ?? Number.MAX_SAFE_INTEGER) -
          (other.due?.at.getTime() ?? Number.MAX_SAFE_INTEGER) ||
        one.startedAt.getTime() - other.startedAt.getTime() ||
        one.id.localeCompare(other.id),
    );
}

function isAskedFor({ forViewer }: Item, show: Asked['show'], section: Section): boolean {
  if (show === 'waiting') return forViewer;
  return show === 'all' ? section !== 'later' : section === show;
}

/** How many stand in each way of showing, whichever is shown. */
export function countsOf(
  items: readonly Item[],
  now: Date,
  today: Day,
): Readonly<Record<Asked['show'], number>> {
  const count = (show: Asked['show']) => shownOf(items, { show }, now, today).length;
  return { all: count('all'), overdue: count('overdue'), soon: count('soon'), waiting: count('waiting') };
}

/** How far off a due time is: "2 days over", "4 hours over", "Today", "Tomorrow", "6 days". */
export function timeLeft({ on, at }: NonNullable<Item['due']>, now: Date, today: Day): string {
  if (at <= now) {
    const days = daysBetween(on, today);
    return days > 0 ? `${counted(days, 'day')} over` : `${hoursBetween(at, now)} over`;
  }
  const days = daysBetween(today, on);
  if (days <= 0) return 'Today';
  return days === 1 ? 'Tomorrow' : counted(days, 'day');
}

function hoursBetween(from: Date, to: Date): string {
  return counted(Math.max(1, Math.floor((to.getTime() - from.getTime()) / 3_600_000)), 'hour');
}
