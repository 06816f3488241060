import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { inRows, type Placed, type Tick, thinned, widthOf } from './labels.ts';
import type { MarkMeaning } from './marks.tsx';

/** One point of a chart. Without limits the chart is a run chart; without a value the month keeps its place and no mark. */
export type ChartPoint = Tick & {
  readonly label: string;
  readonly value: number | null;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly meaning: MarkMeaning;
};

/** A moment on the time axis: `limits` is a line before its point, `event` a remark that leads to its point. */
export type Moment = { readonly at: number; readonly words: string; readonly kind: 'limits' | 'event' };

/** What a control chart shows. Values are in the unit that `format` writes; `most` is the top of a scale that has one, as a share has 1. */
export type ControlChartProps = {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly points: readonly ChartPoint[];
  readonly format: (value: number) => string;
  readonly centre?: 'mean' | 'median';
  readonly target?: number;
  readonly most?: number;
  readonly moments?: readonly Moment[];
  readonly direction: 'higher' | 'lower' | 'neither';
};

/** Drawn for a panel of a desk's screen, or again for a telephone with fewer labels: never one shrunk to the other. */
export type Width = 'wide' | 'narrow';

// The narrow drawing keeps its letters above 12 pixels down to a screen of 320; the wide one down to a panel of 720.
const SIZES = {
  wide: { width: 780, plot: 236, letters: 13, mark: 1, ticks: 5 },
  narrow: { width: 280, plot: 176, letters: 13.5, mark: 0.72, ticks: 4 },
} as const;

/** A moment with the place of its line and of its words. */
export type PlacedMoment = Moment & Placed & { readonly x: number; readonly wordsY: number };

/** Where everything of one drawing goes, in units of its own that are pixels at its natural size. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly letters: number;
  readonly mark: number;
  readonly step: number;
  readonly x: (at: number) => number;
  readonly y: ScaleLinear<number, number>;
  readonly levels: readonly number[];
  readonly ticks: ReadonlyMap<number, string>;
  readonly moments: readonly PlacedMoment[];
};

/** Lays a chart out. Scales start at zero, always: a cut axis makes a mountain of a ripple. */
export function frameOf(props: ControlChartProps, width: Width): Frame {
  const size = SIZES[width];
  const scale = scaleLinear().domain([0, topOf(props)]);
  const y = props.most === undefined ? scale.nice(size.ticks) : scale;
  const levels = y.ticks(size.ticks);
  const left = Math.max(...levels.map((level) => widthOf(props.format(level), size.letters))) + 14;
  const right =
    size.width - Math.max(...endWords(props).map((words) => widthOf(words, size.letters)), 30) - 12;
  const step = props.points.length > 1 ? (right - left) / (props.points.length - 1) : 0;
  const x = (at: number) => rounded(left + at * step);
  const placed = momentsIn({ ...size, left, right, step, x }, props, width);
  const top = 12 + size.letters * 1.4 * placed.rows;
  const bottom = top + size.plot;
  return {
    ...size,
    height: bottom + size.letters * 2.2,
    left,
    right,
    top,
    bottom,
    step,
    x,
    y: y.range([bottom, top]),
    levels,
    ticks: thinned(props.points, step, size.letters),
    moments: placed.moments.map((moment) => ({
      ...moment,
      wordsY: top - 9 - moment.row * size.letters * 1.4,
    })),
  };
}

function topOf({ points, target = 0, most }: ControlChartProps): number {
  if (most !== undefined) return most;
  return (
    Math.max(target, ...points.flatMap(({ value, upper, mean }) => [value ?? 0, upper ?? 0, mean ?? 0])) || 1
  );
}

/** The words at the right end of the lines, which tell what each line is. */
export function endWords({ points, target, format, centre = 'mean' }: ControlChartProps): readonly string[] {
  return endLines({ points, centre, ...(target === undefined ? {} : { target }) }).map(({ name, value }) =>
    wordsOfEnd(name, value, format),
  );
}

/** The lines that reach the right end: target, upper limit, centre, lower limit, as far as there are any. */
export function endLines({
  points,
  target,
  centre = 'mean',
}: Pick<ControlChartProps, 'points' | 'target' | 'centre'>) {
  const last = points.findLast(({ mean }) => mean !== null);
  const lines = [
    { name: 'upper', value: last?.upper ?? null },
    { name: 'target', value: target ?? null },
    { name: centre, value: last?.mean ?? null },
    { name: 'lower', value: last?.lower ?? null },
  ];
  return lines.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

/** What stands at the end of a line. A lower limit at or below zero is no limit, and says so. */
export function wordsOfEnd(name: string, value: number, format: (value: number) => string): string {
  return name === 'lower' && value <= 0 ? 'lower none' : `${name} ${format(value)}`;
}

type Room = {
  letters: number;
  left: number;
  right: number;
  step: number;
  width: number;
  x: (at: number) => number;
};

// A telephone has room for the reset of limits, not for remarks: those stand in the table.
function momentsIn(room: Room, { moments = [] }: ControlChartProps, width: Width) {
  const shown = moments.filter(({ kind }) => width === 'wide' || kind === 'limits');
  const lines = shown.map((moment) => ({
    ...moment,
    x: rounded(room.x(moment.at) - (moment.kind === 'limits' ? room.step / 2 : 0)),
  }));
  const wished = lines.map(({ x, words }) => ({ middle: x, width: widthOf(words, room.letters) }));
  const places = inRows(wished, room.left, room.width, 12);
  const placed = lines.map((line, at) => ({
    ...line,
    ...(places[at] ?? { start: line.x, end: line.x, row: 0 }),
  }));
  return { moments: placed, rows: Math.max(0, ...placed.map(({ row }) => row + 1)) };
}

/** A coordinate to a tenth of a pixel, which is as fine as anybody sees and keeps the page small. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
