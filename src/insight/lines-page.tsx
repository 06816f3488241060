import { dayNarrow } from '../language/dates-in-words.ts';
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
        below={hiddenWords(shown)}
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

function hiddenWords({ hidden }: Shown): string {
  const recorded = 'That you looked is recorded for each child shown.';
  return hidden === 0 ? recorded : `${NUMBER.format(hidden)} not shown to you. ${recorded}`;
}

function columnsFor({ kind }: Measure): readonly Column[] {
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
    rows: some.map(({ line, name, note, href }) => ({
      id: `line-${line.subject}`,
      cells: [
        <Link key="name" href={href}>
          {name}
        </Link>,
        note,
        dayNarrow(line.happenedOn, today),
        ...(kind === 'duration' ? [line.value === null ? 'none yet' : valueWords(line.value, kind)] : []),
      ],
    })),
  }));
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
