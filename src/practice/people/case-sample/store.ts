import { type RawBuilder, type Selectable, sql } from 'kysely';
import { addDays, type Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { CaseSample as Row } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { CasePopulation } from '../../../profile/code-sets/case-samples.ts';
import { type CaseSample, isToAnswer } from './rules.ts';

/** Finds a sample, for those who choose and confirm. The adviser does not come in by this way. */
export const sampleOnRecord: Loader<CaseSample> = {
  kind: 'case sample',
  load: async ({ db }, params) => {
    const id = params['sampleId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('case_sample').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    const persons = (await casesIn(db, id)).map(({ personId }) => personId);
    return { ...sampleFrom(row), persons };
  },
};

/** Every sample, the latest first. */
export async function samples(db: Db): Promise<readonly CaseSample[]> {
  const rows = await db
    .selectFrom('case_sample')
    .selectAll()
    .orderBy('chosen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(sampleFrom);
}

/** The samples that wait for the viewer to confirm them. */
export async function samplesToAnswer({
  db,
  by,
  now,
}: Pick<Context, 'db' | 'by' | 'now'>): Promise<readonly CaseSample[]> {
  const rows = await db
    .selectFrom('case_sample')
    .selectAll()
    .where('second_id', '=', by)
    .where('answered_at', 'is', null)
    .execute();
  return rows.map(sampleFrom).filter((one) => isToAnswer(one, by, now));
}

function sampleFrom(kept: Selectable<Row>): CaseSample {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [],
    adviserId: row.adviser_id,
    purpose: row.purpose,
    population: row.population,
    size: row.size,
    seed: row.seed,
    outOf: row.out_of,
    chosenBy: row.chosen_by,
    chosenAt: row.chosen_at,
    untilAt: row.until_at,
    secondId: row.second_id,
    agreed: row.agreed,
    whyNot: row.why_not,
    endedAt: row.ended_at,
    endedWhy: row.ended_why,
  };
}

/** The cases of a sample that the viewer may open, with what the adviser wrote to each. */
export async function casesIn(db: Db, sampleId: Id) {
  const rows = await db
    .selectFrom('case_sample_case')
    .select(['id', 'person_id', 'number'])
    .where('case_sample_id', '=', sampleId)
    .orderBy('number')
    .execute();
  const comments = await db
    .selectFrom('case_sample_comment')
    .select(['id', 'case_sample_case_id', 'words', 'written_at'])
    .where('case_sample_case_id', '=', anyOf(rows.map(({ id }) => id)))
    .orderBy('written_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    number: row.number,
    comments: comments
      .filter((one) => one.case_sample_case_id === row.id)
      .map((one) => ({ id: one.id, words: one.words, writtenAt: one.written_at })),
  }));
}

const HALF_A_YEAR = 183;

function populationOf(code: Exclude<CasePopulation, 'named'>, today: Day): RawBuilder<unknown> {
  const populations = {
    open: sql`select person_id from period_of_service where ended_on is null`,
    closed: sql`select person_id from period_of_service where ended_on > ${addDays(today, -HALF_A_YEAR)}`,
    plan: sql`select person_id from protection_plan where ended_on is null`,
    care: sql`select person_id from period_of_care where ended_on is null`,
  };
  return populations[code];
}

/** A record behind a wall is in no sample, whoever chooses. */
const WITHOUT_WALL = sql`not exists (select from wall w where w.person_id = found.person_id and w.until > instant())`;

/** So many cases by chance out of all that whoever chooses may see. With the same seed it is the same cases while the population is the same. */
export async function chosen(
  { db, today }: Pick<Context, 'db' | 'today'>,
  population: Exclude<CasePopulation, 'named'>,
  { seed, size }: { readonly seed: string; readonly size: number },
): Promise<{ readonly persons: readonly Id[]; readonly outOf: number }> {
  const { rows } = await sql<{ person_id: Id; of: number }>`
    select person_id, count(*) over ()::int as of from (select distinct person_id from (${populationOf(population, today)}) p) found
    where ${WITHOUT_WALL} order by sha256(convert_to(${seed} || person_id::text, 'UTF8')), person_id limit ${size}`.execute(
    db,
  );
  return { persons: rows.map(({ person_id }) => person_id), outOf: rows[0]?.of ?? 0 };
}

/** The records with these child numbers that whoever chooses may see, in the order of the numbers. */
export async function named(db: Db, numbers: readonly string[]): Promise<readonly Id[]> {
  const { rows } = await sql<{ person_id: Id }>`
    select found.person_id from (select id as person_id, number from person where number = any(${[...numbers]}::text[])) found
    where ${WITHOUT_WALL} order by found.number`.execute(db);
  return rows.map(({ person_id }) => person_id);
}

type New = Pick<
  CaseSample,
  'adviserId' | 'purpose' | 'population' | 'seed' | 'outOf' | 'untilAt' | 'secondId'
>;

/** Keeps a sample as it was chosen, with its cases under their numbers. Nobody reads it before it is confirmed. */
export async function keepSample(
  { db, newId, now, by }: Context,
  sample: New,
  persons: readonly Id[],
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('case_sample')
    .values({
      id,
      adviser_id: sample.adviserId,
      purpose: sample.purpose,
      population: sample.population,
      size: persons.length,
      seed: sample.seed ?? null,
      out_of: sample.outOf,
      chosen_by: by,
      chosen_at: now,
      until_at: sample.untilAt,
      second_id: sample.secondId,
    })
    .execute();
  await db
    .insertInto('case_sample_case')
    .values(
      persons.map((personId, at) => ({
        id: newId(),
        case_sample_id: id,
        person_id: personId,
        number: at + 1,
      })),
    )
    .execute();
  return id;
}

/** Keeps the second person's answer. False where it was answered before. */
export async function answerSample(
  { db, now }: Context,
  id: Id,
  whyNot: string | undefined,
): Promise<boolean> {
  const answered = await db
    .updateTable('case_sample')
    .set({ answered_at: now, agreed: whyNot === undefined, why_not: whyNot ?? null })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return answered.numUpdatedRows > 0n;
}

/** Ends a sample at this instant. False where it was over before. */
export async function endSample({ db, now, by }: Context, id: Id, why: string): Promise<boolean> {
  const ended = await db
    .updateTable('case_sample')
    .set({ ended_at: now, ended_by: by, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
