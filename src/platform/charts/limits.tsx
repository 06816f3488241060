import { area, curveStep, line } from 'd3-shape';
import {
  type ChartPoint,
  type ControlChartProps,
  endLines,
  type Frame,
  rounded,
  wordsOfEnd,
} from './frame.ts';
import { spread } from './labels.ts';

type Step = {
  readonly x: number;
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** The expected range and the centre line; where limits were reset, both start again, and where they follow the month, they step. */
export function Range({ frame, points }: { frame: Frame; points: readonly ChartPoint[] }) {
  const steps = stepsOf(frame, points);
  const height = (value: number | null) => rounded(frame.y(Math.max(0, value ?? 0)));
  const band = area<Step>()
    .curve(curveStep)
    .x(({ x }) => x)
    .y0(({ lower }) => height(lower))
    .y1(({ upper }) => height(upper));
  const edge = (of: (step: Step) => number | null) =>
    line<Step>()
      .curve(curveStep)
      .defined((step) => (of(step) ?? 0) > 0)
      .x(({ x }) => x)
      .y((step) => height(of(step)));
  const limited = steps
    .map((run) => run.filter(({ upper }) => upper !== null))
    .filter((run) => run.length > 0);
  return (
    <>
      {limited.map((run) => (
        <g key={run[0]?.x}>
          <path class="c-chart__band" d={band([...run]) ?? ''} />
          <path class="c-chart__edge" d={edge(({ upper }) => upper)([...run]) ?? ''} />
          <path class="c-chart__edge" d={edge(({ lower }) => lower)([...run]) ?? ''} />
        </g>
      ))}
      {steps.map((run) => (
        <path key={run[0]?.x} class="c-chart__centre" d={edge(({ mean }) => mean)([...run]) ?? ''} />
      ))}
    </>
  );
}

// One run of steps for each centre, drawn half a month past its first and last point, but not past the chart.
function stepsOf(
  { x, step, left, right }: Frame,
  points: readonly ChartPoint[],
): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const [at, { mean, lower, upper }] of points.entries()) {
    if (mean === null) continue;
    const here = { x: x(at), mean, lower, upper };
    const run = runs.at(-1);
    if (run?.at(-1)?.mean === mean) run.push(here);
    else runs.push([here]);
  }
  const clamped = (place: number) => rounded(Math.max(left, Math.min(right, place)));
  return runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return run;
    return [{ ...first, x: clamped(first.x - step / 2) }, ...run, { ...last, x: clamped(last.x + step / 2) }];
  });
}

/** The standard, drawn through everything: unlike the limits it is what somebody wants and not what the work does. */
export function Target({ frame, target }: { frame: Frame; target: number }) {
  return (
    <path
      class="c-chart__target"
      d={`M${rounded(frame.left)} ${rounded(frame.y(target))}H${rounded(frame.right)}`}
    />
  );
}

/** The names at the right end of the lines, moved apart where lines lie close, with a hair to the line where a name had to move. */
export function EndLabels({ frame, points, format, ...rest }: { frame: Frame } & ControlChartProps) {
  const { right, top, bottom, letters, y } = frame;
  const lines = endLines({ points, ...rest })
    .map(({ name, value }) => ({ name, words: wordsOfEnd(name, value, format), at: y(Math.max(0, value)) }))
    .toSorted((a, b) => a.at - b.at);
  const places = spread(
    lines.map(({ at }) => at),
    letters * 1.2,
    top,
    bottom,
  );
  return (
    <>
      {lines.map(({ name, words, at }, index) => {
        const place = places[index] ?? at;
        const moved = Math.abs(place - at) > letters / 3;
        return (
          <g key={name}>
            {moved && (
              <path
                class="c-chart__hair"
                d={`M${rounded(right + 1)} ${rounded(at)}L${rounded(right + 8)} ${rounded(place)}`}
              />
            )}
            <text
              class={`c-chart__words c-chart__words--${name}`}
              x={rounded(right + 10)}
              y={rounded(place + letters * 0.34)}
            >
              {words}
            </text>
          </g>
        );
      })}
    </>
  );
}
