import { type Selectable, sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type {
  ComplexCase as CaseRow,
  ThinkingTime as ThinkingRow,
} from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { AgencyPart, ComplexCase, ThinkingTime } from './rules.ts';

const MOST_SHOWN = 200;

/** Finds a complex case through what the viewer may see of the child. */
export const complexCaseOnRecord: Loader<ComplexCase> = {
  kind: 'complex case',
  about: 'one person',
  load: async ({ db }, { complexCaseId = '' }) => {
    if (!isId(complexCaseId)) return undefined;
    const row = await asked(db).where('complex_case.id', '=', complexCaseId).executeTakeFirst();
    return row && caseFrom(row);
  },
};

/** Finds a thinking time through what the viewer may see of the child. */
export const thinkingTimeOnRecord: Loader<ThinkingTime> = {
  kind: 'thinking time',
  about: 'one person',
  load: async ({ db }, { thinkingTimeId = '' }) => {
    if (!isId(thinkingTimeId)) return undefined;
    const row = await db
      .selectFrom('thinking_time')
      .selectAll()
      .where('id', '=', thinkingTimeId)
      .executeTakeFirst();
    return row && thinkingFrom(row);
  },
};

/** The cases on the register, of children whom the viewer may see, the longest first. */
export async function register(db: Db): Promise<readonly ComplexCase[]> {
  const rows = await asked(db)
    .where('complex_case.left_on', 'is', null)
    .orderBy('complex_case.entered_on')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(caseFrom);
}

/** The times of one child on the register, the latest first. */
export async function complexCasesOf(db: Db, personId: Id): Promise<readonly ComplexCase[]> {
  const rows = await asked(db)
    .where('complex_case.person_id', '=', personId)
    .orderBy('complex_case.entered_on', 'desc')
    .execute();
  return rows.map(caseFrom);
}

/** The same case if it is still on the register, held until the transaction ends. */
export async function heldCase(db: Db, id: Id): Promise<ComplexCase | undefined> {
  await db.selectFrom('complex_case').select('id').where('id', '=', id).forUpdate().execute();
  const row = await asked(db).where('complex_case.id', '=', id).executeTakeFirst();
  return row && row.left_on === null ? caseFrom(row) : undefined;
}

/** The thinking times of these cases, the latest first. */
export async function thinkingTimesOf(db: Db, caseIds: readonly Id[]): Promise<readonly ThinkingTime[]> {
  if (caseIds.length === 0) return [];
  const rows = await db
    .selectFrom('thinking_time')
    .selectAll()
    .where('complex_case_id', '=', anyOf(caseIds))
    .orderBy('booked_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map(thinkingFrom);
}

/** Which agencies take part in these cases, or took part, by case, with who of each. */
export async function agenciesIn(
  db: Db,
  caseIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly AgencyPart[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('complex_case_agency as part')
    .leftJoin('agency', 'agency.id', 'part.agency_id')
    .select(['part.id', 'part.complex_case_id', 'part.named', 'part.who', 'part.left_on', 'agency.title'])
    .where('part.complex_case_id', '=', anyOf(caseIds))
    .orderBy('part.recorded_at')
    .execute();
  const parts = rows.map((row) => ({
    id: row.id,
    caseId: row.complex_case_id,
    agency: row.title ?? row.named ?? 'An agency',
    who: row.who ?? undefined,
    leftOn: row.left_on ?? undefined,
  }));
  return Map.groupBy(parts, ({ caseId }) => caseId);
}

/** The reviews of a case, the latest first. */
export async function reviewsOf(
  db: Db,
  caseId: Id,
): Promise<readonly { readonly id: Id; readonly on: Day; readonly by: Id; readonly words: string }[]> {
  const rows = await db
    .selectFrom('complex_case_review')
    .selectAll()
    .where('complex_case_id', '=', caseId)
    .orderBy('reviewed_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, on: row.reviewed_on, by: row.reviewed_by, words: row.words }));
}

function asked(db: Db) {
  return db
    .selectFrom('complex_case')
    .selectAll('complex_case')
    .select(({ selectFrom }) =>
      selectFrom('complex_case_review')
        .select(sql<Day | null>`max(complex_case_review.reviewed_on)`.as('reviewed_on'))
        .whereRef('complex_case_review.complex_case_id', '=', 'complex_case.id')
        .as('reviewed_on'),
    );
}

function caseFrom(kept: Selectable<CaseRow> & { reviewed_on: Day | null }): ComplexCase {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    enteredOn: row.entered_on,
    enteredBy: row.entered_by,
    enteredWhy: row.entered_why,
    leadId: row.lead_id,
    leftOn: row.left_on,
    leftBy: row.left_by,
    leftWhy: row.left_why,
    reviewedOn: row.reviewed_on,
  };
}

function thinkingFrom(kept: Selectable<ThinkingRow>): ThinkingTime {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    caseId: row.complex_case_id,
    bookedOn: row.booked_on,
    bookedMinutes: row.booked_minutes,
    who: row.who,
    heldOn: row.held_on,
    heldMinutes: row.held_minutes,
    notHeldWhy: row.not_held_why,
  };
}
