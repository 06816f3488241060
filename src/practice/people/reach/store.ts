import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Means } from './rules.ts';

/** How a person on record may be reached now; `isAsked` is false where nobody asked them what is safe. */
export type Reach = Means & {
  readonly isAsked: boolean;
  readonly language: string;
  readonly notToSay: string | undefined;
};

/** How each of these persons may be reached now, as far as the transaction may see them. */
export async function reachOf(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, Reach>> {
  if (ids.length === 0) return new Map();
  const [safe, details] = await Promise.all([safeContactsOf(db, ids), detailsOf(db, ids)]);
  return new Map(
    ids.map((id) => {
      const said = safe.get(id);
      return [
        id,
        {
          isAsked: said !== undefined,
          safeWays: said?.ways ?? [],
          language: said?.language ?? 'en',
          notToSay: said?.not_to_say ?? undefined,
          telephone: details.find(({ person_id, kind }) => person_id === id && kind === 'telephone')?.value,
          email: details.find(({ person_id, kind }) => person_id === id && kind === 'email')?.value,
        },
      ];
    }),
  );
}

async function safeContactsOf(db: Db, ids: readonly Id[]) {
  const rows = await db
    .selectFrom('safe_contact')
    .select(['person_id', 'ways', 'language', 'not_to_say'])
    .where('person_id', '=', anyOf(ids))
    .where('until_on', 'is', null)
    .orderBy('from_on')
    .orderBy('recorded_at')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row]));
}

function detailsOf(db: Db, ids: readonly Id[]) {
  return db
    .selectFrom('contact_details')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', '=', anyOf(ids))
    .where('until_on', 'is', null)
    .orderBy('recorded_at', 'desc')
    .execute();
}
