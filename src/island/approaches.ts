import { ageOn } from '../language/age.ts';
import { addDays, addMonths, type Day, daysBetween, startOfMonth, weekdayOf } from '../language/day.ts';
import type { Family, Person } from './families.ts';
import { type Making, MONTHS } from './making.ts';
import type { Random } from './random.ts';
import { comesAnyTime, youngestOf } from './sources.ts';
import type { Theme } from './words/theme.ts';
import { THEMES } from './words/themes.ts';

/** That somebody turns to the hub: when, about which children of which family, why, and who. */
export type Turn = {
  readonly family: Family;
  readonly at: Date;
  readonly children: readonly Person[];
  readonly theme: Theme;
  readonly source: string;
};

/** How many times in three years somebody turns to the hub about a family. Invented. */
const TIMES: readonly (readonly [number, number])[] = [
  [1, 64],
  [2, 20],
  [3, 8],
  [4, 5],
  [6, 2],
  [9, 1],
];
/** The mean gap between two turns, as a share of the three years: about three months. */
const GAP = 0.09;
/** A month differs from another by so much, for no reason that anybody knows. */
const MONTH_SPREAD = 0.015;
const DAYS_UNBORN = 180;

/** The first day of the three years: whole months, so that no month of a chart is a part of one. */
export function firstDayOf(making: Making): Day {
  return addMonths(startOfMonth(making.today), -MONTHS);
}

/**
 * Every turn to the hub in three years, in the order of time.
 *
 * Each family has its turns at gaps of chance, laid round the three years as on a ring: so the last year holds as many as the first,
 * though every family is met for the first time. The ring is then stretched over the days, thinner at weekends and in the holidays.
 */
export function turnsOf(
  making: Making,
  families: readonly Family[],
  { from, until }: { readonly from: Day; readonly until: Day } = {
    from: firstDayOf(making),
    until: making.today,
  },
): readonly Turn[] {
  const random = making.random(`turns from ${from}`);
  const days = daysBetweenDays(making, from, until);
  return families
    .flatMap((family) => turnsOfFamily(making, random, days, family))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function turnsOfFamily(making: Making, random: Random, days: Days, family: Family): readonly Turn[] {
  const first = random.unit();
  let gone = 0;
  const places = Array.from({ length: random.weighted(TIMES) }, (_, time) => {
    if (time > 0) gone += random.exponential(GAP);
    return (first + gone) % 1;
  });
  let usual: Theme | undefined;
  return places
    .sort((one, other) => one - other)
    .flatMap((place) => {
      const on = dayWithChildren(random, days, family, place);
      if (on === undefined) return [];
      const turn = turnOn(making, random, family, on, usual);
      usual ??= turn?.theme;
      return turn ?? [];
    });
}

/** The day that was drawn, or another one on which a child of the family was under 18, or soon to be born. */
function dayWithChildren(random: Random, days: Days, family: Family, place: number): Day | undefined {
  let on = dayAt(days, place);
  for (let tries = 0; tries < 30; tries += 1, on = dayAt(days, random.unit())) {
    const day = on;
    if (day !== undefined && family.children.some((child) => concernsOn(child, day))) return day;
  }
  return undefined;
}

/** Says whether the hub would be told of a child on a day: from half a year before birth until eighteen. */
export function concernsOn({ bornOn, dueOn }: Person, on: Day): boolean {
  const begins = bornOn ?? dueOn;
  if (begins === undefined) return false;
  return daysBetween(on, begins) <= DAYS_UNBORN && ageOn(begins, on) < 18;
}

function turnOn(
  making: Making,
  random: Random,
  family: Family,
  on: Day,
  usual: Theme | undefined,
): Turn | undefined {
  const there = family.children.filter((child) => concernsOn(child, on));
  const fitting = THEMES.filter((theme) => there.some((child) => fits(theme, child, on)));
  const first = fitting[0];
  if (first === undefined) return undefined;
  const unborn = fitting.find(({ fromAge }) => fromAge < 0);
  const again = usual !== undefined && fitting.includes(usual) && random.chance(0.5) ? usual : undefined;
  const drawn = again ?? random.weighted(fitting.map((theme) => [theme, theme.weight] as const));
  const theme = unborn !== undefined && random.chance(0.6) ? unborn : drawn;
  const source = sourceOn(making, random, theme, on, eldestOf(theme, there, on));
  return {
    family,
    theme,
    source,
    at: timeOf(making, random, source, on),
    children: about(random, theme, source, there, on),
  };
}

function fits(theme: Theme, child: Person, on: Day): boolean {
  const age = ageThen(child, on);
  return theme.fromAge <= age && age <= theme.toAge;
}

function eldestOf(theme: Theme, there: readonly Person[], on: Day): number {
  return Math.max(...there.filter((child) => fits(theme, child, on)).map((child) => ageThen(child, on)));
}

/** Whole years lived on a day; one less than none before birth. */
function ageThen({ bornOn, dueOn }: Person, on: Day): number {
  const begins = bornOn ?? dueOn;
  return begins === undefined || begins > on ? -1 : ageOn(begins, on);
}

/** Teachers and doctors do not write on a Sunday; the police, families and neighbours do. */
function sourceOn(making: Making, random: Random, theme: Theme, on: Day, eldest: number): string {
  const working = making.profile.calendar.isWorking(on);
  const possible = theme.sources.filter(
    ([source]) => (working || comesAnyTime(source)) && youngestOf(source) <= eldest,
  );
  return possible.length === 0 ? random.pick(['1A', '6']) : random.weighted(possible);
}

/** Whoever sees a home tells of all its children, whoever sees a child tells of that one. */
function about(
  random: Random,
  theme: Theme,
  source: string,
  there: readonly Person[],
  on: Day,
): readonly Person[] {
  const fitting = there.filter((child) => fits(theme, child, on));
  if (theme.fromAge < 0) return fitting;
  const born = there.filter(({ bornOn }) => bornOn !== undefined && bornOn <= on);
  const all = ['6', '4', '3B', '1B', '5A', '8', 'J1'].includes(source) ? 0.62 : 0.2;
  const known = fitting.filter((child) => ageThen(child, on) >= youngestOf(source));
  return random.chance(all) && born.length > 0 ? born : [random.pick(known)];
}

/** The minute of the day: office hours, or evenings and nights for the police, or whenever somebody at home has a moment. */
function timeOf(making: Making, random: Random, source: string, on: Day): Date {
  const closes = weekdayOf(on) === 5 ? 985 : 1_015;
  if (source === '6')
    return making.atMinute(on, random.chance(0.5) ? random.whole(1, 540) : random.whole(541, 1_435));
  if (comesAnyTime(source))
    return making.atMinute(on, random.chance(0.7) ? random.whole(515, 1_050) : random.whole(1_051, 1_350));
  return making.atMinute(on, random.whole(512, closes) + random.unit());
}

type Days = { readonly days: readonly Day[]; readonly upTo: readonly number[] };

/** The days from one until before another, each with the share of all turns up to and including it. */
function daysBetweenDays(making: Making, from: Day, until: Day): Days {
  const random = making.random('months');
  const days = Array.from({ length: daysBetween(from, until) }, (_, index) => addDays(from, index));
  const months = new Map<string, number>();
  let sum = 0;
  const sums = days.map((on) => {
    const month = on.slice(0, 7);
    const factor = months.get(month) ?? Math.exp(MONTH_SPREAD * random.normal());
    months.set(month, factor);
    sum += factor * weightOf(making, on);
    return sum;
  });
  return { days, upTo: sums.map((one) => one / sum) };
}

function weightOf(making: Making, on: Day): number {
  if (!making.profile.calendar.isWorking(on)) return weekdayOf(on) > 5 ? 0.5 : 0.4;
  return isSchoolHoliday(on) ? 0.86 : 1;
}

/** Roughly when schools are closed. Invented: no term dates of any school. */
function isSchoolHoliday(on: Day): boolean {
  const monthAndDay = on.slice(5);
  const holidays = [
    ['01-01', '01-05'],
    ['02-14', '02-20'],
    ['04-04', '04-18'],
    ['05-26', '05-31'],
    ['07-21', '09-02'],
    ['10-24', '10-31'],
    ['12-20', '12-31'],
  ];
  return holidays.some(([from = '', until = '']) => from <= monthAndDay && monthAndDay <= until);
}

function dayAt({ days, upTo }: Days, place: number): Day | undefined {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 1) < place) low = middle + 1;
    else high = middle;
  }
  return days[low];
}
