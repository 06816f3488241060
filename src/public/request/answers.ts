import { lengthOf, sameLines, wellFormed } from '../../language/text.ts';
import type { NamedFieldMeta } from '../../platform/forms/field.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valuesIn } from '../../platform/html/answers.ts';
import {
  type Forms,
  isList,
  LISTS,
  type ListName,
  PARTS,
  type PartName,
  type Purpose,
  partsFor,
} from './questions.ts';

/** One page of the request: a part, or one person of a part that is a list. */
export type Place = { readonly part: PartName; readonly row?: number };

/** A control of a page under the whole name it is sent by: `children.2.school`. */
type Control = { readonly name: string; readonly meta: NamedFieldMeta };

const PURPOSE = 'purpose';

/** Reads the name of a page: `why`, or `children.2` for the third child. */
export function placeFrom(text: unknown): Place | undefined {
  if (typeof text !== 'string') return undefined;
  const [name, row, ...more] = text.split('.');
  const part = PARTS.find((one) => one === name);
  if (part === undefined || more.length > 0) return undefined;
  if (row === undefined) return { part };
  return isList(part) && /^\d{1,2}$/.test(row) && Number(row) < LISTS[part].most
    ? { part, row: Number(row) }
    : undefined;
}

/** The name of a page, as buttons send it. */
export function placeName({ part, row }: Place): string {
  return row === undefined ? part : `${part}.${row}`;
}

/** What the controls of one person of a list begin with: `children.2.` */
export function rowPrefix(list: ListName, row: number): string {
  return `${LISTS[list].rows}.${row}.`;
}

/** The controls of a page, under the names they are sent by. The page that lists people has none of its own. */
export function controlsAt(forms: Forms, { part, row }: Place): readonly Control[] {
  if (!isList(part)) return controlsOf(forms[part].fields);
  if (row === undefined) return [];
  const prefix = rowPrefix(part, row);
  return controlsOf(forms[part].fields).filter(({ name }) => name.startsWith(prefix));
}

function controlsOf(fields: readonly NamedFieldMeta[]): readonly Control[] {
  return fields.flatMap((meta) =>
    meta.kind === 'repeated'
      ? Array.from({ length: meta.max ?? 0 }, (_, row) =>
          (meta.fields ?? []).map((inner) => ({ name: `${meta.name}.${row}.${inner.name}`, meta: inner })),
        ).flat()
      : [{ name: meta.name, meta }],
  );
}

/** The answers of one part alone, with nothing that was left blank. */
export function answersOf(forms: Forms, part: PartName, answers: RawAnswers): RawAnswers {
  const asked = controlsOf(forms[part].fields).map(({ name }) => name);
  return Object.fromEntries(
    asked.flatMap((name) => {
      const said = valuesIn(answers, name);
      if (said.every((text) => text.trim() === '')) return [];
      return [[name, said.length === 1 ? sameLines(said[0] ?? '') : said.map(sameLines)]];
    }),
  );
}

/** Everything that would be sent for the purpose, in one order: the same words mean the same however often pages were turned. */
export function answersToSend(forms: Forms, answers: RawAnswers): RawAnswers {
  const purpose = purposeOf(answers);
  return Object.assign(
    { [PURPOSE]: purpose },
    ...partsFor(purpose).map((part) => answersOf(forms, part, answers)),
  );
}

/** Whether a child is named. Until somebody says otherwise it is a request. */
export function purposeOf(answers: RawAnswers): Purpose {
  return valuesIn(answers, PURPOSE)[0] === 'advice' ? 'advice' : 'request';
}

/** How many people of a list have been written down: up to the last of whom anything was said. */
export function countOf(list: ListName, answers: RawAnswers): number {
  const begins = `${LISTS[list].rows}.`;
  const rows = Object.keys(answers)
    .filter((name) => name.startsWith(begins) && valuesIn(answers, name).some((text) => text.trim() !== ''))
    .map((name) => Number(name.split('.')[1]));
  return 1 + Math.max(-1, ...rows);
}

/**
 * What a page changes in the draft: each of its controls, blank where nothing came, so that an answer taken back is gone.
 *
 * A wrong answer is kept as well. Only what no draft can hold is left as it was: a character that cannot be stored, or a text far
 * longer than the box.
 */
export function changesAt(forms: Forms, place: Place, sent: RawAnswers): RawAnswers {
  return Object.fromEntries(controlsAt(forms, place).flatMap((control) => changeOf(control, sent)));
}

/** Every control of every part as sent, for a whole request that begins anew under another key. */
export function wholeChanges(forms: Forms, sent: RawAnswers): RawAnswers {
  const controls = PARTS.flatMap((part) => controlsOf(forms[part].fields));
  return {
    [PURPOSE]: purposeOf(sent),
    ...Object.fromEntries(controls.flatMap((control) => changeOf(control, sent))),
  };
}

/** The draft without one person of a list: those after move up, and nobody is left twice. */
export function changesWithout(forms: Forms, list: ListName, row: number, answers: RawAnswers): RawAnswers {
  const moved = controlsOf(forms[list].fields)
    .map(({ name }) => ({ name, at: Number(name.split('.')[1]), rest: name.split('.').slice(2).join('.') }))
    .filter(({ at }) => at >= row);
  return Object.fromEntries(
    moved.map(({ name, at, rest }) => [name, answers[`${rowPrefix(list, at + 1)}${rest}`] ?? '']),
  );
}

/** The names that were sent and are not asked on a page; the request's own controls are not answers. */
export function unaskedAt(forms: Forms, place: Place | undefined, sent: RawAnswers): readonly string[] {
  const asked = new Set(place === undefined ? [] : controlsAt(forms, place).map(({ name }) => name));
  return Object.keys(sent).filter((name) => !asked.has(name));
}

/** The names that were sent with a whole request and belong to no part of it. */
export function unaskedInAll(forms: Forms, sent: RawAnswers): readonly string[] {
  const asked = new Set(PARTS.flatMap((part) => controlsOf(forms[part].fields).map(({ name }) => name)));
  return Object.keys(sent).filter((name) => !asked.has(name) && name !== PURPOSE);
}

function changeOf({ name, meta }: Control, sent: RawAnswers): [string, string | readonly string[]][] {
  const texts = valuesIn(sent, name).map(sameLines);
  if (texts.every((text) => text.trim() === '')) return [[name, '']];
  const most = meta.kind === 'some of' ? meta.options.length : 1;
  if (texts.length > most || !texts.every((text) => canBeKept(text, meta.max ?? LONGEST_CODE))) return [];
  return [[name, texts.length > 1 ? texts : (texts[0] ?? '')]];
}

const LONGEST_CODE = 100;
/** A text somewhat too long is kept, so that it can be shortened later. */
const OVER = 1.25;

function canBeKept(text: string, max: number): boolean {
  return wellFormed(text) && lengthOf(text) <= max * OVER;
}
