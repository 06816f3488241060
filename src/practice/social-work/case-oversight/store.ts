import type { Context } from '../../../platform/web/context.ts';
import { lookAgain, ratingsInForce } from '../../people/childhood/index.ts';
import { isOverdue, type OpenCase } from './rules.ts';

/** Every open child whom the transaction may see, with the rating in force. */
export async function openCases({
  db,
  profile,
}: Pick<Context, 'db' | 'profile'>): Promise<readonly OpenCase[]> {
  const rows = await db
    .selectFrom('open_period')
    .select('person_id')
    .distinct()
    .where('ended_on', 'is', null)
    .where('person_id', 'is not', null)
    .execute();
  const ids = rows.flatMap(({ person_id: id }) => (id === null ? [] : [id]));
  const ratings = await ratingsInForce(db, ids);
  return ids.map((personId) => {
    const rating = ratings.get(personId);
    return { personId, rating, next: rating && lookAgain(rating, profile) };
  });
}

/** The open cases in the viewer's sight at which a manager was to look again before today. */
export async function casesToLookAtAgain(context: Context): Promise<readonly OpenCase[]> {
  return (await openCases(context)).filter((one) => isOverdue(one, context.today));
}
