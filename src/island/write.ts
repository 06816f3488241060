import pg from 'pg';
import { asOwner } from '../platform/database/migrate.ts';
import type { PoolTarget } from '../platform/database/pool.ts';
import { opening } from '../platform/database/settings.ts';
import type { Ledger, LedgerRow, Table } from './ledger.ts';

/** Told how many rows of how many have been written. */
export type Progress = (written: number, of: number) => void;

/** Every table after those that it refers to. */
// biome-ignore format: an order reads as a list
const ORDER: readonly Table[] = [
  'agency', 'team', 'staff', 'post', 'post_holding', 'duty',
  'household', 'person', 'person_name', 'person_language', 'household_membership', 'address', 'contact_details', 'safe_contact',
  'relationship', 'attendance',
  'contact', 'contact_referrer', 'contact_child', 'contact_family_member', 'contact_taking', 'contact_rating', 'contact_alert',
  'mash_enquiry', 'partner_check', 'partner_answer', 'screening_meeting', 'screening_seat', 'screening_turn',
  'decision', 'early_help_episode', 'referral', 'allocation', 'answer', 'private_link', 'correction',
  'police_notification', 'notification_receipt',
];

const BATCH = 2_000;
const TIMEOUT_SECONDS = 3_600;

/**
 * Writes a ledger into the schema of an authority in one transaction: an island is there whole, or not at all.
 *
 * Every trigger of the database is on. Each row brings the instant at which it counts as recorded: it is set as the row is
 * made, just before the trigger that stamps it, and the database grants that to the generator's role alone.
 */
export function writeLedger(
  generator: PoolTarget | string,
  authority: string,
  ledger: Ledger,
  progress: Progress,
): Promise<void> {
  return asOwner(generator, async (client) => {
    await client.query(
      opening({ authority, now: new Date(), provenance: 'generator', timeoutSeconds: TIMEOUT_SECONDS }),
    );
    // A trigger keeps the plan it made while its tables were empty: read the whole. So it is made to use the indexes from the first row on.
    await client.query('set local enable_seqscan = off');
    const of = rowsIn(ledger.added) + rowsIn(ledger.changed);
    let written = 0;
    const note = (count: number) => {
      written += count;
      progress(written, of);
    };
    for (const table of ORDER) await writeTable(client, table, ledger, note);
    await client.query(COUNT_REFERENCES);
    await client.query('commit');
  });
}

/** The next contact goes on counting where the last reference of its year ended. */
const COUNT_REFERENCES = `insert into reference_counter (kind, year, last)
  select 'contact', 2000 + split_part(reference, '-', 2)::integer, max(split_part(reference, '-', 3)::integer) from contact group by 2
  on conflict (kind, year) do update set last = greatest(reference_counter.last, excluded.last)`;

/** Tables in which only one row of a column's value may be open: the second is written after the first has ended. */
const ONE_OPEN: Partial<Record<Table, string>> = { allocation: 'person_id' };

/** First facts and then what was said of them later; where only one may be open, first ones, their ends, second ones, their ends. */
async function writeTable(
  client: pg.Client,
  table: Table,
  ledger: Ledger,
  note: (count: number) => void,
): Promise<void> {
  const changes = Map.groupBy(ledger.changed.get(table) ?? [], (row) => row['id']);
  for (const wave of wavesOf(table, ledger.added.get(table) ?? [])) {
    await writeRows(client, table, wave, inserting, note);
    const later = wave.flatMap((row) => changes.get(row['id']) ?? []);
    await writeRows(client, table, inOrderOfTime(later), updating, note);
  }
}

function wavesOf(table: Table, rows: readonly LedgerRow[]): readonly (readonly LedgerRow[])[] {
  const column = ONE_OPEN[table];
  if (column === undefined) return [rows];
  const seen = new Map<unknown, number>();
  const waves = Map.groupBy(inOrderOfTime(rows), (row) => {
    const wave = (seen.get(row[column]) ?? 0) + 1;
    seen.set(row[column], wave);
    return wave;
  });
  return [...waves.values()];
}

type Statement = (table: string, columns: readonly string[]) => string;

async function writeRows(
  client: pg.Client,
  table: Table,
  rows: readonly LedgerRow[],
  statement: Statement,
  note: (count: number) => void,
): Promise<void> {
  for (const batch of alike(rows)) {
    const columns = Object.keys(definedIn(batch[0] ?? {}));
    await client.query(statement(pg.escapeIdentifier(table), columns.map(pg.escapeIdentifier)), [
      JSON.stringify(batch),
    ]);
    note(batch.length);
  }
}

const RECORDED = '"recorded_at"';
const recordedNow = `set_config('app.recorded_at', r.recorded_at::text, true)::timestamptz`;

function inserting(table: string, columns: readonly string[]): string {
  const values = columns.map((column) => (column === RECORDED ? recordedNow : `r.${column}`));
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from jsonb_populate_recordset(null::${table}, $1) r`;
}

function updating(table: string, columns: readonly string[]): string {
  const values = columns
    .filter((column) => column !== '"id"')
    .map((column) => `${column} = ${column === RECORDED ? recordedNow : `r.${column}`}`);
  return `update ${table} t set ${values.join(', ')} from jsonb_populate_recordset(null::${table}, $1) r where t.id = r.id`;
}

/** Runs of rows that name the same columns, so that what is not given keeps the default of the database; and no row twice in one. */
function* alike(rows: readonly LedgerRow[]): Generator<readonly LedgerRow[]> {
  const open = new Map<string, { ids: Set<unknown>; batch: LedgerRow[] }>();
  for (const row of rows) {
    const shape = Object.keys(definedIn(row)).join();
    const waiting = open.get(shape);
    if (waiting === undefined) {
      open.set(shape, { ids: new Set([row['id']]), batch: [row] });
    } else if (waiting.batch.length === BATCH || waiting.ids.has(row['id'])) {
      yield waiting.batch;
      open.set(shape, { ids: new Set([row['id']]), batch: [row] });
    } else {
      waiting.ids.add(row['id']);
      waiting.batch.push(row);
    }
  }
  for (const { batch } of open.values()) yield batch;
}

function definedIn(row: LedgerRow): LedgerRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function inOrderOfTime(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return [...rows].sort((one, other) => timeOf(one) - timeOf(other));
}

function timeOf(row: LedgerRow): number {
  return row['recorded_at'] instanceof Date ? row['recorded_at'].getTime() : 0;
}

function rowsIn(map: ReadonlyMap<Table, readonly LedgerRow[]>): number {
  return [...map.values()].reduce((sum, rows) => sum + rows.length, 0);
}
