import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { caseRatingFrom } from '../../people/childhood/index.ts';
import { casesOfExercise, type Exercise, exercises } from '../rating-exercise/index.ts';
import type { Compared, Stood } from './rules.ts';

/** The rated cases of an exercise that the viewer may see, each with where it sat before, and the exercise before. */
export async function compared(
  exercise: Exercise,
  { db, profile }: Context,
): Promise<{
  readonly cases: readonly Compared[];
  readonly previous: Exercise | undefined;
  readonly seen: number;
}> {
  const [all, held] = await Promise.all([casesOfExercise(db, exercise.id), exercises(db)]);
  const previous = held.find(({ frozenAt }) => frozenAt < exercise.frozenAt);
  const rated = all.filter((one) => one.rated !== undefined);
  const persons = rated.map(({ personId }) => personId);
  const [ratings, periods, plans, care] = await Promise.all([
    ratingsOfEach(db, persons),
    stood(db, 'period_of_service', persons),
    stood(db, 'protection_plan', persons),
    stood(db, 'period_of_care', persons),
  ]);
  const cases = rated.flatMap(({ id, personId }) => {
    const own = ratings.get(personId) ?? [];
    const now = own.find(({ ratingCaseId }) => ratingCaseId === id);
    const before =
      own.find(({ exerciseId }) => exerciseId !== null && exerciseId === previous?.id) ??
      own.find(({ ratedAt }) => ratedAt < exercise.frozenAt);
    if (now === undefined) return [];
    const stands = (of: ReadonlyMap<Id, readonly Stood[]>) => of.get(personId) ?? [];
    return [
      {
        personId,
        now: { ...now, ratedOn: dayOf(now.ratedAt, profile.calendar.zone) },
        before,
        periods: stands(periods),
        plans: stands(plans),
        care: stands(care),
      },
    ];
  });
  return { cases, previous, seen: all.length };
}

/** The ratings of each child, the latest first, each with the case and the exercise in which it was made. */
async function ratingsOfEach(db: Db, persons: readonly Id[]) {
  if (persons.length === 0) return new Map<Id, never[]>();
  const rows = await db
    .selectFrom('case_rating')
    .leftJoin('rating_case', 'rating_case.id', 'case_rating.rating_case_id')
    .selectAll('case_rating')
    .select('rating_case.exercise_id')
    .where('case_rating.person_id', '=', anyOf(persons))
    .orderBy('case_rating.rated_at', 'desc')
    .orderBy('case_rating.recorded_at', 'desc')
    .execute();
  const ratings = rows.map((row) => ({
    ...caseRatingFrom(row),
    ratingCaseId: row.rating_case_id,
    exerciseId: row.exercise_id,
  }));
  return Map.groupBy(ratings, ({ personId }) => personId);
}

type Dated = { person_id: Id; kind: string; began_on: Stood['beganOn']; ended_on: Stood['beganOn'] | null };

/** Everything of a kind that stood for these children at any time. */
async function stood(
  db: Db,
  table: 'period_of_service' | 'protection_plan' | 'period_of_care',
  persons: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Stood[]>> {
  if (persons.length === 0) return new Map();
  const rows: readonly Dated[] =
    table === 'period_of_service'
      ? await db
          .selectFrom(table)
          .select(['person_id', 'kind', 'began_on', 'ended_on'])
          .where('person_id', '=', anyOf(persons))
          .execute()
      : await db
          .selectFrom(table)
          .select(['person_id', 'decided_by as kind', 'began_on', 'ended_on'])
          .where('person_id', '=', anyOf(persons))
          .execute();
  const all = rows.map((row) => ({
    personId: row.person_id,
    kind: row.kind,
    beganOn: row.began_on,
    endedOn: row.ended_on ?? undefined,
  }));
  return Map.groupBy(all, ({ personId }) => personId);
}
