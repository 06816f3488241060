import type { FieldMeta, NamedFieldMeta } from './field.ts';
import { isUnanswered } from './normalisations.ts';
import type { RawAnswers } from './raw-answers.ts';

/** Raw answers put in the shape of a form: one value a field, rows as lists, and under its own name whatever was not asked. */
export type Gathered = Readonly<Record<string, unknown>>;

type Texts = string | readonly string[];
type Rows = Map<number, Record<string, Texts>>;

/**
 * Puts what was sent in the shape that the form's schema reads; it judges nothing.
 *
 * A browser leaves out unticked boxes and sends '' for blank ones: both become "unanswered". Names that are not asked stay, so
 * that the closed schema refuses them.
 */
export function gather(fields: readonly NamedFieldMeta[], raw: RawAnswers): Gathered {
  const lists = fields.filter((field) => field.kind === 'repeated');
  const rowsOf = new Map(lists.map((field): [string, Rows] => [field.name, new Map()]));
  const texts: Record<string, Texts> = Object.create(null);
  for (const [name, sent] of Object.entries(raw)) if (!intoRow(rowsOf, name, sent)) texts[name] = sent;
  const gathered: Record<string, unknown> = Object.assign(Object.create(null), texts);
  for (const field of fields) {
    const rows = rowsOf.get(field.name);
    gathered[field.name] = rows
      ? (texts[field.name] ?? gatherRows(field, rows))
      : answerTo(field, texts[field.name]);
  }
  return gathered;
}

/** "children.0.givenName" goes into row 0 of "children". Rows are counted 0, 1, 2 without leading noughts, up to 999. */
function inRow(name: string): { list: string; index: number; rest: string } | undefined {
  const [, list, index, rest] = /^([^.]+)\.(0|[1-9]\d{0,2})\.(.+)$/su.exec(name) ?? [];
  return list === undefined || rest === undefined ? undefined : { list, index: Number(index), rest };
}

function intoRow(rowsOf: ReadonlyMap<string, Rows>, name: string, texts: Texts): boolean {
  const place = inRow(name);
  const rows = place && rowsOf.get(place.list);
  if (!rows) return false;
  const row: Record<string, Texts> = rows.get(place.index) ?? Object.create(null);
  row[place.rest] = texts;
  rows.set(place.index, row);
  return true;
}

function gatherRows(field: NamedFieldMeta, rows: Rows): readonly Gathered[] {
  const fields = field.fields ?? [];
  const answered = [...rows].filter(([, row]) => !isBlankRow(fields, row)).map(([index]) => index);
  const length = Math.max(field.min ?? 0, 1 + Math.max(-1, ...answered));
  // One row too many is enough for the schema to refuse: a sent index must not decide how much work is done.
  const shown = Math.min(length, (field.max ?? 0) + 1);
  return Array.from({ length: shown }, (_, index) => gather(fields, rows.get(index) ?? {}));
}

/** A name that is not asked makes a row one that was answered: it must reach the schema and be refused there. */
function isBlankRow(fields: readonly NamedFieldMeta[], row: RawAnswers): boolean {
  return Object.entries(row).every(([name, texts]) => isUnanswered(texts) && isAsked(fields, name));
}

function isAsked(fields: readonly NamedFieldMeta[], name: string): boolean {
  const place = inRow(name);
  return fields.some((field) =>
    field.kind === 'repeated'
      ? place?.list === field.name && isAsked(field.fields ?? [], place.rest)
      : field.name === name,
  );
}

function answerTo(field: FieldMeta, texts: Texts | undefined): Texts | undefined {
  if (isUnanswered(texts)) return unanswered(field);
  return field.kind === 'some of' && typeof texts === 'string' ? [texts] : texts;
}

function unanswered(field: FieldMeta): Texts | undefined {
  if (!field.required) return undefined;
  return field.kind === 'some of' ? [] : '';
}
