import type { CalendarRules } from './calendar.ts';
import { HOLIDAY_EXCEPTIONS, HOLIDAY_RULES } from './holiday-rules.ts';
import { OFFICE_HOURS } from './office-hours.ts';

/** What working time is counted on in Jersey. */
export const JERSEY_CALENDAR: CalendarRules = {
  id: 'jersey',
  zone: 'Europe/Jersey',
  officeHours: OFFICE_HOURS,
  holidayRules: HOLIDAY_RULES,
  holidayExceptions: HOLIDAY_EXCEPTIONS,
};
