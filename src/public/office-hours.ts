import { dateFormat } from '../language/date-format.ts';
import { dayOf } from '../language/day.ts';
import { type OpenHours, officeHoursOn, type WallTime } from '../profile/office-hours.ts';
import type { Reader } from './reader.ts';

/** The opening hours in force today, a line for each run of weekdays with the same hours. */
export function officeHoursInWords(reader: Reader): readonly string[] {
  const { say, authority, now } = reader;
  const { calendar } = authority.profile;
  const week = officeHoursOn(calendar.officeHours, dayOf(now, calendar.zone))?.week ?? [];
  return runsOf(week).map(({ first, last, hours }) => {
    const times = { opens: wallTime(reader, hours.opens), closes: wallTime(reader, hours.closes) };
    const from = capital(weekdayName(reader, first));
    return first === last
      ? say('frame.hours-of-one-day', { from, ...times })
      : say('frame.hours', { from, to: weekdayName(reader, last), ...times });
  });
}

type Run = { readonly first: number; readonly last: number; readonly hours: NonNullable<OpenHours> };

function runsOf(week: readonly OpenHours[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, hours] of week.entries()) {
    const before = runs.at(-1);
    if (hours === null) continue;
    const goesOn =
      before?.last === index - 1 &&
      before.hours.opens === hours.opens &&
      before.hours.closes === hours.closes;
    if (goesOn) runs[runs.length - 1] = { ...before, last: index };
    else runs.push({ first: index, last: index, hours });
  }
  return runs;
}

/** 5 January 1970 was a Monday. */
function weekdayName({ language }: Reader, index: number): string {
  const day = new Date(Date.UTC(1970, 0, 5 + index));
  return dateFormat(language.locale, { weekday: 'long', timeZone: 'UTC' }).format(day);
}

function wallTime({ language }: Reader, time: WallTime): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = String(minute).padStart(2, '0');
  if (!language.twelveHours) return `${hour}:${minutes}`;
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
