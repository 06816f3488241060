import { sql } from 'kysely';
import { CASE_RATINGS } from '../../../profile/code-sets/case-ratings.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { happening, type TimelineSource } from '../../people/timeline/index.ts';
import { squareInWords } from '../rating-grid/index.ts';

/** Ratings of a case on a timeline: in which square, and why. */
export const ratingsOnTimeline: TimelineSource = {
  name: 'ratings',
  label: 'Ratings of the case',
  permission: 'case rating: read',
  events: ({ db, zone, personId }) =>
    db
      .selectFrom('case_rating as rating')
      .where('rating.person_id', '=', personId)
      .select(
        happening(zone, {
          event: 'rating',
          row: 'rating',
          at: 'rating.rated_at',
          by: 'rating.rated_by',
          code: sql<string>`rating.harm || ', ' || rating.breakdown`,
          words: 'rating.why',
        }),
      ),
  entry: ({ code = '', words, personId }) => ({
    title: `Case rated ${titleOf(code)}`,
    words,
    href: `/people/${personId}/ratings`,
  }),
};

function titleOf(code: string): string {
  const [harm = '', breakdown = ''] = code.split(', ');
  return isCode(CASE_RATINGS, harm) && isCode(CASE_RATINGS, breakdown)
    ? squareInWords({ harm, breakdown })
    : code;
}
