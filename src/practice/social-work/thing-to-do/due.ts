import { dayNarrow } from '../../../language/dates-in-words.ts';
import { type Day, dayOf, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { CASE_RATINGS } from '../../../profile/code-sets/case-ratings.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { type CaseRating, colourOf, lookAgain, ratingsInForce } from '../../people/childhood/index.ts';
import { openPeriods } from '../../people/person/index.ts';
import { alertInWords, alertsToLookAt } from '../../people/record-alert/index.ts';
import { type Closing, closingsOfOpen, proposeClosingAt, ratingThatProposed } from '../closing/index.ts';
import { type ComplexCase, register, reviewDue } from '../complex-case/index.ts';
import { actionsDue } from '../management-decision/index.ts';
import { type Asking, type Item, shortened, waiting, wholeDay } from './rules.ts';

/** Whose children are asked about: those with whom the viewer works or whom they cover, or those of a team. */
export type Whose = 'own' | 'team';

/** What is due for these children until a day: actions and reviews; of a team ratings to look at again, of one's own closings. */
export async function itemsDue(
  context: Asking,
  { whose, children, until }: { whose: Whose; children: readonly Id[]; until: Day },
): Promise<readonly Item[]> {
  const { permissions } = context.viewer;
  const found = await Promise.all([
    permissions.has('management decision: read') ? decided(context, children, until) : [],
    permissions.has('complex case: read') ? reviews(context, children, until) : [],
    permissions.has('record alert: review') ? alerts(context, children, until) : [],
    whose === 'team' ? toLookAt(context, children, until) : toClose(context, children),
  ]);
  return found.flat();
}

/** What managers decided that must be done: for these children, and by the viewer for any child. */
async function decided(context: Asking, children: readonly Id[], until: Day): Promise<readonly Item[]> {
  const { db, viewer, profile, today } = context;
  const actions = await actionsDue(db, { children, staffId: viewer.staffId, until });
  return actions.map(({ id, personId, decisionId, decidedOn, what, staffId, dueOn }) => ({
    id: `action ${id}`,
    personId,
    what: `Decided: ${shortened(what)}`,
    href: `/people/${personId}/management-decisions/${decisionId}`,
    note: `Decided ${dayNarrow(decidedOn, today)}`,
    startedAt: startOfDay(decidedOn, profile.calendar.zone),
    due: wholeDay(context, dueOn),
    edition: undefined,
    forViewer: staffId === viewer.staffId,
  }));
}

/** Alerts of these children's records at which somebody is to look again. */
async function alerts(context: Asking, children: readonly Id[], until: Day): Promise<readonly Item[]> {
  return (await alertsToLookAt(context.db, children, until)).map((one) => ({
    id: `alert ${one.id}`,
    personId: one.personId,
    what: `Look again at an alert: ${shortened(alertInWords(one))}`,
    href: `/record-alerts/${one.id}`,
    note: `Put up ${since(context, one.putAt)}`,
    startedAt: one.putAt,
    due: wholeDay(context, one.reviewOn),
    edition: undefined,
    forViewer: false,
  }));
}

/** Complex cases whose review is due: of these children, and those that the viewer leads. */
async function reviews(context: Asking, children: readonly Id[], until: Day): Promise<readonly Item[]> {
  const { viewer } = context;
  const ours = new Set(children);
  return (await register(context.db))
    .filter(({ personId, leadId }) => ours.has(personId) || leadId === viewer.staffId)
    .flatMap((one) => review(context, one, until) ?? []);
}

function review(context: Asking, one: ComplexCase, until: Day): Item | undefined {
  const due = reviewDue(one, context.profile);
  if (due === undefined || due.on > until) return undefined;
  const from = one.reviewedOn ?? one.enteredOn;
  return {
    id: `review ${one.personId}`,
    personId: one.personId,
    what: 'Review of a complex case',
    href: `/complex-cases/${one.id}`,
    note: `${one.reviewedOn === undefined ? 'On the register since' : 'Last reviewed'} ${dayNarrow(from, context.today)}`,
    startedAt: startOfDay(from, context.profile.calendar.zone),
    due: wholeDay(context, due.on),
    edition: due.edition,
    forViewer: one.leadId === context.viewer.staffId,
  };
}

/** Ratings at which a manager is to look again, for whoever may rate. It waits for who has the team, and not for who sees everyone. */
async function toLookAt(context: Asking, children: readonly Id[], until: Day): Promise<readonly Item[]> {
  const { db, viewer } = context;
  if (!viewer.permissions.has('case rating: make')) return [];
  return [...(await ratingsInForce(db, children)).values()].flatMap((rating) => {
    const { personId, ratedAt } = rating;
    const next = lookAgain(rating, context.profile);
    if (next === undefined || next.on > until) return [];
    return {
      id: `rating ${personId}`,
      personId,
      what: `Look again at the rating: ${labelOf(CASE_RATINGS, colourOf(rating)).toLowerCase()}`,
      href: `/people/${personId}/ratings`,
      note: `Rated ${since(context, ratedAt)}`,
      startedAt: ratedAt,
      due: wholeDay(context, next.on),
      edition: next.edition,
      forViewer: !viewer.wide,
    };
  });
}

/** Closings that a worker is to go on with: given back, or proposed by a rating and not talked over with the family yet. */
async function toClose(context: Asking, children: readonly Id[]): Promise<readonly Item[]> {
  const { db, viewer } = context;
  if (!viewer.permissions.has('closing: propose')) return [];
  const [ratings, closings] = await Promise.all([ratingsInForce(db, children), closingsOfOpen(db, children)]);
  const proposing = [...ratings.values()].filter(({ proposesClosing }) => proposesClosing);
  const open = await openPeriods(
    db,
    proposing.map(({ personId }) => personId),
  );
  return [
    ...proposing.flatMap((rating) => {
      const [beganOn] = (open.get(rating.personId) ?? [])
        .flatMap((period) => period.beganOn ?? [])
        .toSorted();
      return beganOn === undefined ? [] : (proposedBy(context, rating, beganOn, closings) ?? []);
    }),
    ...[...closings.values()].flatMap((closing) => givenBack(context, closing) ?? []),
  ];
}

function proposedBy(context: Asking, rating: CaseRating, beganOn: Day, closings: Latest): Item | undefined {
  const { id, personId, ratedAt } = rating;
  const latest = closings.get(personId);
  const stands = ratingThatProposed([rating], { beganOn, at: context.now }) !== undefined;
  if (!stands || (latest !== undefined && latest.proposedAt >= ratedAt)) return undefined;
  return {
    ...waiting(`talk ${id}`, personId, ratedAt),
    what: 'A rating proposes closing: talk with the family',
    href: proposeClosingAt(personId),
    note: `Rated ${since(context, ratedAt)}`,
  };
}

function givenBack(context: Asking, closing: Closing): Item | undefined {
  const { id, personId, returnedAt, returnedWords = '' } = closing;
  if (returnedAt === undefined) return undefined;
  return {
    ...waiting(`returned ${id}`, personId, returnedAt),
    what: `Closing given back: ${shortened(returnedWords)}`,
    href: `/closings/${id}`,
    note: `Given back ${since(context, returnedAt)}`,
  };
}

type Latest = ReadonlyMap<Id, Closing>;

function since({ today, profile }: Asking, at: Date): string {
  return dayNarrow(dayOf(at, profile.calendar.zone), today);
}
