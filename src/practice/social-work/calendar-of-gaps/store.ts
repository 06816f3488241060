import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Visited } from './rules.ts';

/** The visits to these children since a day, as far as the transaction may see the children. */
export async function visitsSince(db: Db, ids: readonly Id[], since: Day): Promise<readonly Visited[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('visit_child')
    .innerJoin('visit', 'visit.id', 'visit_child.visit_id')
    .where(sql<boolean>`visit_child.person_id = any(${[...ids]}::uuid[])`)
    .where('visit.visited_on', '>=', since)
    .select([
      'visit_child.person_id as personId',
      'visit_child.seen',
      'visit_child.alone',
      'visit.visited_on as on',
      'visit.place',
      'visit.nobody_in as nobodyIn',
    ])
    .execute();
}

/** The last day before that one on which somebody saw each of these children. */
export async function seenBefore(db: Db, ids: readonly Id[], before: Day): Promise<ReadonlyMap<Id, Day>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('visit_child')
    .where(sql<boolean>`visit_child.person_id = any(${[...ids]}::uuid[])`)
    .where('seen_at', 'is not', null)
    .where(sql<boolean>`seen_at < ${before}::date`)
    .groupBy('person_id')
    .select('person_id')
    .select(sql<Day>`max(seen_at)::date`.as('on'))
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.on]));
}
