import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context, Surroundings } from '../../../platform/web/context.ts';
import { isWorkingInstant } from '../../../profile/working-time.ts';
import { onDutyAt } from '../../people/duty/index.ts';
import { type Alert, type AlertCause, whomToTell } from './rules.ts';

/**
 * Raises an alert on a contact and tells whoever is on duty. Where nobody is on duty the alert stands without a name, and the board
 * says that it has reached nobody: it is never dropped. The mail names the contact by its reference alone.
 */
export async function raiseAlert(
  surroundings: Surroundings,
  contact: { id: Id; reference: string },
  cause: AlertCause,
): Promise<void> {
  const { db, now, newId, profile } = surroundings;
  const told = whomToTell(await onDutyAt(db, now), isWorkingInstant(now, profile.calendar));
  await db
    .insertInto('contact_alert')
    .values({ id: newId(), contact_id: contact.id, cause, raised_at: now, to_staff: told?.staffId ?? null })
    .execute();
  if (told?.email === undefined) return;
  await putInOutbox(db, {
    id: newId(),
    kind: 'mail',
    recipient: told.email,
    subject: `${contact.reference}: somebody must look now`,
    body: `${contact.reference} needs a person on duty now. Sign in, open the board and acknowledge it there.`,
    language: 'en',
    contactId: contact.id,
    holdSeconds: 0,
  });
}

/** Every alert that waits for somebody to acknowledge it, oldest first, as far as the viewer sees. Answering is more than that. */
export async function openAlerts(db: Db): Promise<readonly Alert[]> {
  const rows = await alerts(db)
    .where('contact_alert.acknowledged_at', 'is', null)
    .where('contact.answered_at', 'is', null)
    .orderBy('contact_alert.raised_at')
    .execute();
  return withPersons(db, rows);
}

/** Every alert of a contact, oldest first. */
export async function alertsOf(db: Db, contactId: Id): Promise<readonly Alert[]> {
  const rows = await alerts(db)
    .where('contact_alert.contact_id', '=', contactId)
    .orderBy('contact_alert.raised_at')
    .execute();
  return withPersons(db, rows);
}

/** Finds an alert through the contact that the viewer may see. */
export const alertOnRecord: Loader<Alert> = {
  kind: 'alert',
  load: async ({ db }, params) => {
    const id = params['alertId'] ?? '';
    if (!isId(id)) return undefined;
    return (await withPersons(db, await alerts(db).where('contact_alert.id', '=', id).execute()))[0];
  },
};

/** Writes down who acknowledged, unless somebody did so a moment before. */
export async function acknowledge({ db, by, now }: Context, alertId: Id): Promise<boolean> {
  const row = await db
    .updateTable('contact_alert')
    .set({ acknowledged_by: by, acknowledged_at: now })
    .where('id', '=', alertId)
    .where('acknowledged_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

type Row = Awaited<ReturnType<ReturnType<typeof alerts>['execute']>>[number];

function alerts(db: Db) {
  return db
    .selectFrom('contact_alert')
    .innerJoin('contact', 'contact.id', 'contact_alert.contact_id')
    .leftJoin('staff as told', 'told.id', 'contact_alert.to_staff')
    .leftJoin('staff as who', 'who.id', 'contact_alert.acknowledged_by')
    .select([
      'contact_alert.id',
      'contact_alert.contact_id',
      'contact.reference',
      'contact_alert.cause',
      'contact_alert.raised_at',
      'contact_alert.acknowledged_at',
      'told.given_name as told_given',
      'told.family_name as told_family',
      'who.given_name as who_given',
      'who.family_name as who_family',
    ]);
}

async function withPersons(db: Db, rows: readonly Row[]): Promise<readonly Alert[]> {
  if (rows.length === 0) return [];
  const persons = await db
    .selectFrom('contact_person')
    .select(['contact_id', 'person_id'])
    .where(
      'contact_id',
      'in',
      rows.map((row) => row.contact_id),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    contactId: row.contact_id,
    reference: row.reference,
    cause: causeFrom(row.cause),
    raisedAt: row.raised_at,
    toName: nameOf(row.told_given, row.told_family),
    acknowledgedAt: row.acknowledged_at ?? undefined,
    acknowledgedBy: nameOf(row.who_given, row.who_family),
    persons: persons.filter((one) => one.contact_id === row.contact_id).map((one) => one.person_id),
  }));
}

function causeFrom(text: string): AlertCause {
  return text === 'at night' || text === 'immediate danger' ? text : 'red';
}

function nameOf(given: string | null, family: string | null): string | undefined {
  return given === null ? undefined : `${given} ${family ?? ''}`;
}
