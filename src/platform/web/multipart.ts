import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { done, type Outcome, refused } from '../../language/outcome.ts';
import { documentText, MOST_BYTES, takesDocument } from '../forms/document-field.ts';
import type { NamedFieldMeta } from '../forms/field.ts';
import { type RawAnswers, reachesBehind } from '../forms/raw-answers.ts';

/** A list as a spreadsheet saves it: the one kind of file that a form takes which asks for no document. */
const KIND = /\.csv$/i;

/** What may come with one form that carries a file: one text file of half a megabyte, and a few short controls. */
const LIMITS = { files: 1, fileSize: 500_000, fields: 50, fieldSize: 20_000, fieldNameSize: 200, parts: 60 };
/** Of a document one byte too many is read, so that its form can say at the control that it is too large; of a second one, that it came. */
const OF_DOCUMENTS = { ...LIMITS, files: 2, fileSize: MOST_BYTES + 1 };
/** A photograph as a telephone takes it is read as far as it may, and refused at its control; what is larger still is refused as a whole. */
const LARGEST_WITH_DOCUMENT = 4_000_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    takes?: 'a document';
  }
}

/** What the route of a form is told where the form asks for a document. */
export function sentWith<Options extends { config: object }>(
  options: Options,
  fields: readonly NamedFieldMeta[],
) {
  if (!takesDocument(fields)) return options;
  return {
    ...options,
    bodyLimit: LARGEST_WITH_DOCUMENT,
    config: { ...options.config, takes: 'a document' as const },
  };
}

/**
 * Reads a form that carries a text file into answers: the file's text stands under the name of its control. Where the form asks for a document,
 * it stands there as `documentText` writes it, and its form says what is wrong with it.
 *
 * Bytes that are not text in UTF-8, a file of another kind by its name, one that is too large and a form that was cut refuse the whole, as
 * everywhere: nothing is repaired. A name is looked at for that and kept nowhere.
 */
export function readMultipart(
  headers: BusboyHeaders,
  body: Buffer,
  takes?: 'a document',
): Promise<Outcome<RawAnswers>> {
  const limits = takes === undefined ? LIMITS : OF_DOCUMENTS;
  return new Promise((resolve) => {
    const raw: Record<string, string | readonly string[]> = Object.create(null);
    let fault: string | undefined;
    const keep = (name: string, text: string) => {
      if (reachesBehind(name) || raw[name] !== undefined) fault ??= 'What was sent is not from this page';
      else raw[name] = text;
    };
    const reader = new Busboy({ headers, limits });
    reader.on('field', (name, text, nameCut, textCut) => {
      if (nameCut || textCut) fault ??= 'What was sent is too large';
      else keep(name, text);
    });
    reader.on('file', (name, file, called) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => {
        if (takes === undefined) fault ??= 'The file is larger than half a megabyte';
      });
      file.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (takes !== undefined && !reachesBehind(name))
          return keepDocument(raw, name, documentText(called ?? '', bytes));
        fault ??= wrongWith(bytes, called);
        keep(name, bytes.toString('utf8'));
      });
    });
    // What is beyond a limit is left out by the reader, without a word: then nothing of it counts.
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'])
      reader.on(limit, () => {
        if (takes === undefined || limit !== 'filesLimit') fault ??= 'What was sent has too many parts';
      });
    const finish = () =>
      resolve(
        fault === undefined ? done(raw) : refused({ field: '', message: `${fault}. Nothing was saved` }),
      );
    reader.on('finish', finish);
    reader.on('error', () =>
      resolve(refused({ field: '', message: 'What was sent is damaged. Nothing was saved' })),
    );
    Readable.from([body]).pipe(reader);
  });
}

/** A browser sends a nameless file of nothing where none was chosen: the form says that itself. */
function wrongWith(bytes: Buffer, called: string | undefined): string | undefined {
  if (!isUtf8(bytes) || bytes.includes(0)) return 'The file is not plain text in UTF-8';
  if (bytes.length === 0 || KIND.test(called ?? '')) return undefined;
  return 'The file is not a CSV file: its name must end in .csv';
}

/** Several documents under one name are a list, which the form refuses at their control. */
function keepDocument(raw: Record<string, string | readonly string[]>, name: string, text: string): void {
  const before = raw[name];
  raw[name] = before === undefined ? text : [before, text].flat();
}
