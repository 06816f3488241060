import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lengthOf, sameLines, wellFormed } from '../../language/text.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../profile/code-sets/document-kinds.ts';
import type { Field, NamedFieldMeta } from './field.ts';
import { plainFileName } from './normalisations.ts';
import type { RawAnswers } from './raw-answers.ts';

/** The most bytes that a document may have: 900 kB, as the page that asks for one says. */
export const MOST_BYTES = 900_000;
/** The most characters that the name of a document may have. */
const LONGEST_NAME = 200;
const SEVERAL = 'Choose one document at a time. Choose it again';

/** A document as it was sent: its bytes unchanged, its name without folders, and its kind by how its bytes begin. */
export type SentDocument = { readonly name: string; readonly kind: DocumentKind; readonly bytes: Buffer };

/** How the bytes of each kind begin; a text is known by holding nothing else. */
const BEGINS: readonly (readonly [DocumentKind, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-', 'latin1')],
  ['png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['jpeg', Buffer.from('ffd8ff', 'hex')],
];

/** The kind of a document by its bytes alone, whatever it is called and whatever a browser says of it; undefined where it is none of ours. */
export function kindOfDocument(bytes: Buffer): DocumentKind | undefined {
  const begun = BEGINS.find(([, start]) => bytes.subarray(0, start.length).equals(start));
  if (begun !== undefined) return begun[0];
  return isUtf8(bytes) && wellFormed(sameLines(bytes.toString('utf8'))) ? 'text' : undefined;
}

/** A document among answers, which are texts: the name on a line, then the bytes in Base64. A control that was left empty is no answer. */
export function documentText(called: string, bytes: Buffer): string {
  if (called === '' && bytes.length === 0) return '';
  return `${called.replaceAll('\n', ' ')}\n${bytes.toString('base64')}`;
}

/** One document of a kind that we take, at most 900 kB. It is never shown again in a form: whoever is refused chooses it again. */
export function oneDocument({ empty }: { readonly empty: string }): Field<SentDocument> {
  const schema = z.string({ error: SEVERAL }).transform((text, judged) => {
    const sent = documentIn(text, empty);
    if (typeof sent !== 'string') return sent;
    judged.addIssue({ code: 'custom', message: sent });
    return z.NEVER;
  });
  return { kind: 'document', required: true, options: [], schema: () => schema };
}

/** The document in an answer, or what is wrong with it. */
function documentIn(text: string, empty: string): SentDocument | string {
  const [, called = '', coded = ''] = /^([^\n]*)\n([A-Za-z0-9+/]*={0,2})$/.exec(text) ?? [];
  if (called === '' && coded === '') return empty;
  const [name, bytes] = [plainFileName(called) || 'document', Buffer.from(coded, 'base64')];
  if (bytes.length === 0) return 'The document is empty. Choose another one';
  if (bytes.length > MOST_BYTES) return 'The document must be 900 kB or smaller. Choose a smaller one';
  const kind = kindOfDocument(bytes);
  if (kind === undefined) return 'The document must be a PDF, a PNG or JPEG picture, or plain text';
  if (lengthOf(name) > LONGEST_NAME)
    return `The name of the document must be ${LONGEST_NAME} characters or fewer. Rename it and choose it again`;
  return { name, kind, bytes };
}

/** The names of the controls that carry documents. */
const controlsOf = (fields: readonly NamedFieldMeta[]) =>
  fields.filter(({ kind }) => kind === 'document').map(({ name }) => name);

/** Says whether a form takes a document. */
export function takesDocument(fields: readonly NamedFieldMeta[]): boolean {
  return controlsOf(fields).length > 0;
}

/**
 * Answers as they are kept beside the record: a document is no word of anybody, stands once, behind its own wall, and so is told here by the
 * SHA-256 of its answer alone.
 */
export function besideTheRecord(fields: readonly NamedFieldMeta[], answers: RawAnswers): RawAnswers {
  const documents = new Set(controlsOf(fields));
  if (documents.size === 0) return answers;
  const kept: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, texts] of Object.entries(answers))
    kept[name] =
      documents.has(name) && texts !== ''
        ? `SHA-256:${createHash('sha256').update(JSON.stringify(texts)).digest('hex')}`
        : texts;
  return kept;
}

/** The name under which a document is taken away: as it was called, ending as its kind does. */
export function nameToTake(name: string, kind: DocumentKind): string {
  const { endings } = DOCUMENT_KINDS.codes.find(({ code }) => code === kind) ?? { endings: [''] };
  return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[0] ?? ''}`;
}
