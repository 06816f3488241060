import { codeSet } from './code-set.ts';

/** What a household is to somebody who lives in it: their home, or one where they live part of the time. */
export const HOUSEHOLD_KINDS = codeSet({
  id: 'household kind',
  title: 'How they live there',
  source: 'Wording proposed; a child whose care is shared lives in two households',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'home', label: 'It is their home' },
    { code: 'part of the time', label: 'Part of the time, because they live in two households' },
  ],
});

/** The days of a week, for care that is shared by days. */
export const WEEKDAYS = codeSet({
  id: 'weekday',
  title: 'Day of the week',
  source: 'Calendar',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'monday', label: 'Monday' },
    { code: 'tuesday', label: 'Tuesday' },
    { code: 'wednesday', label: 'Wednesday' },
    { code: 'thursday', label: 'Thursday' },
    { code: 'friday', label: 'Friday' },
    { code: 'saturday', label: 'Saturday' },
    { code: 'sunday', label: 'Sunday' },
  ],
});
