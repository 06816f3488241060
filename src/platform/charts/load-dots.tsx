import { Table } from '../html/table.tsx';
import { rounded } from './frame.ts';
import { widthOf } from './labels.ts';

/** What is drawn of a load: what each carries, least first, the mean of them, and the most that one should carry. */
type Loads = { readonly loads: readonly number[]; readonly mean: number; readonly ceiling: number };

const WIDTH = 320;
const LEFT = 12;
const DOT = 8;
const FOOT = 22;
/** Two lines of words above the marks, so that mean and ceiling never run into each other. */
const HEAD = 40;
const TICKS = [1, 2, 5, 10, 20, 50, 100] as const;
const MOST_TICKS = 9;
const LETTERS = 13;

/** A mark for each by what they carry: a disc below the ceiling, a triangle from it on. The table below says the same. */
export function LoadDots(props: Loads) {
  const { loads, mean, ceiling } = props;
  const most = Math.max(ceiling, ...loads) + 1;
  const stacks = Map.groupBy(loads, (load) => load);
  const tallest = Math.max(1, ...[...stacks.values()].map(({ length }) => length));
  const base = HEAD + tallest * DOT + 4;
  const x = (value: number) => rounded(LEFT + ((WIDTH - 2 * LEFT) * value) / most);
  return (
    <figure class="c-dots">
      <svg
        viewBox={`0 0 ${WIDTH} ${base + FOOT}`}
        role="img"
        aria-label={sentenceOf(props)}
        class="c-dots__drawing c-dots__drawing--few"
      >
        <path class="c-dots__line" d={`M${LEFT - 6} ${base}H${WIDTH - LEFT + 6}`} />
        <Level at={x(ceiling)} line={1} base={base} kind="target" words={`ceiling ${ceiling}`} />
        <Level at={x(mean)} line={2} base={base} kind="centre" words={`average ${rounded(mean)}`} />
        {[...stacks].map(([load, some]) =>
          some.map((_, at) => (
            <Dot key={`${load} ${at}`} x={x(load)} y={base - DOT * (at + 0.5) - 2} isFull={load >= ceiling} />
          )),
        )}
        {ticksTo(most).map((tick) => (
          <text key={tick} class="c-dots__words" x={x(tick)} y={base + FOOT - 6}>
            {tick}
          </text>
        ))}
      </svg>
      <figcaption class="c-small">
        A mark for each worker, by children; a triangle has reached the ceiling.
      </figcaption>
      <details class="govuk-details c-dots__table">
        <summary class="govuk-details__summary">The same as a table</summary>
        <LoadTable stacks={stacks} ceiling={ceiling} />
      </details>
    </figure>
  );
}

function sentenceOf({ loads, mean, ceiling }: Loads): string {
  const full = loads.filter((load) => load >= ceiling).length;
  return `Children of each of ${loads.length} workers: ${loads[0] ?? 0} to ${loads.at(-1) ?? 0}, on average ${rounded(mean)}; ${full} of them at the ceiling of ${ceiling} or above.`;
}

function Level(props: { at: number; line: number; base: number; kind: 'target' | 'centre'; words: string }) {
  const { at, line, base, kind, words } = props;
  const half = widthOf(words, LETTERS) / 2;
  const foot = line * LETTERS * 1.15;
  return (
    <>
      <path class={`c-chart__${kind}`} d={`M${at} ${rounded(foot + 3)}V${base}`} />
      <text
        class="c-dots__words"
        x={rounded(Math.max(half, Math.min(WIDTH - half, at)))}
        y={rounded(foot - 1)}
      >
        {words}
      </text>
    </>
  );
}

function Dot({ x, y, isFull }: { x: number; y: number; isFull: boolean }) {
  return isFull ? (
    <path class="c-dots__over" d={`M${x} ${rounded(y - 3.6)}l3.9 7h-7.8z`} />
  ) : (
    <circle class="c-dots__in" cx={x} cy={rounded(y)} r="3.2" />
  );
}

function LoadTable({ stacks, ceiling }: { stacks: ReadonlyMap<number, readonly number[]>; ceiling: number }) {
  const rows = [...stacks].toSorted(([one], [other]) => other - one);
  return (
    <Table
      caption="Workers by how many children they have"
      columns={[
        { head: 'Children', isName: true, narrow: 'lead' },
        { head: 'Workers', kind: 'numeric', narrow: 'labelled' },
        { head: 'Ceiling', narrow: 'labelled' },
      ]}
      rows={rows.map(([load, some]) => ({
        id: `load-${load}`,
        cells: [load, some.length, load >= ceiling ? 'Reached' : 'Below'],
      }))}
    />
  );
}

function ticksTo(most: number): readonly number[] {
  const step = TICKS.find((each) => most / each <= MOST_TICKS) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}
