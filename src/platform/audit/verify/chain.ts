import { createHash } from 'node:crypto';
import { type Finding, finding } from './finding.ts';
import type { OutsideHead } from './heads.ts';
import type { Reader, Row, Seal } from './reader.ts';

/** What walking the chain found. It ends at the first thing that does not agree. */
export type Walked = {
  readonly rows: number;
  readonly seals: number;
  readonly heads: number;
  readonly finding: Finding | undefined;
  readonly last: Seal | undefined;
  /** The first seal after the last head that agreed; nothing where the last seal's own head has left. */
  readonly since: Seal | undefined;
  readonly agreed: OutsideHead | undefined;
  readonly unsealed: { readonly rows: number; readonly oldest: string | undefined };
};

const NOTHING_BEFORE = Buffer.alloc(32);
const DIGEST = 32;

/** Walks rows, seals and heads side by side, each in its order, holding a few of each at a time. */
export async function walkChain(reader: Reader, heads: AsyncGenerator<OutsideHead>): Promise<Walked> {
  const walk = new Walk(reader, heads);
  try {
    return await walk.toTheEnd();
  } finally {
    await walk.close();
  }
}

class Walk {
  readonly #reader: Reader;
  readonly #rows: Peeking<Row>;
  readonly #heads: Peeking<OutsideHead>;
  readonly #seals: AsyncGenerator<Seal>;
  #last: Seal | undefined;
  #since: Seal | undefined;
  #agreed: OutsideHead | undefined;
  #counts = { rows: 0, seals: 0, heads: 0 };

  constructor(reader: Reader, heads: AsyncGenerator<OutsideHead>) {
    this.#reader = reader;
    this.#rows = new Peeking(reader.rows());
    this.#heads = new Peeking(heads);
    this.#seals = reader.seals();
  }

  async toTheEnd(): Promise<Walked> {
    for await (const seal of this.#seals) {
      const fault = this.#linkFault(seal) ?? (await this.#rowsFault(seal)) ?? (await this.#headFault(seal));
      if (fault !== undefined) return this.#result(fault);
      this.#last = seal;
      this.#since = this.#agreed?.seal === seal.n ? undefined : (this.#since ?? seal);
      this.#counts.seals += 1;
    }
    const beyond = (await this.#headsBeyond()) ?? (await this.#rowBehind());
    return this.#result(beyond, beyond === undefined ? await this.#unsealed() : undefined);
  }

  async close(): Promise<void> {
    await this.#seals.return(undefined);
    await this.#rows.close();
    await this.#heads.close();
  }

  #result(fault: Finding | undefined, unsealed: Walked['unsealed'] = { rows: 0, oldest: undefined }): Walked {
    return {
      ...this.#counts,
      finding: fault,
      last: this.#last,
      since: this.#since,
      agreed: this.#agreed,
      unsealed,
    };
  }

  #linkFault(seal: Seal): Finding | undefined {
    const before = this.#last;
    const expected = (before?.n ?? 0) + 1;
    if (seal.n !== expected)
      return finding('seal', expected, `Seal ${expected} is missing: seal ${seal.n} comes in its place.`);
    if (seal.previous.equals(before?.hash ?? NOTHING_BEFORE)) return undefined;
    return finding(
      'seal',
      seal.n,
      `Seal ${seal.n} does not follow from ${before === undefined ? 'the beginning' : `seal ${before.n}`}: one of the two was rewritten.`,
    );
  }

  async #rowsFault(seal: Seal): Promise<Finding | undefined> {
    if (!isWhole(seal)) return rewritten(seal);
    let newest: Row | undefined;
    for (const [place, id] of seal.ids.entries()) {
      const row = await this.#rows.peek();
      if (row?.id !== id) return this.#misplaced(seal, id, row);
      if (wasChanged(seal, place, row)) return changed(row);
      newest = row;
      this.#rows.take();
      this.#counts.rows += 1;
    }
    const ends = newest?.xid === seal.lastXid && newest.n === seal.lastN;
    const agrees = seal.form === 2 || (await this.#hashOfFormOne(seal)).equals(seal.hash);
    return ends && agrees ? undefined : rewritten(seal);
  }

  async #misplaced(seal: Seal, id: string, row: Row | undefined): Promise<Finding> {
    if (row !== undefined && !seal.ids.includes(row.id) && (await this.#reader.has(id)))
      return finding(
        'row',
        row.id,
        `Row ${row.id} of ${row.at} stands among the rows of seal ${seal.n} and was not sealed there: it was put in, or moved.`,
      );
    if (await this.#reader.has(id))
      return finding('row', id, `Row ${id} of seal ${seal.n} does not stand in its place: it was moved.`);
    return finding('row', id, `Row ${id}, sealed in seal ${seal.n}, is missing.`);
  }

  async #hashOfFormOne(seal: Seal): Promise<Buffer> {
    const lines = await this.#reader.linesOfFormOne(seal.ids);
    return sha256(seal.previous, ...lines.map((line) => `${line}\n`));
  }

  async #headFault(seal: Seal): Promise<Finding | undefined> {
    for (let head = await this.#heads.peek(); head !== undefined && head.seal <= seal.n; ) {
      if (head.seal < seal.n || head.hash !== seal.hash.toString('hex')) return this.#disagreeing(head);
      this.#agreed = head;
      this.#counts.heads += 1;
      this.#heads.take();
      head = await this.#heads.peek();
    }
    return undefined;
  }

  /** The head is what left the house; what stands between the last one that agrees and this one cannot be relied on. */
  #disagreeing(head: OutsideHead): Finding {
    const since = this.#agreed === undefined ? 'the beginning' : `seal ${this.#agreed.seal}`;
    return finding(
      'seal',
      head.seal,
      `Seal ${head.seal} is not the one whose head left the house at ${head.at} (line ${head.line}): ` +
        `what was recorded between ${since} and seal ${head.seal} was rewritten and hashed again.`,
    );
  }

  async #headsBeyond(): Promise<Finding | undefined> {
    const head = await this.#heads.peek();
    if (head === undefined) return undefined;
    const next = (this.#last?.n ?? 0) + 1;
    if (head.seal < next) return this.#disagreeing(head);
    return finding(
      'seal',
      next,
      `The chain ends before seal ${next}, and the head of seal ${head.seal} left the house at ${head.at} (line ${head.line}): ` +
        'the end was cut off, or the database was restored and nobody said so.',
    );
  }

  /** A row in no seal that lies at or before the last sealed place would never be sealed. */
  async #rowBehind(): Promise<Finding | undefined> {
    const row = await this.#rows.peek();
    if (row === undefined || this.#last === undefined) return undefined;
    if (BigInt(row.xid) > BigInt(this.#last.lastXid) || BigInt(row.n) > BigInt(this.#last.lastN))
      return undefined;
    return finding('row', row.id, `Row ${row.id} of ${row.at} hides behind the last seal: it was put in.`);
  }

  async #unsealed(): Promise<Walked['unsealed']> {
    let [rows, oldest]: [number, string | undefined] = [0, undefined];
    for (let row = await this.#rows.peek(); row !== undefined; row = await this.#rows.peek()) {
      rows += 1;
      if (oldest === undefined || row.at < oldest) oldest = row.at;
      this.#rows.take();
    }
    return { rows, oldest };
  }
}

/** A stream of which the next thing can be looked at before it is taken. */
class Peeking<Thing> {
  readonly #source: AsyncGenerator<Thing>;
  #next: { readonly value: Thing | undefined } | undefined;

  constructor(source: AsyncGenerator<Thing>) {
    this.#source = source;
  }

  async peek(): Promise<Thing | undefined> {
    if (this.#next === undefined) {
      const { value, done } = await this.#source.next();
      this.#next = { value: done === true ? undefined : value };
    }
    return this.#next.value;
  }

  take(): void {
    this.#next = undefined;
  }

  async close(): Promise<void> {
    await this.#source.return(undefined);
  }
}

function rewritten(seal: Seal): Finding {
  return finding(
    'seal',
    seal.n,
    `Seal ${seal.n} of ${seal.sealedAt} is not what its own hash says: it was rewritten.`,
  );
}

function changed(row: Row): Finding {
  return finding('row', row.id, `Row ${row.id} of ${row.at} is not what was sealed: it was changed.`);
}

/** Whether a seal says what its own hash says. One of form 1 is tried with its rows: it has no digests of its own. */
function isWhole(seal: Seal): boolean {
  if (seal.ids.length === 0) return false;
  if (seal.form === 1) return true;
  return seal.digests.length === DIGEST * seal.ids.length && hashOf(seal).equals(seal.hash);
}

function wasChanged(seal: Seal, place: number, row: Row): boolean {
  return seal.form === 2 && !digestAt(seal, place).equals(sha256(row.line));
}

function digestAt(seal: Seal, place: number): Buffer {
  return seal.digests.subarray(place * DIGEST, (place + 1) * DIGEST);
}

function hashOf({ n, sealedAt, lastXid, lastN, previous, digests }: Seal): Buffer {
  return sha256(`continuum seal 2 ${n} ${sealedAt} ${lastXid} ${lastN}\n`, previous, digests);
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
