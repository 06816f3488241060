import { createHash, sign } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { keepInStore, type ObjectStore } from './object-store.ts';
import type { SigningKey } from './signing-key.ts';
import { sendToSyslog } from './syslog.ts';

/** The head of a chain: the newest seal and its hash, in hex. Seal 0, with zeros, is the beginning. */
export type Head = { readonly authority: string; readonly seal: number; readonly hash: string };

/** A head as it left the house. */
export type Anchor = Head & { readonly at: string };

/** Where heads go: an append-only file, and where they are named a collector and a store that lets nothing be deleted. */
export type Outside = {
  readonly file: string;
  readonly key: SigningKey;
  readonly syslog?: string | undefined;
  readonly store?: ObjectStore | undefined;
};

/** What is said beside a head: that it is one, or that the database was restored and this is the head it was restored to. */
export type Saying = { readonly kind: 'head' } | { readonly kind: 'restored'; readonly restoredTo: string };

/** The heads that have left the house. */
export type Anchors = {
  /** The last head of an authority that left. */
  last(authority: string): Promise<Anchor | undefined>;
  /** Signs a head, writes it to the file, flushed, and sends it on wherever it goes. Fails if one of them does; the others have it. */
  add(head: Head, saying?: Saying): Promise<void>;
};

const NOTHING_BEFORE = '0'.repeat(64);

type Read = {
  readonly size: number;
  readonly whole: boolean;
  readonly last: Map<string, Anchor>;
  previous: string;
};

/** Opens the file of heads; it is made when the first one leaves. Each line names the one before it by its SHA-256. */
export function openAnchors({ file, key, syslog, store }: Outside): Anchors {
  let read: Read | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  /** A restore may have written beside us: what is there is read again when the file is not as we left it. */
  const known = async (): Promise<Read> => {
    if (read?.size !== sizeOf(file)) read = await readAnchors(file);
    return read;
  };
  return {
    last: (authority) => inTurn(async () => (await known()).last.get(authority)),
    add: (head, saying = { kind: 'head' }) =>
      inTurn(async () => {
        const before = await known();
        const at = new Date().toISOString();
        const body = JSON.stringify({ ...saying, ...head, at, previous: before.previous, key: key.name });
        const signature = sign(null, Buffer.from(body), key.secret).toString('base64');
        const line = `${body.slice(0, -1)},"signature":"${signature}"}`;
        await append(file, `${before.whole ? '' : '\n'}${line}\n`);
        before.last.set(head.authority, { ...head, at });
        read = { size: sizeOf(file), previous: digestOf(line), whole: true, last: before.last };
        await allOf([
          syslog === undefined ? undefined : sendToSyslog(syslog, line),
          store === undefined ? undefined : keepInStore(store, objectName(head, at, before.size), line),
        ]);
      }),
  };
}

/** In the order of their names the objects are the lines of the file, also where two left in one millisecond. */
function objectName({ authority, seal }: Head, at: string, offset: number): string {
  return `${at.replaceAll(':', '-')}-${String(offset).padStart(15, '0')}-${authority}-${seal}.json`;
}

/** Waits for all of them, also after one has failed. */
async function allOf(sent: readonly (Promise<void> | undefined)[]): Promise<void> {
  for (const one of await Promise.allSettled(sent)) if (one.status === 'rejected') throw one.reason;
}

/** The last head of an authority in a file, for whoever only looks. */
export async function lastAnchor(file: string, authority: string): Promise<Anchor | undefined> {
  return (await readAnchors(file)).last.get(authority);
}

async function append(file: string, text: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o644);
  try {
    await handle.write(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readAnchors(file: string): Promise<Read> {
  const size = sizeOf(file);
  const whole = size === 0 || (await endsWithLine(file, size));
  const read: Read = { size, previous: NOTHING_BEFORE, whole, last: new Map() };
  if (size === 0) return read;
  for await (const line of createInterface(createReadStream(file, { end: size - 1 }))) {
    const anchor = anchorIn(line);
    if (anchor === undefined) continue;
    read.previous = digestOf(line);
    read.last.set(anchor.authority, anchor);
  }
  return read;
}

/** A line that a power cut broke off is no head; the next one names the last whole line. */
function anchorIn(line: string): Anchor | undefined {
  if (!line.endsWith('"}')) return undefined;
  const { authority, seal, hash, at } = JSON.parse(line);
  return { authority, seal, hash, at };
}

async function endsWithLine(file: string, size: number): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === '\n';
  } finally {
    await handle.close();
  }
}

function digestOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
