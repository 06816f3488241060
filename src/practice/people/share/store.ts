import { type Selectable, sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { ShareGround, Share as ShareRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { agencies } from '../agency/index.ts';
import type { Share } from './rules.ts';

/** Finds a share through the record it is of. An agency does not come in by this way. */
export const shareOnRecord: Loader<Share> = {
  kind: 'share',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['shareId'] ?? '';
    return isId(id) ? (await shares(db).where('share.id', '=', id).execute().then(whole(db)))[0] : undefined;
  },
};

/** Everything that was ever shared of a record, the latest first. */
export async function sharesOf(db: Db, personId: Id): Promise<readonly Share[]> {
  const rows = shares(db)
    .where('share.person_id', '=', personId)
    .orderBy('share.shared_at', 'desc')
    .limit(200);
  return rows.execute().then(whole(db));
}

function shares(db: Db) {
  return db
    .selectFrom('share')
    .innerJoin('agency', 'agency.id', 'share.agency_id')
    .selectAll('share')
    .select('agency.title');
}

function whole(db: Db) {
  return async (rows: readonly (Selectable<ShareRow> & { title: string })[]): Promise<readonly Share[]> => {
    if (rows.length === 0) return [];
    const ids = anyOf(rows.map(({ id }) => id));
    const grounds = await db.selectFrom('share_ground').selectAll().where('id', '=', ids).execute();
    const of = new Map(grounds.map((ground) => [ground.id, ground]));
    return rows.map((row) => shareFrom(row, of.get(row.id)));
  };
}

function shareFrom(
  kept: Selectable<ShareRow> & { title: string },
  ground: Selectable<ShareGround> | undefined,
): Share {
  const row = withoutNulls(kept);
  const on = ground && withoutNulls(ground);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    agencyId: row.agency_id,
    agencyTitle: row.title,
    staffId: row.staff_id,
    purpose: row.purpose,
    purposeWords: row.purpose_words,
    parts: row.parts,
    words: row.words,
    sharedBy: row.shared_by,
    sharedAt: row.shared_at,
    untilAt: row.until_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    endedWhy: row.ended_why,
    ground: on && {
      basis: on.basis,
      basisWords: on.basis_words,
      consentId: on.consent_id,
      partsWords: on.parts_words,
    },
  };
}

type New = Pick<
  Share,
  'agencyId' | 'staffId' | 'purpose' | 'purposeWords' | 'parts' | 'words' | 'untilAt'
> & {
  readonly ground: NonNullable<Share['ground']>;
};

/** Shares from now on. Undefined where the consent it stands on was withdrawn a moment before. */
export async function giveShare(context: Context, personId: Id, wanted: New): Promise<Id | undefined> {
  const { db, newId, now, by } = context;
  const { ground } = wanted;
  if (ground.consentId !== undefined && !(await holdConsent(db, ground.consentId))) return undefined;
  const id = newId();
  await db
    .insertInto('share')
    .values({
      id,
      person_id: personId,
      agency_id: wanted.agencyId,
      staff_id: wanted.staffId ?? null,
      purpose: wanted.purpose,
      purpose_words: wanted.purposeWords,
      parts: [...wanted.parts],
      words: wanted.words ?? null,
      shared_by: by,
      shared_at: now,
      until_at: wanted.untilAt,
    })
    .execute();
  await db
    .insertInto('share_ground')
    .values({
      id,
      person_id: personId,
      basis: ground.basis,
      basis_words: ground.basisWords ?? null,
      consent_id: ground.consentId ?? null,
      parts_words: ground.partsWords ?? null,
    })
    .execute();
  return id;
}

/** Waits for whoever is withdrawing consent at this moment, and says whether it still stands. */
async function holdConsent(db: Db, consentId: Id): Promise<boolean> {
  const held = await db
    .selectFrom('sharing_consent')
    .select('id')
    .where('id', '=', consentId)
    .where('withdrawn_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return held !== undefined;
}

/** Ends a share at this instant. False where it was over before. */
export async function endShare({ db, now, by }: Context, id: Id, why: string): Promise<boolean> {
  const ended = await db
    .updateTable('share')
    .set({ ended_at: now, ended_by: by, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/**
 * Whether words would give away a guarded address that this writer may read. Never asked of one they may not read: whoever shares could try
 * addresses out by it.
 */
export async function givesAwayPlace(db: Db, personId: Id, said: string): Promise<boolean> {
  const { rows } = await sql<{
    says: boolean;
  }>`select gives_away_place(${personId}, ${said}) as says`.execute(db);
  return rows[0]?.says ?? true;
}

/** Whether somebody, a relative or somebody of the household has a guarded address, as far as this writer may know of it. */
export async function guardedNear(db: Db, personId: Id): Promise<boolean> {
  const { rows } = await sql<{ near: boolean }>`select guarded_near_person(${personId}) as near`.execute(db);
  return rows[0]?.near ?? true;
}

/** Who looked at what is shared, how often, and when last. */
export async function looksAtShares(db: Db, shareIds: readonly Id[]) {
  const { rows } = await sql<{ share_id: Id; staff_id: Id; looks: number; last_at: Date }>`
    select subject_id as share_id, actor as staff_id, count(*)::int as looks, max(at) as last_at from audit
    where subject_kind = 'shared child' and subject_id = ${anyOf(shareIds)} and allowed and actor is not null
    group by subject_id, actor order by last_at desc limit 200`.execute(db);
  return rows.map((row) => ({
    shareId: row.share_id,
    staffId: row.staff_id,
    looks: row.looks,
    lastAt: row.last_at,
  }));
}

/** What people of the agencies told us through their shares, the latest first. */
export type MessageToUs = {
  readonly id: Id;
  readonly shareId: Id;
  readonly words: string;
  readonly writtenBy: Id;
  readonly writtenAt: Date;
};

/** What came through these shares, the latest first. */
export async function messagesOf(db: Db, shareIds: readonly Id[]): Promise<readonly MessageToUs[]> {
  const rows = await db
    .selectFrom('share_message')
    .select(['id', 'share_id', 'words', 'written_by', 'written_at'])
    .where('share_id', '=', anyOf(shareIds))
    .orderBy('written_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    shareId: row.share_id,
    words: row.words,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }));
}

/** The agencies that something may be shared with on a day, and their people with a post. */
export type Readers = {
  readonly agencies: readonly { readonly id: Id; readonly title: string }[];
  readonly people: readonly {
    readonly id: Id;
    readonly agencyId: Id;
    readonly name: string;
    readonly agency: string;
    readonly email: string | undefined;
  }[];
};

/** Whom something may be shared with today. */
export async function readersToShareWith(db: Db, today: Day): Promise<Readers> {
  const all = await agencies(db);
  const standing = all.filter(({ endedOn }) => endedOn === undefined || endedOn >= today);
  const titles = new Map(standing.map(({ id, title }) => [id, title]));
  const rows = await db
    .selectFrom('staff')
    .innerJoin('post_holding as held', 'held.staff_id', 'staff.id')
    .where('staff.agency_id', 'is not', null)
    .where('held.from_on', '<=', today)
    .where((where) => where.or([where('held.until_on', 'is', null), where('held.until_on', '>=', today)]))
    .where((where) => where.or([where('staff.left_on', 'is', null), where('staff.left_on', '>=', today)]))
    .select(['staff.id', 'staff.agency_id', 'staff.given_name', 'staff.family_name', 'staff.email'])
    .distinct()
    .orderBy('staff.family_name')
    .execute();
  const people = rows.flatMap((row) => {
    const agency = row.agency_id === null ? undefined : titles.get(row.agency_id);
    if (row.agency_id === null || agency === undefined) return [];
    const name = `${row.given_name} ${row.family_name}`;
    return [{ id: row.id, agencyId: row.agency_id, name, agency, email: row.email ?? undefined }];
  });
  // An agency of which nobody signs in would read nothing.
  const withPeople = new Set(people.map(({ agencyId }) => agencyId));
  return { agencies: standing.filter(({ id }) => withPeople.has(id)), people };
}
