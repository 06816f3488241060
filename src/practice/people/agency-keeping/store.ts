import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Agreement } from './rules.ts';

/** A partner agency with its agreement. */
export type AgencyKept = Subject & Agreement & { readonly title: string; readonly kind: string };

/** Finds an agency. */
export const agencyOnRecord: Loader<AgencyKept> = {
  kind: 'agency',
  load: async ({ db }, { agencyId = '' }) => {
    if (!isId(agencyId)) return undefined;
    const row = await db.selectFrom('agency').selectAll().where('id', '=', agencyId).executeTakeFirst();
    return row && agencyFrom(row);
  },
};

/** Every agency, by title. */
export async function agenciesKept({ db }: Context): Promise<readonly AgencyKept[]> {
  const rows = await db.selectFrom('agency').selectAll().orderBy('title').orderBy('id').execute();
  return rows.map(agencyFrom);
}

type Row = Awaited<ReturnType<typeof firstRow>>;
const firstRow = ({ db }: Context) => db.selectFrom('agency').selectAll().executeTakeFirstOrThrow();

function agencyFrom(row: Row): AgencyKept {
  return {
    id: row.id,
    persons: [],
    title: row.title,
    kind: row.kind,
    agreedOn: row.agreed_on ?? undefined,
    endedOn: row.ended_on ?? undefined,
  };
}

/** Somebody who signs in for an agency. */
export type Partner = {
  readonly staffId: Id;
  readonly agencyId: Id;
  readonly name: string;
  readonly post: string;
};

/** Whoever works for an agency and has not left, with the post they hold today. */
export async function partnersOf({ db, today }: Context): Promise<readonly Partner[]> {
  const rows = await db
    .selectFrom('staff')
    .leftJoin('post_holding as held', (join) =>
      join
        .onRef('held.staff_id', '=', 'staff.id')
        .on('held.from_on', '<=', today)
        .on((on) => on.or([on('held.until_on', 'is', null), on('held.until_on', '>=', today)])),
    )
    .leftJoin('post', 'post.id', 'held.post_id')
    .where('staff.agency_id', 'is not', null)
    .where('staff.left_on', 'is', null)
    .select(['staff.id', 'staff.agency_id', 'given_name', 'family_name', 'post.title'])
    .orderBy('family_name')
    .orderBy('staff.id')
    .execute();
  return rows.flatMap((row) =>
    row.agency_id === null
      ? []
      : [
          {
            staffId: row.id,
            agencyId: row.agency_id,
            name: `${row.given_name} ${row.family_name}`,
            post: row.title ?? 'No post today',
          },
        ],
  );
}

/** Makes an agency. Undefined where one that has not ended is called that. */
export async function makeAgency(
  { db, newId, today }: Context,
  agency: Agreement & { readonly title: string; readonly kind: string },
): Promise<Id | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('names of agencies of ' || current_schema()))`.execute(db);
  const there = await db
    .selectFrom('agency')
    .where(sql<boolean>`lower(title) = lower(${agency.title})`)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', today)]))
    .select('id')
    .executeTakeFirst();
  if (there !== undefined) return undefined;
  const id = newId();
  const { title, kind, agreedOn, endedOn } = agency;
  await db
    .insertInto('agency')
    .values({ id, title, kind, agreed_on: agreedOn ?? null, ended_on: endedOn ?? null })
    .execute();
  return id;
}

/** Sets from when until when an agency has agreed. What it was before stays known. */
export async function agree(
  { db }: Context,
  agency: AgencyKept,
  { agreedOn, endedOn }: Agreement,
): Promise<void> {
  await db
    .updateTable('agency')
    .set({ agreed_on: agreedOn ?? null, ended_on: endedOn ?? null })
    .where('id', '=', agency.id)
    .execute();
}
