import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import { isId } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Refusal } from '../../../platform/web/context.ts';
import type { CaseRating } from '../../people/childhood/index.ts';
import { RATED_MEANWHILE } from './rules.ts';

/** How many other open children in the viewer's sight have a rating in force in the same square. */
export async function othersInSquare(db: Db, rating: CaseRating | undefined): Promise<number> {
  if (rating === undefined) return 0;
  const row = await db
    .selectFrom('case_rating as r')
    .where('r.harm', '=', rating.harm)
    .where('r.breakdown', '=', rating.breakdown)
    .where('r.person_id', '<>', rating.personId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('open_period')
          .select(sql`1`.as('one'))
          .whereRef('open_period.person_id', '=', 'r.person_id')
          .where('open_period.ended_on', 'is', null),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_rating as later').select(sql`1`.as('one')).whereRef('later.follows', '=', 'r.id'),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/**
 * The rating over which a form puts its own: the one in force when the page was opened. Whoever was told that somebody rated meanwhile
 * has the newer one before them, and may send again.
 */
export function followsOf(refusal: Refusal | undefined, inForce: CaseRating | undefined): Id | undefined {
  const wasTold = refusal?.problems.some(({ message }) => message === RATED_MEANWHILE) ?? true;
  if (refusal === undefined || wasTold) return inForce?.id;
  const typed = valueIn(refusal.values, 'follows') ?? '';
  return isId(typed) ? typed : undefined;
}
