import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Handover as HandoverRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Handover } from './rules.ts';

/** Finds an offer through what the viewer may see. */
export const handoverOnRecord: Loader<Handover> = {
  kind: 'handover',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['handoverId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();
    return row && handoverFrom(row);
  },
};

/** The offers that nobody has answered, of children whom the viewer may see; the oldest first. */
export async function handoversOffered(db: Db, personId?: Id): Promise<readonly Handover[]> {
  let asked = db
    .selectFrom('handover')
    .selectAll()
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('offered_at')
    .limit(200);
  if (personId !== undefined) asked = asked.where('person_id', '=', personId);
  return (await asked.execute()).map(handoverFrom);
}

/** The same offer, held until the transaction ends, so that it is answered once. */
export async function heldHandover(db: Db, id: Id): Promise<Handover | undefined> {
  const row = await db.selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && handoverFrom(row);
}

/** Offers a child. Undefined where somebody offered it a moment before. */
export async function offerHandover(
  { db, newId, now, by }: Context,
  offer: Pick<Handover, 'personId' | 'fromStaffId' | 'fromTeamId' | 'toStaffId' | 'toTeamId' | 'note'>,
): Promise<Id | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${offer.personId}::text, 10))`.execute(db);
  if ((await handoversOffered(db, offer.personId)).length > 0) return undefined;
  const id = newId();
  await db
    .insertInto('handover')
    .values({
      id,
      person_id: offer.personId,
      from_staff_id: offer.fromStaffId,
      from_team_id: offer.fromTeamId,
      to_staff_id: offer.toStaffId,
      to_team_id: offer.toTeamId,
      note: offer.note,
      offered_at: now,
      offered_by: by,
    })
    .execute();
  return id;
}

type Answer = 'accepted' | 'taken back' | { readonly declinedReason: string };

/** Keeps the yes, the no with its reason, or that it was taken back. */
export async function answerHandover({ db, now, by }: Context, id: Id, answer: Answer): Promise<void> {
  const said = stepOf(answer, now, by);
  await db.updateTable('handover').set(said).where('id', '=', id).execute();
}

function stepOf(answer: Answer, now: Date, by: Id) {
  if (answer === 'accepted') return { accepted_at: now, answered_by: by };
  if (answer === 'taken back') return { withdrawn_at: now, withdrawn_by: by };
  return { declined_at: now, answered_by: by, declined_reason: answer.declinedReason };
}

/** The co-workers of a team that passes a child on stop with it. */
export async function endCoWorkers({ db, today, by }: Context, personId: Id): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ ended_on: today, ended_by: by })
    .where('person_id', '=', personId)
    .where('kind', '=', 'co-worker')
    .where('ended_on', 'is', null)
    .execute();
}

/** Somebody who worked beside the child until now works with the child alone from now on. */
export async function endCoWorkingOf({ db, today, by }: Context, personId: Id, staffId: Id): Promise<void> {
  await db
    .updateTable('allocation')
    .set({ ended_on: today, ended_by: by })
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .where('kind', '=', 'co-worker')
    .where('ended_on', 'is', null)
    .execute();
}

/** The titles of these teams. */
export async function teamsNamed(db: Db, ids: readonly (Id | undefined)[]): Promise<ReadonlyMap<Id, string>> {
  const asked = ids.filter((id) => id !== undefined);
  if (asked.length === 0) return new Map();
  const rows = await db.selectFrom('team').select(['id', 'title']).where('id', '=', anyOf(asked)).execute();
  return new Map(rows.map((row) => [row.id, row.title]));
}

function handoverFrom(kept: Selectable<HandoverRow>): Handover {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    fromStaffId: row.from_staff_id,
    fromTeamId: row.from_team_id,
    toStaffId: row.to_staff_id,
    toTeamId: row.to_team_id,
    note: row.note,
    offeredAt: row.offered_at,
    offeredBy: row.offered_by,
    acceptedAt: row.accepted_at,
    declinedAt: row.declined_at,
    answeredBy: row.answered_by,
    declinedReason: row.declined_reason,
    withdrawnAt: row.withdrawn_at,
  };
}
