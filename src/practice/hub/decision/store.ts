import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Decision as DecisionRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { EARLY_HELP_ANSWERS } from '../../../profile/code-sets/early-help-answers.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import type { Decision, NewDecision } from './rules.ts';

/** The decisions in force for the children of a contact, in the order of the children. */
export async function decisionsOf(db: Db, contactId: Id): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('contact_child', 'contact_child.id', 'decision.contact_child_id')
    .leftJoin('agency', 'agency.id', 'decision.agency_id')
    .where('decision.contact_id', '=', contactId)
    .where('decision.withdrawn_at', 'is', null)
    .selectAll('decision')
    .select('agency.title as agency_title')
    .orderBy('contact_child.position')
    .execute();
  return rows.map(decisionFrom);
}

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

/** Signs a decision about one child. */
export async function keepDecision(
  { db, newId, now, today, by }: Context,
  contactId: Id,
  decision: NewDecision,
  screeningMeetingId: Id | undefined,
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('decision')
    .values({
      id,
      contact_id: contactId,
      contact_child_id: decision.contactChildId,
      screening_meeting_id: screeningMeetingId,
      level_of_need: decision.levelOfNeed,
      outcome: decision.outcome,
      reason: decision.reason,
      advice_given: decision.adviceGiven,
      agency_id: decision.agencyId,
      early_help_reply: decision.earlyHelpReply,
      declined_reason: decision.declinedReason,
      discussion_wanted_today: decision.discussionWantedToday,
      signed_by: by,
      signed_at: now,
      signed_on: today,
      authorisation_asked: decision.authorisationAsked,
    })
    .execute();
  return id;
}

/** A manager's signature under decisions. */
export async function keepAuthorisation({ db, now, by }: Context, ids: readonly Id[]): Promise<void> {
  await db
    .updateTable('decision')
    .set({ authorised_by: by, authorised_at: now })
    .where('id', 'in', ids)
    .execute();
}

/** Takes decisions back: from now on they are not in force, and readable only as known before. */
export async function keepWithdrawal({ db, now, by }: Context, ids: readonly Id[]): Promise<void> {
  await db
    .updateTable('decision')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('id', 'in', ids)
    .execute();
}

/** A decision that waits for a manager's signature, for the list. */
export type Waiting = Decision & {
  readonly reference: string;
  readonly personId: Id | undefined;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
};

/** Every decision that waits for a manager, the longest waiting first. */
export async function awaitingAuthorisation(db: Db): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('contact', 'contact.id', 'decision.contact_id')
    .innerJoin('contact_child', 'contact_child.id', 'decision.contact_child_id')
    .leftJoin('agency', 'agency.id', 'decision.agency_id')
    .where('decision.authorisation_asked', '=', true)
    .where('decision.authorised_at', 'is', null)
    .where('decision.withdrawn_at', 'is', null)
    .selectAll('decision')
    .select([
      'agency.title as agency_title',
      'contact.reference',
      'contact_child.person_id',
      'contact_child.given_name',
      'contact_child.family_name',
    ])
    .orderBy('decision.signed_at')
    .orderBy('contact_child.position')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...decisionFrom(row),
    reference: row.reference,
    personId: row.person_id ?? undefined,
    givenName: row.given_name ?? undefined,
    familyName: row.family_name ?? undefined,
  }));
}

function decisionFrom(kept: Selectable<DecisionRow> & { agency_title: string | null }): Decision {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    contactId: row.contact_id,
    contactChildId: row.contact_child_id,
    levelOfNeed: row.level_of_need,
    outcome: isCode(CONTACT_OUTCOMES, row.outcome) ? row.outcome : 'no further action',
    reason: row.reason,
    adviceGiven: row.advice_given,
    agencyId: row.agency_id,
    agencyTitle: row.agency_title,
    earlyHelpReply:
      row.early_help_reply !== undefined && isCode(EARLY_HELP_ANSWERS, row.early_help_reply)
        ? row.early_help_reply
        : undefined,
    declinedReason: row.declined_reason,
    discussionWantedToday: row.discussion_wanted_today,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    signedOn: row.signed_on,
    authorisationAsked: row.authorisation_asked,
    authorisedBy: row.authorised_by,
    authorisedAt: row.authorised_at,
    screeningMeetingId: row.screening_meeting_id,
  };
}
