import { type Day, isDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { readTypedDay } from '../../../language/typed-day.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';

/** One line of a timeline. */
export type Entry = Place & {
  readonly id: Id;
  readonly source: string;
  readonly recordedAt: Date;
  readonly by: string | undefined;
  readonly title: string;
  readonly words?: string | undefined;
  readonly href?: string | undefined;
  readonly fieldClass?: string | undefined;
};

/** Where an entry stands on the timeline: by day, by time where there is one, by when it was recorded, by its own name. */
export type Place = {
  readonly on: Day;
  /** By the clock on the wall, `14:30`; nothing where nobody wrote one down, and never midnight instead. */
  readonly time: string | undefined;
  /**
   * When it was recorded, in microseconds since 1970, as digits. What one form records is a few of them apart: by milliseconds it would stand in
   * the order in which it was written on one day, and by chance on another.
   */
  readonly recorded: string;
  readonly key: string;
};

/** What somebody asks of a timeline; it stands in the address. */
export type Asked = {
  readonly source: string | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly by: string | undefined;
  readonly before: Place | undefined;
};

const LONGEST_NAME = 100;

/** Reads what is asked of a timeline. What cannot be read is not asked. */
export function askedIn(query: RawAnswers, today: Day): Asked {
  return {
    source: lineIn(query, 'kind'),
    from: dayIn(query, 'from', today),
    until: dayIn(query, 'until', today),
    by: lineIn(query, 'by'),
    before: placeFrom(lineIn(query, 'before') ?? ''),
  };
}

function lineIn(query: RawAnswers, name: string): string | undefined {
  const value = query[name];
  const line = typeof value === 'string' ? value.trim() : '';
  return line === '' || line.length > LONGEST_NAME || /\p{Cc}/u.test(line) ? undefined : line;
}

function dayIn(query: RawAnswers, name: string, today: Day): Day | undefined {
  const typed = readTypedDay(lineIn(query, name) ?? '', today);
  return typed.ok ? typed.day : undefined;
}

/** A place as it stands in an address. */
export function placeInAddress({ on, time, recorded, key }: Place): string {
  return [on, time ?? '', recorded, key].join('_');
}

const PLACE = /^(\d{4}-\d{2}-\d{2})_((?:[01]\d|2[0-3]):[0-5]\d)?_(\d{1,16})_([a-z][a-z -]* [0-9a-f-]{36})$/;

/** Reads a place back from an address; nothing where it is none. */
export function placeFrom(text: string): Place | undefined {
  const [, on = '', time, recorded = '', key = ''] = PLACE.exec(text) ?? [];
  return isDay(on) ? { on, time, recorded, key } : undefined;
}
