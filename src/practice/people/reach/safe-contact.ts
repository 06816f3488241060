import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { type Standing, standing } from '../person/index.ts';

/** How somebody is reached without putting them at risk, and since when that was said. */
export type SafeContact = Standing & {
  readonly ways: readonly string[];
  readonly times: string | undefined;
  readonly language: string;
  readonly notToSay: string | undefined;
  readonly fromOn: Day;
  /** When somebody is to ask again, where that was said. */
  readonly reviewOn: Day | undefined;
};

/** How somebody is reached safely now, or undefined where nobody has asked. */
export async function safeContactOf(db: Db, id: Id): Promise<SafeContact | undefined> {
  const row = await db
    .selectFrom('safe_contact')
    .selectAll()
    .where('person_id', '=', id)
    .where('until_on', 'is', null)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const safe = withoutNulls(row);
  return {
    ways: safe.ways,
    times: safe.times,
    language: safe.language,
    notToSay: safe.not_to_say,
    fromOn: safe.from_on,
    reviewOn: safe.review_on,
    ...standing(safe),
  };
}
