import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Going } from './rules.ts';

/** Whether somebody visited, or a plan or care began, since a period of service began. */
export async function becameWork(db: Db, periodId: Id): Promise<boolean> {
  const { rows } = await sql<{ became: boolean }>`select became_work(${periodId}) as became`.execute(db);
  return rows[0]?.became === true;
}

/** What goes on beside a referral or an offer. The period that it began is held, so that two that end at once see each other. */
export async function goingOn(
  db: Db,
  of: 'referral' | 'early_help_episode',
  { id, personId }: { readonly id: Id; readonly personId: Id },
): Promise<Going> {
  const began = of === 'referral' ? sql.ref('accepted_on') : sql.ref('began_on');
  const period = await db
    .selectFrom('period_of_service')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', of === 'referral' ? 'assessment' : 'early help')
    .where('ended_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const others = await db
    .selectFrom(of)
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .where(sql<boolean>`${began} is not null and ended_on is null`)
    .execute();
  return {
    others: others.length,
    becameWork: period !== undefined && (await becameWork(db, period.id)),
  };
}
