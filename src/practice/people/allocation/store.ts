import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Surroundings } from '../../../platform/web/context.ts';

/** Somebody of the staff, as an allocation names them. */
type Named = { readonly staffId: Id; readonly name: string; readonly email: string | undefined };

/** Who works with a child now, and who manages that worker's post. */
export type Allocated = {
  readonly personId: Id;
  readonly worker: Named;
  readonly manager: Named | undefined;
  readonly fromOn: Day;
};

/** Who works with a child now, or nobody. */
export async function allocatedTo(db: Db, personId: Id): Promise<Allocated | undefined> {
  const [row, manager] = await Promise.all([
    workingWith(db, [personId])
      .innerJoin('staff', 'staff.id', 'allocation.staff_id')
      .select(['allocation.from_on', 'staff.id', 'staff.given_name', 'staff.family_name', 'staff.email'])
      .executeTakeFirst(),
    managerOfWorker(db, personId),
  ]);
  return row && { personId, worker: named(row), manager, fromOn: row.from_on };
}

/** The name of whoever works with each of these persons now. Whoever has no worker, or may not be seen, is not in it. */
export async function workersNamed(db: Db, personIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await workingWith(db, personIds)
    .innerJoin('staff', 'staff.id', 'allocation.staff_id')
    .select(['allocation.person_id', 'staff.given_name', 'staff.family_name'])
    .execute();
  return new Map(rows.map((row) => [row.person_id, nameOf(row)]));
}

/** Says whether somebody is a worker or co-worker of a child now. */
export async function worksWith(db: Db, personId: Id, staffId: Id): Promise<boolean> {
  const own = await db
    .selectFrom('allocation')
    .select('id')
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return own !== undefined;
}

/** Allocates a worker to a child, who then sees the child. A worker who had the child before ends on that day. */
export async function allocate(
  { db, newId }: Pick<Surroundings, 'db' | 'newId'>,
  allocation: {
    readonly personId: Id;
    readonly staffId: Id;
    readonly teamId?: Id | undefined;
    readonly fromOn: Day;
    readonly kind?: 'worker' | 'co-worker' | undefined;
    readonly by?: Id | undefined;
    /** Why they have one child more although their caseload is full. */
    readonly fullReason?: string | undefined;
  },
): Promise<void> {
  const { personId, staffId, teamId, fromOn, by, fullReason, kind = 'worker' } = allocation;
  if (kind === 'worker') await endAllocation({ db }, { personId, endedOn: fromOn, by });
  await db
    .insertInto('allocation')
    .values({
      id: newId(),
      person_id: personId,
      staff_id: staffId,
      team_id: teamId,
      kind,
      from_on: fromOn,
      allocated_by: by,
      full_reason: fullReason,
    })
    .execute();
}

/** Ends the allocation of a child's worker, where there is one; from then on the worker no longer sees the child through it. */
export async function endAllocation(
  { db }: Pick<Surroundings, 'db'>,
  ending: { readonly personId: Id; readonly endedOn: Day; readonly by?: Id | undefined },
): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ ended_on: ending.endedOn, ended_by: ending.by ?? null })
    .where('person_id', '=', ending.personId)
    .where('kind', '=', 'worker')
    .where('ended_on', 'is', null)
    .execute();
}

function workingWith(db: Db, personIds: readonly Id[]) {
  return db
    .selectFrom('allocation')
    .where('allocation.person_id', '=', anyOf(personIds))
    .where('allocation.kind', '=', sql.lit('worker'))
    .where('allocation.ended_on', 'is', null);
}

/** The managing post is the one that a holder's post names; where two people share it, the longer in post stands first. */
async function managerOfWorker(db: Db, personId: Id): Promise<Named | undefined> {
  const row = await db
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .innerJoin('post_holding as managing', 'managing.post_id', 'post.managed_by')
    .innerJoin('staff', 'staff.id', 'managing.staff_id')
    .where('held.staff_id', 'in', workingWith(db, [personId]).select('allocation.staff_id'))
    .where('held.until_on', 'is', null)
    .where('managing.until_on', 'is', null)
    .select(['staff.id', 'staff.given_name', 'staff.family_name', 'staff.email'])
    .orderBy('managing.from_on')
    .executeTakeFirst();
  return row && named(row);
}

type Name = { readonly given_name: string; readonly family_name: string };

function named(row: Name & { readonly id: Id; readonly email: string | null }): Named {
  return { staffId: row.id, name: nameOf(row), email: row.email ?? undefined };
}

function nameOf({ given_name: given, family_name: family }: Name): string {
  return `${given} ${family}`;
}
