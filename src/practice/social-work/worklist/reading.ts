import { sql } from 'kysely';
import { dayNarrow } from '../../../language/dates-in-words.ts';
import { addDays, type Day, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { type Clock, isClock, type Timescale, timescaleOn } from '../../../profile/timescales.ts';
import { workersNamed } from '../../people/allocation/index.ts';
import { type PersonBrief, personBriefs } from '../../people/person/index.ts';
import { type DaysOf, daysFrom, editionOf, notSeenInWords } from '../next-visit/index.ts';
import {
  type Asking,
  type Item,
  itemsDue,
  itemsWaiting,
  type ThingsToDo,
  type Whose,
} from '../thing-to-do/index.ts';
import { type Asked, soonUntil } from './rules.ts';

/** The items of a worklist, with what is shown of their children. */
export type Worklist = {
  readonly items: readonly Item[];
  /** Each open child of the list, also those for whom nothing is due. */
  readonly days: readonly DaysOf[];
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  /** The name of whoever works with each child, for the list of a team; the household in which each lives, for a list by families. */
  readonly workers: ReadonlyMap<Id, string>;
  readonly families: ReadonlyMap<Id, Id>;
};

/** What a worklist is made of. */
type Making = {
  readonly whose: Whose;
  readonly children: readonly Id[];
  /** What the caller knows of them already, so that it is not asked again. */
  readonly briefs?: ReadonlyMap<Id, PersonBrief>;
  readonly by: Asked['by'];
  readonly others?: readonly ThingsToDo[];
};

/** The worklist over these children, and what waits for the viewer besides. Later than in seven days is not in it. */
export async function worklistOf(
  context: Asking,
  { whose, children, by, briefs: given = new Map(), others = [] }: Making,
): Promise<Worklist> {
  const shown = (persons: readonly Id[]) => shownOf(context, persons, { whose, by, given });
  const [clocks, known, ...found] = await Promise.all([
    clocksOf(context, children),
    shown(children),
    itemsWaiting(context),
    itemsDue(context, { whose, children, until: soonUntil(context.today) }),
    ...others.map((of) => of(context)),
  ]);
  const items = [...clocks.flatMap((row) => itemFrom(row, context) ?? []), ...found.flat()];
  const days = clocks.flatMap((row) => (row.what === 'visit' ? (daysFrom(row) ?? []) : []));
  // What waits for the viewer may be of others' children; mostly it is not, and nothing more is asked.
  const asked = new Set(children);
  const persons = new Set(items.flatMap(({ personId }) => personId ?? []));
  const beyond = await shown([...persons].filter((id) => !asked.has(id)));
  const briefs = new Map([...known.briefs, ...beyond.briefs].filter(([id]) => persons.has(id)));
  const workers = new Map([...known.workers, ...beyond.workers]);
  const families = new Map([...known.families, ...beyond.families]);
  const listed = items.filter(({ personId }) => personId === undefined || briefs.has(personId));
  return { items: listed, days, briefs, workers, families };
}

/** What a list shows of its children: who they are, and what is asked for besides. */
async function shownOf(
  context: Asking,
  persons: readonly Id[],
  { whose, by, given }: Pick<Making, 'whose' | 'by'> & { readonly given: ReadonlyMap<Id, PersonBrief> },
): Promise<Pick<Worklist, 'briefs' | 'workers' | 'families'>> {
  const [found, workers, families] = await Promise.all([
    personBriefs(
      context.db,
      persons.filter((id) => !given.has(id)),
    ),
    whose === 'team' || by === 'worker' ? workersNamed(context.db, persons) : NONE,
    by === 'family' ? familiesOf(context, persons) : NONE,
  ]);
  return { briefs: new Map([...given, ...found]), workers, families };
}

const NONE: ReadonlyMap<Id, never> = new Map<Id, never>();

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
