import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import { csvOf } from '../../../platform/csv.ts';
import { onPage, pageAsked } from '../../../platform/html/paging.tsx';
import type { Context, FileToTake, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import type { Timescale } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { workersNamed } from '../../people/allocation/index.ts';
import { personBriefs } from '../../people/person/index.ts';
import { childrenOf, type WorkerOfTeam } from '../caseload/index.ts';
import { longestUnseenFirst, nextVisit, type Running, runningOfEach } from '../next-visit/index.ts';
import { childrenOfTeam, type Team, teamsFor } from '../team-work/index.ts';
import { CalendarPage, type Line } from './pages.tsx';
import { weeksOf, weeksUntil } from './rules.ts';
import { seenBefore, visitsSince } from './store.ts';

const A_PAGE = 40;
/** More than any team has; a file holds at most so many children. */
const MOST_IN_FILE = 1000;

/** Hangs the calendar of gaps, and the same as a file, on their addresses. */
export function routes(web: Web): void {
  const way = { permission: 'visit: read', find: noSubject } as const;
  web.show('/calendar-of-gaps', { ...way, page: (_, context) => calendar(context) });
  web.file('/calendar-of-gaps/csv', { ...way, file: (_, context) => file(context) });
}

async function calendar(context: Context): Promise<Page> {
  const { teams, team, worker, mine, children } = await chosen(context);
  const paged = pageAsked(context.query['page'], A_PAGE, children.length);
  const lines = await linesOf(context, onPage(children, paged));
  return {
    title: 'Calendar of gaps',
    place: 'my work',
    body: <CalendarPage {...{ teams, team, worker, mine, lines, paged }} today={context.today} />,
    looked: { kind: 'visit', persons: lines.map(({ child }) => child.id) },
  };
}

async function file(context: Context): Promise<FileToTake> {
  const { children } = await chosen(context);
  const lines = await linesOf(context, children.slice(0, MOST_IN_FILE));
  return {
    name: `calendar-of-gaps-${context.today}.csv`,
    type: 'text/csv; charset=utf-8',
    text: csvOf(
      ['Number', 'Child', 'Worker', ...weeksUntil(context.today).map((monday) => `Week of ${monday}`)],
      lines.map(({ child, worker, weeks }) => [
        child.number,
        child.name,
        worker ?? '',
        ...weeks.map(({ words }) => words),
      ]),
    ),
    looked: { kind: 'visit', persons: lines.map(({ child }) => child.id) },
  };
}

type Chosen = {
  readonly teams: readonly Team[];
  readonly team: Team | undefined;
  /** The colleague whose children are asked for. */
  readonly worker: WorkerOfTeam | undefined;
  /** Whether the viewer's own children are asked for; undefined where they work with none. */
  readonly mine: boolean | undefined;
  readonly children: readonly Running[];
};

/** The children of the team that the address asks for, the viewer's own, or all in sight; whom nobody has seen for longest first. */
async function chosen(context: Context): Promise<Chosen> {
  const [teams, own] = await Promise.all([teamsFor(context), childrenOf(context.db, context.by)]);
  const team = teams.find(({ id }) => id === context.query['team']);
  const worker = (team ? [team] : teams)
    .flatMap(({ workers }) => workers)
    .find(({ id }) => id === context.query['worker']);
  const isOwn =
    team === undefined && worker === undefined && own.length > 0 && context.query['mine'] === 'yes';
  const mine = own.map(({ personId }) => personId);
  const all = await runningOfEach(context.db, isOwn ? mine : await childrenAsked(context, team, worker));
  return {
    teams,
    team,
    worker,
    mine: own.length === 0 ? undefined : isOwn,
    children: longestUnseenFirst(all),
  };
}

/** The children of the colleague or the team that the address asks for; undefined where it asks for everybody. */
async function childrenAsked(
  context: Context,
  team: Team | undefined,
  worker: WorkerOfTeam | undefined,
): Promise<readonly Id[] | undefined> {
  if (worker !== undefined) return (await childrenOf(context.db, worker.id)).map(({ personId }) => personId);
  return team && childrenOfTeam(context, team);
}

/** Due days of a page: children of one rule who were seen on one day share theirs. */
function dueDays({ calendar }: Context['profile']) {
  const known = new Map<Timescale, Map<Day, Day | undefined>>();
  return (edition: Timescale, from: Day): Day | undefined => {
    const days = known.get(edition) ?? new Map<Day, Day | undefined>();
    known.set(edition, days);
    if (!days.has(from)) days.set(from, dueBy(edition, from, calendar)?.on);
    return days.get(from);
  };
}

async function linesOf(context: Context, children: readonly Running[]): Promise<readonly Line[]> {
  const { db, today, profile } = context;
  const [first = today] = weeksUntil(today);
  const ids = children.map(({ personId }) => personId);
  const [briefs, workers, visits, before] = await Promise.all([
    personBriefs(db, ids),
    workersNamed(db, ids),
    visitsSince(db, ids, first),
    seenBefore(db, ids, first),
  ]);
  const byChild = Map.groupBy(visits, ({ personId }) => personId);
  const dueOn = dueDays(profile);
  return children.flatMap((one) => {
    const id = one.personId;
    const child = briefs.get(id);
    if (child === undefined) return [];
    const edition = nextVisit(one, profile)?.edition;
    const dueFrom = (from: Day) => edition && dueOn(edition, from);
    const openedOn = one.bornAfterOn ?? one.openedOn;
    const known = { openedOn, seenBefore: before.get(id), visits: byChild.get(id) ?? [] };
    return [{ child, worker: workers.get(id), weeks: weeksOf(known, today, dueFrom) }];
  });
}
