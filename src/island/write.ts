import pg from 'pg';
import { asOwner } from '../platform/database/migrate.ts';
import type { PoolTarget } from '../platform/database/pool.ts';
import { opening } from '../platform/database/settings.ts';
import type { Ledger, LedgerRow, Table } from './ledger.ts';
import { versionsOf } from './versions.ts';

/** Told how many rows of how many have been written. */
export type Progress = (written: number, of: number) => void;

/** Every table after those that it refers to. */
// biome-ignore format: an order reads as a list
const ORDER: readonly Table[] = [
  'agency', 'team', 'staff', 'post', 'post_holding', 'duty',
  'household', 'person', 'person_name', 'person_language', 'household_membership', 'address', 'contact_details', 'safe_contact',
  'relationship', 'attendance',
  'contact', 'contact_referrer', 'contact_child', 'contact_child_place', 'contact_family_member', 'contact_taking', 'contact_rating', 'contact_alert',
  'mash_enquiry', 'partner_check', 'partner_answer', 'screening_meeting', 'screening_seat', 'screening_turn',
  'decision', 'early_help_episode', 'referral', 'period_of_service', 'absence', 'allocation', 'handover', 'closing', 'closing_view', 'closing_letter', 'answer', 'private_link', 'correction',
  'police_notification', 'notification_receipt',
  'protection_plan', 'period_of_care', 'declared_period', 'visit', 'visit_child', 'visit_correction',
  'case_note', 'case_note_child', 'case_note_withheld', 'case_note_correction',
  'management_decision', 'management_decision_action', 'child_statement',
  'complex_case', 'complex_case_agency', 'thinking_time', 'complex_case_review', 'rating_exercise', 'rating_case', 'case_rating',
  'sharing_consent', 'share', 'share_ground', 'share_message', 'case_sample', 'case_sample_case',
];

const BATCH = 2_000;
const TIMEOUT_SECONDS = 3_600;

/**
 * Writes a ledger into the schema of an authority in one transaction: an island is there whole, or not at all.
 *
 * The constraints and triggers of the database are on. Each row brings the instant at which it counts as recorded: it is set as the row
 * is made, just before the trigger that stamps it, and the database grants that to the generator's role alone.
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
    // A trigger keeps the plan it made while its tables were empty: read the whole. So it is made to use the indexes from the first row
    // on. Where there is none, PostgreSQL 15 takes the plan for so dear that it would compile it each time.
    await client.query('set local enable_seqscan = off; set local jit = off');
    const written = counter(progress, rowsIn(ledger));
    for (const table of ORDER) await writeTable(client, table, ledger, written);
    await client.query(COUNT_REFERENCES);
    await client.query('commit');
  });
}

/** The next contact goes on counting where the last reference of its year ended. */
const COUNT_REFERENCES = `insert into reference_counter (kind, year, last)
  select 'contact', 2000 + split_part(reference, '-', 2)::integer, max(split_part(reference, '-', 3)::integer) from contact group by 2
  on conflict (kind, year) do update set last = greatest(reference_counter.last, excluded.last)`;

type Written = (count: number) => void;

/** The rows as they stand in the end, and then what stood there before, as the trigger of the table would have kept it. */
async function writeTable(client: pg.Client, table: Table, ledger: Ledger, written: Written): Promise<void> {
  const { last, earlier } = versionsOf(ledger.added.get(table) ?? [], ledger.changed.get(table) ?? []);
  for (const batch of alike(last)) {
    const columns = Object.keys(definedIn(batch[0] ?? {})).map(pg.escapeIdentifier);
    await client.query(inserting(pg.escapeIdentifier(table), columns), [JSON.stringify(batch)]);
    written(batch.length);
  }
  for (const batch of batches(earlier)) {
    await client.query(keeping(table), [JSON.stringify(batch)]);
    written(batch.length);
  }
}

const RECORDED = '"recorded_at"';

function inserting(table: string, columns: readonly string[]): string {
  const values = columns.map((column) =>
    column === RECORDED
      ? `set_config('app.recorded_at', r.recorded_at::text, true)::timestamptz`
      : `r.${column}`,
  );
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from jsonb_populate_recordset(null::${table}, $1) r`;
}

function keeping(table: Table): string {
  const [now, history] = [pg.escapeIdentifier(table), pg.escapeIdentifier(`${table}_history`)];
  return `insert into ${history} select h.* from jsonb_to_recordset($1) r(id uuid, was jsonb) join ${now} t on t.id = r.id
    cross join lateral jsonb_populate_record(null::${history}, to_jsonb(t) || r.was) h`;
}

/** Rows that name the same columns, together, so that what is not given keeps the default of the database. */
function* alike(rows: readonly LedgerRow[]): Generator<readonly LedgerRow[]> {
  for (const same of Map.groupBy(rows, (row) => Object.keys(definedIn(row)).join()).values())
    yield* batches(same);
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

function definedIn(row: LedgerRow): LedgerRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function counter(progress: Progress, of: number): Written {
  let sum = 0;
  return (count) => {
    sum += count;
    progress(sum, of);
  };
}

function rowsIn({ added, changed }: Ledger): number {
  return [...added.values(), ...changed.values()].reduce((sum, rows) => sum + rows.length, 0);
}
