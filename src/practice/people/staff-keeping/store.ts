import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Holding, holdingsOf } from '../administration/index.ts';

/** Whom the list shows. */
export const SHOWN = [
  { code: 'here', label: 'Here now' },
  { code: 'partners', label: 'Partner agencies' },
  { code: 'left', label: 'Left' },
] as const;

/** Which of them. */
export type Shown = (typeof SHOWN)[number]['code'];

/** One line of the list of staff. */
export type Line = {
  readonly id: Id;
  readonly name: string;
  readonly leftOn: Day | undefined;
  readonly signInName: string | undefined;
  readonly isOpen: boolean;
  readonly hasPassword: boolean;
  readonly holdings: readonly Holding[];
};

type Asked = {
  readonly words: string;
  readonly shown: Shown;
  readonly size: number;
  readonly page: (total: number) => number;
};

/** Whose name, address or place of work has these words, by family name, and how many there are in all. */
export async function staffFound(
  context: Context,
  asked: Asked,
): Promise<{ readonly lines: readonly Line[]; readonly total: number }> {
  const found = await matching(context, asked).execute();
  const first = (asked.page(found.length) - 1) * asked.size;
  const rows = found.slice(first, first + asked.size);
  const ids = rows.map(({ id }) => id);
  const [holdings, accounts] = await Promise.all([holdingsOf(context.db, ids), accountsOf(context, ids)]);
  const lines = rows.map((row) => {
    const account = accounts.find(({ staff_id }) => staff_id === row.id);
    return {
      id: row.id,
      name: `${row.given_name} ${row.family_name}`,
      leftOn: row.left_on ?? undefined,
      signInName: account?.sign_in_name,
      isOpen: account !== undefined && account.ended_at === null && account.disabled_at === null,
      hasPassword: account?.has_password === true,
      holdings: holdings.filter(({ staffId }) => staffId === row.id),
    };
  });
  return { lines, total: found.length };
}

function matching({ db }: Context, { words, shown }: Asked) {
  const has = (text: string) =>
    sql<boolean>`position(fold_name(${words}) in fold_name(${sql.raw(text)})) > 0`;
  return db
    .selectFrom('staff')
    .leftJoin('agency', 'agency.id', 'staff.agency_id')
    .where(({ eb, and }) => {
      if (shown === 'left') return eb('staff.left_on', 'is not', null);
      const place = eb('staff.agency_id', shown === 'partners' ? 'is not' : 'is', null);
      return and([eb('staff.left_on', 'is', null), place]);
    })
    .where(({ or, exists, selectFrom }) =>
      words === ''
        ? sql<boolean>`true`
        : or([
            has("staff.given_name || ' ' || staff.family_name"),
            has("coalesce(agency.title, '')"),
            sql<boolean>`position(lower(${words}) in lower(coalesce(staff.email, ''))) > 0`,
            exists(
              selectFrom('post_holding as held')
                .innerJoin('post', 'post.id', 'held.post_id')
                .innerJoin('team', 'team.id', 'post.team_id')
                .whereRef('held.staff_id', '=', 'staff.id')
                .where('held.until_on', 'is', null)
                .where(has("team.title || ' ' || post.title"))
                .select('held.id'),
            ),
          ]),
    )
    .select(['staff.id', 'given_name', 'family_name', 'left_on'])
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('staff.id');
}

function accountsOf({ db, authority }: Context, ids: readonly Id[]) {
  return db
    .selectFrom('directory.account_place as place')
    .innerJoin('directory.account as account', 'account.id', 'place.account_id')
    .where('place.authority', '=', authority.schema)
    .where('place.staff_id', '=', anyOf(ids))
    .select(['place.staff_id', 'place.ended_at', 'account.sign_in_name', 'account.disabled_at'])
    .select(sql<boolean>`account.password_hash is not null`.as('has_password'))
    .execute();
}

/** Somebody who comes to work here, or for a partner agency. */
export type Newcomer = {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly telephone: string | undefined;
  readonly agencyId: Id | undefined;
  readonly startedOn: Day;
};

/**
 * Makes the member of staff and their account, without a password: an invitation lets them set one. An account of that name in another
 * authority is used here too. Undefined where somebody here signs in under that name already.
 */
export async function makeMember(
  { db, newId, authority }: Context,
  newcomer: Newcomer,
): Promise<Id | undefined> {
  const name = newcomer.email.toLowerCase();
  const staffId = newId();
  await db
    .insertInto('staff')
    .values({
      id: staffId,
      given_name: newcomer.givenName,
      family_name: newcomer.familyName,
      email: newcomer.email,
      telephone: newcomer.telephone ?? null,
      agency_id: newcomer.agencyId ?? null,
      started_on: newcomer.startedOn,
    })
    .execute();
  await db
    .insertInto('directory.account')
    .values({ id: newId(), sign_in_name: name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const account = await db
    .selectFrom('directory.account')
    .select('id')
    .where('sign_in_name', '=', name)
    .executeTakeFirstOrThrow();
  const placed = await db
    .insertInto('directory.account_place')
    .values({ account_id: account.id, authority: authority.schema, staff_id: staffId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return placed.numInsertedOrUpdatedRows === 1n ? staffId : undefined;
}
