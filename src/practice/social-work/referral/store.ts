import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Referral as ReferralRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context, Surroundings } from '../../../platform/web/context.ts';
import type { NeverWorkReason } from '../../../profile/code-sets/service-kinds.ts';
import { teamFor } from '../../people/team/index.ts';
import type { NewReferral, Referral } from './rules.ts';

/** Opens a referral in the transaction of the decision that asks for it, for the team that assesses. */
export async function openReferral(surroundings: Surroundings, referral: NewReferral): Promise<Id> {
  const { db, newId, now, today, profile } = surroundings;
  const id = newId();
  await db
    .insertInto('referral')
    .values({
      id,
      person_id: referral.personId,
      contact_id: referral.contactId,
      decision_id: referral.decisionId,
      team_id: await teamFor(db, profile, 'social work'),
      referred_at: now,
      referred_on: today,
      source: referral.source,
      what_was_said: referral.whatWasSaid,
      reason: referral.reason,
      level_of_need: referral.levelOfNeed,
      discussion_wanted_today: referral.discussionWantedToday,
    })
    .execute();
  return id;
}

/** Takes back the referrals that decisions opened. Whoever calls has made sure that nobody accepted or declined them. */
export async function withdrawReferrals({ db, now, by }: Context, decisionIds: readonly Id[]): Promise<void> {
  if (decisionIds.length === 0) return;
  await db
    .updateTable('referral')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('decision_id', '=', anyOf(decisionIds))
    .execute();
}

/** The referrals that decisions opened turn out to be about somebody else: they follow, and history keeps whose they were taken for. */
export async function moveReferrals(
  { db }: Context,
  decisionIds: readonly Id[],
  personId: Id,
): Promise<void> {
  if (decisionIds.length === 0) return;
  await db
    .updateTable('referral')
    .set({ person_id: personId })
    .where('decision_id', '=', anyOf(decisionIds))
    .execute();
}

/** The referrals that decisions opened, locked where `lock` is set, so that nobody accepts one while it is withdrawn. */
export async function referralsOf(
  db: Db,
  decisionIds: readonly Id[],
  lock: 'lock' | undefined = undefined,
): Promise<readonly Referral[]> {
  if (decisionIds.length === 0) return [];
  const asked = db.selectFrom('referral').selectAll().where('decision_id', '=', anyOf(decisionIds));
  const rows = await (lock === undefined ? asked : asked.forUpdate()).execute();
  return rows.map(referralFrom);
}

/** Finds a referral through what the viewer may see. */
export const referralOnRecord: Loader<Referral> = {
  kind: 'referral',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['referralId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
    return row && referralFrom(row);
  },
};

/** Referrals that social care has neither accepted nor declined, oldest first; those that want a discussion today before all. */
export async function undecidedReferrals(db: Db): Promise<readonly Referral[]> {
  const rows = await db
    .selectFrom('referral')
    .selectAll()
    .where('accepted_on', 'is', null)
    .where('declined_on', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('discussion_wanted_today', 'desc')
    .orderBy('referred_on')
    .orderBy('referred_at')
    .limit(200)
    .execute();
  return rows.map(referralFrom);
}

/** Social care accepts: from this day the referral is open. False where somebody else was quicker. */
export function acceptReferral({ db, today, by }: Context, id: Id): Promise<boolean> {
  return changed(
    db
      .updateTable('referral')
      .set({ accepted_on: today, accepted_by: by })
      .where('accepted_on', 'is', null)
      .where('declined_on', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
}

/** Social care declines, with a reason that the hub and the referrer can be told. False where somebody else was quicker. */
export function declineReferral({ db, today, by }: Context, id: Id, reason: string): Promise<boolean> {
  return changed(
    db
      .updateTable('referral')
      .set({ declined_on: today, declined_by: by, declined_reason: reason })
      .where('accepted_on', 'is', null)
      .where('declined_on', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
}

/** An open referral that never became work ends. False where it had ended. */
export function endReferral(
  { db, today, by }: Context,
  id: Id,
  { reason, words }: { readonly reason: NeverWorkReason; readonly words: string },
): Promise<boolean> {
  return changed(
    db
      .updateTable('referral')
      .set({ ended_on: today, ended_by: by, ended_reason: reason, ended_words: words })
      .where('accepted_on', 'is not', null)
      .where('ended_on', 'is', null)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
}

async function changed(update: Promise<{ numUpdatedRows: bigint }>): Promise<boolean> {
  return (await update).numUpdatedRows > 0n;
}

function referralFrom(kept: Selectable<ReferralRow>): Referral {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    contactId: row.contact_id,
    decisionId: row.decision_id,
    source: row.source,
    whatWasSaid: row.what_was_said,
    reason: row.reason,
    levelOfNeed: row.level_of_need,
    discussionWantedToday: row.discussion_wanted_today,
    referredAt: row.referred_at,
    referredOn: row.referred_on,
    acceptedOn: row.accepted_on,
    acceptedBy: row.accepted_by,
    declinedOn: row.declined_on,
    declinedBy: row.declined_by,
    declinedReason: row.declined_reason,
    endedOn: row.ended_on,
    withdrawnAt: row.withdrawn_at,
  };
}
