import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import { LOOK_MODEL } from '../../../profile/look-model.ts';
import { personById } from '../person/index.ts';
import type { AskedLooks, Look, LookedAt } from './rules.ts';

/**
 * Finds a record whose looks the viewer may know: one in their sight, or any for whoever reads the audit; never behind a wall that does not
 * name them. Whoever may not read the record itself has its number and nothing else.
 */
export const recordLookedAt: Loader<LookedAt> = {
  kind: 'person',
  load: async ({ db }, { personId = '' }) => {
    if (!isId(personId)) return undefined;
    const [{ rows }, person] = await Promise.all([
      sql<{ number: string | null }>`select number_of_looked(${personId}) as number`.execute(db),
      personById(db, personId),
    ]);
    const number = rows[0]?.number ?? undefined;
    return number === undefined ? undefined : { id: personId, persons: [personId], number, name: person?.name };
  },
}; // biome-ignore format: a line reads in one line

/** The record with a number, where the viewer may know who looked at it. */
export async function recordNumbered(db: Db, number: string): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id | null }>`select looked_with_number(${number}) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

/** Some of the looks at a record, the latest first, and how many there are in all, counted up to ten thousand. */
export async function looksOf(
  db: Db,
  personId: Id,
  { lists, staffId }: AskedLooks,
  { size, page }: { readonly size: number; readonly page: number },
): Promise<{ readonly looks: readonly Look[]; readonly total: number }> {
  const { rows } = await sql<Omit<Look, 'actor' | 'ground'> & { actor: Id | null; ground: string | null; total: string }>`
    select * from looks_at(${personId}, ${lists}, ${LOOK_MODEL.bounds.ofOneFamily}, ${staffId ?? null}, ${size}, ${(page - 1) * size})`.execute(db);
  const looks = rows.map(({ total: _, ...row }) => ({
    ...row,
    actor: row.actor ?? undefined,
    ground: row.ground ?? undefined,
  }));
  return { looks, total: Number(rows[0]?.total ?? 0) };
} // biome-ignore format: a statement reads in two lines

/** Everybody who looked, and how often: to choose one from. */
export async function lookersOf(db: Db, personId: Id): Promise<readonly { id: Id; looks: number }[]> {
  const { rows } = await sql<{ actor: Id; looks: string }>`
    select * from lookers_at(${personId}, ${LOOK_MODEL.bounds.ofOneFamily})`.execute(db);
  return rows.map(({ actor, looks }) => ({ id: actor, looks: Number(looks) }));
}
