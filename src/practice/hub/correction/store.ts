import { type Day, dayOf, isDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { correctSchool } from '../contact/index.ts';
import type { NewValue, WhatWasWrong } from './rules.ts';

/** A correction on record: what it said, what it says now, and why. What stood before is read as known before. */
export type Correction = {
  readonly id: Id;
  readonly what: string;
  readonly was: string | undefined;
  readonly isNow: string | undefined;
  /** A code of CORRECTION_REASONS. */
  readonly reason: string;
  readonly words: string | undefined;
  readonly correctedBy: Id;
  readonly correctedAt: Date;
};

/** The corrections of a contact, the latest first. */
export async function correctionsOf(db: Db, contactId: Id): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('correction')
    .select(['id', 'what', 'was', 'is_now', 'reason', 'words', 'corrected_by', 'corrected_at'])
    .where('contact_id', '=', contactId)
    .orderBy('corrected_at', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    was: row.was ?? undefined,
    isNow: row.is_now ?? undefined,
    reason: row.reason,
    words: row.words ?? undefined,
    correctedBy: row.corrected_by,
    correctedAt: row.corrected_at,
  }));
}

/** Writes down that something was corrected. */
export async function keepCorrection(
  { db, newId, now, by }: Context,
  contactId: Id,
  correction: Pick<Correction, 'what' | 'was' | 'isNow' | 'reason' | 'words'> & { readonly ofPlace: boolean },
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('correction')
    .values({
      id,
      contact_id: contactId,
      what: correction.what,
      was: correction.was,
      is_now: correction.isNow,
      reason: correction.reason,
      words: correction.words,
      of_place: correction.ofPlace,
      corrected_by: by,
      corrected_at: now,
    })
    .execute();
  return id;
}

/** When the first decision about a contact was signed, if one was. */
export async function firstSignedAt(db: Db, contactId: Id): Promise<Date | undefined> {
  const row = await db
    .selectFrom('decision')
    .select('signed_at')
    .where('contact_id', '=', contactId)
    .where('withdrawn_at', 'is', null)
    .orderBy('signed_at')
    .limit(1)
    .executeTakeFirst();
  return row?.signed_at;
}

/** Whether a decision in force has opened something for this child of the contact. */
export async function hasOpened(db: Db, childId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('decision')
    .leftJoin('referral', 'referral.decision_id', 'decision.id')
    .leftJoin('early_help_episode', 'early_help_episode.decision_id', 'decision.id')
    .where('decision.contact_child_id', '=', childId)
    .where('decision.withdrawn_at', 'is', null)
    .where((where) =>
      where.or([where('referral.id', 'is not', null), where('early_help_episode.id', 'is not', null)]),
    )
    .select('decision.id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts one fact right. History keeps what stood before, with when it was so. */
export async function keepNewValue(
  context: Context,
  subject: { readonly contactId: Id; readonly childId: Id | undefined },
  what: WhatWasWrong,
  value: NewValue,
): Promise<void> {
  const { db, profile } = context;
  if (subject.childId === undefined) {
    await db
      .updateTable('contact')
      .set(contactChange(what, value, profile.calendar.zone))
      .where('id', '=', subject.contactId)
      .execute();
    return;
  }
  if (what === 'school') {
    const place = { contactId: subject.contactId, childId: subject.childId };
    await correctSchool(db, place, typeof value === 'string' ? value : null);
    return;
  }
  await db
    .updateTable('contact_child')
    .set(childChange(what, value))
    .where('id', '=', subject.childId)
    .where('contact_id', '=', subject.contactId)
    .execute();
}

function contactChange(what: WhatWasWrong, value: NewValue, zone: string) {
  if (value instanceof Date) return { told_at: value, told_on: dayOf(value, zone) };
  if (what === 'referrer level') return { referrer_level: typeof value === 'number' ? value : null };
  const text = typeof value === 'string' ? value : null;
  if (what === 'happened on') return { happened_on: dayFrom(text) };
  if (what === 'summary') return { summary: text };
  const code = text ?? '';
  if (what === 'channel') return { channel: code };
  return what === 'source' ? { source: code } : { words_language: code };
}

function childChange(what: WhatWasWrong, value: NewValue) {
  const text = typeof value === 'string' ? value : null;
  if (what === 'person') return { person_id: null, identified_at: null, identified_by: null };
  if (what === 'given name') return { given_name: text };
  if (what === 'family name') return { family_name: text };
  if (what === 'born on') return { born_on: dayFrom(text) };
  return { due_on: dayFrom(text) };
}

function dayFrom(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null;
}
