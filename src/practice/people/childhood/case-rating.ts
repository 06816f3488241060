import type { Selectable } from 'kysely';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { CaseRating as Row } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { CASE_RATINGS, type CaseColour } from '../../../profile/code-sets/case-ratings.ts';
import { isCode, rowOf } from '../../../profile/code-sets/code-set.ts';
import type { Profile } from '../../../profile/profile.ts';
import { type Timescale, timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';

/** How a manager rated an open case: two risks, why, what will be done, and when it is looked at again. Never edited, only followed. */
export type CaseRating = {
  readonly id: Id;
  readonly personId: Id;
  readonly harm: CaseColour;
  readonly breakdown: CaseColour;
  readonly why: string;
  readonly toDo: string;
  /** The day that the manager chose; without one the clock of the colour says it. */
  readonly lookAgainOn: Day | undefined;
  readonly proposesClosing: boolean;
  readonly ratedBy: Id;
  readonly ratedAt: Date;
};

/** When a case is looked at again, and by which rule; no rule where the manager chose the day. */
export type LookAgain = { readonly on: Day; readonly edition: Timescale | undefined };

/** The colour that a case counts as: the higher of its two risks. */
export function colourOf({ harm, breakdown }: Pick<CaseRating, 'harm' | 'breakdown'>): CaseColour {
  return levelOf(harm) >= levelOf(breakdown) ? harm : breakdown;
}

/** How high a colour stands: 1 is green, 3 is red. */
export function levelOf(colour: CaseColour): number {
  return rowOf(CASE_RATINGS, colour)?.level ?? 0;
}

/** The day on which a case of a colour that was rated on a day is looked at again by the clock, in calendar days (oversight clocks of the profile). */
export function lookAgainByClock(
  colour: CaseColour,
  ratedOn: Day,
  { timescales, calendar }: Pick<Profile, 'timescales' | 'calendar'>,
): LookAgain | undefined {
  const clock = rowOf(CASE_RATINGS, colour)?.clock;
  const edition = clock && timescaleOn(timescales, clock, ratedOn);
  const due = edition && dueBy(edition, ratedOn, calendar);
  return edition && due ? { on: due.on, edition } : undefined;
}

/** When a rating asks to be looked at again: on the day that was chosen, or by the clock of its colour. */
export function lookAgain(
  rating: Pick<CaseRating, 'harm' | 'breakdown' | 'lookAgainOn' | 'ratedAt'>,
  profile: Pick<Profile, 'timescales' | 'calendar'>,
): LookAgain | undefined {
  if (rating.lookAgainOn !== undefined) return { on: rating.lookAgainOn, edition: undefined };
  return lookAgainByClock(colourOf(rating), dayOf(rating.ratedAt, profile.calendar.zone), profile);
}

/** Every rating of a child, the latest first: that one is in force. */
export async function ratingsOf(db: Db, personId: Id): Promise<readonly CaseRating[]> {
  const rows = await db
    .selectFrom('case_rating')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('rated_at', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map(caseRatingFrom);
}

/** The rating in force of each of these children. Whoever was never rated, or may not be seen, is not in it. */
export async function ratingsInForce(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, CaseRating>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_rating')
    .selectAll()
    .where('person_id', '=', anyOf(ids))
    .distinctOn('person_id')
    .orderBy('person_id')
    .orderBy('rated_at', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.person_id, caseRatingFrom(row)]));
}

/** A row of the table as a rating. */
export function caseRatingFrom(kept: Selectable<Row>): CaseRating {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    personId: row.person_id,
    harm: colourIn(row.harm),
    breakdown: colourIn(row.breakdown),
    why: row.why,
    toDo: row.to_do,
    lookAgainOn: row.look_again_on,
    proposesClosing: row.proposes_closing,
    ratedBy: row.rated_by,
    ratedAt: row.rated_at,
  };
}

/** The column holds nothing else; were it to, the case would stand highest and not be overlooked. */
function colourIn(kept: string): CaseColour {
  return isCode(CASE_RATINGS, kept) ? kept : 'red';
}
