import type { Selectable } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { PeriodOfService } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Period } from './rules.ts';

/** Finds a period of service through what the viewer may see. */
export const periodOnRecord: Loader<Period> = {
  kind: 'period of service',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['periodId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('period_of_service').selectAll().where('id', '=', id).executeTakeFirst();
    return row && periodFrom(row);
  },
};

/** Every period of a child, open ones first, then the latest. */
export async function periodsOf(db: Db, personId: Id): Promise<readonly Period[]> {
  const rows = await db
    .selectFrom('period_of_service')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('began_on', 'desc')
    .execute();
  return rows.map(periodFrom);
}

/** The first of the open periods of a child, whose team has the child; undefined where nothing is open or may be seen. */
export async function openPeriodOf(db: Db, personId: Id): Promise<Period | undefined> {
  const row = await db
    .selectFrom('period_of_service')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .orderBy('began_on')
    .limit(1)
    .executeTakeFirst();
  return row && periodFrom(row);
}

/** A manager's decision begins a period. Undefined where one of its kind was opened a moment before. */
export async function beginPeriod(
  { db, newId, by, viewer }: Context,
  period: {
    readonly personId: Id;
    readonly kind: string;
    readonly basisWords: string;
    readonly beganOn: Day;
    readonly teamId: Id | undefined;
  },
): Promise<Id | undefined> {
  const id = newId();
  const made = await db
    .insertInto('period_of_service')
    .values({
      id,
      person_id: period.personId,
      kind: period.kind,
      basis: 'decided',
      basis_words: period.basisWords,
      team_id: period.teamId ?? viewer.teams[0],
      began_on: period.beganOn,
      began_by: by,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'kind']).where('ended_on', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined;
}

/** Ends a period, and with it what began it. False where somebody else was quicker. */
export async function endPeriod(
  { db, by }: Context,
  id: Id,
  ending: { readonly endedOn: Day; readonly reason: string; readonly words: string },
): Promise<boolean> {
  const update = await db
    .updateTable('period_of_service')
    .set({ ended_on: ending.endedOn, ended_by: by, ended_reason: ending.reason, ended_words: ending.words })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Another team has the child from now on, with everything that is open. */
export async function passPeriodsTo({ db }: Context, personId: Id, teamId: Id): Promise<void> {
  await db
    .updateTable('period_of_service')
    .set({ team_id: teamId })
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .execute();
}

function periodFrom(kept: Selectable<PeriodOfService>): Period {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    kind: row.kind,
    basis: row.basis,
    basisWords: row.basis_words,
    referralId: row.referral_id,
    episodeId: row.early_help_episode_id,
    teamId: row.team_id,
    beganOn: row.began_on,
    beganBy: row.began_by,
    endedOn: row.ended_on,
    endedBy: row.ended_by,
    endedReason: row.ended_reason,
    endedWords: row.ended_words,
  };
}
