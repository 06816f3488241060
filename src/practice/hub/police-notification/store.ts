import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import { foldName } from '../../../language/name.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { recordContact } from '../contact/index.ts';
import { byIncident, type NewNotification } from './rules.ts';

/** Takes notifications in: those about children with an allocated worker go to worker and manager, the others to the hub. */
export async function takeIn(
  context: Context,
  notifications: readonly NewNotification[],
  batch: string | undefined,
): Promise<void> {
  for (const ofIncident of byIncident(notifications)) {
    const sorted = await Promise.all(
      ofIncident.map(async (one) => ({ ...one, goesTo: await goesTo(context.db, one) })),
    );
    const forHub = sorted.filter(({ goesTo: to }) => to.staff.length === 0);
    const contactId = forHub.length === 0 ? undefined : await contactOf(context, forHub);
    for (const one of sorted)
      await keep(context, one, batch, one.goesTo.staff.length === 0 ? contactId : undefined);
  }
}

/** A name for a file by its content: the same file sent again is the same batch, and its notifications are there already. */
export function batchOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Says whether a batch was taken in before. */
export async function wasTakenIn(db: Db, batch: string): Promise<boolean> {
  const [found] = (await sql<{ there: boolean }>`select batch_taken_in(${batch}) as there`.execute(db)).rows;
  return found?.there === true;
}

/** A notification that waits for this viewer to say that it was read. */
export type Unread = {
  readonly id: Id;
  readonly incident: string;
  readonly happenedOn: string;
  readonly toldAt: Date;
  readonly words: string;
  readonly child: string;
  readonly personId: Id | undefined;
};

/** What a worker or manager has not acknowledged yet, oldest first. */
export async function unreadBy(db: Db, staffId: Id): Promise<readonly Unread[]> {
  const rows = await db
    .selectFrom('notification_receipt')
    .innerJoin('police_notification as told', 'told.id', 'notification_receipt.police_notification_id')
    .where('notification_receipt.staff_id', '=', staffId)
    .where('notification_receipt.acknowledged_at', 'is', null)
    .select([
      'notification_receipt.id',
      'told.incident',
      'told.happened_on',
      'told.told_at',
      'told.words',
      'told.given_name',
      'told.family_name',
      'told.person_id',
    ])
    .orderBy('told.told_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    incident: row.incident,
    happenedOn: row.happened_on,
    toldAt: row.told_at,
    words: row.words,
    child: [row.given_name, row.family_name].filter(Boolean).join(' ') || 'A child not named',
    personId: row.person_id ?? undefined,
  }));
}

/** A notification sent to somebody, found only by whom it was sent to. */
export const receiptOfViewer: Loader<Subject> = {
  kind: 'police notification',
  load: async ({ db, by }, params) => {
    const id = params['receiptId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db
      .selectFrom('notification_receipt')
      .innerJoin(
        'police_notification',
        'police_notification.id',
        'notification_receipt.police_notification_id',
      )
      .where('notification_receipt.id', '=', id)
      .where('notification_receipt.staff_id', '=', by)
      .select(['notification_receipt.id', 'police_notification.person_id'])
      .executeTakeFirst();
    return row && { id: row.id, persons: row.person_id === null ? [] : [row.person_id] };
  },
};

/** Notes that a notification was read. Said twice, the first time counts. */
export async function acknowledge(db: Db, receiptId: Id, now: Date): Promise<void> {
  await db
    .updateTable('notification_receipt')
    .set({ acknowledged_at: now })
    .where('id', '=', receiptId)
    .where('acknowledged_at', 'is', null)
    .execute();
}

type GoesTo = {
  readonly personId: Id | undefined;
  readonly staff: readonly { readonly id: Id; readonly email: string | null }[];
};

/** Whom a notification goes to: asked of one function that looks past the sender's sight, and answers ids to the program alone. */
async function goesTo(db: Db, told: NewNotification): Promise<GoesTo> {
  const folded = foldName(`${told.givenName ?? ''} ${told.familyName ?? ''}`);
  if (told.bornOn === undefined || folded === '') return { personId: undefined, staff: [] };
  const { rows } = await sql<{ person_id: Id; staff_id: Id | null; email: string | null }>`
    select person_id, staff_id, email from notification_goes_to(${folded}, ${told.bornOn}::date)`.execute(db);
  return {
    personId: rows[0]?.person_id,
    staff: rows.flatMap((row) => (row.staff_id === null ? [] : [{ id: row.staff_id, email: row.email }])),
  };
}

async function contactOf(context: Context, children: readonly NewNotification[]): Promise<Id | undefined> {
  const [first] = children;
  if (first === undefined) return undefined;
  const words = [...new Set(children.map((child) => child.words))].join('\n\n').slice(0, 20_000);
  const { id } = await recordContact(context, {
    channel: 'police notification',
    source: '6',
    about: 'safeguarding concern',
    happenedOn: first.happenedOn,
    toldAt: context.now,
    words,
    incident: first.incident,
    referrer: {
      kind: 'professional',
      name: context.viewer.name,
      role: context.viewer.roleTitle,
      staffId: context.by,
      agencyId: context.viewer.agencyId,
    },
    children: children.map(({ givenName, familyName, bornOn }) => ({ givenName, familyName, bornOn })),
    familyMembers: [],
  });
  return id;
}

async function keep(
  context: Context,
  told: NewNotification & { goesTo: GoesTo },
  batch: string | undefined,
  contactId: Id | undefined,
): Promise<void> {
  const { db, now, newId } = context;
  const id = newId();
  await db
    .insertInto('police_notification')
    .values({
      id,
      incident: told.incident,
      happened_on: told.happenedOn,
      told_at: now,
      words: told.words,
      given_name: told.givenName,
      family_name: told.familyName,
      born_on: told.bornOn,
      person_id: contactId === undefined ? told.goesTo.personId : undefined,
      contact_id: contactId,
      batch,
    })
    .execute();
  for (const staff of told.goesTo.staff) {
    await db
      .insertInto('notification_receipt')
      .values({ id: newId(), police_notification_id: id, staff_id: staff.id, sent_at: now })
      .execute();
    if (staff.email !== null) await tell(context, staff.email);
  }
}

/** Nothing of what happened goes by mail: only that something waits. */
async function tell({ db, newId }: Context, recipient: string): Promise<void> {
  await putInOutbox(db, {
    id: newId(),
    kind: 'mail',
    recipient,
    subject: 'A police notification waits for you',
    body: 'A police notification about a child you work with has come. Sign in and open it under My work.',
    language: 'en',
    holdSeconds: 0,
  });
}
