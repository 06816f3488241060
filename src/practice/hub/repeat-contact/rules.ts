import { addDays, addMonths, type Day } from '../../../language/day.ts';

/** How many contacts about the same child came before this one, within the window of the profile and within a week. */
export type Earlier = { readonly inWindow: number; readonly inWeek: number };

/** Counts the contacts before one: within so many months, and within seven days, each by the day we were told. */
export function earlierCount(
  before: readonly { readonly told_on: Day }[],
  toldOn: Day,
  months: number,
): Earlier {
  const since = (from: Day) => before.filter((one) => one.told_on >= from).length;
  return { inWindow: since(addMonths(toldOn, -months)), inWeek: since(addDays(toldOn, -7)) };
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth'];

/** "Third contact in 12 months", "Second contact in 7 days"; nothing where there was none before. */
export function repeatInWords({ inWindow, inWeek }: Earlier, window: string): string | undefined {
  if (inWindow === 0) return undefined;
  const ordinal = ORDINALS[inWindow] ?? `${inWindow + 1}th`;
  return `${ordinal} contact in ${inWeek === inWindow ? '7 days' : window}`;
}
