import { sql } from 'kysely';
import { dayNarrow } from '../../../language/dates-in-words.ts';
import { addDays, type Day, dayOf, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Clock, isClock, type Timescale, timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { episodesGoingOn } from '../../early-help/episode/index.ts';
import { type Allocated, allocatedToEach } from '../../people/allocation/index.ts';
import { type PersonBrief, personBriefs } from '../../people/person/index.ts';
import { unallocatedChildren } from '../allocating/index.ts';
import { handoversOffered, isForViewer } from '../handover/index.ts';
import { type DaysOf, daysFrom, editionOf, notSeenInWords } from '../next-visit/index.ts';
import { undecidedReferrals } from '../referral/index.ts';
import { type Item, soonUntil } from './rules.ts';

/** The items of a worklist, with what is shown of their children. */
export type Worklist = {
  readonly items: readonly Item[];
  /** Each open child of the list, also those for whom nothing is due. */
  readonly days: readonly DaysOf[];
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly workers: ReadonlyMap<Id, Allocated>;
  /** The household in which each child lives, where one is on record. */
  readonly families: ReadonlyMap<Id, Id>;
};

type Asking = Pick<Context, 'db' | 'profile' | 'today' | 'now' | 'viewer'>;

/** The worklist over these children, and what waits for the viewer besides. Later than in seven days is not in it. */
export async function worklistOf(context: Asking, children: readonly Id[]): Promise<Worklist> {
  const [clocks, ...waits] = await Promise.all([
    clocksOf(context, children),
    offered(context),
    referred(context),
    withoutWorker(context),
    notBegun(context),
  ]);
  const items = [...clocks.flatMap((row) => itemFrom(row, context) ?? []), ...waits.flat()];
  const days = clocks.flatMap((row) => (row.what === 'visit' ? (daysFrom(row) ?? []) : []));
  const persons = [...new Set(items.map(({ personId }) => personId))];
  const [briefs, workers, families] = await Promise.all([
    personBriefs(context.db, persons),
    allocatedToEach(context.db, persons),
    familiesOf(context, persons),
  ]);
  return { items: items.filter(({ personId }) => briefs.has(personId)), days, briefs, workers, families };
}

/** What runs for the children: every visit, and what else is over or ends soon. */
async function clocksOf({ db, today }: Asking, children: readonly Id[]): Promise<readonly Row[]> {
  if (children.length === 0) return [];
  const rows = await db
    .selectFrom('child_clock')
    .leftJoin('declared_period', 'declared_period.id', 'child_clock.declared_id')
    .where(sql<boolean>`child_clock.person_id = any(${[...children]}::uuid[])`)
    .where(({ or, eb }) =>
      or([eb('child_clock.what', '=', 'visit'), eb('child_clock.due_on', '<=', soonUntil(today))]),
    )
    .select([
      'child_clock.what',
      'child_clock.person_id',
      'child_clock.clock',
      'child_clock.from_on',
      'child_clock.due_on',
      'child_clock.is_declared',
      'child_clock.seen_on',
      'child_clock.opened_on',
      'child_clock.born_after_on',
      'child_clock.declared_id',
      'declared_period.title',
      'declared_period.reason',
      'declared_period.interval_days',
      'declared_period.from_on as declared_from_on',
    ])
    .execute();
  return rows.map(withoutNulls);
}

/** What is to be done by a clock that is over or ends soon. */
function itemFrom(row: Row, { today, profile }: Asking): Item | undefined {
  const { person_id: personId, from_on: from, due_on: on, clock = '' } = row;
  if (personId === undefined || from === undefined || on === undefined || on > soonUntil(today))
    return undefined;
  const isVisit = row.what === 'visit';
  return {
    id: `${row.what} ${personId}`,
    personId,
    what: wordsOf(clock),
    href: isVisit ? `/people/${personId}/visits` : `/people/${personId}/periods-of-service`,
    note: isVisit ? seenInWords(row, today) : `Began ${dayNarrow(from, today)}`,
    startedAt: startOfDay(from, profile.calendar.zone),
    due: { on, at: startOfDay(addDays(on, 1), profile.calendar.zone) },
    edition: editionFor(row, clock, from, profile),
    forViewer: false,
  };
}

type Row = {
  readonly what?: string | undefined;
  readonly person_id?: Id | undefined;
  readonly clock?: string | undefined;
  readonly from_on?: Day | undefined;
  readonly due_on?: Day | undefined;
  readonly declared_id?: Id | undefined;
  readonly is_declared?: boolean | undefined;
  readonly title?: string | undefined;
  readonly reason?: string | undefined;
  readonly interval_days?: number | undefined;
  readonly declared_from_on?: Day | undefined;
  readonly seen_on?: Day | undefined;
  readonly opened_on?: Day | undefined;
  readonly born_after_on?: Day | undefined;
};

function editionFor(
  row: Row,
  clock: string | undefined,
  from: Day,
  { timescales }: Asking['profile'],
): Timescale | undefined {
  const { title = '', reason = '', interval_days: days = 0, declared_from_on: fromOn } = row;
  if (row.is_declared === true && fromOn !== undefined) return editionOf({ title, reason, days, fromOn });
  return clock !== undefined && isClock(clock) ? timescaleOn(timescales, clock, from) : undefined;
}

function seenInWords(
  { seen_on: seen, opened_on: openedOn, born_after_on: bornAfterOn }: Row,
  today: Day,
): string | undefined {
  if (seen !== undefined) return `Last seen ${dayNarrow(seen, today)}`;
  return openedOn === undefined ? undefined : notSeenInWords({ openedOn, bornAfterOn }, today, dayNarrow);
}

const WORDS: Readonly<Partial<Record<Clock, string>>> = {
  'child on a plan visited': 'Visit, child protection plan',
  'child in care visited': 'Visit, in care',
  'child visited': 'Visit',
  'child visited in early help': 'Visit, early help',
  'assessment completed': 'Assessment',
};

function wordsOf(clock: string | undefined): string {
  return (clock !== undefined && isClock(clock) ? WORDS[clock] : undefined) ?? 'Due';
}

/** Children who are offered to the viewer, or to a team of which they are a manager. */
async function offered({ db, viewer, today, profile }: Asking): Promise<readonly Item[]> {
  const handovers = await handoversOffered(db);
  return handovers
    .filter((handover) => isForViewer(handover, viewer))
    .map(({ id, personId, offeredAt }) => ({
      ...waiting(`handover ${id}`, personId, offeredAt),
      what: 'Offered to you: say yes or no',
      href: `/handovers/${id}`,
      note: `Offered ${dayNarrow(dayOf(offeredAt, profile.calendar.zone), today)}`,
    }));
}

/** Referrals that social care has not answered, for whoever may accept them. */
async function referred(context: Asking): Promise<readonly Item[]> {
  if (!context.viewer.permissions.has('referral: accept')) return [];
  return (await undecidedReferrals(context.db)).map(
    ({ id, personId, referredAt, discussionWantedToday }) => ({
      ...waiting(`referral ${id}`, personId, referredAt, ranFrom(context, 'referral decided', referredAt)),
      what: 'Referral: accept or decline',
      href: `/referrals/${id}`,
      note: discussionWantedToday ? 'To be talked about today' : undefined,
    }),
  );
}

/** Open children without a worker, for whoever may say who works with them. */
async function withoutWorker({ db, viewer, today, profile }: Asking): Promise<readonly Item[]> {
  if (!viewer.permissions.has('allocation: make')) return [];
  return (await unallocatedChildren(db)).map(({ personId, since }) => ({
    ...waiting(`unallocated ${personId}`, personId, startOfDay(since, profile.calendar.zone)),
    what: 'Allocate a worker',
    href: `/people/${personId}/allocations`,
    note: `Without a worker since ${dayNarrow(since, today)}`,
  }));
}

/** Families who said yes to early help that has not begun. */
async function notBegun(context: Asking): Promise<readonly Item[]> {
  if (!context.viewer.permissions.has('early help: begin')) return [];
  const { zone } = context.profile.calendar;
  return (await episodesGoingOn(context.db)).flatMap(({ id, personId, beganOn, reply, repliedOn }) => {
    if (beganOn !== undefined || reply !== 'accepted' || repliedOn === undefined) return [];
    const from = startOfDay(repliedOn, zone);
    return [
      {
        ...waiting(`early help ${id}`, personId, from, ranFrom(context, 'early help begun', from)),
        what: 'Begin early help',
        href: `/early-help-episodes/${id}`,
        note: `The family said yes ${dayNarrow(repliedOn, context.today)}`,
      },
    ];
  });
}

function waiting(id: string, personId: Id, startedAt: Date, ran?: Pick<Item, 'due' | 'edition'>) {
  return { id, personId, startedAt, due: undefined, edition: undefined, ...ran, forViewer: true };
}

function ranFrom({ profile }: Asking, clock: Clock, from: Date): Pick<Item, 'due' | 'edition'> {
  const edition = timescaleOn(profile.timescales, clock, dayOf(from, profile.calendar.zone));
  return { edition, due: (edition && dueBy(edition, from, profile.calendar)) ?? undefined };
}

async function familiesOf({ db }: Asking, persons: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (persons.length === 0) return new Map();
  const rows = await db
    .selectFrom('household_membership')
    .select(['person_id', 'household_id'])
    .where(sql<boolean>`person_id = any(${[...persons]}::uuid[])`)
    .where('until_on', 'is', null)
    .orderBy('recorded_at')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.household_id]));
}
