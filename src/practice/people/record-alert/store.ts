import type { Selectable } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { RecordAlert as Row } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { RecordAlert, Review } from './rules.ts';

const MOST = 100;

/** Finds an alert through the record it stands on. */
export const alertOnRecord: Loader<RecordAlert> = {
  kind: 'record alert',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['recordAlertId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('record_alert').selectAll().where('id', '=', id).executeTakeFirst();
    return row && alertFrom(row);
  },
};

/** All alerts of a person, those that stand first, then the latest. */
export async function alertsOf(db: Db, personId: Id): Promise<readonly RecordAlert[]> {
  const rows = await db
    .selectFrom('record_alert')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('put_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(alertFrom);
}

/** The alerts of a person that stand now, the oldest first: what has stood longest is known best. */
export async function alertsStanding(db: Db, personId: Id): Promise<readonly RecordAlert[]> {
  const rows = await db
    .selectFrom('record_alert')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('put_at')
    .limit(MOST)
    .execute();
  return rows.map(alertFrom);
}

/** The alerts of these persons that stand and are to be looked at again until a day. */
export async function alertsToLookAt(
  db: Db,
  persons: readonly Id[],
  until: Day,
): Promise<readonly RecordAlert[]> {
  if (persons.length === 0) return [];
  const rows = await db
    .selectFrom('record_alert')
    .selectAll()
    .where('person_id', '=', anyOf(persons))
    .where('ended_at', 'is', null)
    .where('review_on', '<=', until)
    .execute();
  return rows.map(alertFrom);
}

/** Each time somebody looked at an alert again, the latest first. */
export async function reviewsOf(db: Db, alertId: Id): Promise<readonly Review[]> {
  const rows = await db
    .selectFrom('record_alert_review')
    .selectAll()
    .where('alert_id', '=', alertId)
    .orderBy('reviewed_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    nextOn: row.next_on,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
  }));
}

type New = Pick<RecordAlert, 'kind' | 'words' | 'told' | 'toldWords' | 'reviewOn'>;

/** Puts an alert up. */
export async function putUp({ db, newId, now, by }: Context, personId: Id, alert: New): Promise<Id> {
  const id = newId();
  await db
    .insertInto('record_alert')
    .values({
      id,
      person_id: personId,
      kind: alert.kind,
      words: alert.words,
      told: alert.told,
      told_words: alert.toldWords,
      put_by: by,
      put_at: now,
      review_on: alert.reviewOn,
    })
    .execute();
  return id;
}

/** Keeps that somebody looked at it again; the database moves the day. False where it ended a moment before. */
export async function lookedAtAgain(
  { db, newId, now, by }: Context,
  { id, personId }: Pick<RecordAlert, 'id' | 'personId'>,
  { words, reviewOn }: { readonly words: string; readonly reviewOn: Day },
): Promise<boolean> {
  const held = await db
    .selectFrom('record_alert')
    .select('id')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (held === undefined) return false;
  await db
    .insertInto('record_alert_review')
    .values({
      id: newId(),
      alert_id: id,
      person_id: personId,
      words,
      next_on: reviewOn,
      reviewed_by: by,
      reviewed_at: now,
    })
    .execute();
  return true;
}

/** Ends an alert. False where somebody ended it a moment before. */
export async function endAlert({ db, now, by }: Context, id: Id, why: string): Promise<boolean> {
  const ended = await db
    .updateTable('record_alert')
    .set({ ended_at: now, ended_by: by, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

function alertFrom(kept: Selectable<Row>): RecordAlert {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    kind: row.kind,
    words: row.words,
    told: row.told,
    toldWords: row.told_words,
    putBy: row.put_by,
    putAt: row.put_at,
    reviewOn: row.review_on,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    endedWhy: row.ended_why,
  };
}
