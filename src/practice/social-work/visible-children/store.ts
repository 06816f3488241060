import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { personBriefs } from '../../people/person/index.ts';
import { nextVisit, sightOfEach } from '../next-visit/index.ts';
import type { InSight } from './rules.ts';

/** What is shown of these children, in their order. Whoever may not be seen is not in it. */
export async function childrenInSight(
  { db, profile }: Pick<Context, 'db' | 'profile'>,
  ids: readonly Id[],
): Promise<readonly InSight[]> {
  if (ids.length === 0) return [];
  const [sights, briefs] = await Promise.all([sightOfEach(db, ids), personBriefs(db, ids)]);
  return ids.flatMap((id) => {
    const [sight, child] = [sights.get(id), briefs.get(id)];
    return sight === undefined || child === undefined
      ? []
      : [{ ...sight, child, next: nextVisit(sight, profile) }];
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
