import { ChartFigure } from '../platform/charts/control-chart.tsx';
import { MarkSign } from '../platform/charts/marks.tsx';
import { ButtonLink, Link } from '../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../platform/html/panel.tsx';
import { type Column, Table } from '../platform/html/table.tsx';
import type { Context } from '../platform/web/context.ts';
import { AskingForm, AsOfOnPaper, addressOf, FIGURES_TITLE, PrintButton } from './asking.tsx';
import { chartOf } from './chart-of.ts';
import { CountedAt } from './counted-at.tsx';
import { ComparedWith, Definition, type Standard } from './definition.tsx';
import { LoadPanel } from './load-panel.tsx';
import type { Measure } from './measure.ts';
import { type Month, monthWords } from './month.ts';
import type { Reckoned } from './reckoning.ts';
import { type Row, rowsOf } from './table.ts';

const SHOWN_AT_FIRST = 6;
const NUMBER = new Intl.NumberFormat('en-GB');

/** One figure: its sentence, its chart, the same in a table, and what it counts. */
export function MeasurePage({
  reckoned,
  countedAt,
  standard,
  month,
  context,
}: {
  reckoned: Reckoned;
  countedAt: Date;
  standard: Standard;
  month: Month;
  context: Context;
}) {
  const { measure, series, told } = reckoned;
  const last = series.months.at(-1)?.figure;
  const rest = [told.change, told.standard, told.caveat].filter(Boolean).join(' ');
  return (
    <>
      <PageHead
        above={
          <>
            <Link href={addressOf('/measures', month, context)}>{FIGURES_TITLE}</Link>, {monthWords(month)}
          </>
        }
        title={measure.title}
        actions={<Actions reckoned={reckoned} month={month} context={context} />}
      />
      <AsOfOnPaper month={month} countedAt={countedAt} context={context} />
      <AskingForm to={`/measures/${measure.id}`} month={month} context={context} />
      <CountedAt at={countedAt} to={addressOf(`/measures/${measure.id}`, month, context)} context={context} />
      <WithAside
        aside={
          <>
            <Definition reckoned={reckoned} standard={standard} profile={context.profile} />
            <ComparedWith />
          </>
        }
      >
        <Panel>
          <p class="c-sentence">
            <strong>{told.level}</strong> {rest}
          </p>
          {series.points.some(({ value }) => value !== null) && (
            <ChartFigure {...chartOf(measure, series, told)} />
          )}
        </Panel>
        {last?.kind === 'load' && <LoadPanel figure={last} month={month} rules={context.profile.caseload} />}
        <MonthTable reckoned={reckoned} month={month} context={context} />
      </WithAside>
    </>
  );
}

function Actions({ reckoned, month, context }: { reckoned: Reckoned; month: Month; context: Context }) {
  const { measure, series } = reckoned;
  const figure = series.months.at(-1)?.figure;
  const lines = figure === undefined ? 0 : figure.counted + figure.notCounted;
  const may = context.viewer.permissions;
  return (
    <>
      {may.has('measure: export') && (
        <ButtonLink kind="secondary" href={addressOf(`/measures/${measure.id}/csv`, month, context)}>
          CSV
        </ButtonLink>
      )}
      <PrintButton />
      {may.has('measure: see the children behind') && lines > 0 && (
        <ButtonLink href={addressOf(`/measures/${measure.id}/lines`, month, context)}>
          See the {NUMBER.format(lines)} {measure.listed.nouns}
        </ButtonLink>
      )}
    </>
  );
}

function MonthTable({ reckoned, month, context }: { reckoned: Reckoned; month: Month; context: Context }) {
  const { measure, series } = reckoned;
  const rows = rowsOf(series);
  const everyMonth = context.query['months'] === 'all';
  const shown = everyMonth ? rows : rows.slice(0, SHOWN_AT_FIRST);
  const columns = columnsFor(measure);
  return (
    <Panel
      id="table"
      title="The same in a table"
      link={
        shown.length < rows.length && (
          <Link href={`${addressOf(`/measures/${measure.id}`, month, context)}&months=all#table`}>
            All {rows.length} months
          </Link>
        )
      }
    >
      <Table
        caption={`${measure.title}, month by month`}
        columns={columns.map(({ column }) => column)}
        rows={shown.map((row) => ({
          id: `month-${row.heading.replace(' ', '-')}`,
          cells: columns.map(({ cell }) => cell(row)),
        }))}
      />
    </Panel>
  );
}

function columnsFor({ kind, listed, unit }: Measure) {
  const numeric = (head: string): Column => ({ head, kind: 'numeric', narrow: 'labelled' });
  const share = kind === 'proportion' || kind === 'duration' || kind === 'load';
  const value = {
    proportion: 'Share',
    duration: `Middle, ${unit.many}`,
    count: 'Number',
    stock: 'Number',
    load: 'Average',
  }[kind];
  return [
    { column: { head: 'Month', isName: true, narrow: 'full' } as const, cell: (row: Row) => row.heading },
    ...(share
      ? [{ column: numeric(kind === 'load' ? 'Workers' : listed.met), cell: (row: Row) => row.counted }]
      : []),
    { column: numeric(value), cell: (row: Row) => <strong>{row.value}</strong> },
    ...(kind === 'duration'
      ? [{ column: numeric('Nine in ten within'), cell: (row: Row) => row.ninetieth }]
      : []),
    ...(kind === 'load' ? [{ column: numeric('Most of one'), cell: (row: Row) => row.most }] : []),
    {
      column: { head: 'What it shows', narrow: 'full' } as const,
      cell: (row: Row) => (
        <>
          <MarkSign meaning={row.meaning} /> {row.shows}
        </>
      ),
    },
  ];
}
