import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Profile } from '../../../profile/profile.ts';
import { partnersAsked } from '../../people/agency/index.ts';
import type { Askable, AskedOf } from './rules.ts';

/** The agencies that may be asked today, those that sit in the MASH first. */
export async function askableAgencies(db: Db, profile: Profile, today: Day): Promise<readonly Askable[]> {
  const found = await partnersAsked(db, profile, today);
  const askable = found.map(({ id, kind, title }) => {
    const { fields, sitsInMash } = profile.agencyRules[kind];
    return { id, kind, title, fields, sitsInMash };
  });
  return [...askable.filter((one) => one.sitsInMash), ...askable.filter((one) => !one.sitsInMash)];
}

/** Asks agencies inside an enquiry. An agency with a check that still stands is not asked twice, so fewer rows may come back. */
export async function saveChecks(
  { db, newId, by, now }: Context,
  enquiry: { readonly id: Id; readonly contactId: Id; readonly purpose: string; readonly about: string },
  asked: readonly AskedOf[],
): Promise<readonly Id[]> {
  const rows = await db
    .insertInto('partner_check')
    .values(
      asked.map((check) => ({
        id: newId(),
        mash_enquiry_id: enquiry.id,
        contact_id: enquiry.contactId,
        agency_id: check.agencyId,
        asked_about: enquiry.about,
        purpose: check.purpose ?? enquiry.purpose,
        fields: [...check.fields],
        asked_by: by,
        asked_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('agency_id')
    .execute();
  return rows.map((row) => row.agency_id);
}

/** Tells the people of agencies that something is asked of them: no name and no reason leaves the house. */
export async function tellAgencies(
  { db, newId, today }: Context,
  contactId: Id,
  agencyIds: readonly Id[],
): Promise<void> {
  if (agencyIds.length === 0) return;
  const people = await db
    .selectFrom('staff')
    .select('email')
    .where('agency_id', '=', anyOf(agencyIds))
    .where('email', 'is not', null)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>=', today)]))
    .execute();
  for (const { email } of people) {
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: email ?? '',
      subject: 'Your agency is asked about a safeguarding concern',
      body: 'The Children and Families Hub asks your agency for what it holds. Sign in and open Partner checks to see what is asked and by when.',
      language: 'en',
      contactId,
      holdSeconds: 0,
    });
  }
}

/** Withdraws one check, if it was neither answered nor withdrawn. */
export async function withdrawCheck({ db, by, now }: Context, checkId: Id): Promise<boolean> {
  const row = await waitingChecks(db, { withdrawn_at: now, withdrawn_by: by })
    .where('id', '=', checkId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Withdraws whatever no agency has answered inside an enquiry that ends. */
export async function withdrawChecksOf({ db, by, now }: Context, enquiryId: Id): Promise<void> {
  await waitingChecks(db, { withdrawn_at: now, withdrawn_by: by })
    .where('mash_enquiry_id', '=', enquiryId)
    .execute();
}

function waitingChecks(db: Db, set: { withdrawn_at: Date; withdrawn_by: Id }) {
  return db
    .updateTable('partner_check')
    .set(set)
    .where('withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('partner_answer')
            .select('partner_answer.id')
            .whereRef('partner_answer.partner_check_id', '=', 'partner_check.id'),
        ),
      ),
    );
}
