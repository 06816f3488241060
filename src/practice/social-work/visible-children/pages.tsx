import { dayInWords, dayNarrow, daysAgo } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { namedWithAge } from '../../people/person/index.ts';
import { type InSight, isOverdue } from './rules.ts';

type Props = {
  readonly children: readonly InSight[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly today: Day;
};

/** Every open child in the viewer's sight, who is to be seen soonest first. */
export function VisibleChildrenPage(props: Props) {
  const { children, today } = props;
  const overdue = children.filter((one) => isOverdue(one, today)).length;
  const standings = [...new Set(children.flatMap(({ next }) => next?.edition.standing ?? []))];
  return (
    <>
      <PageHead
        title="Visible children"
        below={`${children.length} open, ${overdue} to be seen before today. Who is overdue stands first`}
      />
      <Panel flush={children.length > 0}>
        {children.length === 0 ? (
          <EmptyState title="No child is open in your sight">
            <p>A child stands here from the day on which the work with them opens until it ends.</p>
          </EmptyState>
        ) : (
          <ChildrenTable {...props} />
        )}
      </Panel>
      {standings.map((standing) => (
        <p key={standing} class="c-small">
          How often a child is to be seen: <StandingTag standing={standing} />
        </p>
      ))}
    </>
  );
}

function ChildrenTable({ children, staff, today }: Props) {
  return (
    <Table
      caption="Open children, who is to be seen soonest first"
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

function lastSeenInWords({ lastSeen, openedOn }: InSight, today: Day): string {
  return lastSeen === undefined
    ? `Not seen yet; open since ${dayInWords(openedOn, today)}`
    : `${dayNarrow(lastSeen.on, today)}, ${daysAgo(lastSeen.on, today)}`;
}

function howInWords({ lastSeen }: InSight): string {
  if (lastSeen === undefined) return '';
  return `${labelOf(VISIT_PLACES, lastSeen.place)}, ${lastSeen.alone ? 'alone' : 'not alone'}`;
}

function NextDay({ one, today }: { one: InSight; today: Day }) {
  const on = one.next === undefined ? 'No day is set' : dayNarrow(one.next.on, today);
  return isOverdue(one, today) ? <Flag colour="red">Overdue, was due {on}</Flag> : <span>{on}</span>;
}
