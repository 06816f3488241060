import { type Day, dayFrom, daysBetween, startOfMonth } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { WEEKDAYS } from '../../../profile/code-sets/households.ts';
import { dayOfLife, type PersonBrief, type Standing } from '../person/index.ts';

/**
 * From a day until a day, as far as either is known; `about` where the day is only roughly known. The last day is the day of leaving. Where nobody
 * knows when it began, `notBefore` is the first day on which it can have.
 */
export type Stretch = {
  readonly notBefore?: Day | undefined;
  readonly fromOn: Day | undefined;
  readonly fromAbout: boolean;
  readonly untilOn: Day | undefined;
  readonly untilAbout: boolean;
};

/** Somebody lives, or lived, in a household: from when until when, who said so, and why they came and went. */
export type Membership = Subject &
  Standing &
  Stretch & {
    readonly personId: Id;
    readonly householdId: Id;
    /** Nothing where nobody said whether there is another home. */
    readonly kind: string | undefined;
    readonly days: readonly string[];
    readonly daysWords: string | undefined;
    readonly cameWhy: string | undefined;
    readonly leftWhy: string | undefined;
    readonly untilProvenance: string | undefined;
    readonly withdrawn: { readonly at: Date; readonly by: Id; readonly why: string } | undefined;
  };

/** Somebody else of a household, for the time in which the person of the record lived there too. */
export type Companion = Stretch & {
  readonly membership: Membership;
  readonly person: PersonBrief;
  /** What they are to the person of the record, in words; nothing where nobody said. */
  readonly relation: string | undefined;
};

/** One household of a person, for as long as they live there, and who lives there with them. */
export type Home = { readonly own: Membership; readonly companions: readonly Companion[] };

/** Whether somebody lives there now. */
export function livesThere({ untilOn, withdrawn }: Pick<Membership, 'untilOn' | 'withdrawn'>): boolean {
  return untilOn === undefined && withdrawn === undefined;
}

/**
 * The time in which both were there, or nothing where they were not: whoever left on the day on which the other came did not live with them. A
 * beginning that either does not know is not known.
 */
export function togetherIn(one: Stretch, other: Stretch): Stretch | undefined {
  const both = [one, other];
  const last = both.toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? 1 : -1))[0] ?? one;
  const first = both.toSorted((a, b) => ((a.untilOn ?? '9') < (b.untilOn ?? '9') ? -1 : 1))[0] ?? one;
  if (first.untilOn !== undefined && last.fromOn !== undefined && first.untilOn <= last.fromOn)
    return undefined;
  const isKnown = both.every(({ fromOn }) => fromOn !== undefined);
  return {
    notBefore: isKnown ? undefined : (last.fromOn ?? one.notBefore),
    fromOn: isKnown ? last.fromOn : undefined,
    fromAbout: isKnown && last.fromAbout,
    untilOn: first.untilOn,
    untilAbout: first.untilAbout,
  };
}

/** The first day that is drawn and told of. */
function startOf({ fromOn, notBefore }: Stretch): Day | undefined {
  return fromOn ?? notBefore;
}

/** A day as it is known: "8 June 2015", "about 8 June 2015", "not known". */
export function dayAsKnown(day: Day | undefined, about: boolean): string {
  if (day === undefined) return 'not known';
  return about ? `about ${dayOfLife(day)}` : dayOfLife(day);
}

/** From when until when, in words: "since 8 June 2015", "from about 1 May 2019 until 3 June 2020". */
export function stretchInWords({ fromOn, fromAbout, untilOn, untilAbout }: Stretch): string {
  if (untilOn === undefined)
    return fromOn === undefined ? 'since when is not known' : `since ${dayAsKnown(fromOn, fromAbout)}`;
  const until = `until ${dayAsKnown(untilOn, untilAbout)}`;
  return fromOn === undefined ? until : `from ${dayAsKnown(fromOn, fromAbout)} ${until}`;
}

/** Which days of a week somebody lives there: "Part of the time: Monday, Tuesday; every other week". Nothing where it is their home. */
export function daysInWords({ kind, days, daysWords }: Pick<Membership, 'kind' | 'days' | 'daysWords'>) {
  if (kind !== 'part of the time') return undefined;
  const named = days.map((one) => labelOf(WEEKDAYS, one)).join(', ');
  const said = [named, daysWords].filter(Boolean).join('; ');
  return said === '' ? 'Part of the time' : `Part of the time: ${said}`;
}

/** One line of the drawing: who or what it is, and its bars. */
export type Lane = { readonly id: string; readonly words: string; readonly bars: readonly Stretch[] };

/** Where a bar stands, in hundredths of the width, and whether its ends are known for sure. */
export type PlacedBar = {
  readonly at: number;
  readonly width: number;
  readonly from: 'sure' | 'about' | 'not known';
  readonly until: 'sure' | 'about' | 'goes on';
};

/** The years from the first day that is known until today, with where each begins; of many years every second, fifth or tenth. */
export type Axis = {
  readonly firstOn: Day;
  readonly lastOn: Day;
  readonly years: readonly { readonly words: string; readonly at: number }[];
};

const MOST_YEARS = 7;

/** The axis on which these lanes stand. */
export function axisOf(lanes: readonly Lane[], bornOn: Day | undefined, today: Day): Axis {
  const known = lanes.flatMap(({ bars }) => bars.flatMap((bar) => [startOf(bar), bar.untilOn]));
  const days = [...known, bornOn].filter((day) => day !== undefined && day <= today);
  const firstOn = days.toSorted()[0] ?? startOfMonth(today);
  const all = Number(today.slice(0, 4)) - Number(firstOn.slice(0, 4));
  const step = [1, 2, 5, 10, 20].find((one) => all / one <= MOST_YEARS) ?? 50;
  const first = Number(firstOn.slice(0, 4)) + 1;
  const years = Array.from({ length: all }, (_, at) => first + at).filter((year) => year % step === 0);
  const axis = { firstOn, lastOn: today };
  return {
    ...axis,
    years: years.map((year) => ({ words: String(year), at: placeOf(dayFrom(year, 1, 1) ?? today, axis) })),
  };
}

function placeOf(day: Day, { firstOn, lastOn }: Pick<Axis, 'firstOn' | 'lastOn'>): number {
  const all = Math.max(1, daysBetween(firstOn, lastOn));
  const at = (100 * daysBetween(firstOn, day)) / all;
  return Math.round(10 * Math.min(100, Math.max(0, at))) / 10;
}

/** Where a bar stands on an axis. A short one keeps a width that can be seen. */
export function placed(bar: Stretch, axis: Axis): PlacedBar {
  const begins = placeOf(startOf(bar) ?? axis.firstOn, axis);
  const ends = bar.untilOn === undefined ? 100 : placeOf(bar.untilOn, axis);
  const width = Math.max(1, Math.round(10 * (ends - begins)) / 10);
  const from = bar.fromAbout ? 'about' : 'sure';
  const until = bar.untilAbout ? 'about' : 'sure';
  return {
    at: Math.min(begins, 100 - width),
    width,
    from: bar.fromOn === undefined ? 'not known' : from,
    until: bar.untilOn === undefined ? 'goes on' : until,
  };
}

/** With whom, and where, from one change to the next: a life in a few lines, the latest first. */
export type Chapter = Omit<Stretch, 'notBefore'> & {
  readonly with: readonly string[];
  readonly where: readonly string[];
};

/** Tells a life by what changed: each day on which somebody or something began or ended begins a new line; the same twice is told once. */
export function chapters(people: readonly Lane[], places: readonly Lane[], today: Day): readonly Chapter[] {
  const all = [...people, ...places].flatMap(({ bars }) => bars);
  const days = all.flatMap((bar) => [startOf(bar), bar.untilOn]).filter((day) => day !== undefined);
  const changes: readonly (Day | undefined)[] = [
    ...(all.some((bar) => startOf(bar) === undefined) ? [undefined] : []),
    ...[...new Set(days)].filter((day) => day <= today).sort(),
  ];
  const roughly = new Set(
    all.flatMap((bar) => [bar.fromAbout ? bar.fromOn : undefined, bar.untilAbout ? bar.untilOn : undefined]),
  );
  const isRough = (on: Day | undefined) => on !== undefined && roughly.has(on);
  const told = changes.map(
    (fromOn, at): Chapter => ({
      fromOn,
      fromAbout: isRough(fromOn),
      untilOn: changes[at + 1],
      untilAbout: isRough(changes[at + 1]),
      with: there(people, fromOn),
      where: there(places, fromOn),
    }),
  );
  return withoutRepeats(told.filter((one) => one.with.length > 0 || one.where.length > 0)).toReversed();
}

function there(lanes: readonly Lane[], on: Day | undefined): readonly string[] {
  return lanes.flatMap(({ words, bars }) => {
    const bar = bars.find((one) => isThere(one, on));
    if (bar === undefined) return [];
    return bar.fromOn === undefined ? `${words} (since when is not known)` : words;
  });
}

function withoutRepeats(told: readonly Chapter[]): readonly Chapter[] {
  const kept: Chapter[] = [];
  for (const one of told) {
    const last = kept.at(-1);
    if (last !== undefined && last.untilOn === one.fromOn && sameWords(last, one))
      kept.splice(-1, 1, { ...last, untilOn: one.untilOn, untilAbout: one.untilAbout });
    else kept.push(one);
  }
  return kept;
}

function isThere(bar: Stretch, on: Day | undefined): boolean {
  const from = startOf(bar);
  if (on === undefined) return from === undefined;
  return (from === undefined || from <= on) && (bar.untilOn === undefined || bar.untilOn > on);
}

function sameWords(one: Chapter, other: Chapter): boolean {
  return one.with.join() === other.with.join() && one.where.join() === other.where.join();
}
