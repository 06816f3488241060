import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Finding, finding, type Gap } from './finding.ts';

/** A head that left the house, as its line says it and its signature confirms. */
export type OutsideHead = {
  readonly line: number;
  readonly kind: 'head' | 'restored';
  readonly seal: number;
  readonly hash: string;
  readonly at: string;
  readonly restoredTo: string;
};

/** What a first reading of the file of heads gives; the heads themselves are streamed by a second one. */
export type Outline = {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly gaps: readonly Gap[];
  /** For each restoration of this authority: from which line on it counts, and which seals before it are gone. */
  readonly restored: readonly { readonly line: number; readonly seal: number }[];
};

const NOTHING_BEFORE = '0'.repeat(64);

/** The public keys in the text of a PEM file, one or several, by the name that signatures carry. */
export function publicKeys(pem: string): ReadonlyMap<string, KeyObject> {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return new Map(
    blocks.map((block): [string, KeyObject] => {
      const key = createPublicKey(block);
      const name = createHash('sha256').update(key.export({ type: 'spki', format: 'der' }));
      return [name.digest('hex').slice(0, 16), key];
    }),
  );
}

/** What is known so far of a file that is being read. */
type Reading = {
  readonly findings: Finding[];
  readonly notes: string[];
  readonly gaps: Gap[];
  readonly restored: { line: number; seal: number }[];
  previous: string;
  brokenOff: number | undefined;
  /** The head of this authority with the most seals, of those that no restoration has passed over. */
  highest: OutsideHead | undefined;
};

/** Reads the file once: is every line signed by a key we know, and does each name the one before? Keeps only what was restored. */
export async function outlineOf(
  file: string,
  authority: string,
  keys: ReadonlyMap<string, KeyObject>,
): Promise<Outline> {
  const reading: Reading = {
    findings: [],
    notes: [],
    gaps: [],
    restored: [],
    previous: NOTHING_BEFORE,
    brokenOff: undefined,
    highest: undefined,
  };
  for await (const { line, text } of linesOf(file)) {
    const fields = fieldsOf(text);
    if (fields === undefined) reading.brokenOff ??= line;
    else readLine(reading, { line, text, fields }, authority, keys);
  }
  if (reading.brokenOff !== undefined)
    reading.notes.push(`The last line of the heads, ${reading.brokenOff}, is broken off.`);
  return reading;
}

type Line = { readonly line: number; readonly text: string; readonly fields: Record<string, unknown> };

function readLine(
  reading: Reading,
  read: Line,
  authority: string,
  keys: ReadonlyMap<string, KeyObject>,
): void {
  const fault = faultOf(read, reading.previous, keys);
  if (fault !== undefined && reading.findings.length === 0) reading.findings.push(fault);
  if (reading.brokenOff !== undefined)
    reading.notes.push(`Line ${reading.brokenOff} of the heads is broken off and was left out.`);
  reading.brokenOff = undefined;
  reading.previous = createHash('sha256').update(read.text).digest('hex');
  if (fault === undefined && read.fields['authority'] === authority)
    follow(reading, headFrom(read.line, read.fields));
}

function follow(reading: Reading, head: OutsideHead): void {
  const before = reading.highest;
  if (head.kind === 'restored') {
    if (before !== undefined && before.seal > head.seal) reading.gaps.push(gapOf(head, before));
    reading.restored.push({ line: head.line, seal: head.seal });
    reading.highest = head;
  } else if (before === undefined || head.seal >= before.seal) reading.highest = head;
}

function gapOf(restored: OutsideHead, before: OutsideHead): Gap {
  return {
    restoredTo: restored.restoredTo,
    declaredAt: restored.at,
    fromSeal: restored.seal,
    toSeal: before.seal,
    lastHeadAt: before.at,
  };
}

/** The heads of an authority that this database must agree with, in the order of their seals. What a restoration left behind is passed over. */
export async function* headsToAgree(
  file: string,
  authority: string,
  keys: ReadonlyMap<string, KeyObject>,
  restored: Outline['restored'],
): AsyncGenerator<OutsideHead> {
  for await (const { line, text } of linesOf(file)) {
    const fields = fieldsOf(text);
    if (fields === undefined || fields['authority'] !== authority || !isSigned(text, fields, keys)) continue;
    const head = headFrom(line, fields);
    const gone = restored.some((one) => one.line > line && one.seal < head.seal);
    if (!gone && head.seal > 0) yield head;
  }
}

async function* linesOf(file: string): AsyncGenerator<{ line: number; text: string }> {
  if (!existsSync(file)) return;
  let line = 0;
  for await (const text of createInterface(createReadStream(file))) {
    line += 1;
    if (text !== '') yield { line, text };
  }
}

function fieldsOf(text: string): Record<string, unknown> | undefined {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null ? { ...fields } : undefined;
  } catch {
    return undefined;
  }
}

function headFrom(line: number, fields: Record<string, unknown>): OutsideHead {
  return {
    line,
    kind: fields['kind'] === 'restored' ? 'restored' : 'head',
    seal: Number(fields['seal']),
    hash: String(fields['hash']),
    at: String(fields['at']),
    restoredTo: String(fields['restoredTo'] ?? ''),
  };
}

function faultOf(
  { line, text, fields }: Line,
  previous: string,
  keys: ReadonlyMap<string, KeyObject>,
): Finding | undefined {
  if (!isSigned(text, fields, keys))
    return finding('head', line, `Line ${line} of the heads is not signed by a key that is known here.`);
  if (fields['previous'] === previous) return undefined;
  return finding(
    'head',
    line,
    `Line ${line} of the heads names another line before it than the one that stands there: a line was taken away, put in or changed.`,
  );
}

/** The signature covers the line as it is written, up to the signature itself. */
function isSigned(
  text: string,
  fields: Record<string, unknown>,
  keys: ReadonlyMap<string, KeyObject>,
): boolean {
  const key = keys.get(String(fields['key']));
  const parts = /^(.*),"signature":"([A-Za-z0-9+/=]+)"\}$/.exec(text);
  if (key === undefined || parts === null) return false;
  return verify(null, Buffer.from(`${parts[1]}}`), key, Buffer.from(parts[2] ?? '', 'base64'));
}
