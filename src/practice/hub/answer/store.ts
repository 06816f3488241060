import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Answer as AnswerRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import type { DecidedChild } from '../letter/index.ts';
import { type Answer, answeredAt, isWay, type NewAnswer } from './rules.ts';

/** The answers of a contact that were not taken back, oldest first. */
export async function answersOf(db: Db, contactId: Id): Promise<readonly Answer[]> {
  const rows = await db
    .selectFrom('answer')
    .selectAll()
    .where('contact_id', '=', contactId)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('recorded_at')
    .execute();
  return rows.map(answerFrom);
}

/** Finds an answer through its contact: where that is hidden, so is what was told. */
export const answerOnRecord: Loader<Answer & { readonly persons: readonly Id[] }> = {
  kind: 'answer',
  load: async ({ db }, params) => {
    const id = params['answerId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db
      .selectFrom('answer')
      .selectAll()
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const persons = await db
      .selectFrom('contact_child')
      .select('person_id')
      .where('contact_id', '=', row.contact_id)
      .execute();
    return { ...answerFrom(row), persons: persons.flatMap((child) => child.person_id ?? []) };
  },
};

/** What was decided about each child of a contact; a child without a decision is there too, undecided. */
export async function decidedChildren(db: Db, contactId: Id): Promise<readonly DecidedChild[]> {
  const rows = await db
    .selectFrom('contact_child')
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.contact_child_id', '=', 'contact_child.id')
        .on('decision.withdrawn_at', 'is', null),
    )
    .leftJoin('agency', 'agency.id', 'decision.agency_id')
    .where('contact_child.contact_id', '=', contactId)
    .orderBy('contact_child.position')
    .select([
      'contact_child.id',
      'decision.outcome',
      'decision.reason',
      'decision.authorisation_asked',
      'decision.authorised_at',
      'agency.title',
    ])
    .execute();
  return rows.map((row) => ({
    contactChildId: row.id,
    isInForce: row.outcome !== null && (row.authorisation_asked !== true || row.authorised_at !== null),
    outcome: row.outcome !== null && isCode(CONTACT_OUTCOMES, row.outcome) ? row.outcome : undefined,
    agencyTitle: row.title ?? undefined,
    reason: row.reason ?? undefined,
  }));
}

/**
 * Whether words hold a guarded address that this worker may read. Never asked of one they may not read: whoever writes a letter could try
 * addresses out by it.
 */
export async function namesGuardedAddress(db: Db, contactId: Id, words: string): Promise<boolean> {
  const found = await sql<{
    names: boolean;
  }>`select names_guarded_address(${contactId}, ${words}) as names`.execute(db);
  return found.rows[0]?.names === true;
}

/** Whether a child of the contact, a relative or somebody of the household has a guarded address, as far as this worker may know of it. */
export async function guardedNear(db: Db, contactId: Id): Promise<boolean> {
  const { rows } = await sql<{ near: boolean }>`select guarded_near(${contactId}) as near`.execute(db);
  return rows[0]?.near === true;
}

/** Holds a contact for the rest of the transaction, so that deciding, telling and taking back come one after the other. */
export async function holdContact(db: Db, contactId: Id): Promise<void> {
  await db.selectFrom('contact').select('id').where('id', '=', contactId).forUpdate().execute();
}

/** Keeps an answer or the reason why there is none. `language` is the one its words are in. */
export async function keepAnswer(
  { db, newId, now, by }: Context,
  contactId: Id,
  { reader, way, words, whyNot }: NewAnswer,
  { language, isTold }: { language: string; isTold: boolean },
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('answer')
    .values({
      id,
      contact_id: contactId,
      audience: reader.audience,
      contact_family_member_id: reader.familyMemberId,
      contact_child_id: reader.childId,
      way,
      words: way === undefined ? undefined : words,
      why_not: whyNot,
      language,
      made_by: by,
      made_at: now,
      told_at: isTold ? now : undefined,
    })
    .execute();
  return id;
}

/** Writes down that somebody was told at an instant, once. */
export async function keepTold(db: Db, answerId: Id, at: Date): Promise<Id | undefined> {
  const row = await db
    .updateTable('answer')
    .set({ told_at: at })
    .where('id', '=', answerId)
    .where('told_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('contact_id')
    .executeTakeFirst();
  return row?.contact_id;
}

/** Marks answers as taken back. */
export async function keepWithdrawn({ db, now }: Context, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('answer').set({ withdrawn_at: now }).where('id', '=', anyOf(ids)).execute();
}

/** Writes the contact down as answered from the instant it is, if it is and was not. */
export async function settle(db: Db, contactId: Id): Promise<void> {
  const at = answeredAt(await decidedChildren(db, contactId), await answersOf(db, contactId));
  if (at === undefined) return;
  await db
    .updateTable('contact')
    .set({ answered_at: sql`greatest(${at}, told_at)` })
    .where('id', '=', contactId)
    .where('answered_at', 'is', null)
    .execute();
}

/** The contact is open again: its decision was taken back before anybody was told. */
export async function unsettle(db: Db, contactId: Id): Promise<void> {
  await db
    .updateTable('contact')
    .set({ answered_at: null })
    .where('id', '=', contactId)
    .where('answered_at', 'is not', null)
    .execute();
}

function answerFrom(kept: Selectable<AnswerRow>): Answer {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    contactId: row.contact_id,
    audience: row.audience === 'family' ? 'family' : 'referrer',
    familyMemberId: row.contact_family_member_id,
    childId: row.contact_child_id,
    way: row.way !== undefined && isWay(row.way) ? row.way : undefined,
    language: row.language,
    words: row.words,
    whyNot: row.why_not,
    madeBy: row.made_by,
    madeAt: row.made_at,
    toldAt: row.told_at,
  };
}
