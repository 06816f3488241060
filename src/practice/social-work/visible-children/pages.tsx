import { dayInWords, dayNarrow, daysAgo } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { durationInWords } from '../../../language/duration.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { type Paged, Paging } from '../../../platform/html/paging.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { namedWithAge } from '../../people/person/index.ts';
import type { DeclaredPeriod } from '../../people/what-is-asked/index.ts';
import { DeclaredNotice } from '../declared-period/index.ts';
import { type DaysOf, isOverdue, notSeenInWords, SeenDots } from '../next-visit/index.ts';
import { inAddress, type Whose, type WhoseAsked, WhoseChips } from '../whose-children/index.ts';
import { type InSight, type Show, shownOf } from './rules.ts';

type Props = {
  readonly all: readonly DaysOf[];
  readonly show: Show;
  readonly paged: Paged;
  readonly children: readonly InSight[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly today: Day;
  readonly whose: Whose;
  readonly declared: readonly DeclaredPeriod[];
};

/** Every open child in the viewer's sight, whom nobody has seen for longest first, beside a picture of all of them. */
export function VisibleChildrenPage(props: Props) {
  const { all, children, today, paged, show, whose, declared } = props;
  const overdue = shownOf(all, 'overdue', today).length;
  return (
    <>
      <PageHead
        title="Visible children"
        below={`${all.length} open, ${overdue} to be seen before today. Whom nobody has seen for longest stands first`}
        actions={
          <>
            <Link href="/declared-periods">Declared periods</Link>
            <ButtonLink
              href={hrefOf({ show: 'all', ...whose }, 1, '/calendar-of-gaps')}
              kind="secondary"
              size="compact"
            >
              Calendar of gaps
            </ButtonLink>
          </>
        }
      />
      <DeclaredNotice periods={declared} today={today} />
      <WithAside aside={<SeenDots all={all} today={today} />}>
        <Filters {...props} />
        <Panel flush={children.length > 0}>
          {children.length === 0 ? <Nobody show={show} /> : <ChildrenTable {...props} />}
        </Panel>
        <Paging paged={paged} noun="children" hrefOf={(page) => hrefOf({ show, ...whose }, page)} />
        <WhoSaysSo children={children} />
      </WithAside>
    </>
  );
}

function Filters({ all, show, today, whose }: Props) {
  const chip = (words: string, one: Show, count: number) => ({
    words,
    count,
    href: hrefOf({ show: one, ...whose }),
    isCurrent: show === one,
  });
  const unseen = shownOf(all, 'unseen', today).length;
  return (
    <div class="c-list-head">
      <FilterChips
        label="Which children"
        chips={[
          chip('All', 'all', all.length),
          chip('Overdue', 'overdue', shownOf(all, 'overdue', today).length),
          ...(unseen > 0 || show === 'unseen'
            ? [chip('Not seen in the declared period', 'unseen', unseen)]
            : []),
        ]}
      />
      <WhoseChips whose={whose} hrefOf={(asked) => hrefOf({ show, ...asked })} />
    </div>
  );
}

function hrefOf({ show, ...whose }: WhoseAsked & { show: Show }, page = 1, at = '/visible-children'): string {
  const query = new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...inAddress(whose),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size === 0 ? at : `${at}?${query}`;
}

function Nobody({ show }: { show: Show }) {
  if (show === 'overdue') return <EmptyState title="Everybody was seen within their time" />;
  if (show === 'unseen') return <EmptyState title="Everybody was seen since the declared period began" />;
  return (
    <EmptyState title="No child is open in your sight">
      <p>A child stands here from the day on which the work with them opens until it ends.</p>
    </EmptyState>
  );
}

function ChildrenTable({ children, staff, today }: Props) {
  return (
    <Table
      caption="Open children, whom nobody has seen for longest first"
      movable
      columns={[
        { head: 'Child', isName: true, narrow: 'lead' },
        { head: 'Last seen', narrow: 'full' },
        { head: 'How', narrow: 'start' },
        { head: 'By', narrow: 'labelled' },
        { head: 'Next due', narrow: 'end' },
      ]}
      rows={children.map((one) => ({
        id: one.child.id,
        cells: [
          <Link key="child" href={`/people/${one.child.id}/visits`}>
            {namedWithAge(one.child, today)}
          </Link>,
          lastSeenInWords(one, today),
          howInWords(one),
          (one.lastSeen && staff.get(one.lastSeen.by)) ?? '',
          <NextDay key="next" one={one} today={today} />,
        ],
      }))}
    />
  );
}

function lastSeenInWords(one: InSight, today: Day): string {
  const { lastSeen } = one;
  return lastSeen === undefined
    ? notSeenInWords(one, today, dayInWords)
    : `${dayNarrow(lastSeen.on, today)}, ${daysAgo(lastSeen.on, today)}`;
}

function howInWords({ lastSeen }: InSight): string {
  if (lastSeen === undefined) return '';
  return `${labelOf(VISIT_PLACES, lastSeen.place)}, ${lastSeen.alone ? 'alone' : 'not alone'}`;
}

function NextDay({ one, today }: { one: InSight; today: Day }) {
  const on = one.next === undefined ? 'No day is set' : dayNarrow(one.next.on, today);
  return isOverdue({ dueOn: one.next?.on }, today) ? (
    <Flag colour="red">Overdue, was due {on}</Flag>
  ) : (
    <span>{on}</span>
  );
}

/** Every rule by which a child on this page is to be seen, with its time and whose it is. */
function WhoSaysSo({ children }: { children: readonly InSight[] }) {
  const editions = new Map(
    children.flatMap(({ next }) => (next ? [[next.edition.inWords, next.edition]] : [])),
  );
  return (
    <ul class="c-small c-plain-list">
      {[...editions.values()].map(({ inWords, within, standing }) => (
        <li key={inWords}>
          {inWords} within {within === null ? 'no set time' : durationInWords(within)}.{' '}
          {standing === 'local policy' ? 'Decided here.' : <StandingTag standing={standing} />}
        </li>
      ))}
    </ul>
  );
}
