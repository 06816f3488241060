import type { Context } from '../../../platform/web/context.ts';
import { personBriefs } from '../../people/person/index.ts';
import { nextVisit, sightOfEach } from '../visit/index.ts';
import { type InSight, isOverdue, soonestFirst } from './rules.ts';

/** Every open child whom the transaction may see, who is to be seen soonest first. */
export async function childrenInSight({
  db,
  profile,
}: Pick<Context, 'db' | 'profile'>): Promise<readonly InSight[]> {
  const sights = await sightOfEach(db);
  const briefs = await personBriefs(db, [...sights.keys()]);
  const children = [...sights].flatMap(([id, sight]) => {
    const child = briefs.get(id);
    const { openedOn, lastSeen } = sight;
    return child === undefined ? [] : [{ child, openedOn, lastSeen, next: nextVisit(sight, profile) }];
  });
  return soonestFirst(children);
}

/** How many open children in the viewer's sight were to be seen before today. */
export async function overdueVisits(context: Context): Promise<number> {
  const sights = await sightOfEach(context.db);
  const nexts = [...sights.values()].map((sight) => ({ next: nextVisit(sight, context.profile) }));
  return nexts.filter((one) => isOverdue(one, context.today)).length;
}
