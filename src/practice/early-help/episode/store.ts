import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { EarlyHelpEpisode as EpisodeRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context, Surroundings } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { EARLY_HELP_ANSWERS } from '../../../profile/code-sets/early-help-answers.ts';
import type { NeverWorkReason } from '../../../profile/code-sets/service-kinds.ts';
import { teamFor } from '../../people/team/index.ts';
import type { Episode, NewEpisode, Reply } from './rules.ts';

/** Offers early help in the transaction of the decision, to the team that gives it. */
export async function offerEarlyHelp(surroundings: Surroundings, episode: NewEpisode): Promise<Id> {
  const { db, newId, today, profile } = surroundings;
  const id = newId();
  await db
    .insertInto('early_help_episode')
    .values({
      id,
      person_id: episode.personId,
      contact_id: episode.contactId,
      decision_id: episode.decisionId,
      team_id: await teamFor(db, profile, 'early help'),
      offered_on: today,
      reply: episode.reply,
      replied_on: episode.reply === 'not answered yet' ? null : today,
      declined_reason: episode.declinedReason,
      what_was_said: episode.whatWasSaid,
    })
    .execute();
  return id;
}

/** Takes back the offers that decisions made. Whoever calls has made sure that none of them has begun. */
export async function withdrawEpisodes({ db, now, by }: Context, decisionIds: readonly Id[]): Promise<void> {
  if (decisionIds.length === 0) return;
  await db
    .updateTable('early_help_episode')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('decision_id', '=', anyOf(decisionIds))
    .execute();
}

/** The offers that decisions made turn out to be about somebody else: they follow, and history keeps whose they were taken for. */
export async function moveEpisodes({ db }: Context, decisionIds: readonly Id[], personId: Id): Promise<void> {
  if (decisionIds.length === 0) return;
  await db
    .updateTable('early_help_episode')
    .set({ person_id: personId })
    .where('decision_id', '=', anyOf(decisionIds))
    .execute();
}

/** The offers that decisions made, locked where `lock` is set, so that none begins while it is withdrawn. */
export async function episodesOf(
  db: Db,
  decisionIds: readonly Id[],
  lock: 'lock' | undefined = undefined,
): Promise<readonly Episode[]> {
  if (decisionIds.length === 0) return [];
  const asked = db.selectFrom('early_help_episode').selectAll().where('decision_id', '=', anyOf(decisionIds));
  const rows = await (lock === undefined ? asked : asked.forUpdate()).execute();
  return rows.map(episodeFrom);
}

/** Finds an offer through what the viewer may see. */
export const episodeOnRecord: Loader<Episode> = {
  kind: 'early-help episode',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['episodeId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('early_help_episode').selectAll().where('id', '=', id).executeTakeFirst();
    return row && episodeFrom(row);
  },
};

/** Offers that wait for the family or for a beginning, and help that goes on; oldest offer first. */
export async function episodesGoingOn(db: Db): Promise<readonly Episode[]> {
  const rows = await goingOn(db).execute();
  return rows.map(episodeFrom);
}

/** Offers that wait for the family or for a beginning, or of them those to which the family said yes; oldest first. */
export async function episodesNotBegun(
  db: Db,
  which: 'all' | 'accepted' = 'all',
): Promise<readonly Episode[]> {
  const waiting = goingOn(db).where('began_on', 'is', null);
  const rows = await (which === 'all' ? waiting : waiting.where('reply', '=', 'accepted')).execute();
  return rows.map(episodeFrom);
}

function goingOn(db: Db) {
  return db
    .selectFrom('early_help_episode')
    .selectAll()
    .where('ended_on', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('reply', '<>', sql.lit('declined'))
    .orderBy('offered_on')
    .orderBy('recorded_at')
    .limit(200);
}

/** Keeps what the family said. False where the help has begun or the offer was withdrawn meanwhile. */
export async function keepReply(
  { db, today }: Context,
  id: Id,
  { reply, declinedReason }: Reply,
): Promise<boolean> {
  const update = await db
    .updateTable('early_help_episode')
    .set({
      reply,
      replied_on: reply === 'not answered yet' ? null : today,
      declined_reason: reply === 'declined' ? (declinedReason ?? null) : null,
    })
    .where('id', '=', id)
    .where('began_on', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** The help begins today: from now on it is open. False where it had begun or no longer can. */
export async function beginEpisode({ db, today }: Context, id: Id): Promise<boolean> {
  const update = await db
    .updateTable('early_help_episode')
    .set({ began_on: today })
    .where('id', '=', id)
    .where('reply', '=', 'accepted')
    .where('began_on', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Help that never became work ends today. False where it had ended. */
export async function endEpisode(
  { db, today, by }: Context,
  id: Id,
  { reason, words }: { readonly reason: NeverWorkReason; readonly words: string },
): Promise<boolean> {
  const update = await db
    .updateTable('early_help_episode')
    .set({ ended_on: today, ended_by: by, ended_reason: reason, ended_words: words })
    .where('id', '=', id)
    .where('began_on', 'is not', null)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

function episodeFrom(kept: Selectable<EpisodeRow>): Episode {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    contactId: row.contact_id,
    decisionId: row.decision_id,
    offeredOn: row.offered_on,
    reply: isCode(EARLY_HELP_ANSWERS, row.reply) ? row.reply : 'not answered yet',
    repliedOn: row.replied_on,
    declinedReason: row.declined_reason,
    whatWasSaid: row.what_was_said,
    beganOn: row.began_on,
    endedOn: row.ended_on,
    withdrawnAt: row.withdrawn_at,
  };
}
