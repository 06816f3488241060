/** How time is counted: working days and hours leave out what the calendar of the place leaves out. */
export type DurationUnit = 'working days' | 'working hours' | 'hours' | 'days' | 'months';

/** A length of time as a rule states it. It becomes a due day or hour only with a start and a calendar. */
export type Duration = { readonly amount: number; readonly unit: DurationUnit };

const UNITS: readonly string[] = [
  'working days',
  'working hours',
  'hours',
  'days',
  'months',
] satisfies DurationUnit[];

/** Says whether a text is a unit of time. */
export function isDurationUnit(text: string): text is DurationUnit {
  return UNITS.includes(text);
}

/** So many working days. */
export function workingDays(amount: number): Duration {
  return { amount, unit: 'working days' };
}

/** So many hours in which the office is open. */
export function workingHours(amount: number): Duration {
  return { amount, unit: 'working hours' };
}

/** So many hours of the clock, nights and weekends counted. */
export function hours(amount: number): Duration {
  return { amount, unit: 'hours' };
}

/** So many calendar days. */
export function days(amount: number): Duration {
  return { amount, unit: 'days' };
}

/** So many calendar months. */
export function months(amount: number): Duration {
  return { amount, unit: 'months' };
}

/** Says a duration as people do: "1 working day", "45 working days". */
export function durationInWords({ amount, unit }: Duration): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
