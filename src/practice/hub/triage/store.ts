import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { RATING_COLOURS, type RatingColour } from '../../../profile/code-sets/rating-colours.ts';
import type { Rating, Taking } from './rules.ts';

/** Every rating of a contact, latest first. Where the authority's clock stands still, the order of recording decides. */
export async function ratingsOf(db: Db, contactId: Id): Promise<readonly Rating[]> {
  const rows = await db
    .selectFrom('contact_rating')
    .innerJoin('staff', 'staff.id', 'contact_rating.rated_by')
    .where('contact_rating.contact_id', '=', contactId)
    .select([
      'contact_rating.colour',
      'contact_rating.reason',
      'contact_rating.rated_at',
      'staff.given_name',
      'staff.family_name',
    ])
    .orderBy('contact_rating.rated_at', 'desc')
    .orderBy('contact_rating.recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    colour: colourFrom(row.colour),
    reason: row.reason,
    ratedAt: row.rated_at,
    ratedBy: `${row.given_name} ${row.family_name}`,
  }));
}

/** The table keeps only the four colours, so the last resort is never met. */
export function colourFrom(text: string): RatingColour {
  return isCode(RATING_COLOURS, text) ? text : 'red';
}

/** Keeps a rating beside those before it. */
export async function saveRating(
  { db, newId, by, now }: Context,
  contactId: Id,
  rating: Pick<Rating, 'colour' | 'reason'>,
): Promise<void> {
  await db
    .insertInto('contact_rating')
    .values({ id: newId(), contact_id: contactId, ...rating, rated_by: by, rated_at: now })
    .execute();
}

/** Who works with a contact now, or nobody. */
export async function takingOf(db: Db, contactId: Id): Promise<Taking | undefined> {
  const row = await db
    .selectFrom('contact_taking')
    .innerJoin('staff', 'staff.id', 'contact_taking.taken_by')
    .where('contact_taking.contact_id', '=', contactId)
    .where('contact_taking.released_at', 'is', null)
    .select(['staff.id', 'staff.given_name', 'staff.family_name', 'contact_taking.taken_at'])
    .executeTakeFirst();
  return row && { staffId: row.id, name: `${row.given_name} ${row.family_name}`, takenAt: row.taken_at };
}

/** Takes a contact, unless somebody has it: of two at once the second waits for the first and gets nothing. */
export async function saveTaking({ db, newId, by, now }: Context, contactId: Id): Promise<boolean> {
  const row = await db
    .insertInto('contact_taking')
    .values({ id: newId(), contact_id: contactId, taken_by: by, taken_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Hands a contact back, if it is still with the one who was seen to have it. */
export async function saveRelease({ db, by, now }: Context, contactId: Id, from: Id): Promise<void> {
  await db
    .updateTable('contact_taking')
    .set({ released_at: now, released_by: by })
    .where('contact_id', '=', contactId)
    .where('taken_by', '=', from)
    .where('released_at', 'is', null)
    .execute();
}

/** What a contact is about was judged anew: kept with the reason, and the contact says so from now on. */
export async function saveConcern(
  { db, newId, by, now }: Context,
  contact: { readonly id: Id; readonly about: string },
  reason: string,
): Promise<void> {
  const isNow = 'safeguarding concern';
  await db
    .insertInto('contact_concern')
    .values({
      id: newId(),
      contact_id: contact.id,
      was: contact.about,
      is_now: isNow,
      reason,
      judged_by: by,
      judged_at: now,
    })
    .execute();
  await db.updateTable('contact').set({ about: isNow }).where('id', '=', contact.id).execute();
}
