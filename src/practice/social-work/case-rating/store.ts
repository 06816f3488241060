import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { NewRating } from './rules.ts';

/** Keeps a rating over the one that it follows. Undefined where somebody else was quicker: the database lets two follow none. */
export async function keepRating(
  { db, newId, by, now }: Context,
  personId: Id,
  rating: NewRating,
  ratingCaseId: Id | undefined,
): Promise<Id | undefined> {
  const id = newId();
  const made = await db
    .insertInto('case_rating')
    .values({
      id,
      person_id: personId,
      harm: rating.harm,
      breakdown: rating.breakdown,
      why: rating.why,
      to_do: rating.toDo,
      look_again_on: rating.lookAgainOn ?? null,
      proposes_closing: rating.proposesClosing,
      rated_by: by,
      rated_at: now,
      follows: rating.follows ?? null,
      rating_case_id: ratingCaseId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined;
}

/** Keeps what is open for a child from ending until this transaction is over. */
export async function holdOpen(db: Db, personId: Id): Promise<void> {
  await db
    .selectFrom('period_of_service')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .forShare()
    .execute();
}

/** What the record has against this person's rating of a child: "nothing open", "own case", or nothing. */
export async function problemOnRecord(db: Db, personId: Id, rater: Id): Promise<string | undefined> {
  const { rows } = await sql<{ problem: string | null }>`select case_rating_problem(${personId}, ${rater}) as problem`.execute(db); // biome-ignore format: one statement a line
  return rows[0]?.problem ?? undefined;
}
