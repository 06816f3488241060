import type { ComponentChildren } from 'preact';
import { dayNarrow } from '../language/dates-in-words.ts';
import type { Day } from '../language/day.ts';
import { EmptyState } from '../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../platform/html/links.tsx';
import { PageHead, Panel } from '../platform/html/panel.tsx';
import { type Column, Table } from '../platform/html/table.tsx';
import type { Context } from '../platform/web/context.ts';
import { addressOf } from './asking.tsx';
import type { SeenLine } from './behind.ts';
import type { Measure } from './measure.ts';
import { type Month, monthWords } from './month.ts';
import { valueWords } from './narrative.ts';

/** What is shown of the lines behind a figure: one page of those in the viewer's sight, and how many are not. */
export type Shown = {
  readonly lines: readonly SeenLine[];
  readonly page: number;
  readonly pages: number;
  readonly all: number;
  readonly hidden: number;
};

const NUMBER = new Intl.NumberFormat('en-GB');

/** The children behind a figure, by name, for those who may; a child behind a wall is a number here and nothing else. */
export function LinesPage({
  measure,
  month,
  shown,
  context,
}: {
  measure: Measure;
  month: Month;
  shown: Shown;
  context: Context;
}) {
  const here = addressOf(`/measures/${measure.id}/lines`, month, context);
  return (
    <>
      <PageHead
        above={
          <Link href={addressOf(`/measures/${measure.id}`, month, context)}>
            {measure.title}, {monthWords(month)}
          </Link>
        }
        title={`The ${NUMBER.format(shown.all)} ${measure.listed.nouns} behind it`}
        below={hiddenWords(shown, measure)}
        actions={
          <ButtonLink kind="secondary" href={addressOf(`/measures/${measure.id}/lines/csv`, month, context)}>
            CSV
          </ButtonLink>
        }
      />
      {shown.lines.length === 0 ? (
        <EmptyState
          title={
            shown.all === 0 ? 'Nothing was counted in this month.' : 'There is nothing here you can open.'
          }
        />
      ) : (
        <Panel flush>
          <Table
            caption={`${measure.title}, ${monthWords(month)}`}
            columns={columnsFor(measure)}
            groups={groupsOf(measure, shown.lines, context)}
          />
        </Panel>
      )}
      <Pages here={here} shown={shown} />
    </>
  );
}

const LOAD_COLUMNS: readonly Column[] = [
  { head: 'Worker', isName: true, narrow: 'lead' },
  { head: 'Post and team today', narrow: 'full' },
  { head: 'Children', kind: 'numeric', narrow: 'labelled' },
];

function hiddenWords({ hidden }: Shown, { kind }: Measure): string {
  const recorded =
    kind === 'load' ? 'That you looked is recorded.' : 'That you looked is recorded for each child shown.';
  return hidden === 0 ? recorded : `${NUMBER.format(hidden)} not shown to you. ${recorded}`;
}

function columnsFor({ kind }: Measure): readonly Column[] {
  if (kind === 'load') return LOAD_COLUMNS;
  const columns: readonly Column[] = [
    { head: 'Child', isName: true, narrow: 'lead' },
    { head: 'Reference', narrow: 'full' },
    { head: 'Day', narrow: 'start' },
  ];
  return kind === 'duration' ? [...columns, { head: 'Hours', kind: 'numeric', narrow: 'end' }] : columns;
}

function groupsOf({ kind, listed }: Measure, lines: readonly SeenLine[], { today }: Context) {
  const groups = Map.groupBy(lines, ({ line }) => titleOf(line.met, listed));
  return [...groups].map(([title, some]) => ({
    title,
    rows: some.map((seen) => ({ id: `line-${seen.line.subject}`, cells: CELLS[kind](seen, today) })),
  }));
}

type Cells = (seen: SeenLine, today: Day) => readonly ComponentChildren[];

const byDay: Cells = ({ line, name, note, href }, today) => [
  <Name key="name" name={name} href={href} />,
  note,
  dayNarrow(line.happenedOn, today),
];

const CELLS: Readonly<Record<Measure['kind'], Cells>> = {
  count: byDay,
  proportion: byDay,
  stock: byDay,
  duration: (seen, today) => [
    ...byDay(seen, today),
    seen.line.value === null ? 'none yet' : valueWords(seen.line.value, 'duration'),
  ],
  load: ({ line, name, note, href }) => [<Name key="name" name={name} href={href} />, note, line.value ?? 0],
};

function Name({ name, href }: { name: string; href: string | undefined }) {
  return href === undefined ? name : <Link href={href}>{name}</Link>;
}

function titleOf(met: boolean | null, { met: yes, notMet, notCounted }: Measure['listed']): string {
  if (met === null) return notCounted;
  return met ? yes : notMet;
}

function Pages({ here, shown: { page, pages } }: { here: string; shown: Shown }) {
  if (pages < 2) return null;
  return (
    <nav class="c-buttons" aria-label="Pages">
      {page > 1 && <Link href={`${here}&page=${page - 1}`}>Earlier in the list</Link>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && <Link href={`${here}&page=${page + 1}`}>Further in the list</Link>}
    </nav>
  );
}
