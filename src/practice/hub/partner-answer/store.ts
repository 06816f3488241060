import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { AGENCY_KINDS } from '../../../profile/code-sets/agency-kinds.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import type { Asked, NewAnswer } from './rules.ts';

/** Answered and withdrawn checks that the list still shows: an agency looks a few back, and never through years. */
const MOST_SETTLED = 20;

/** Finds what the viewer's own agency is asked. Another agency's check is not there, like one that never was. */
export const askedOfAgency: Loader<Asked> = {
  kind: 'partner check',
  load: async ({ db, viewer }, params) => {
    const id = params['checkId'] ?? '';
    if (!isId(id) || viewer.agencyId === undefined) return undefined;
    const rows = await asked(db, viewer.agencyId).where('partner_check.id', '=', id).execute();
    return (await withPersons(db, rows))[0];
  },
};

/** Everything that waits for an agency's answer, longest first, and what was settled last. */
export async function askedOf(
  db: Db,
  agencyId: Id,
): Promise<{ readonly waiting: readonly Asked[]; readonly settled: readonly Asked[] }> {
  const waiting = await asked(db, agencyId)
    .where('partner_answer.id', 'is', null)
    .where('partner_check.withdrawn_at', 'is', null)
    .orderBy('partner_check.asked_at')
    .execute();
  const settled = await asked(db, agencyId)
    .where((where) =>
      where.or([
        where('partner_answer.id', 'is not', null),
        where('partner_check.withdrawn_at', 'is not', null),
      ]),
    )
    .orderBy('partner_check.asked_at', 'desc')
    .limit(MOST_SETTLED)
    .execute();
  return { waiting: await withPersons(db, waiting), settled: await withPersons(db, settled) };
}

/** Keeps the one answer to a check, unless a colleague answered in the same moment. */
export async function saveAnswer(
  { db, newId, by, now }: Context,
  checkId: Id,
  answer: NewAnswer,
): Promise<boolean> {
  const row = await db
    .insertInto('partner_answer')
    .values({ id: newId(), partner_check_id: checkId, ...answer, answered_by: by, answered_at: now })
    .onConflict((conflict) => conflict.column('partner_check_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function asked(db: Db, agencyId: Id) {
  return db
    .selectFrom('partner_check')
    .innerJoin('agency', 'agency.id', 'partner_check.agency_id')
    .innerJoin('staff as asker', 'asker.id', 'partner_check.asked_by')
    .leftJoin('partner_answer', 'partner_answer.partner_check_id', 'partner_check.id')
    .leftJoin('staff as answerer', 'answerer.id', 'partner_answer.answered_by')
    .where('partner_check.agency_id', '=', agencyId)
    .select([
      'partner_check.id',
      'partner_check.contact_id',
      'partner_check.asked_about',
      'partner_check.purpose',
      'partner_check.fields',
      'partner_check.asked_at',
      'partner_check.withdrawn_at',
      'agency.kind',
      'agency.title',
      'asker.given_name as asker_given',
      'asker.family_name as asker_family',
      'partner_answer.holds',
      'partner_answer.words',
      'partner_answer.answered_at',
      'answerer.given_name as answerer_given',
      'answerer.family_name as answerer_family',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number];

async function withPersons(db: Db, rows: readonly Row[]): Promise<readonly Asked[]> {
  if (rows.length === 0) return [];
  const persons = await db
    .selectFrom('contact_person')
    .select(['contact_id', 'person_id'])
    .where(
      'contact_id',
      'in',
      rows.map((row) => row.contact_id),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    persons: persons.filter((one) => one.contact_id === row.contact_id).map((one) => one.person_id),
    askedAbout: row.asked_about,
    purpose: row.purpose,
    fields: row.fields,
    agencyKind: isCode(AGENCY_KINDS, row.kind) ? row.kind : undefined,
    agencyTitle: row.title,
    askedBy: `${row.asker_given} ${row.asker_family}`,
    askedAt: row.asked_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    answer: answerIn(row),
  }));
}

function answerIn(row: Row): Asked['answer'] {
  if (row.answered_at === null) return undefined;
  return {
    holds: row.holds === true,
    words: row.words ?? '',
    answeredBy: `${row.answerer_given ?? ''} ${row.answerer_family ?? ''}`,
    answeredAt: row.answered_at,
  };
}
