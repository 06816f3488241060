import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import { type Counted, casesIn, type Exercise, type FrozenCase, Standing } from '../rating-exercise/index.ts';

/** What the board of an exercise shows. */
export type Board = {
  readonly exercise: Exercise;
  readonly progress: readonly Counted[];
  readonly cases: readonly FrozenCase[];
  readonly state: string;
  readonly listed: readonly FrozenCase[];
  readonly children: ReadonlyMap<Id, PersonBrief>;
  readonly staff: ReadonlyMap<Id, string>;
  readonly viewer: Id;
  readonly mayHold: boolean;
  readonly today: Day;
};

type Props = Pick<
  Board,
  'exercise' | 'cases' | 'state' | 'listed' | 'children' | 'staff' | 'viewer' | 'today'
>;

/** The cases of a list, brothers and sisters one after the other. */
export function CasesTable(props: Props) {
  const { listed, state, cases, viewer } = props;
  const found = casesIn(state, cases, viewer).length;
  return (
    <>
      <Panel flush={listed.length > 0}>
        {listed.length === 0 ? (
          <EmptyState title="No case is here">
            <p>Cases come to you when they are dealt, or when another manager passes one on.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Cases of the exercise, brothers and sisters together"
            movable
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              { head: 'Worker then', narrow: 'start' },
              { head: 'With', narrow: 'labelled' },
              { head: 'How it stands', narrow: 'end' },
            ]}
            rows={listed.map((one) => ({ id: one.id, cells: cellsOf(one, props) }))}
          />
        )}
      </Panel>
      {found > listed.length && (
        <p class="c-small">
          The first {listed.length} of {found} stand here.
        </p>
      )}
    </>
  );
}

function cellsOf(one: FrozenCase, { children, staff, exercise, today }: Props) {
  const child = children.get(one.personId);
  const name = child === undefined ? 'A child on record' : namedWithAge(child, today);
  const to = exercise.closedAt === undefined ? `/rating-cases/${one.id}` : `/people/${one.personId}/ratings`;
  return [
    <Link key="child" href={to}>
      {name}
    </Link>,
    (one.workerId && staff.get(one.workerId)) ?? 'Nobody',
    (one.dealtTo && staff.get(one.dealtTo)) ?? 'Nobody yet',
    <Standing key="standing" one={one} />,
  ];
}
