import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CARE_PLACEMENTS, PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { type Allocated, allocatedTo } from '../../people/allocation/index.ts';
import { type CaseRating, careOf, ratingsOf } from '../../people/childhood/index.ts';
import { openInWords, openPeriods, type Person } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { type NextVisit, nextVisit, sightOfEach } from '../next-visit/index.ts';
import { type ChildVisit, visitsTo } from '../visit/index.ts';

type Happened = { readonly on: Day; readonly words: string };

/** A case as a manager reads it before rating. */
export type CaseReading = {
  readonly child: Person;
  readonly open: readonly { readonly kind: string; readonly beganOn: Day | undefined }[];
  readonly allocated: Allocated | undefined;
  /** The latest visit on which the child's own words were written down. */
  readonly said: ChildVisit | undefined;
  readonly lastSeen: ChildVisit | undefined;
  readonly nextVisit: NextVisit | undefined;
  /** Newest last. Since the last rating, or since the work opened. */
  readonly happened: readonly Happened[];
  readonly happenedSince: Day | undefined;
  readonly plan: string | undefined;
  readonly care: string | undefined;
  /** The latest first. */
  readonly ratings: readonly CaseRating[];
  readonly staff: ReadonlyMap<Id, string>;
};

const MOST_HAPPENED = 6;

/** Reads a case in two rounds of questions. Nothing of it is past the viewer's sight. */
export async function caseReading(child: Person, { db, profile }: Context): Promise<CaseReading> {
  const [visits, sights, care, open, allocated, ratings] = await Promise.all([
    visitsTo(db, child.id),
    sightOfEach(db, [child.id]),
    careOf(db, child.id),
    openPeriods(db, [child.id]),
    allocatedTo(db, child.id),
    ratingsOf(db, child.id),
  ]);
  const [latest] = ratings;
  const periods = open.get(child.id) ?? [];
  const since = latest ? dayOf(latest.ratedAt, profile.calendar.zone) : periods[0]?.beganOn;
  const sight = sights.get(child.id);
  const plan = care.plans.find(({ endedOn }) => endedOn === undefined);
  const inCare = care.periods.find(({ endedOn }) => endedOn === undefined);
  return {
    child,
    open: periods,
    allocated,
    said: visits.find(({ said }) => said !== undefined),
    lastSeen: visits.find(({ seen }) => seen),
    nextVisit: sight && nextVisit(sight, profile),
    happened: [
      ...visits.map((visit) => ({ on: visit.visitedOn, words: visitInWords(visit) })),
      ...periods.flatMap(({ kind, beganOn }) =>
        beganOn === undefined ? [] : [{ on: beganOn, words: `${openInWords(kind)} began` }],
      ),
      ...care.plans.flatMap(({ beganOn, endedOn }) => beganAndEnded('A protection plan', beganOn, endedOn)),
      ...care.periods.flatMap(({ beganOn, endedOn }) => beganAndEnded('A time in care', beganOn, endedOn)),
    ]
      .filter(({ on }) => since === undefined || on >= since)
      .toSorted((one, other) => one.on.localeCompare(other.on))
      .slice(-MOST_HAPPENED),
    happenedSince: since,
    plan: plan && labelOf(PLAN_CATEGORIES, plan.category),
    care: inCare && labelOf(CARE_PLACEMENTS, inCare.placement),
    ratings,
    staff: await staffNamed(
      db,
      ratings.map(({ ratedBy }) => ratedBy),
    ),
  };
}

function beganAndEnded(what: string, beganOn: Day, endedOn: Day | undefined): readonly Happened[] {
  return [
    { on: beganOn, words: `${what} began` },
    ...(endedOn === undefined ? [] : [{ on: endedOn, words: `${what} ended` }]),
  ];
}

function visitInWords({ place, seen, alone, nobodyIn }: ChildVisit): string {
  const where = labelOf(VISIT_PLACES, place).toLowerCase();
  if (nobodyIn) return `Visit ${where}: nobody was in`;
  if (!seen) return `Visit ${where}: not seen`;
  return alone ? `Seen alone, ${where}` : `Seen, ${where}`;
}
