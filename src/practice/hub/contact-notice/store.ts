import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type ChildName, childNamed } from '../contact/index.ts';

type Recipient = { readonly staffId: Id; readonly email: string | undefined };

/**
 * Who hears of each of these persons: the worker and whoever manages the worker, or managed one who has left; where nobody is allocated, whoever manages the team that
 * something was opened with. A person about whom nobody would hear is not in it.
 */
export async function whomToTell(
  db: Db,
  persons: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Recipient[]>> {
  const { rows } = await sql<{ person_id: Id; staff_id: Id; email: string | null }>`
    with worker as (
      select person_id, staff_id from allocation
      where person_id = any (${[...persons]}::uuid[]) and kind = 'worker' and ended_on is null
    ), told as (
      select person_id, staff_id from worker
      union
      select worker.person_id, manager.staff_id from worker
        join post_holding held on held.staff_id = worker.staff_id and (held.until_on is null or not exists (
          select from post_holding later where later.staff_id = held.staff_id and coalesce(later.until_on, 'infinity') > held.until_on))
        join post on post.id = held.post_id
        join post_holding manager on manager.post_id = post.managed_by and manager.until_on is null
      union
      select sight.person_id, manager.staff_id from sight
        join post on post.team_id = sight.principal
        join post_holding manager on manager.post_id = post.managed_by and manager.until_on is null
      where sight.person_id = any (${[...persons]}::uuid[]) and sight.ground = 'what follows'
        and sight.person_id not in (select person_id from worker)
    )
    select told.person_id, staff.id as staff_id, staff.email from told join staff on staff.id = told.staff_id order by 1, 2`.execute(
    db,
  );
  const told = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    [...told].map(([person, staff]) => [
      person,
      staff.map((row) => ({ staffId: row.staff_id, email: row.email ?? undefined })),
    ]),
  );
}

/** Passes a contact about a child to whoever works with the child, in the transaction of the decision that says so. */
export async function passOn(
  context: Context,
  passed: {
    readonly contactId: Id;
    readonly contactChildId: Id;
    readonly decisionId: Id;
    readonly personId: Id;
  },
): Promise<void> {
  const { db, newId, now } = context;
  const recipients = (await whomToTell(db, [passed.personId])).get(passed.personId) ?? [];
  for (const { staffId, email } of recipients) {
    await db
      .insertInto('contact_notice')
      .values({
        id: newId(),
        contact_id: passed.contactId,
        contact_child_id: passed.contactChildId,
        decision_id: passed.decisionId,
        staff_id: staffId,
        sent_at: now,
      })
      .execute();
    if (email !== undefined) await tell(context, email);
  }
}

/** Nothing of what was said goes by mail: only that something waits. */
async function tell({ db, newId }: Context, recipient: string): Promise<void> {
  await putInOutbox(db, {
    id: newId(),
    kind: 'mail',
    recipient,
    subject: 'A contact waits for you',
    body: 'A contact about a child you work with was passed to you. Sign in and open it under My work.',
    language: 'en',
    holdSeconds: 0,
  });
}

/** Takes notices back with the decisions they were made for, or with the mistake of who the child is. */
export async function withdrawNotices({ db, now, by }: Context, decisionIds: readonly Id[]): Promise<void> {
  if (decisionIds.length === 0) return;
  await db
    .updateTable('contact_notice')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('decision_id', '=', anyOf(decisionIds))
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** A contact that was passed to this viewer and waits to be read. */
export type Waiting = {
  readonly id: Id;
  readonly contactId: Id;
  readonly reference: string;
  /** A code of CONTACT_SOURCES. */
  readonly source: string;
  readonly words: string;
  readonly wordsLanguage: string;
  /** Why the hub passed it on. */
  readonly reason: string;
  readonly child: string;
  readonly personId: Id | undefined;
  readonly sentAt: Date;
};

/** What somebody has not said yet that they read, oldest first. */
export async function noticesFor(db: Db, staffId: Id): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('contact_notice')
    .innerJoin('contact', 'contact.id', 'contact_notice.contact_id')
    .innerJoin('contact_child', 'contact_child.id', 'contact_notice.contact_child_id')
    .innerJoin('decision', 'decision.id', 'contact_notice.decision_id')
    .where('contact_notice.staff_id', '=', staffId)
    .where('contact_notice.acknowledged_at', 'is', null)
    .where('contact_notice.withdrawn_at', 'is', null)
    .select(['contact_notice.id', 'contact_notice.sent_at', 'contact.id as contact_id', 'decision.reason'])
    .select(['contact.reference', 'contact.source', 'contact.words', 'contact.words_language'])
    .select(['contact_child.given_name', 'contact_child.family_name', 'contact_child.due_on'])
    .select(['contact_child.age_said', 'contact_child.person_id'])
    .orderBy('contact_notice.sent_at')
    .orderBy('contact_child.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    contactId: row.contact_id,
    reference: row.reference,
    source: row.source,
    words: row.words,
    wordsLanguage: row.words_language,
    reason: row.reason,
    child: childNamed(nameIn(row)),
    personId: row.person_id ?? undefined,
    sentAt: row.sent_at,
  }));
}

function nameIn(row: {
  given_name: string | null;
  family_name: string | null;
  due_on: ChildName['dueOn'] | null;
  age_said: string | null;
}): ChildName {
  return {
    givenName: row.given_name ?? undefined,
    familyName: row.family_name ?? undefined,
    dueOn: row.due_on ?? undefined,
    ageSaid: row.age_said ?? undefined,
  };
}

/** A notice, found only by whom it was made for. */
export const noticeOfViewer: Loader<Subject> = {
  kind: 'contact notice',
  load: async ({ db, by }, params) => {
    const id = params['noticeId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db
      .selectFrom('contact_notice')
      .innerJoin('contact_child', 'contact_child.id', 'contact_notice.contact_child_id')
      .where('contact_notice.id', '=', id)
      .where('contact_notice.staff_id', '=', by)
      .where('contact_notice.withdrawn_at', 'is', null)
      .select(['contact_notice.id', 'contact_child.person_id'])
      .executeTakeFirst();
    return row && { id: row.id, persons: row.person_id === null ? [] : [row.person_id] };
  },
};

/** Notes that a notice was read. Said twice, the first time counts. */
export async function acknowledge({ db, now }: Context, id: Id): Promise<void> {
  await db
    .updateTable('contact_notice')
    .set({ acknowledged_at: now })
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .execute();
}
