import type { Day } from '../../../language/day.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { lengthOf, sameLines } from '../../../language/text.ts';
import { readTypedDay } from '../../../language/typed-day.ts';
import { instantOfWall } from '../../../language/zone.ts';
import { CHANNELS } from '../../../profile/code-sets/channels.ts';
import { type CodeSet, isCode } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';

const LONGEST_LINE = 200;

type Correctable = {
  readonly code: string;
  readonly label: string;
  /** What its new value looks like. */
  readonly kind: 'instant' | 'day' | 'code' | 'level' | 'line' | 'words' | 'nobody';
  readonly of: 'contact' | 'child';
  readonly codes?: CodeSet;
  readonly longest?: number;
  /** May be left empty: then nothing is known of it. */
  readonly mayBeEmpty?: true;
};

/** What of a contact can be put right. The words that were said are not among it: they were said. */
// biome-ignore format: a table reads as a table
export const CORRECTABLE = [
  { code: 'told at', label: 'When we were told', kind: 'instant', of: 'contact' },
  { code: 'happened on', label: 'When it happened', kind: 'day', of: 'contact', mayBeEmpty: true },
  { code: 'summary', label: 'The line for lists', kind: 'line', of: 'contact', longest: 200, mayBeEmpty: true },
  { code: 'channel', label: 'How it reached us', kind: 'code', of: 'contact', codes: CHANNELS },
  { code: 'source', label: 'Who told us, by kind', kind: 'code', of: 'contact', codes: CONTACT_SOURCES },
  { code: 'words language', label: 'The language of the words', kind: 'code', of: 'contact', codes: LANGUAGES },
  { code: 'referrer level', label: 'The level the referrer gave', kind: 'level', of: 'contact', mayBeEmpty: true },
  { code: 'given name', label: 'First name', kind: 'line', of: 'child', longest: 100, mayBeEmpty: true },
  { code: 'family name', label: 'Family name', kind: 'line', of: 'child', longest: 100, mayBeEmpty: true },
  { code: 'born on', label: 'Date of birth', kind: 'day', of: 'child', mayBeEmpty: true },
  { code: 'due on', label: 'Due date', kind: 'day', of: 'child', mayBeEmpty: true },
  { code: 'school', label: 'School', kind: 'line', of: 'child', longest: 200, mayBeEmpty: true },
  { code: 'person', label: 'Who this is: it was somebody else', kind: 'nobody', of: 'child' },
] as const satisfies readonly Correctable[];

/** The code of something that can be put right. */
export type WhatWasWrong = (typeof CORRECTABLE)[number]['code'];

/** The row of a code. */
export function correctableOf(what: WhatWasWrong): Correctable {
  const row = CORRECTABLE.find(({ code }) => code === what);
  if (row === undefined) throw new RangeError('not something that can be put right');
  return row;
}

/** A new value, read as its kind asks. `undefined` where nothing is known any more. */
export type NewValue = string | number | Date | undefined;

/** What a correction is measured against. */
export type Standing = {
  readonly today: Day;
  readonly now: Date;
  readonly zone: string;
  /** The earliest signature and the answer: nobody decides or answers before they were told. */
  readonly notAfter: Date | undefined;
  /** A referral or an offer of help stands on the record of the person who was named. */
  readonly hasOpened: boolean;
};

/** Reads what was typed as the new value, and refuses what cannot have been so. */
export function newValue(
  what: WhatWasWrong,
  typed: { readonly isNow?: string | undefined; readonly time?: string | undefined },
  standing: Standing,
): Outcome<NewValue> {
  const row = correctableOf(what);
  const text = typed.isNow?.trim() ?? '';
  if (row.kind === 'nobody') return somebodyElse(standing);
  if (text !== '') return readAs(row, text, typed.time, standing);
  return row.mayBeEmpty === true
    ? done(undefined)
    : refused({ field: 'isNow', message: 'Enter what is right' });
}

function readAs(
  row: Correctable,
  text: string,
  time: string | undefined,
  standing: Standing,
): Outcome<NewValue> {
  switch (row.kind) {
    case 'day':
      return dayIn(text, standing, row.code);
    case 'instant':
      return instantIn(text, time, standing);
    case 'code':
      return codeIn(text, row.codes);
    case 'level':
      return /^[1-4]$/.test(text)
        ? done(Number(text))
        : refused({ field: 'isNow', message: 'Select a level' });
    default:
      return lineIn(text, row.longest ?? LONGEST_LINE);
  }
}

function codeIn(text: string, codes: CodeSet | undefined): Outcome<string> {
  return codes !== undefined && isCode(codes, text)
    ? done(text)
    : refused({ field: 'isNow', message: 'Select from the list' });
}

function somebodyElse({ hasOpened }: Standing): Outcome<undefined> {
  return hasOpened
    ? refused({
        field: '',
        message:
          'A referral or an offer of help stands on this person’s record. Choose “Somebody else?” on the contact and say who the child is: it goes along.',
      })
    : done(undefined);
}

function dayIn(text: string, { today }: Standing, code: string): Outcome<Day> {
  const read = readTypedDay(text, today, code === 'due on' ? 'any' : 'past');
  if (!read.ok) return refused({ field: 'isNow', message: `The day ${read.why}` });
  return code !== 'due on' && read.day > today
    ? refused({ field: 'isNow', message: 'The day must be today or in the past' })
    : done(read.day);
}

function instantIn(text: string, time: string | undefined, standing: Standing): Outcome<Date> {
  const on = dayIn(text, standing, 'told at');
  if (!on.ok) return on;
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time?.trim() ?? '') ?? [];
  if (hours === '') return refused({ field: 'time', message: 'Enter the time like 14:02' });
  const at = atTimeOf(on.value, Number(hours) * 60 + Number(minutes), standing.zone);
  if (at > standing.now)
    return refused({ field: 'isNow', message: 'We cannot have been told later than now' });
  if (standing.notAfter !== undefined && at > standing.notAfter)
    return refused({
      field: 'isNow',
      message: 'It was decided or answered before that. We were told earlier',
    });
  return done(at);
}

/** The instant at which the clock on the wall shows so many minutes; on the two days a year that are longer or shorter too. */
function atTimeOf(on: Day, minutes: number, zone: string): Date {
  return new Date(instantOfWall(Date.parse(on) + minutes * 60_000, zone));
}

function lineIn(text: string, longest: number): Outcome<string> {
  const line = sameLines(text);
  if (/[\n\t]/.test(line)) return refused({ field: 'isNow', message: 'Your answer must be on one line' });
  return lengthOf(line) <= longest
    ? done(line)
    : refused({ field: 'isNow', message: `Your answer must be ${longest} characters or fewer` });
}
