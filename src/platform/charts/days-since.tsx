import { Table } from '../html/table.tsx';

/** One thing on the line: days since it happened last, or nothing where it never did; and whether its time is over. */
export type DaysSince = { readonly days: number | undefined; readonly isOver: boolean };

const WEEK = 7;
const LAST_WEEK = 6;
const STEP = 6;
const FOOT = 22;
const TALLEST = 18;
/** Columns 0 to 42; in the last stands everything longer ago. A gap, then what never happened. */
const LAST = WEEK * LAST_WEEK;
const NEVER = LAST + 6;
const WIDTH = (NEVER + 1) * STEP + 30;

/** A dot for each by the days since: a disc within its time, a triangle past it. The words above say the same, and so does the table below. */
export function DaysSinceDots({
  all,
  noun,
  sentence,
}: {
  all: readonly DaysSince[];
  noun: string;
  sentence: string;
}) {
  const columns = Map.groupBy(all, columnOf);
  const tallest = Math.max(1, ...[...columns.values()].map(({ length }) => length));
  const each = Math.ceil(tallest / TALLEST);
  const height = Math.max(5, Math.ceil(tallest / each)) * STEP + FOOT + 4;
  const base = height - FOOT;
  return (
    <figure class="c-dots">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={sentence} class="c-dots__drawing">
        <path class="c-dots__line" d={`M4 ${base}H${WIDTH - 4}`} />
        {[...columns].map(([column, some]) => (
          <Stack key={column} column={column} some={some} each={each} base={base} />
        ))}
        {Array.from({ length: LAST_WEEK + 1 }, (_, week) => (
          <text key={week} class="c-dots__words" x={xOf(week * WEEK)} y={height - 6}>
            {week * WEEK}
            {week === LAST_WEEK ? '+' : ''}
          </text>
        ))}
        {columns.has(NEVER) && (
          <text class="c-dots__words" x={xOf(NEVER)} y={height - 6}>
            none
          </text>
        )}
      </svg>
      <figcaption class="c-small">
        {each > 1 ? `A mark stands for up to ${each} ${noun}. ` : ''}Days since; a triangle is past its day.
      </figcaption>
      <details class="govuk-details c-dots__table">
        <summary class="govuk-details__summary">The same as a table</summary>
        <WeekTable all={all} noun={noun} />
      </details>
    </figure>
  );
}

function Stack(props: { column: number; some: readonly DaysSince[]; each: number; base: number }) {
  const { column, some, each, base } = props;
  const over = some.filter(({ isOver }) => isOver).length;
  const inTime = Math.ceil((some.length - over) / each);
  const x = xOf(column);
  return (
    <>
      {Array.from({ length: inTime }, (_, at) => (
        <circle key={`in ${at}`} class="c-dots__in" cx={x} cy={base - STEP * (at + 0.5) - 1} r="2.4" />
      ))}
      {Array.from({ length: Math.ceil(over / each) }, (_, at) => (
        <path
          key={`over ${at}`}
          class="c-dots__over"
          d={`M${x} ${base - STEP * (inTime + at) - 6}l2.9 5.2h-5.8z`}
        />
      ))}
    </>
  );
}

function WeekTable({ all, noun }: { all: readonly DaysSince[]; noun: string }) {
  const weeks = Map.groupBy(all, ({ days }) =>
    days === undefined ? LAST_WEEK + 1 : Math.min(LAST_WEEK, Math.floor(days / WEEK)),
  );
  const rows = [...weeks].toSorted(([one], [other]) => one - other);
  return (
    <Table
      caption={`The ${noun} by days since`}
      columns={[
        { head: 'Days since', isName: true, narrow: 'lead' },
        { head: 'All', kind: 'numeric', narrow: 'labelled' },
        { head: 'Past the day', kind: 'numeric', narrow: 'labelled' },
      ]}
      rows={rows.map(([week, some]) => ({
        id: `days-since-${week}`,
        cells: [weekInWords(week), some.length, some.filter(({ isOver }) => isOver).length],
      }))}
    />
  );
}

function weekInWords(week: number): string {
  if (week > LAST_WEEK) return 'Not yet';
  return week === LAST_WEEK ? `${LAST} and more` : `${week * WEEK} to ${week * WEEK + WEEK - 1}`;
}

function columnOf({ days }: DaysSince): number {
  return days === undefined ? NEVER : Math.min(LAST, Math.max(0, days));
}

function xOf(column: number): number {
  return 12 + column * STEP;
}
