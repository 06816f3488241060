import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { ChildVisit, OfChild, Shared } from '../visit/index.ts';

/** Keeps a visit, once for all children of it, each with what stands in their file alone. */
export async function keepVisit(
  { db, newId, by }: Context,
  shared: Shared,
  children: readonly (OfChild & { readonly personId: Id })[],
): Promise<void> {
  const visitId = newId();
  await db
    .insertInto('visit')
    .values({ id: visitId, visited_by: by, ...sharedColumns(shared) })
    .execute();
  for (const { personId, ...child } of children) {
    const id = newId();
    await db
      .insertInto('visit_child')
      .values({ id, visit_id: visitId, person_id: personId, ...childColumns(child) })
      .execute();
    await keepWithheld(db, { id, personId }, child.withheld);
  }
}

/**
 * Corrects what stands in the file of one child: a new version with its reason; what stood before is kept. False where somebody else
 * corrected it meanwhile.
 */
export async function correctVisit(
  { db, newId, by, now }: Context,
  visit: ChildVisit,
  { shared, child, reason }: { shared: Shared; child: OfChild; reason: string },
): Promise<boolean> {
  const next = { version: visit.version + 1 };
  const changed = await db
    .updateTable('visit')
    .set({ ...sharedColumns(shared), ...next })
    .where('id', '=', visit.visitId)
    .where('version', '=', visit.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await db.updateTable('visit_child').set(childColumns(child)).where('id', '=', visit.id).execute();
  if (child.withheld !== visit.withheld) await keepWithheld(db, visit, child.withheld, 'over what stood');
  await db
    .insertInto('visit_correction')
    .values({
      id: newId(),
      visit_child_id: visit.id,
      person_id: visit.personId,
      reason,
      corrected_at: now,
      corrected_by: by,
    })
    .execute();
  return true;
}

async function keepWithheld(
  db: Db,
  { id, personId }: { readonly id: Id; readonly personId: Id },
  words: string | undefined,
  over?: 'over what stood',
): Promise<void> {
  if (words === undefined && over === undefined) return;
  await db
    .insertInto('visit_withheld')
    .values({ id, person_id: personId, words: words ?? null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ words: words ?? null }))
    .execute();
}

/** What the record has against a visit to a child on a day: "before birth", "nothing open", or nothing. */
export async function problemOnRecord(
  db: Db,
  personId: Id,
  { visitedOn, place, nobodyIn }: Shared,
): Promise<string | undefined> {
  const { rows } = await sql<{ problem: string | null }>`select visit_problem(${personId}, false, false, ${visitedOn}, ${place}, ${nobodyIn}) as problem`.execute(db); // biome-ignore format: one statement a line
  return rows[0]?.problem ?? undefined;
}

/** Says whether the day and place of a visit may become these for the other children of it, also those out of the viewer's sight. */
export async function fitsTheOthers(
  db: Db,
  id: Id,
  { visitedOn, place, nobodyIn }: Shared,
): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`select visit_fits_the_others(${id}, ${visitedOn}, ${place}, ${nobodyIn}) as fits`.execute(db); // biome-ignore format: one statement a line
  return rows[0]?.fits === true;
}

function sharedColumns(shared: Shared) {
  return {
    visited_on: shared.visitedOn,
    visited_time: shared.visitedTime ?? null,
    place: shared.place,
    manner: shared.manner,
    nobody_in: shared.nobodyIn,
    companions: shared.companions ?? null,
    words: shared.words ?? null,
    agreed: shared.agreed ?? null,
  };
}

function childColumns({ seen, alone, bedroomSeen, said, about }: OfChild) {
  return { seen, alone, bedroom_seen: bedroomSeen, said: said ?? null, words: about ?? null };
}
