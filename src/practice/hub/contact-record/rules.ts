import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';

/** The six dates of a contact, which are never folded into one. Undefined: not yet, or not known. */
export type SixDates = {
  readonly happenedOn: Day | undefined;
  readonly toldAt: Date;
  readonly recordedAt: Date;
  /** When the last of its children was decided; undefined while one is not. */
  readonly decidedAt: Date | undefined;
  /** When a manager signed, where the profile asks for that. */
  readonly authorisedAt: Date | undefined;
  readonly authorisationAsked: boolean;
  readonly answeredAt: Date | undefined;
};

/** One of the six dates as the page says it. */
export type DateLine = { readonly label: string; readonly when: string };

/** The six dates in words, each with its own name; what has not come is said to be open, and not left out. */
export function datesInWords(dates: SixDates, today: Day, zone: string): readonly DateLine[] {
  const moment = (at: Date) => `${dayInWords(dayOf(at, zone), today)}, ${timeInWords(at, zone)}`;
  const happened = dates.happenedOn === undefined ? 'Not known' : dayInWords(dates.happenedOn, today);
  const open = (at: Date | undefined) => (at === undefined ? 'Not yet' : moment(at));
  const authorised =
    dates.authorisationAsked || dates.authorisedAt !== undefined ? open(dates.authorisedAt) : 'Not asked for';
  return [
    { label: 'Happened', when: happened },
    { label: 'Told to us', when: moment(dates.toldAt) },
    { label: 'Recorded', when: moment(dates.recordedAt) },
    { label: 'Decided', when: open(dates.decidedAt) },
    { label: 'Authorised', when: authorised },
    { label: 'Answered', when: open(dates.answeredAt) },
  ];
}

/** When a contact of several children was decided or authorised: when the last was, and not while one is missing. */
export function lastOf(instants: readonly (Date | undefined)[]): Date | undefined {
  const known = instants.filter((at) => at !== undefined);
  if (known.length < instants.length || known.length === 0) return undefined;
  return new Date(Math.max(...known.map((at) => at.getTime())));
}
