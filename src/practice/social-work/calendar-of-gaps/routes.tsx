import type { Day } from '../../../language/day.ts';
import { noSubject } from '../../../platform/action.ts';
import { csvOf } from '../../../platform/csv.ts';
import { onPage, pageAsked } from '../../../platform/html/paging.tsx';
import type { Context, FileToTake, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import type { Timescale } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { workersNamed } from '../../people/allocation/index.ts';
import { personBriefs } from '../../people/person/index.ts';
import { longestUnseenFirst, nextVisit, type Running } from '../next-visit/index.ts';
import { childrenAskedFor } from '../whose-children/index.ts';
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
  const { whose, children } = await childrenAskedFor(context);
  const paged = pageAsked(context.query['page'], A_PAGE, children.length);
  const lines = await linesOf(context, onPage(longestUnseenFirst(children), paged));
  return {
    title: 'Calendar of gaps',
    place: 'my work',
    body: <CalendarPage {...{ whose, lines, paged }} today={context.today} />,
    looked: { kind: 'visit', persons: lines.map(({ child }) => child.id) },
  };
}

async function file(context: Context): Promise<FileToTake> {
  const { children } = await childrenAskedFor(context);
  const lines = await linesOf(context, longestUnseenFirst(children).slice(0, MOST_IN_FILE));
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
