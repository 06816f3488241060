import { type RawBuilder, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { SampledCase, SampledFact } from './rules.ts';

/** Finds a case of a sample that the viewer reads at this instant. */
export const caseInSample: Loader<SampledCase> = {
  kind: 'sampled case',
  load: async (context, params) => {
    const id = params['caseId'] ?? '';
    return isId(id) ? (await casesRead(context, sql`where id = ${id}`))[0] : undefined;
  },
};

/** The cases that the viewer reads now, the samples that end first before the others, in the order of their numbers. */
export function casesForViewer(context: Pick<Context, 'db'>): Promise<readonly SampledCase[]> {
  return casesRead(context, sql`order by until_at, case_sample_id, number limit 300`);
}

async function casesRead(
  { db }: Pick<Context, 'db'>,
  which: RawBuilder<unknown>,
): Promise<readonly SampledCase[]> {
  const { rows } = await sql<{
    id: Id;
    case_sample_id: Id;
    person_id: Id;
    number: number;
    purpose: string;
    until_at: Date;
    chosen_by: string;
  }>`select * from sampled_cases() ${which}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    persons: [row.person_id],
    sampleId: row.case_sample_id,
    number: row.number,
    purpose: row.purpose,
    untilAt: row.until_at,
    chosenBy: row.chosen_by,
  }));
}

/** What is told of a case, as far as the database lets it through. */
export async function sampledFacts(db: Db, id: Id): Promise<readonly SampledFact[]> {
  const { rows } = await sql<{
    part: string;
    code: string | null;
    weeks: number | null;
    weeks_to: number | null;
    n: number | null;
  }>`select * from sampled_facts(${id}) order by part, weeks desc nulls last limit 300`.execute(db);
  return rows.map((row) => ({
    part: row.part,
    code: row.code ?? undefined,
    weeks: row.weeks ?? undefined,
    weeksTo: row.weeks_to ?? undefined,
    n: row.n ?? undefined,
  }));
}

/** What the viewer wrote to a case, the earliest first. */
export async function ownComments(db: Db, id: Id) {
  const rows = await db
    .selectFrom('case_sample_comment')
    .select(['id', 'words', 'written_at'])
    .where('case_sample_case_id', '=', id)
    .orderBy('written_at')
    .limit(100)
    .execute();
  return rows.map((row) => ({ id: row.id, words: row.words, writtenAt: row.written_at }));
}

/** Keeps a comment. False where the sample ended in the same moment: then nothing is kept. */
export async function keepComment({ db, newId, now, by }: Context, id: Id, words: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select case_held(${id}) as held`.execute(db);
  if (rows[0]?.held !== true) return false;
  await db
    .insertInto('case_sample_comment')
    .values({ id: newId(), case_sample_case_id: id, words, written_by: by, written_at: now })
    .execute();
  return true;
}
