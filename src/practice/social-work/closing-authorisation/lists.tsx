import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PERIOD_ENDED_REASONS } from '../../../profile/code-sets/service-kinds.ts';
import { namedWithAge, type Person, type PersonBrief } from '../../people/person/index.ts';
import { type Closing, proposeClosingAt } from '../closing/index.ts';
import { kindInWords } from '../period-of-service/index.ts';
import { StandingOfClosing } from './pages.tsx';

type Lists = {
  readonly closings: readonly Closing[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly today: Day;
};

/** The closings that wait for a manager, the longest first. */
export function ClosingsPage(props: Lists & { children: ReadonlyMap<Id, PersonBrief>; mayTell: boolean }) {
  const { closings, children, staff, today, mayTell } = props;
  return (
    <>
      <PageHead
        title="Closings to authorise"
        below="Each says what the child and the parents think of it"
        actions={mayTell && <Link href="/closing-letters">Families to tell</Link>}
      />
      <Panel flush={closings.length > 0}>
        {closings.length === 0 ? (
          <EmptyState title="No closing waits for a manager" figure={0} calm />
        ) : (
          <Table
            caption="Closings that wait for a manager"
            movable
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              { head: 'What ends, and why', narrow: 'full' },
              { head: 'Proposed by', narrow: 'start' },
              { head: 'Since', narrow: 'end' },
            ]}
            rows={closings.map((closing) => {
              const child = children.get(closing.personId);
              return {
                id: closing.id,
                cells: [
                  <Link key="child" href={`/closings/${closing.id}`}>
                    {child === undefined ? 'A child on record' : namedWithAge(child, today)}
                  </Link>,
                  `${kindInWords(closing.kind)}: ${labelOf(PERIOD_ENDED_REASONS, closing.reason)}`,
                  staff.get(closing.proposedBy) ?? 'Somebody of the staff',
                  dayInWords(dayOf(closing.proposedAt), today),
                ],
              };
            })}
          />
        )}
      </Panel>
    </>
  );
}

/** Everything that was proposed for closing with the family of one child. */
export function ClosingsOfChildPage(props: Lists & { child: Person; mayPropose: boolean }) {
  const { child, closings, staff, today, mayPropose } = props;
  return (
    <>
      <PageHead
        title="Closing with the family"
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        actions={mayPropose && <ButtonLink href={proposeClosingAt(child.id)}>Propose a closing</ButtonLink>}
      />
      <Panel flush={closings.length > 0}>
        {closings.length === 0 ? (
          <EmptyState title="Nothing was proposed for closing">
            <p>A closing says what the child and each parent think of it, and how they can come back.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Closings, the latest first"
            columns={[
              { head: 'Proposed', isName: true, narrow: 'lead' },
              { head: 'What ends, and why', narrow: 'full' },
              { head: 'By', narrow: 'start' },
              { head: 'How it stands', narrow: 'end' },
            ]}
            rows={closings.map((closing) => ({
              id: closing.id,
              cells: [
                <Link key="closing" href={`/closings/${closing.id}`}>
                  {dayInWords(dayOf(closing.proposedAt), today)}
                </Link>,
                `${kindInWords(closing.kind)}: ${labelOf(PERIOD_ENDED_REASONS, closing.reason)}`,
                staff.get(closing.proposedBy) ?? 'Somebody of the staff',
                <StandingOfClosing key="standing" closing={closing} />,
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}
