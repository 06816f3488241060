import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Flag, RatingTag, StandingTag } from '../../../platform/html/tags.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { RATING_AXES } from '../../../profile/code-sets/case-ratings.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import type { Person } from '../person/index.ts';
import { type CaseRating, type LookAgain, lookAgain, ratingsInForce } from './case-rating.ts';

/** The rating in force of a case on the page about the child; nothing where the viewer may read none, or nothing is open and none was made. */
export async function ratingPanelFor(
  { id }: Pick<Person, 'id'>,
  isOpen: boolean,
  { db, viewer, today, profile }: Pick<Context, 'db' | 'viewer' | 'today' | 'profile'>,
) {
  if (!viewer.permissions.has('case rating: read')) return null;
  const rating = (await ratingsInForce(db, [id])).get(id);
  if (rating === undefined && !isOpen) return null;
  const at = `/people/${id}/ratings`;
  return (
    <Panel title="Rating of the case" link={<Link href={at}>All ratings</Link>}>
      {rating === undefined ? (
        <p class="c-small">Not rated yet.</p>
      ) : (
        <SummaryList lines={linesOf(rating, isOpen, lookAgain(rating, profile), today)} plain />
      )}
    </Panel>
  );
}

function linesOf(rating: CaseRating, isOpen: boolean, next: LookAgain | undefined, today: Day) {
  return [
    { label: labelOf(RATING_AXES, 'harm'), value: <RatingTag colour={rating.harm} /> },
    { label: labelOf(RATING_AXES, 'breakdown'), value: <RatingTag colour={rating.breakdown} /> },
    { label: 'Rated', value: dayInWords(dayOf(rating.ratedAt), today) },
    ...(isOpen && next ? [{ label: 'Look again', value: <LookAgainWords next={next} today={today} /> }] : []),
  ];
}

/** When a case is looked at again, whether that day has gone by, and on whose word. */
export function LookAgainWords({ next, today }: { next: LookAgain; today: Day }) {
  const day = dayInWords(next.on, today);
  return (
    <>
      {next.on < today ? <Flag colour="red">Overdue, was due {day}</Flag> : `By ${day}`}{' '}
      {next.edition && <StandingTag standing={next.edition.standing} />}
    </>
  );
}
