import type { Id } from '../../language/id.ts';
import { anyOf } from './any-of.ts';
import type { Db } from './db.ts';

/** A record that is kept, and those that lead to it. */
export type OneRecord = { readonly kept: Id; readonly others: readonly Id[] };

/** The records that are one with somebody's, as far as the asker sees both; undefined where there are none. */
export async function oneRecordOf(db: Db, personId: Id): Promise<OneRecord | undefined> {
  const rows = await db
    .selectFrom('merge')
    .select(['person_id', 'other_id'])
    .where('undone_at', 'is', null)
    .where('person_id', 'in', (from) =>
      from
        .selectFrom('merge as link')
        .select('link.person_id')
        .where('link.undone_at', 'is', null)
        .where((is) => is.or([is('link.person_id', '=', personId), is('link.other_id', '=', personId)])),
    )
    .execute();
  const [first] = rows;
  return first && { kept: first.person_id, others: rows.map((row) => row.other_id) };
}

/** Where each of these records leads that leads to another, as far as the asker sees both. */
export async function leadingTo(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('merge')
    .select(['person_id', 'other_id'])
    .where('undone_at', 'is', null)
    .where('other_id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.other_id, row.person_id]));
}

/** Reads each record by itself, also where the transaction reads those that are merged as one; as it stands today. */
export function apart(db: Db, schema: string): Db {
  return db.withoutPlugins().withSchema(schema);
}
