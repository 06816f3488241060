import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { done, type Outcome, refused } from '../../language/outcome.ts';
import { type RawAnswers, reachesBehind } from '../forms/raw-answers.ts';

/** A list as a spreadsheet saves it: the one kind of file that any form takes. */
const KIND = /\.csv$/i;

/** What may come with one form that carries a file: one text file of half a megabyte, and a few short controls. */
const LIMITS = { files: 1, fileSize: 500_000, fields: 50, fieldSize: 20_000, fieldNameSize: 200, parts: 60 };

/**
 * Reads a form that carries a text file into answers: the file's text stands under the name of its control.
 *
 * Bytes that are not text in UTF-8, a file of another kind by its name, one that is too large and a form that was cut refuse the whole, as
 * everywhere: nothing is repaired. A name is looked at for that and kept nowhere.
 */
export function readMultipart(headers: BusboyHeaders, body: Buffer): Promise<Outcome<RawAnswers>> {
  return new Promise((resolve) => {
    const raw: Record<string, string | readonly string[]> = Object.create(null);
    let fault: string | undefined;
    const keep = (name: string, text: string) => {
      if (reachesBehind(name) || raw[name] !== undefined) fault ??= 'What was sent is not from this page';
      else raw[name] = text;
    };
    const reader = new Busboy({ headers, limits: LIMITS });
    reader.on('field', (name, text, nameCut, textCut) => {
      if (nameCut || textCut) fault ??= 'What was sent is too large';
      else keep(name, text);
    });
    reader.on('file', (name, file, called) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => {
        fault ??= 'The file is larger than half a megabyte';
      });
      file.on('end', () => {
        const bytes = Buffer.concat(chunks);
        fault ??= wrongWith(bytes, called);
        keep(name, bytes.toString('utf8'));
      });
    });
    // What is beyond a limit is left out by the reader, without a word: then nothing of it counts.
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'])
      reader.on(limit, () => {
        fault ??= 'What was sent has too many parts';
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
