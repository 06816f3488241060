import { z } from 'zod';
import { lengthOf, MAX_WORDS } from '../../language/text.ts';
import { type Field, oneText } from './field.ts';
import { oneLineEnd, withoutOuterBlanks } from './normalisations.ts';

const LONGEST_LINE = 200;
/** The longest address that mail systems must carry (RFC 5321, 4.5.3.1.3). */
const LONGEST_EMAIL = 254;
const LONGEST_TELEPHONE = 40;
/** Local numbers of large offices have five digits; E.164 allows fifteen, behind 00 and before an extension of six. */
const FEWEST_DIGITS = 5;
const MOST_DIGITS = 2 + 15 + 6;

type TextQuestion = { readonly max?: number; readonly empty?: string };

/** A telephone number as it was typed, for people, and its digits alone, for comparing. */
export type Telephone = { readonly typed: string; readonly digits: string };

/** Words of several lines, stored exactly as typed but for the way lines end. At most `max` characters, never over MAX_WORDS. */
export function words({ max = MAX_WORDS, empty = 'Enter an answer' }: TextQuestion = {}): Field<string> {
  if (max > MAX_WORDS) throw new RangeError(`an answer in words may have at most ${MAX_WORDS} characters`);
  return textOfFile({ max, empty });
}

/** The text of a file that was sent, at most `max` characters: longer than anybody types, and stored as exactly. */
export function textOfFile({ max, empty }: Required<TextQuestion>): Field<string> {
  const schema = oneText(empty)
    .transform(oneLineEnd)
    .refine(...atMost(max));
  return { kind: 'words', required: true, options: [], max, schema: () => schema };
}

/** Words on one line: a name, a title, a street. Blanks around them are dropped; tabs and line ends inside are refused. */
export function line({ max = LONGEST_LINE, empty = 'Enter an answer' }: TextQuestion = {}): Field<string> {
  const schema = oneLine(empty).refine(...atMost(max));
  return { kind: 'line', required: true, options: [], max, schema: () => schema };
}

/** An email address, kept as typed, capitals too. */
export function email({ empty = 'Enter an email address' }: { readonly empty?: string } = {}): Field<string> {
  const error = 'Enter an email address in the correct format, like name@example.com';
  const schema = oneLine(empty)
    .refine(...atMost(LONGEST_EMAIL))
    .pipe(z.email({ error }));
  return { kind: 'email', required: true, options: [], max: LONGEST_EMAIL, schema: () => schema };
}

/** A telephone number of any country, kept as typed and as digits. */
export function telephone({
  empty = 'Enter a telephone number',
}: {
  readonly empty?: string;
} = {}): Field<Telephone> {
  const schema = oneLine(empty)
    .refine((text) => text.length <= LONGEST_TELEPHONE && isTelephone(text), {
      error: 'Enter a telephone number, like 01534 519000 or +44 7797 000000',
    })
    .transform((typed) => ({ typed, digits: typed.replace(/\D/gu, '') }));
  return { kind: 'telephone', required: true, options: [], max: LONGEST_TELEPHONE, schema: () => schema };
}

function oneLine(empty: string): z.ZodType<string, string> {
  return oneText(empty)
    .transform(withoutOuterBlanks)
    .refine((text) => !/[\n\t]/u.test(text), {
      error: 'Your answer must be on one line, without tabs',
      abort: true,
    });
}

/** The refusal says by how much, because cutting blindly is what people do to a text that is "too long". */
function atMost(max: number) {
  const error = ({ input }: { readonly input?: unknown }): string =>
    `Your answer must be ${counted(max)} characters or fewer. It is ${counted(lengthOf(String(input)) - max)} too long`;
  return [(text: string) => lengthOf(text) <= max, { error, abort: true }] as const;
}

function counted(characters: number): string {
  return characters.toLocaleString('en-GB');
}

function isTelephone(text: string): boolean {
  const digits = text.replace(/\D/gu, '').length;
  return (
    /^\+?[\d ().\-/]+(?:(?:ext|x)\.? ?\d{1,6})?$/iu.test(text) &&
    digits >= FEWEST_DIGITS &&
    digits <= MOST_DIGITS
  );
}
