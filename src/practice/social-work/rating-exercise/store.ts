import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { RatingExercise } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CASE_RATINGS } from '../../../profile/code-sets/case-ratings.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import type { Counted, Exercise, FrozenCase } from './rules.ts';

/** Finds an exercise. It names nobody, so whoever may read exercises may find each. */
export const exerciseOnRecord: Loader<Exercise> = {
  kind: 'rating exercise',
  load: async ({ db }, params) => {
    const id = params['exerciseId'] ?? '';
    return isId(id) ? exerciseById(db, id) : undefined;
  },
};

/** An exercise by its number. */
export async function exerciseById(db: Db, id: Id): Promise<Exercise | undefined> {
  const row = await db.selectFrom('rating_exercise').selectAll().where('id', '=', id).executeTakeFirst();
  return row && exerciseFrom(row);
}

/** Every exercise, the latest first. */
export async function exercises(db: Db): Promise<readonly Exercise[]> {
  const rows = await db.selectFrom('rating_exercise').selectAll().orderBy('frozen_at', 'desc').execute();
  return rows.map(exerciseFrom);
}

/** Freezes what is open now. Undefined where another exercise goes on. */
export async function freeze({ db, newId, now, by }: Context, title: string): Promise<Id | undefined> {
  const id = newId();
  const made = await db
    .insertInto('rating_exercise')
    .values({ id, title, frozen_at: now, frozen_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined;
}

/** Ends an exercise. False where it has ended. */
export async function closeExercise(
  { db, now, by }: Context,
  id: Id,
  note: string | undefined,
): Promise<boolean> {
  const update = await db
    .updateTable('rating_exercise')
    .set({ closed_at: now, closed_by: by, closed_note: note ?? null })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Keeps an exercise from ending until this transaction is over. False where it has ended. */
export async function holdExercise(db: Db, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('rating_exercise')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

/** How far an exercise is, for each manager and for what nobody has: every case counts, seen or not. */
export async function progressOf(db: Db, id: Id): Promise<readonly Counted[]> {
  const { rows } = await sql<{
    dealt_to: Id | null;
    cases: string;
    rated: string;
    ended: string;
    on_table: string;
  }>`select * from rating_progress(${id})`.execute(db);
  return rows.map((row) => ({
    dealtTo: row.dealt_to ?? undefined,
    cases: Number(row.cases),
    rated: Number(row.rated),
    ended: Number(row.ended),
    onTable: Number(row.on_table),
  }));
}

/** The cases of an exercise that the viewer may see, by family. */
export async function casesOfExercise(db: Db, id: Id): Promise<readonly FrozenCase[]> {
  const rows = await frozenCases(db)
    .where('frozen.exercise_id', '=', id)
    .orderBy('frozen.family')
    .orderBy('frozen.opened_on')
    .orderBy('frozen.id')
    .execute();
  return rows.map(caseFrom);
}

/** Finds a case of an exercise through what the viewer may see. */
export const frozenCaseOnRecord: Loader<FrozenCase & Subject> = {
  kind: 'rating case',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['ratingCaseId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await frozenCases(db).where('frozen.id', '=', id).executeTakeFirst();
    return row && { ...caseFrom(row), persons: [row.person_id] };
  },
};

function frozenCases(db: Db) {
  return db
    .selectFrom('rating_case as frozen')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('case_rating as r')
          .select(['r.harm', 'r.breakdown', 'r.rated_at'])
          .whereRef('r.rating_case_id', '=', 'frozen.id')
          .orderBy('r.rated_at', 'desc')
          .orderBy('r.recorded_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('frozen')
    .select(['last.harm', 'last.breakdown', 'last.rated_at'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('open_period')
          .select('open_period.person_id')
          .whereRef('open_period.person_id', '=', 'frozen.person_id')
          .where('open_period.ended_on', 'is', null),
      ).as('is_open'),
    );
}

function caseFrom(kept: Awaited<ReturnType<ReturnType<typeof frozenCases>['execute']>>[number]): FrozenCase {
  const row = withoutNulls(kept);
  const { table_at: at, table_by: by, table_question: question, harm, breakdown, rated_at: ratedAt } = row;
  return {
    id: row.id,
    exerciseId: row.exercise_id,
    personId: row.person_id,
    openedOn: row.opened_on,
    kinds: row.kinds,
    workerId: row.worker_id,
    coWorkerIds: row.co_worker_ids,
    teamId: row.team_id,
    family: row.family,
    dealtTo: row.dealt_to,
    table: at && by && question ? { at, by, question } : undefined,
    rated: ratedFrom(harm, breakdown, ratedAt),
    isOpen: row.is_open === true,
  };
}

function ratedFrom(harm = '', breakdown = '', at?: Date): FrozenCase['rated'] {
  if (at === undefined || !isCode(CASE_RATINGS, harm) || !isCode(CASE_RATINGS, breakdown)) return undefined;
  return { harm, breakdown, at };
}

function exerciseFrom(kept: Selectable<RatingExercise>): Exercise {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [],
    title: row.title,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    closedNote: row.closed_note,
  };
}
