import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { type Decision, decisionsOf } from '../decision/index.ts';

/** A decision with the contact it is about. */
export type DecisionOfContact = Decision & { readonly contact: Contact; readonly persons: readonly Id[] };

/** Finds a decision in force through its contact. */
export const decisionOnRecord: Loader<DecisionOfContact> = {
  kind: 'decision',
  load: async (context, params) => {
    const id = params['decisionId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await context.db
      .selectFrom('decision')
      .select('contact_id')
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    const contact = row && (await contactOnRecord.load(context, { contactId: row.contact_id }));
    if (contact === undefined) return undefined;
    const decision = (await decisionsOf(context.db, contact.id)).find((one) => one.id === id);
    return decision && { ...decision, contact, persons: contact.persons };
  },
};

/** A manager's signature under decisions. */
export async function keepAuthorisation({ db, now, by }: Context, ids: readonly Id[]): Promise<void> {
  await db
    .updateTable('decision')
    .set({ authorised_by: by, authorised_at: now })
    .where('id', '=', anyOf(ids))
    .execute();
}

/** A decision that waits for a manager's signature, as the list shows it. */
export type Waiting = {
  readonly id: Id;
  readonly contactId: Id;
  readonly outcome: string;
  readonly levelOfNeed: number;
  readonly reason: string;
  readonly signedBy: Id;
  readonly signedAt: Date;
  readonly toldAt: Date;
  readonly personId: Id | undefined;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
};

/** Every decision that waits for a manager, the longest waiting first. */
export async function awaitingAuthorisation(db: Db): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('contact_child', 'contact_child.id', 'decision.contact_child_id')
    .innerJoin('contact', 'contact.id', 'decision.contact_id')
    // Written out, because the index of these is for no other value.
    .where('decision.authorisation_asked', '=', sql.lit(true))
    .where('decision.authorised_at', 'is', null)
    .where('decision.withdrawn_at', 'is', null)
    .select([
      'decision.id',
      'decision.contact_id',
      'decision.outcome',
      'decision.level_of_need',
      'decision.reason',
      'decision.signed_by',
      'decision.signed_at',
      'contact.told_at',
      'contact_child.person_id',
      'contact_child.given_name',
      'contact_child.family_name',
    ])
    .orderBy('decision.signed_at')
    .orderBy('contact_child.position')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    contactId: row.contact_id,
    outcome: row.outcome,
    levelOfNeed: row.level_of_need,
    reason: row.reason,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    toldAt: row.told_at,
    personId: row.person_id ?? undefined,
    givenName: row.given_name ?? undefined,
    familyName: row.family_name ?? undefined,
  }));
}
