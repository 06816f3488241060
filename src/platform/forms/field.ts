import { z } from 'zod';
import type { Day } from '../../language/day.ts';
import { wellFormed } from '../../language/text.ts';

/** What a field is, so that pages, tests and documents can know its control without reading its checks. */
type FieldKind =
  | 'words'
  | 'line'
  | 'email'
  | 'telephone'
  | 'one of'
  | 'some of'
  | 'yes or no'
  | 'ticked'
  | 'day'
  | 'whole number'
  | 'id'
  | 'document'
  | 'repeated';

/** One thing that can be chosen: the code that is stored and sent, and the label people read. */
export type Option<Code extends string = string> = { readonly code: Code; readonly label: string };

/** What is known about a field before anybody answers. `max` and `min` count characters, a number, or rows, by kind. */
export type FieldMeta = {
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly options: readonly Option[];
  readonly max?: number;
  readonly min?: number;
  readonly notAfterToday?: boolean;
  readonly notBefore?: Day;
  readonly fields?: readonly NamedFieldMeta[];
};

/** A field of a form under the name of its control. */
export type NamedFieldMeta = FieldMeta & { readonly name: string };

/** What an answer may depend on besides its text. */
export type FormContext = { readonly today: Day };

/**
 * A question: its meta, and the schema of its answer on a day. The schema receives the text sent ('' when there was none; a
 * list for `some of`; rows for `repeated`), or `undefined` when nothing was answered and nothing is required.
 */
export type Field<Value> = FieldMeta & { readonly schema: (context: FormContext) => z.ZodType<Value> };

/** Makes a question one that may be left blank; the answer is then `undefined`. */
export function optional<Value>(field: Field<Value>): Field<Value | undefined> {
  return { ...field, required: false, schema: (context) => field.schema(context).optional() };
}

/** The one text that a single control sends, not blank, and storable as it is. Every single-valued field starts here. */
export function oneText(empty: string): z.ZodType<string, string> {
  return z
    .string({ error: 'Give one answer only' })
    .refine((text) => text.trim() !== '', { error: empty, abort: true })
    .refine((text) => wellFormed(text.replaceAll('\r\n', '\n')), { error: CANNOT_BE_STORED, abort: true });
}

const CANNOT_BE_STORED =
  'Your answer contains a character that cannot be stored. It may have come with copied text: type that part again';
