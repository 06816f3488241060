import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { SharingConsent } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Consent } from './rules.ts';

/** Finds consent through the record it is about. */
export const consentOnRecord: Loader<Consent> = {
  kind: 'sharing consent',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['consentId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await consents(db).where('sharing_consent.id', '=', id).executeTakeFirst();
    return row && consentFrom(row);
  },
};

/** All consent about a child, the latest first. */
export async function consentsOf(db: Db, personId: Id): Promise<readonly Consent[]> {
  const rows = await consents(db)
    .where('sharing_consent.person_id', '=', personId)
    .orderBy('sharing_consent.heard_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(consentFrom);
}

/** The consent about a child that holds now. */
export async function consentsThatStand(db: Db, personId: Id): Promise<readonly Consent[]> {
  return (await consentsOf(db, personId)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
}

function consents(db: Db) {
  return db
    .selectFrom('sharing_consent')
    .innerJoin('agency', 'agency.id', 'sharing_consent.agency_id')
    .selectAll('sharing_consent')
    .select('agency.title');
}

function consentFrom(kept: Selectable<SharingConsent> & { title: string }): Consent {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    agencyId: row.agency_id,
    agencyTitle: row.title,
    saidBy: row.said_by,
    saidName: row.said_name,
    saidOn: row.said_on,
    way: row.way,
    words: row.words,
    heardBy: row.heard_by,
    heardAt: row.heard_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnWords: row.withdrawn_words,
  };
}

type New = Pick<Consent, 'agencyId' | 'saidBy' | 'saidName' | 'saidOn' | 'way' | 'words'>;

/** Keeps consent as it was heard. */
export async function recordConsent({ db, newId, now, by }: Context, personId: Id, heard: New): Promise<Id> {
  const id = newId();
  await db
    .insertInto('sharing_consent')
    .values({
      id,
      person_id: personId,
      agency_id: heard.agencyId,
      said_by: heard.saidBy,
      said_name: heard.saidName,
      said_on: heard.saidOn,
      way: heard.way,
      words: heard.words,
      heard_by: by,
      heard_at: now,
    })
    .execute();
  return id;
}

/** Takes consent back, and with it what stands on it. False where somebody did so a moment before. */
export async function withdrawConsent({ db, now, by }: Context, id: Id, words: string): Promise<boolean> {
  const withdrawn = await db
    .updateTable('sharing_consent')
    .set({ withdrawn_at: now, withdrawn_by: by, withdrawn_words: words })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return withdrawn.numUpdatedRows > 0n;
}
