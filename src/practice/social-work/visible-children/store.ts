import { sql } from 'kysely';
import type { Context } from '../../../platform/web/context.ts';
import { personBriefs } from '../../people/person/index.ts';
import { lastSeenOfEach, nextVisit, type Running } from '../next-visit/index.ts';
import type { InSight } from './rules.ts';

/** What is shown of these children, in their order. Whoever may not be seen is not in it. */
export async function childrenInSight(
  { db, profile }: Pick<Context, 'db' | 'profile'>,
  page: readonly Running[],
): Promise<readonly InSight[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ personId }) => personId);
  const [seen, briefs] = await Promise.all([lastSeenOfEach(db, page), personBriefs(db, ids)]);
  return page.flatMap((one) => {
    const child = briefs.get(one.personId);
    if (child === undefined) return [];
    return [{ ...one, lastSeen: seen.get(one.personId), child, next: nextVisit(one, profile) }];
  });
}

/**
 * How many children were to be seen before today: a worker's own, and for a manager everybody in their teams. Undefined for whoever sees
 * everyone: they visit nobody, and counting the whole island would only tell them what the list itself says.
 */
export async function overdueVisits({ db, by, today, viewer }: Context): Promise<number | undefined> {
  if (viewer.wide) return undefined;
  const late = db
    .selectFrom('child_clock')
    .where('what', '=', sql.lit('visit'))
    .where('due_on', '<', today)
    .select(({ fn }) => fn.countAll<string>().as('count'));
  if (viewer.decidesAsManager) return Number((await late.executeTakeFirst())?.count ?? 0);
  const own = await db
    .selectFrom('allocation')
    .select('person_id')
    .where('staff_id', '=', by)
    .where('ended_on', 'is', null)
    .execute();
  if (own.length === 0) return 0;
  const ids = own.map((row) => row.person_id);
  const found = await late
    .where(sql<boolean>`child_clock.person_id = any(${ids}::uuid[])`)
    .executeTakeFirst();
  return Number(found?.count ?? 0);
}
