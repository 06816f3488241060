import { dayNarrow, timeInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { durationInWords } from '../../../language/duration.ts';
import { Clock } from '../../../platform/html/clock.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { FilterChips, Segments } from '../../../platform/html/filter-chips.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { onPage, Paging, pageAsked } from '../../../platform/html/paging.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { type RowGroup, Table } from '../../../platform/html/table.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import type { Timescale } from '../../../profile/timescales.ts';
import { namedWithAge } from '../../people/person/index.ts';
import type { Item } from '../thing-to-do/index.ts';
import type { Worklist } from './reading.ts';
import { type Asked, countsOf, hrefOf, sectionOf, shownOf, timeLeft } from './rules.ts';

const A_PAGE = 50;

type Props = {
  readonly worklist: Worklist;
  readonly asked: Asked;
  /** The address of the page, and what else stands in it. */
  readonly at: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly page: unknown;
  readonly now: Date;
  readonly today: Day;
  /** The words of the chip for everything. */
  readonly everything: string;
  /** Whether a column says who works with the child. */
  readonly withWorker: boolean;
};

/** The filters of a worklist, and its items in groups; at the foot, on whose word each time stands. */
export function WorklistPart(props: Props) {
  const { worklist, asked, now, today, at, more } = props;
  const shown = shownOf(worklist.items, asked, now, today);
  const paged = pageAsked(props.page, A_PAGE, shown.length);
  return (
    <>
      <div class="c-list-head">
        <Chips {...props} />
        <Groupings {...props} />
      </div>
      <Panel flush={shown.length > 0}>
        {shown.length === 0 ? (
          <EmptyState title={NOTHING[asked.show]} />
        ) : (
          <Table
            caption="What is to be done, by when, and with which child"
            movable
            columns={columnsFor(props.withWorker)}
            groups={groupsOf(onPage(shown, paged), shown, props)}
          />
        )}
      </Panel>
      <Paging paged={paged} noun="things to do" hrefOf={(page) => withPage(hrefOf(at, asked, more), page)} />
      <WhoSaysSo items={shown} />
    </>
  );
}

const NOTHING: Readonly<Record<Asked['show'], string>> = {
  all: 'Nothing is overdue, due within seven days or waiting for you',
  overdue: 'Nothing is overdue',
  soon: 'Nothing is due within seven days',
  waiting: 'Nothing waits for you',
};

function Chips({ worklist, asked, at, more, now, today, everything }: Props) {
  const counts = countsOf(worklist.items, now, today);
  const chip = (show: Asked['show'], words: string, count?: number) => ({
    words,
    count,
    href: hrefOf(at, { ...asked, show }, more),
    isCurrent: asked.show === show,
  });
  return (
    <FilterChips
      label="What is shown"
      chips={[
        chip('all', everything),
        chip('overdue', 'Overdue', counts.overdue),
        chip('soon', 'Next 7 days', counts.soon),
        chip('waiting', 'Waiting for me', counts.waiting),
      ]}
    />
  );
}

function Groupings({ asked, at, more, withWorker }: Props) {
  const one = (by: Asked['by'], words: string) => ({
    words,
    href: hrefOf(at, { ...asked, by }, more),
    isCurrent: asked.by === by,
  });
  const chips = [one('due', 'Due'), one('child', 'Child'), one('family', 'Family')];
  return (
    <div class="c-group-by">
      <span class="c-small">Group by</span>
      <Segments label="Group by" chips={withWorker ? [...chips, one('worker', 'Worker')] : chips} />
    </div>
  );
}

function columnsFor(withWorker: boolean) {
  return [
    { head: 'Due', narrow: 'full' },
    { head: 'Child', isName: true, narrow: 'lead' },
    { head: 'What', narrow: 'full' },
    ...(withWorker ? [{ head: 'Worker', narrow: 'labelled' } as const] : []),
  ] as const;
}

function groupsOf(items: readonly Item[], all: readonly Item[], props: Props): readonly RowGroup[] {
  const groups = Map.groupBy(items, (item) => groupOf(item, props));
  const counts = Map.groupBy(all, (item) => groupOf(item, props));
  const titles = [...groups.keys()];
  const ordered = props.asked.by === 'due' ? SECTIONS.filter((one) => groups.has(one)) : titles;
  return ordered.map((title) => ({
    title,
    count: counts.get(title)?.length,
    rows: (groups.get(title) ?? []).map((item) => ({
      id: item.id.replaceAll(' ', '-'),
      cells: cellsOf(item, props),
    })),
  }));
}

const TITLES = {
  overdue: 'Overdue',
  soon: 'Next seven days',
  waiting: 'Waiting for you',
  later: 'Later',
} as const;
const SECTIONS: readonly string[] = Object.values(TITLES);

function groupOf(item: Item, { asked, worklist, now, today }: Props): string {
  const { briefs, workers, families } = worklist;
  if (asked.by === 'due') return TITLES[sectionOf(item, now, today)];
  if (item.personId === undefined) return 'About no one child';
  const brief = briefs.get(item.personId);
  if (asked.by === 'child') return brief === undefined ? 'A child on record' : namedWithAge(brief, today);
  if (asked.by === 'worker') return workers.get(item.personId) ?? 'Nobody yet';
  const household = families.get(item.personId);
  const members = [...briefs.values()].filter(
    ({ id }) => household !== undefined && families.get(id) === household,
  );
  return members.length < 2
    ? (brief?.name ?? 'A child on record')
    : members
        .map(({ name }) => name)
        .toSorted()
        .join(', ');
}

function cellsOf(item: Item, { worklist, now, today, withWorker }: Props) {
  const { briefs, workers } = worklist;
  const brief = item.personId && briefs.get(item.personId);
  const worker = item.personId && (workers.get(item.personId) ?? 'Nobody yet');
  const cells = [
    <Due key="due" item={item} now={now} today={today} />,
    <span key="child">
      <Link href={item.href}>{brief ? namedWithAge(brief, today) : (item.title ?? 'A child on record')}</Link>
      {item.note && <span class="c-worklist__note">{item.note}</span>}
    </span>,
    item.what,
  ];
  return withWorker ? [...cells, worker ?? ''] : cells;
}

function Due({ item, now, today }: { item: Item; now: Date; today: Day }) {
  const { due, startedAt, edition } = item;
  if (due === undefined) return <>No day is set</>;
  const wholeDay = edition?.within?.unit.includes('hours') !== true;
  const note = wholeDay ? dayNarrow(due.on, today) : `${dayNarrow(due.on, today)}, ${timeInWords(due.at)}`;
  return (
    <Clock startedAt={startedAt} dueAt={due.at} now={now} words={timeLeft(due, now, today)} note={note} />
  );
}

/** Each time that is asked for on this page: how long, in which days, and whose it is. */
function WhoSaysSo({ items }: { items: readonly Item[] }) {
  const editions = new Map(
    items.flatMap(({ edition }) => (edition?.within ? [[edition.inWords, edition]] : [])),
  );
  if (editions.size === 0) return null;
  return (
    <ul class="c-small c-plain-list">
      {[...editions.values()].map((edition) => (
        <li key={edition.inWords}>
          {edition.inWords} within {edition.within && durationInWords(edition.within)}.{' '}
          <Whose edition={edition} />
        </li>
      ))}
    </ul>
  );
}

function Whose({ edition }: { edition: Timescale }) {
  return edition.standing === 'local policy' ? (
    <>Decided here.</>
  ) : (
    <StandingTag standing={edition.standing} />
  );
}

function withPage(href: string, page: number): string {
  return `${href}${href.includes('?') ? '&' : '?'}page=${page}`;
}
