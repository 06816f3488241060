import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';
import { type Day, daysBetween, HOME_ZONE, partsOf, weekdayOf } from './day.ts';
import { offsetAt } from './zone.ts';

const MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1_440;

/** A day for reading: "3 March" in its own year, "Wednesday 3 March 2027" in another. */
export function dayInWords(some: Day, today: Day): string {
  const { year, month, dayOfMonth } = partsOf(some);
  return year === partsOf(today).year ? `${dayOfMonth} ${MONTH_NAMES[month - 1]}` : dayInFull(some);
}

/** A day beyond doubt, as letters, headings and reports write it: "Wednesday 3 March 2027". */
export function dayInFull(some: Day): string {
  const { year, month, dayOfMonth } = partsOf(some);
  return `${WEEKDAY_NAMES[weekdayOf(some) - 1]} ${dayOfMonth} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** A day in a narrow list: "Thu 11 Mar", with the year when it is not today's. */
export function dayNarrow(some: Day, today: Day): string {
  const { year, month, dayOfMonth } = partsOf(some);
  const narrow = `${WEEKDAY_NAMES[weekdayOf(some) - 1]?.slice(0, 3)} ${dayOfMonth} ${MONTH_NAMES[month - 1]?.slice(0, 3)}`;
  return year === partsOf(today).year ? narrow : `${narrow} ${year}`;
}

/** The time of day at which an instant falls: "14:02" for staff, "2:02pm" for the public. */
export function timeInWords(
  instant: Date,
  zone: string = HOME_ZONE,
  reader: 'staff' | 'public' = 'staff',
): string {
  const wall = new Date(instant.getTime() + offsetAt(instant.getTime(), zone));
  const time = wall.toISOString().slice(11, 16);
  return reader === 'staff' ? time : onTwelveHours(time);
}

/** How long since an instant: "just now", "6 minutes ago", "3 hours ago", "6 days ago". An instant to come is "just now". */
export function ago(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < MINUTES_PER_HOUR) return `${counted(minutes, 'minute')} ago`;
  if (minutes < MINUTES_PER_DAY) return `${counted(Math.floor(minutes / MINUTES_PER_HOUR), 'hour')} ago`;
  return `${counted(Math.floor(minutes / MINUTES_PER_DAY), 'day')} ago`;
}

/** How far a day is from today: "today", "yesterday", "6 days ago", "tomorrow", "in 6 days". */
export function daysAgo(some: Day, today: Day): string {
  const days = daysBetween(some, today);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'yesterday' : 'tomorrow';
  return days > 0 ? `${days} days ago` : `in ${-days} days`;
}

/** What is left of a clock, in minutes: "1 h 40 min left", "3 days left", "due now"; past its end "over by 48 min". */
export function left(minutes: number): string {
  const whole = Math.trunc(minutes);
  if (whole === 0) return 'due now';
  return whole > 0 ? `${spanInWords(whole)} left` : `over by ${spanInWords(-whole)}`;
}

/** From two days on, hours no longer help anybody decide. */
function spanInWords(minutes: number): string {
  if (minutes >= 2 * MINUTES_PER_DAY) return `${Math.floor(minutes / MINUTES_PER_DAY)} days`;
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

function onTwelveHours(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}${time.slice(2)}${hour < 12 ? 'am' : 'pm'}`;
}

/** A count with its noun: "1 day", "2 days". Only for nouns whose plural takes an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
