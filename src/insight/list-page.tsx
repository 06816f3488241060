import { ChartFigure } from '../platform/charts/control-chart.tsx';
import { MarkSign } from '../platform/charts/marks.tsx';
import { Sparkline } from '../platform/charts/sparkline.tsx';
import { ButtonLink, Link } from '../platform/html/links.tsx';
import { PageHead, Panel } from '../platform/html/panel.tsx';
import { type Column, type Row, Table } from '../platform/html/table.tsx';
import type { Context } from '../platform/web/context.ts';
import { AskingForm, AsOfOnPaper, addressOf, FIGURES_TITLE, PrintButton } from './asking.tsx';
import { chartOf } from './chart-of.ts';
import { CountedAt } from './counted-at.tsx';
import { falseFlags, flaggableOf } from './false-flags.ts';
import { type Month, monthWords } from './month.ts';
import type { Reckoned } from './reckoning.ts';
import { LOCK_AT } from './statistics/control.ts';

const COLUMNS: readonly Column[] = [
  { head: 'Figure', isName: true, narrow: 'lead' },
  { head: 'Month by month', narrow: 'beside' },
  { head: 'What it shows', narrow: 'full' },
];

/** Every figure of a month with its sentence; the first lines say how many did nothing unusual, and how many flags chance would raise. */
export function ListPage({
  all,
  countedAt,
  month,
  context,
}: {
  all: readonly Reckoned[];
  countedAt: Date | undefined;
  month: Month;
  context: Context;
}) {
  const forPaper = context.query['paper'] === 'yes';
  return (
    <>
      <PageHead
        title={FIGURES_TITLE}
        below={monthWords(month)}
        actions={forPaper ? <PrintButton /> : <ForPaper month={month} context={context} />}
      />
      <AsOfOnPaper month={month} countedAt={countedAt} context={context} />
      <AskingForm to="/measures" month={month} context={context} />
      {countedAt && (
        <CountedAt at={countedAt} to={addressOf('/measures', month, context)} context={context} />
      )}
      <Panel>
        <p class="c-sentence">
          <strong>{unusualWords(all)}</strong> {expectedWords(all)}
        </p>
        <Table
          caption={`Figures of ${monthWords(month)}`}
          columns={COLUMNS}
          rows={all.map((one) => row(one, month, context))}
        />
      </Panel>
      <Panel title="How to read this">
        <p>
          A figure is judged against our own past. The expected range comes from its first {LOCK_AT} months
          and stays where it is, so that it can be held to. The price is said openly: limits from {LOCK_AT}{' '}
          months are themselves uncertain, and flag about six months in a hundred in which nothing has
          changed. A flag is a reason to ask, not an answer.
        </p>
      </Panel>
      {forPaper && <ChartsOnPaper all={all} />}
    </>
  );
}

/** Leads to the same page with every chart on it: too much to send to each reader of the list. */
function ForPaper({ month, context }: { month: Month; context: Context }) {
  return (
    <ButtonLink kind="secondary" href={`${addressOf('/measures', month, context)}&paper=yes`}>
      For print, with every chart
    </ButtonLink>
  );
}

/** The chart of every figure with its sentence, which paper has instead of a link to its page. */
function ChartsOnPaper({ all }: { all: readonly Reckoned[] }) {
  return (
    <>
      {all.map(({ measure, series, told }) => (
        <Panel key={measure.id} title={measure.title}>
          <p>
            <strong>{told.level}</strong> {told.change}
          </p>
          {series.points.some(({ value }) => value !== null) && (
            <ChartFigure {...chartOf(measure, series, told)} />
          )}
          <p class="c-small">
            {measure.inWords} {measure.id}, version {measure.version}.
          </p>
        </Panel>
      ))}
    </>
  );
}

function row(reckoned: Reckoned, month: Month, context: Context): Row {
  const { measure, series, told } = reckoned;
  const last = series.points.findLast(({ value }) => value !== null);
  const meaning = last?.meaning ?? 'usual';
  return {
    id: `measure-${measure.id}`,
    cells: [
      <Link key="name" href={addressOf(`/measures/${measure.id}`, month, context)}>
        {measure.title}
      </Link>,
      <Sparkline
        key="line"
        id={`line-${measure.id}`}
        title={measure.title}
        sentence={told.text}
        values={series.points.map(({ value }) => value)}
        mean={last?.mean ?? null}
        meaning={meaning}
      />,
      <span key="words">
        <strong>{told.level}</strong> {meaning !== 'usual' && <MarkSign meaning={meaning} />} {told.change}{' '}
        {told.caveat && <span class="c-small">{told.caveat}</span>}
      </span>,
    ],
  };
}

/** "5 of 6 figures show nothing unusual." Those too short to be judged are said apart. */
function unusualWords(all: readonly Reckoned[]): string {
  const long = all.filter(({ series }) => !isTooShort(series));
  const judged = long.filter(({ series }) => series.chart !== 'level');
  const usual = judged.filter(({ series }) => (series.points.at(-1)?.reason ?? null) === null).length;
  const [short, unjudged] = [all.length - long.length, long.length - judged.length];
  const later = [
    short === 0 ? '' : ` ${short} cannot yet be judged.`,
    unjudged === 0 ? '' : ` ${unjudged} is not judged month by month.`,
  ].join('');
  return judged.length === 0
    ? later.trim()
    : `${usual} of ${judged.length} figures show nothing unusual.${later}`;
}

/** How many flags chance alone would raise: stated to one place, also when it is not flattering. */
function expectedWords(all: readonly Reckoned[]): string {
  const expected = falseFlags(all.map(({ series }) => flaggableOf(series)));
  if (expected === 0) return '';
  return `If nothing had changed at all, chance alone would flag ${expected.toFixed(1)} of them.`;
}

function isTooShort({ points }: Reckoned['series']): boolean {
  return points.filter(({ value }) => value !== null).length < LOCK_AT;
}
