import { sql } from 'kysely';
import { isId } from '../../../language/id.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context } from '../../../platform/web/context.ts';

/** Longer than any name, and short enough that nobody can make the search slow. */
const LONGEST_SEARCH = 200;

/** Keeps what somebody looks for under a number of its own, and forgets what they looked for the day before. */
export async function keepSearch({ db, by, newId }: Context, typed: string): Promise<string> {
  const id = newId();
  await db
    .deleteFrom('kept_search')
    .where('staff_id', '=', by)
    .where('asked_at', '<', sql<Date>`clock_timestamp() - interval '1 day'`)
    .execute();
  await db
    .insertInto('kept_search')
    .values({ id, staff_id: by, words: [...typed].slice(0, LONGEST_SEARCH).join('') })
    .execute();
  return id;
}

/**
 * What is looked for on a page: the words that its address names by number, so that no name of anybody stands in an address, where it would stay
 * in the history of a browser and in every log on the way. Empty where nothing is, where it is somebody else's, and where it was forgotten.
 */
export async function searchAsked({ db, query }: Pick<Context, 'db' | 'query'>): Promise<string> {
  const id = valueIn(query, 'search') ?? '';
  if (!isId(id)) return '';
  const kept = await db.selectFrom('kept_search').select('words').where('id', '=', id).executeTakeFirst();
  return kept?.words ?? '';
}
