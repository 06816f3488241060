import { z } from 'zod';
import { dayInFull } from '../../language/dates-in-words.ts';
import type { Day } from '../../language/day.ts';
import { readTypedDay } from '../../language/typed-day.ts';
import { type Field, type FormContext, oneText } from './field.ts';

type DayQuestion = {
  /** Said when nothing was typed: "Enter the date of birth". */
  readonly message: string;
  /** How refusals begin: "Date of birth" gives "Date of birth must be in the past". */
  readonly what?: string;
  readonly notAfterToday?: boolean;
  readonly notBefore?: Day;
};

type NumberQuestion = {
  readonly message: string;
  readonly what?: string;
  readonly min: number;
  readonly max: number;
};

/** A day as people type it (3/4/2026, 3 April, yesterday). A day out of bounds is refused, never moved. */
export function typedDay(question: DayQuestion): Field<Day> {
  const { message, what = 'The date', notAfterToday = false, notBefore } = question;
  const schema = ({ today }: FormContext): z.ZodType<Day> =>
    oneText(message).transform((text, context): Day => {
      const read = readTypedDay(text, today, notAfterToday ? 'past' : 'any');
      const why = read.ok ? whyOutOfBounds(read.day, question, today) : read.why;
      if (read.ok && why === undefined) return read.day;
      context.addIssue({ code: 'custom', message: `${what} ${why}` });
      return z.NEVER;
    });
  const bounds = { notAfterToday, ...(notBefore && { notBefore }) };
  return { kind: 'day', required: true, options: [], ...bounds, schema };
}

/** A whole number between `min` and `max`, in figures. */
export function wholeNumber({ message, what = 'The number', min, max }: NumberQuestion): Field<number> {
  const schema = oneText(message)
    .transform((text) => text.trim())
    .refine((text) => /^-?\d{1,9}$/u.test(text), {
      error: `${what} must be a whole number, like ${min}`,
      abort: true,
    })
    .transform(Number)
    .refine((number) => number >= min && number <= max, {
      error: `${what} must be between ${min} and ${max}`,
    });
  return { kind: 'whole number', required: true, options: [], min, max, schema: () => schema };
}

function whyOutOfBounds(
  typed: Day,
  { notAfterToday, notBefore }: DayQuestion,
  today: Day,
): string | undefined {
  if (notAfterToday && typed > today) return 'must be today or in the past';
  return notBefore && typed < notBefore ? `must be on or after ${dayInFull(notBefore)}` : undefined;
}
