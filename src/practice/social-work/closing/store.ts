import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Closing as ClosingRow, PeriodOfService } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Closing, View } from './rules.ts';

const MOST_SHOWN = 200;

/** Finds a closing through what the viewer may see. */
export const closingOnRecord: Loader<Closing> = {
  kind: 'closing',
  about: 'one person',
  load: async ({ db }, { closingId = '' }) => {
    if (!isId(closingId)) return undefined;
    const row = await asked(db).where('closing.id', '=', closingId).executeTakeFirst();
    return row && closingFrom(row);
  },
};

/** Everything that was proposed for closing with the family of a child, the latest first. */
export async function closingsOf(db: Db, personId: Id): Promise<readonly Closing[]> {
  const rows = await asked(db)
    .where('closing.person_id', '=', personId)
    .orderBy('closing.proposed_at', 'desc')
    .execute();
  return rows.map(closingFrom);
}

/** The closings that nobody has answered, of children whom the viewer may see; the longest waiting first. */
export async function closingsProposed(db: Db): Promise<readonly Closing[]> {
  const rows = await asked(db)
    .where('closing.authorised_at', 'is', null)
    .where('closing.returned_at', 'is', null)
    .where('closing.withdrawn_at', 'is', null)
    .orderBy('closing.proposed_at')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(closingFrom);
}

/** The latest closing of what is open for each of these children; whoever has none is not in it. */
export async function closingsOfOpen(db: Db, children: readonly Id[]): Promise<ReadonlyMap<Id, Closing>> {
  if (children.length === 0) return new Map();
  const rows = await asked(db)
    .where(sql<boolean>`closing.person_id = any(${[...children]}::uuid[])`)
    .where('period_of_service.ended_on', 'is', null)
    .distinctOn('closing.person_id')
    .orderBy('closing.person_id')
    .orderBy('closing.proposed_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.person_id, closingFrom(row)]));
}

/** What the family says of a closing, the child first. */
export async function viewsOf(db: Db, closingId: Id): Promise<readonly View[]> {
  const rows = await db
    .selectFrom('closing_view')
    .selectAll()
    .where('closing_id', '=', closingId)
    .orderBy('whose')
    .orderBy('recorded_at')
    .execute();
  return rows.map((kept) => {
    const row = withoutNulls(kept);
    const whose = row.whose === 'child' ? 'child' : 'parent';
    return { whose, parentId: row.parent_id, named: row.named, words: row.words, whyNot: row.why_not };
  });
}

/** What a worker proposes. */
export type NewClosing = Pick<
  Closing,
  'personId' | 'periodId' | 'reason' | 'reached' | 'disagreed' | 'comeBack' | 'othersTold'
> & { readonly views: readonly View[] };

/** Keeps a proposal with what the family says of it. Undefined where somebody proposed the same a moment before, or the period ended. */
export async function keepProposal(
  { db, newId, now, by }: Context,
  { views, ...closing }: NewClosing,
): Promise<Id | undefined> {
  if (!(await holdPeriod(db, closing.periodId))) return undefined;
  const id = newId();
  const kept = await db
    .insertInto('closing')
    .values({
      id,
      person_id: closing.personId,
      period_of_service_id: closing.periodId,
      reason: closing.reason,
      reached: closing.reached,
      disagreed: closing.disagreed,
      come_back: closing.comeBack,
      others_told: closing.othersTold,
      proposed_by: by,
      proposed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((kept.numInsertedOrUpdatedRows ?? 0n) === 0n) return undefined;
  await db
    .insertInto('closing_view')
    .values(
      views.map(({ whose, parentId, named, words, whyNot }) => ({
        id: newId(),
        closing_id: id,
        person_id: closing.personId,
        whose,
        parent_id: parentId,
        named,
        words,
        why_not: whyNot,
      })),
    )
    .execute();
  return id;
}

/** The same closing, held with its period until the transaction ends, so that it is answered once. */
export async function heldClosing(db: Db, { id, periodId }: Closing): Promise<Closing | undefined> {
  await holdPeriod(db, periodId);
  await db.selectFrom('closing').select('id').where('id', '=', id).forUpdate().execute();
  const row = await asked(db).where('closing.id', '=', id).executeTakeFirst();
  return row && closingFrom(row);
}

/** What a closing does ends with its period: always the period first, so that two who end it never wait for each other. */
async function holdPeriod(db: Db, id: Id): Promise<boolean> {
  const held = await db
    .selectFrom('period_of_service')
    .select('ended_on')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return held !== undefined && held.ended_on === null;
}

/** Keeps what came of a closing. */
export async function answerClosing(
  { db, now, by }: Context,
  id: Id,
  answer: 'authorised' | 'withdrawn' | { readonly returnedWords: string },
): Promise<void> {
  await db
    .updateTable('closing')
    .set(stepOf(answer, now, by))
    .where('id', '=', id)
    .execute();
}

function stepOf(answer: Parameters<typeof answerClosing>[2], now: Date, by: Id) {
  if (answer === 'authorised') return { authorised_at: now, authorised_by: by };
  if (answer === 'withdrawn') return { withdrawn_at: now, withdrawn_by: by };
  return { returned_at: now, returned_by: by, returned_words: answer.returnedWords };
}

function asked(db: Db) {
  return db
    .selectFrom('closing')
    .innerJoin('period_of_service', 'period_of_service.id', 'closing.period_of_service_id')
    .selectAll('closing')
    .select(['period_of_service.kind', 'period_of_service.began_on']);
}

type Row = Selectable<ClosingRow> & Pick<Selectable<PeriodOfService>, 'kind' | 'began_on'>;

function closingFrom(kept: Row): Closing {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    periodId: row.period_of_service_id,
    kind: row.kind,
    beganOn: row.began_on,
    reason: row.reason,
    reached: row.reached,
    disagreed: row.disagreed,
    comeBack: row.come_back,
    othersTold: row.others_told,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    authorisedBy: row.authorised_by,
    authorisedAt: row.authorised_at,
    returnedBy: row.returned_by,
    returnedAt: row.returned_at,
    returnedWords: row.returned_words,
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at,
  };
}
