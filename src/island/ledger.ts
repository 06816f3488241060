import { createHash } from 'node:crypto';
import type { Insertable, Updateable } from 'kysely';
import type { Id } from '../language/id.ts';
import type { DB } from '../platform/database/schema.ts';

/** A table that the generator fills: each keeps history, so each row has an instant at which it was recorded. */
export type Table = {
  [Name in keyof DB]: 'recorded_at' extends keyof DB[Name] ? Name : never;
}[keyof DB];

/** When a row counts as recorded, and by whom. */
export type Recorded = { readonly at: Date; readonly by?: Id | undefined };

/** Rows in the shape that the database takes them, with their recorded time. */
export type LedgerRow = Readonly<Record<string, unknown>>;

/** What the generator has made up, before any of it is written: first facts, and later changes to them. */
export type Ledger = {
  add<Name extends Table>(table: Name, row: Insertable<DB[Name]>, recorded: Recorded): void;
  /** A later word on a row that was added; what it said before becomes history. Changes are written in the order of their time. */
  change<Name extends Table>(table: Name, id: Id, columns: Updateable<DB[Name]>, recorded: Recorded): void;
  readonly added: ReadonlyMap<Table, readonly LedgerRow[]>;
  readonly changed: ReadonlyMap<Table, readonly LedgerRow[]>;
};

/** An empty ledger. */
export function openLedger(): Ledger {
  const added = new Map<Table, LedgerRow[]>();
  const changed = new Map<Table, LedgerRow[]>();
  const into = (map: Map<Table, LedgerRow[]>, table: Table, row: LedgerRow) => {
    const rows = map.get(table);
    if (rows === undefined) map.set(table, [row]);
    else rows.push(row);
  };
  return {
    added,
    changed,
    add: (table, row, recorded) => into(added, table, { ...row, ...stamp(recorded) }),
    change: (table, id, columns, recorded) => into(changed, table, { ...columns, id, ...stamp(recorded) }),
  };
}

/** A fingerprint of everything in a ledger: equal for two islands that are equal to the last letter. */
export function fingerprint(ledger: Ledger): string {
  const hash = createHash('sha256');
  for (const map of [ledger.added, ledger.changed])
    for (const [table, rows] of map) hash.update(table).update(JSON.stringify(rows));
  return hash.digest('hex');
}

function stamp({ at, by }: Recorded) {
  return { recorded_at: at, recorded_by: by ?? null };
}
