import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { BarRow } from '../../../platform/charts/bar-row.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import type { Standing } from '../../../profile/standing.ts';
import type { Thinking } from './rules.ts';

/** One line of the register. */
export type Line = {
  readonly id: Id;
  readonly child: string;
  readonly lead: string;
  readonly enteredOn: Day;
  readonly agencies: readonly string[];
  readonly thinking: Thinking;
  readonly reviewOn: Day | undefined;
};

/** The register of complex cases: how many, whose review is late, and thinking time booked against held. */
export function RegisterPage(props: {
  lines: readonly Line[];
  standing: Standing | undefined;
  mayExport: boolean;
  today: Day;
}) {
  const { lines, standing, mayExport, today } = props;
  const late = lines.filter(({ reviewOn }) => reviewOn !== undefined && reviewOn < today).length;
  return (
    <>
      <PageHead
        title="Complex cases"
        below={`${lines.length} on the register, ${late} with a review overdue. Only children whom you may see.`}
        actions={mayExport && <Link href="/complex-cases/csv">Take as CSV</Link>}
      />
      {lines.length > 0 && <Comparison lines={lines} />}
      <Panel flush={lines.length > 0}>
        {lines.length === 0 ? (
          <EmptyState title="Nobody is on the register" figure={0} calm>
            <p>A manager puts a child on it from the periods of service of the child.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Complex cases, the longest on the register first"
            movable
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              { head: 'Lead', narrow: 'full' },
              { head: 'Agencies', narrow: 'full' },
              { head: 'On it since', narrow: 'labelled' },
              { head: 'Thinking time, minutes held of booked', narrow: 'labelled' },
              { head: 'Review', narrow: 'labelled' },
            ]}
            rows={lines.map((line) => ({ id: line.id, cells: cellsOf(line, today) }))}
          />
        )}
      </Panel>
      {standing !== undefined && (
        <p class="c-small">
          When a review is due comes from the profile. <StandingTag standing={standing} />
        </p>
      )}
    </>
  );
}

function cellsOf({ id, child, lead, agencies, enteredOn, thinking, reviewOn }: Line, today: Day) {
  return [
    <Link key="child" href={`/complex-cases/${id}`}>
      {child}
    </Link>,
    lead,
    agencies.join(', '),
    dayInWords(enteredOn, today),
    `${thinking.held} of ${thinking.booked}`,
    <ReviewDue key="review" on={reviewOn} today={today} />,
  ];
}

function ReviewDue({ on, today }: { on: Day | undefined; today: Day }) {
  if (on === undefined) return null;
  const words = dayInWords(on, today);
  return on < today ? <Flag colour="red">Overdue since {words}</Flag> : <span>{words}</span>;
}

/** Booked against held, drawn: first together, then for each child. The numbers are text for everybody. */
function Comparison({ lines }: { lines: readonly Line[] }) {
  const total = (of: keyof Thinking) => lines.reduce((sum, { thinking }) => sum + thinking[of], 0);
  const [booked, held] = [total('booked'), total('held')];
  return (
    <Panel>
      <BarRow
        id="thinking-time"
        title="Thinking time booked and held"
        sentence={`${held} of ${booked} minutes that were booked until today have been held.`}
        bars={[
          { label: 'Together, booked', value: booked, words: minutes(booked) },
          { label: 'Together, held', value: held, words: minutes(held) },
          ...lines.flatMap(({ child, thinking }) => [
            { label: `${child}, booked`, value: thinking.booked, words: minutes(thinking.booked) },
            { label: `${child}, held`, value: thinking.held, words: minutes(thinking.held) },
          ]),
        ]}
      />
    </Panel>
  );
}

function minutes(count: number): string {
  return `${count} minutes`;
}
