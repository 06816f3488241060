import { counted, dayInWords } from './dates-in-words.ts';
import { type Day, daysBetween, partsOf } from './day.ts';

/** What is known of when somebody was, or is to be, born. */
export type Birth = { readonly bornOn: Day } | { readonly dueOn: Day };

/**
 * Whole years lived on a day: an age is reached when the birthday begins. Negative before birth.
 *
 * Somebody born on 29 February reaches an age on 1 March of a common year, the day on which the anniversary has surely come.
 */
export function ageOn(bornOn: Day, on: Day): number {
  const years = partsOf(on).year - partsOf(bornOn).year;
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** An age as people say it: "11", "5 months", "3 weeks", "2 days", "unborn, due 9 May". */
export function ageInWords(birth: Birth, today: Day): string {
  if ('dueOn' in birth) return unborn(birth.dueOn, today);
  if (birth.bornOn > today) return unborn(birth.bornOn, today);
  const years = ageOn(birth.bornOn, today);
  return years > 0 ? String(years) : infantAge(birth.bornOn, today);
}

function unborn(dueOn: Day, today: Day): string {
  return `unborn, due ${dayInWords(dueOn, today)}`;
}

function infantAge(bornOn: Day, today: Day): string {
  const months = monthsLived(bornOn, today);
  if (months > 0) return counted(months, 'month');
  const days = daysBetween(bornOn, today);
  return days >= 7 ? counted(Math.floor(days / 7), 'week') : counted(days, 'day');
}

function monthsLived(bornOn: Day, today: Day): number {
  const born = partsOf(bornOn);
  const now = partsOf(today);
  const months = (now.year - born.year) * 12 + now.month - born.month;
  return now.dayOfMonth < born.dayOfMonth ? months - 1 : months;
}
