import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { LOOK_ANSWERS, type LookAnswer } from '../../../profile/code-sets/look-answers.ts';
import { type LookReview, signsAmong } from './rules.ts';

/** What waits is all shown up to so many; what was judged, the latest of it. */
const MOST_WAITING = 500;
const MOST_JUDGED = 50;

/** Finds one look to judge: never one's own, nor at one's own or a relative's record, nor behind a wall that does not name the viewer. */
export const lookReviewOnRecord: Loader<LookReview> = {
  kind: 'look review',
  about: 'one person',
  load: async ({ db }, { reviewId = '' }) => {
    if (!isId(reviewId)) return undefined;
    const [row] = await asked(db).where('review.id', '=', reviewId).execute();
    return row && reviewFrom(row);
  },
};

/** Looks that wait for a judgement, the most telling first. */
export async function looksToReview(db: Db): Promise<readonly LookReview[]> {
  const rows = await asked(db)
    .where((is) => is.or([is('last.answer', 'is', null), is('last.answer', '=', sql.lit('ask the person'))]))
    .orderBy('review.score', 'desc')
    .orderBy('review.first_at')
    .limit(MOST_WAITING)
    .execute();
  return rows.map(reviewFrom);
}

/** Looks that were judged, the latest first. */
export async function looksReviewed(db: Db): Promise<readonly LookReview[]> {
  const rows = await asked(db)
    .where('last.answer', '<>', sql.lit('ask the person'))
    .orderBy('last.answered_at', 'desc')
    .orderBy('review.id')
    .limit(MOST_JUDGED)
    .execute();
  return rows.map(reviewFrom);
}

/** Keeps what a reviewer says of a look; what was said before stays. */
export async function addLookAnswer(
  { db, newId, now, by }: Context,
  reviewId: Id,
  { answer, words }: { readonly answer: LookAnswer; readonly words: string },
): Promise<void> {
  await db
    .insertInto('look_answer')
    .values({ id: newId(), review_id: reviewId, answer, words, answered_at: now, answered_by: by })
    .execute();
}

function asked(db: Db) {
  return db
    .selectFrom('look_review as review')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('look_answer')
          .whereRef('look_answer.review_id', '=', 'review.id')
          .select(['answer', 'words', 'answered_by', 'answered_at'])
          .orderBy('answered_at', 'desc')
          .orderBy('look_answer.recorded_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('review')
    .select(['last.answer', 'last.words', 'last.answered_by', 'last.answered_at'])
    .select(sql<string | null>`number_of_looked(review.person_id)`.as('number'));
}

function reviewFrom(row: Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number]): LookReview {
  return {
    id: row.id,
    persons: [row.person_id],
    staffId: row.staff_id,
    personId: row.person_id,
    number: row.number ?? undefined,
    lookedOn: row.looked_on,
    firstAt: row.first_at,
    looks: row.looks,
    signs: signsAmong(row.reasons),
    score: row.score,
    answered: answeredFrom(row),
  };
}

function answeredFrom(row: {
  answer: string | null;
  words: string | null;
  answered_by: Id | null;
  answered_at: Date | null;
}): LookReview['answered'] {
  const { answer, words, answered_by: by, answered_at: at } = row;
  if (answer === null || by === null || at === null || !isCode(LOOK_ANSWERS, answer)) return undefined;
  return { answer, words: words ?? '', by, at };
}
