import { addDays, type Day, weekdayOf } from '../language/day.ts';
import { officeHoursOn } from '../profile/office-hours.ts';
import { type Making, MONTHS } from './making.ts';

const MINUTE = 60_000;
const DAYS_BACK = (MONTHS + 16) * 31;
const DAYS_AHEAD = 40;

/** The opening hours of the hub over the time of an island, laid end to end: working time is then plain arithmetic. */
export type Office = {
  /** The instant so many working minutes after another; before it, when negative. */
  after(at: Date, workingMinutes: number): Date;
  isOpen(at: Date): boolean;
};

type Span = { readonly from: number; readonly until: number; readonly before: number };

/** Lays the opening hours out. Much faster than asking the calendar for each of ten thousand contacts. */
export function officeOf(making: Making): Office {
  const spans = spansOf(making);
  const spanAt = (instant: number) => lastNotAfter(spans, ({ from }) => from <= instant);
  const worked = (instant: number) => {
    const span = spanAt(instant);
    return span === undefined ? 0 : span.before + Math.min(instant, span.until) - span.from;
  };
  return {
    after: (at, workingMinutes) => {
      const wanted = worked(at.getTime()) + workingMinutes * MINUTE;
      const span = lastNotAfter(spans, ({ before }) => before < wanted) ?? spans[0];
      return new Date(span === undefined ? at.getTime() : span.from + Math.max(0, wanted - span.before));
    },
    isOpen: (at) => {
      const span = spanAt(at.getTime());
      return span !== undefined && at.getTime() <= span.until;
    },
  };
}

/** When the hub opens and closes on a day, or nothing when it stays shut. */
export function openOn({ profile, atMinute }: Making, on: Day): { from: Date; until: Date } | undefined {
  if (!profile.calendar.isWorking(on)) return undefined;
  const hours = officeHoursOn(profile.calendar.officeHours, on)?.week[weekdayOf(on) - 1];
  if (!hours) return undefined;
  return { from: atMinute(on, minuteOf(hours.opens)), until: atMinute(on, minuteOf(hours.closes)) };
}

function spansOf(making: Making): readonly Span[] {
  const spans: Span[] = [];
  let before = 0;
  for (let ahead = -DAYS_BACK; ahead <= DAYS_AHEAD; ahead += 1) {
    const open = openOn(making, addDays(making.today, ahead));
    if (open === undefined) continue;
    spans.push({ from: open.from.getTime(), until: open.until.getTime(), before });
    before += open.until.getTime() - open.from.getTime();
  }
  return spans;
}

/** The last of a sorted list for which a thing still holds, by halving. */
function lastNotAfter(spans: readonly Span[], holds: (span: Span) => boolean): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && holds(span)) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
