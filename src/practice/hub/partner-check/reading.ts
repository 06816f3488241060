import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import { AGENCY_KINDS } from '../../../profile/code-sets/agency-kinds.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { contactOnRecord } from '../contact/index.ts';
import type { PartnerAnswer } from './rules.ts';

/** Every agency asked about a contact with what it answered, in the order of asking: what stands side by side. */
export async function partnerAnswersOf(db: Db, contactId: Id): Promise<readonly PartnerAnswer[]> {
  const rows = await checks(db)
    .where('partner_check.contact_id', '=', contactId)
    .orderBy('partner_check.asked_at')
    .orderBy('agency.title')
    .execute();
  return rows.map(answerFrom);
}

/** A check as the subject of what the hub does with it. */
export type CheckOnRecord = PartnerAnswer & {
  readonly id: Id;
  readonly enquiryId: Id;
  readonly persons: readonly Id[];
};

/** Finds a check through the contact that the viewer may see. */
export const checkOnRecord: Loader<CheckOnRecord> = {
  kind: 'partner check',
  load: async (context, params) => {
    const id = params['checkId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await checks(context.db).where('partner_check.id', '=', id).executeTakeFirst();
    const contact = row && (await contactOnRecord.load(context, { contactId: row.contact_id }));
    if (row === undefined || contact === undefined) return undefined;
    return { ...answerFrom(row), id: row.id, enquiryId: row.mash_enquiry_id, persons: contact.persons };
  },
};

function checks(db: Db) {
  return db
    .selectFrom('partner_check')
    .innerJoin('agency', 'agency.id', 'partner_check.agency_id')
    .innerJoin('staff as asker', 'asker.id', 'partner_check.asked_by')
    .leftJoin('partner_answer', 'partner_answer.partner_check_id', 'partner_check.id')
    .leftJoin('staff as answerer', 'answerer.id', 'partner_answer.answered_by')
    .select([
      'partner_check.id',
      'partner_check.contact_id',
      'partner_check.mash_enquiry_id',
      'agency.title',
      'agency.kind',
      'partner_check.asked_about',
      'partner_check.purpose',
      'partner_check.fields',
      'partner_check.asked_at',
      'partner_check.withdrawn_at',
      'asker.given_name as asker_given',
      'asker.family_name as asker_family',
      'partner_answer.holds',
      'partner_answer.words',
      'partner_answer.answered_at',
      'answerer.given_name as answerer_given',
      'answerer.family_name as answerer_family',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof checks>['execute']>>[number];

function answerFrom(row: Row): PartnerAnswer {
  return {
    checkId: row.id,
    agencyTitle: row.title,
    agencyKind: isCode(AGENCY_KINDS, row.kind) ? row.kind : undefined,
    askedAbout: row.asked_about,
    purpose: row.purpose,
    fields: row.fields,
    askedBy: `${row.asker_given} ${row.asker_family}`,
    askedAt: row.asked_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    answer:
      row.answered_at === null
        ? undefined
        : {
            holds: row.holds === true,
            words: row.words ?? '',
            answeredBy: `${row.answerer_given ?? ''} ${row.answerer_family ?? ''}`,
            answeredAt: row.answered_at,
          },
  };
}
