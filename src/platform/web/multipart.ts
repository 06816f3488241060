import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { done, type Outcome, refused } from '../../language/outcome.ts';
import { type RawAnswers, reachesBehind } from '../forms/raw-answers.ts';

/** What may come with one form that carries a file: one text file of half a megabyte, and a few short controls. */
const LIMITS = { files: 1, fileSize: 500_000, fields: 50, fieldSize: 20_000, fieldNameSize: 200, parts: 60 };

/**
 * Reads a form that carries a text file into answers: the file's text stands under the name of its control.
 *
 * Bytes that are not UTF-8, a file that is too large and a form that was cut refuse the whole, as everywhere: nothing is repaired.
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
    reader.on('file', (name, file) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => {
        fault ??= 'The file is larger than half a megabyte';
      });
      file.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (isUtf8(bytes)) keep(name, bytes.toString('utf8'));
        else fault ??= 'The file is not plain text in UTF-8';
      });
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
