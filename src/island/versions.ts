import type { LedgerRow } from './ledger.ts';

/** What a row said before it was changed: the changed columns as they were, and from when until when they counted as recorded. */
export type Version = { readonly id: unknown; readonly was: LedgerRow };

/** Each row as it stands in the end, and every version of it before, the oldest first. */
export function versionsOf(
  added: readonly LedgerRow[],
  changed: readonly LedgerRow[],
): { readonly last: readonly LedgerRow[]; readonly earlier: readonly Version[] } {
  const changes = Map.groupBy(changed, (row) => row['id']);
  const earlier: Version[] = [];
  const last = added.map((first) => {
    let row = first;
    for (const change of inOrderOfTime(changes.get(first['id']) ?? [])) {
      const next = { ...row, ...change, recorded_at: laterThan(row, change) };
      earlier.push({
        id: row['id'],
        was: { ...before(row, changes.get(row['id'])), superseded_at: next.recorded_at },
      });
      row = next;
    }
    return row;
  });
  return { last, earlier };
}

/** All columns that ever change, as they stand in this version; one that was not given yet is empty. */
function before(row: LedgerRow, changes: readonly LedgerRow[] = []): LedgerRow {
  const columns = new Set(changes.flatMap((change) => Object.keys(change)));
  return Object.fromEntries([...columns].map((column) => [column, row[column] ?? null]));
}

/** Two versions never count as recorded at one instant. */
function laterThan(row: LedgerRow, change: LedgerRow): Date {
  return new Date(Math.max(timeOf(change), timeOf(row) + 1));
}

function inOrderOfTime(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return rows.length < 2 ? rows : [...rows].sort((one, other) => timeOf(one) - timeOf(other));
}

function timeOf(row: LedgerRow): number {
  return row['recorded_at'] instanceof Date ? row['recorded_at'].getTime() : 0;
}
