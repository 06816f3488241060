import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { type Asked, among, anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';

/** Who said a fact, and when it came on record. */
export type Standing = { readonly provenance: string; readonly recordedAt: Date };

/** How somebody is reached without putting them at risk, and since when that was said. */
export type SafeContact = Standing & {
  readonly ways: readonly string[];
  readonly times: string | undefined;
  readonly language: string;
  readonly notToSay: string | undefined;
  readonly fromOn: Day;
  /** When somebody is to ask again, where that was said. */
  readonly reviewOn: Day | undefined;
};
/** Which of these persons have a guarded address now. Not where it is: only that there is one to ask for. */
export async function guardedAmong(db: Db, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('guarded_person')
    .select('person_id')
    .where('person_id', '=', anyOf(ids))
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/** How somebody is reached safely now, or undefined where nobody has asked. */
export async function safeContactOf(db: Db, id: Id): Promise<SafeContact | undefined> {
  const row = await db
    .selectFrom('safe_contact')
    .selectAll()
    .where('person_id', '=', id)
    .where('until_on', 'is', null)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const safe = withoutNulls(row);
  return {
    ways: safe.ways,
    times: safe.times,
    language: safe.language,
    notToSay: safe.not_to_say,
    fromOn: safe.from_on,
    reviewOn: safe.review_on,
    ...standing(safe),
  };
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
