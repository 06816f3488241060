import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { type Asked, among, anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';

/** Who said a fact, and when it came on record. */
export type Standing = { readonly provenance: string; readonly recordedAt: Date };

/** Which of these persons have a guarded address now. Not where it is: only that there is one to ask for. */
export async function guardedAmong(db: Db, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('guarded_person')
    .select('person_id')
    .where('person_id', '=', anyOf(ids))
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/** What is open for each of these persons: a referral accepted or a period of service begun, and not ended. */
export async function openPeriods(
  db: Db,
  asked: Asked,
): Promise<ReadonlyMap<Id, readonly { readonly kind: string; readonly beganOn: Day | undefined }[]>> {
  const isAsked = among(asked);
  if (isAsked === undefined) return new Map();
  const rows = await db
    .selectFrom('open_period')
    .select(['person_id', 'kind', 'began_on'])
    .where(isAsked('person_id'))
    .where('ended_on', 'is', null)
    .orderBy('began_on')
    .execute();
  const periods = rows.flatMap(({ person_id: id, kind, began_on: beganOn }) =>
    id === null || kind === null ? [] : [{ id, kind, beganOn: beganOn ?? undefined }],
  );
  return Map.groupBy(periods, ({ id }) => id);
}

/** The parish in which each of these persons lives, for lists; never that of a guarded address. */
export async function parishesOf(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('address')
    .select(['person_id', 'parish'])
    .where('person_id', '=', anyOf(ids))
    .where('until_on', 'is', null)
    .where('guarded', '=', false)
    .where('parish', 'is not', null)
    .orderBy('recorded_at')
    .execute();
  const guarded = await guardedAmong(db, ids);
  return new Map(
    rows.flatMap(({ person_id: id, parish }) => (parish === null || guarded.has(id) ? [] : [[id, parish]])),
  );
}

/** The standing of a row. */
export function standing(row: { provenance: string; recorded_at: Date }): Standing {
  return { provenance: row.provenance, recordedAt: row.recorded_at };
}
