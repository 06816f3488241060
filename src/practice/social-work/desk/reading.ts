import { type Day, dayOf, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { openPeriods, type PersonBrief, personBriefs } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { childrenOf, coversOf, idsOfChildrenOf } from '../caseload/index.ts';
import { type Handover, handoversOffered } from '../handover/index.ts';

/** A child on a desk: in which part, what is open, and by when the assessment is to be done. */
export type ChildOnDesk = {
  readonly personId: Id;
  readonly brief: PersonBrief | undefined;
  readonly part: string;
  readonly fromOn: Day;
  readonly open: readonly { readonly kind: string; readonly beganOn: Day | undefined }[];
  readonly assessmentDueOn: Day | undefined;
};

/** Whose children somebody covers, and until when. */
export type Covered = {
  readonly name: string;
  readonly untilOn: Day;
  readonly children: readonly ChildOnDesk[];
};

export type Desk = {
  readonly own: readonly ChildOnDesk[];
  readonly covered: readonly Covered[];
  /** Offered by the viewer, or of a child of theirs, and not answered. */
  readonly waiting: readonly Handover[];
  /** Of all children on the desk. Of those who are offered and not on it, nothing is known yet. */
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
};

/** Reads the desk of the viewer. */
export async function deskOf(context: Context): Promise<Desk> {
  const { db, by } = context;
  const [own, covered, handovers] = await Promise.all([
    childrenOn(context, by),
    coveredBy(context),
    handoversOffered(db),
  ]);
  const children = [...own, ...covered.flatMap((one) => one.children)];
  return {
    own,
    covered,
    waiting: handovers.filter(({ offeredBy, fromStaffId }) => offeredBy === by || fromStaffId === by),
    briefs: new Map(children.flatMap(({ brief }) => (brief === undefined ? [] : [[brief.id, brief]]))),
  };
}

/** Of the children whom the viewer offered to others, also of those who are not on their desk. */
export async function briefsOfWaiting(
  { db }: Pick<Context, 'db'>,
  { waiting, briefs }: Desk,
): Promise<ReadonlyMap<Id, PersonBrief>> {
  const beyond = waiting.map(({ personId }) => personId).filter((id) => !briefs.has(id));
  return new Map([...briefs, ...(await personBriefs(db, beyond))]);
}

async function coveredBy(context: Context): Promise<readonly Covered[]> {
  const { db, by, profile } = context;
  const covers = await coversOf(context, by);
  const names = await staffNamed(
    db,
    covers.map(({ staffId }) => staffId),
  );
  return Promise.all(
    covers.map(async ({ staffId, untilAt }) => ({
      name: names.get(staffId) ?? 'Somebody of the staff',
      untilOn: dayOf(new Date(untilAt.getTime() - 1), profile.calendar.zone),
      children: await childrenOn(context, staffId),
    })),
  );
}

async function childrenOn(context: Context, staffId: Id): Promise<readonly ChildOnDesk[]> {
  const { db } = context;
  const [carried, briefs, open] = await Promise.all([
    childrenOf(db, staffId),
    personBriefs(db, idsOfChildrenOf(db, staffId)),
    openPeriods(db, idsOfChildrenOf(db, staffId)),
  ]);
  const children = carried.map(({ personId, kind, fromOn }) => ({
    personId,
    brief: briefs.get(personId),
    part: kind,
    fromOn,
    open: open.get(personId) ?? [],
    assessmentDueOn: assessmentDueOn(open.get(personId) ?? [], context),
  }));
  const due = (child: ChildOnDesk) => child.assessmentDueOn ?? '9999';
  return children.toSorted((one, other) => (due(one) < due(other) ? -1 : Number(due(one) > due(other))));
}

function assessmentDueOn(open: ChildOnDesk['open'], { profile }: Context): Day | undefined {
  const began = open.find(({ kind }) => kind === 'assessment')?.beganOn;
  const edition = began && timescaleOn(profile.timescales, 'assessment completed', began);
  const due = began && edition && dueBy(edition, startOfDay(began, profile.calendar.zone), profile.calendar);
  return due ? dayOf(new Date(due.at.getTime() - 1), profile.calendar.zone) : undefined;
}
