import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { FrozenCase } from '../rating-exercise/index.ts';

/** A manager who rates cases, and the teams of their posts. */
export type Rater = {
  readonly id: Id;
  readonly name: string;
  readonly title: string;
  readonly teams: readonly Id[];
};

/** Everybody whose post lets them rate cases today, by name. */
export async function whoRates({ db, today, profile }: Context): Promise<readonly Rater[]> {
  const roles = profile.permissions['case rating: make'];
  const rows = await db
    .selectFrom('staff')
    .innerJoin('post_holding', 'post_holding.staff_id', 'staff.id')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .where('post.role', 'in', roles)
    .where('post_holding.from_on', '<=', today)
    .where(({ or, eb }) =>
      or([eb('post_holding.until_on', 'is', null), eb('post_holding.until_on', '>=', today)]),
    )
    .where(({ or, eb }) => or([eb('staff.left_on', 'is', null), eb('staff.left_on', '>=', today)]))
    .select(['staff.id', 'given_name', 'family_name', 'post.title', 'post.team_id'])
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('staff.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((posts) => {
    const [first] = posts;
    if (first === undefined) return [];
    const teams = posts.flatMap(({ team_id: team }) => (team === null ? [] : [team]));
    return [{ id: first.id, name: `${first.given_name} ${first.family_name}`, title: first.title, teams }];
  });
}

/**
 * For each case the managers who may not rate it: who works with the child or did when it was frozen, and whom a wall round the child does
 * not name. Cases that the transaction may not see cannot be asked about.
 */
export async function whoMayNotRate(
  { db, now }: Pick<Context, 'db' | 'now'>,
  cases: readonly FrozenCase[],
  raters: readonly Pick<Rater, 'id'>[],
): Promise<ReadonlyMap<Id, ReadonlySet<Id>>> {
  const persons = cases.map(({ personId }) => personId);
  const [working, walls] = await Promise.all([workingNow(db, persons), wallsRound(db, persons, now)]);
  return new Map(
    cases.map((one) => {
      const outside = (walls.get(one.personId) ?? []).flatMap((named) =>
        raters.flatMap(({ id }) => (named.has(id) ? [] : [id])),
      );
      const then = one.workerId === undefined ? one.coWorkerIds : [one.workerId, ...one.coWorkerIds];
      return [one.id, new Set([...then, ...(working.get(one.personId) ?? []), ...outside])];
    }),
  );
}

async function workingNow(db: Db, persons: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
  if (persons.length === 0) return new Map();
  const rows = await db
    .selectFrom('allocation')
    .select(['person_id', 'staff_id'])
    .where('person_id', '=', anyOf(persons))
    .where('ended_on', 'is', null)
    .execute();
  return grouped(rows.map((row) => [row.person_id, row.staff_id]));
}

/** The walls round each child, each as the set of those whom it names. */
async function wallsRound(
  db: Db,
  persons: readonly Id[],
  now: Date,
): Promise<ReadonlyMap<Id, readonly ReadonlySet<Id>[]>> {
  if (persons.length === 0) return new Map();
  const rows = await db
    .selectFrom('wall')
    .leftJoin('wall_name', 'wall_name.wall_id', 'wall.id')
    .select(['wall.id', 'wall.person_id', 'wall_name.staff_id'])
    .where('wall.person_id', '=', anyOf(persons))
    .where('wall.until', '>', now)
    .execute();
  const walls = [...Map.groupBy(rows, ({ id }) => id).values()];
  return grouped(
    walls.flatMap((names) => {
      const named = new Set(names.flatMap(({ staff_id: id }) => (id === null ? [] : [id])));
      return names.slice(0, 1).map(({ person_id: personId }) => [personId, named] as const);
    }),
  );
}

function grouped<Value>(pairs: readonly (readonly [Id, Value])[]): ReadonlyMap<Id, readonly Value[]> {
  const groups = Map.groupBy(pairs, ([id]) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(([, value]) => value)]));
}
