/** How far a fact may be trusted. Pages show it, so that a borrowed number is never taken for the island's own law. */
export type Standing = 'law' | 'local policy' | 'English default' | 'demonstration';

/** A calendar day as written in the tables of the profile, `YYYY-MM-DD`; compares with a `Day` as text does. */
export type SinceDay = `${number}-${number}-${number}`;

/** What every value of the profile says about itself: from which day it counts, who said so, and with what authority. */
export type Sourced = {
  readonly since: SinceDay;
  readonly source: string;
  readonly standing: Standing;
};

const STANDINGS: readonly string[] = [
  'law',
  'local policy',
  'English default',
  'demonstration',
] satisfies Standing[];

/** Says whether a text is one of the four. */
export function isStanding(text: string): text is Standing {
  return STANDINGS.includes(text);
}

/** Says whether a text is written as a day of the tables is. */
export function isSinceDay(text: string): text is SinceDay {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
