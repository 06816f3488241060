import type { Selectable } from 'kysely';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Decision as DecisionRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { EARLY_HELP_ANSWERS } from '../../../profile/code-sets/early-help-answers.ts';
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

/** Takes decisions back: from now on they are not in force, and readable only as known before. */
export async function keepWithdrawal({ db, now, by }: Context, ids: readonly Id[]): Promise<void> {
  await db
    .updateTable('decision')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('id', '=', anyOf(ids))
    .execute();
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
