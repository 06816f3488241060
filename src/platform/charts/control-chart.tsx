import { line } from 'd3-shape';
import {
  type ChartPoint,
  type ControlChartProps,
  type Frame,
  frameOf,
  rounded,
  type Width,
} from './frame.ts';
import { EndLabels, Range, Target } from './limits.tsx';
import { ChartKey, MARK_WORDS, Mark } from './marks.tsx';

/** A control chart drawn once for a width. Its name says what the sentence above it says; the table below it holds the figures. */
export function ControlChart({ width, ...props }: ControlChartProps & { width: Width }) {
  const frame = frameOf(props, width);
  const id = `${props.id}-${width}`;
  return (
    <svg
      class={`c-chart__drawing c-chart__drawing--${width}`}
      viewBox={`0 0 ${frame.width} ${rounded(frame.height)}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-desc`}>{props.sentence}</desc>
      <Levels frame={frame} format={props.format} />
      <Range frame={frame} points={props.points} />
      <Moments frame={frame} points={props.points} />
      {props.target !== undefined && <Target frame={frame} target={props.target} />}
      <Course frame={frame} {...props} />
      <EndLabels frame={frame} {...props} />
    </svg>
  );
}

/** The chart as a page shows it: both drawings, of which the style sheet shows the one that fits, and the key. */
export function ChartFigure({ notes = [], ...props }: ControlChartProps & { notes?: readonly string[] }) {
  return (
    <div class="c-chart">
      <ControlChart {...props} width="wide" />
      <ControlChart {...props} width="narrow" />
      <ChartKey
        direction={props.direction}
        hasRange={props.points.some(({ upper }) => upper !== null)}
        notes={notes}
      />
    </div>
  );
}

function Levels({ frame, format }: { frame: Frame; format: (value: number) => string }) {
  const { left, right, bottom, letters, y, x, levels, ticks } = frame;
  return (
    <>
      {levels.map((level) => (
        <g key={level}>
          <path class="c-chart__level" d={`M${rounded(left)} ${rounded(y(level))}H${rounded(right)}`} />
          <text
            class="c-chart__words c-chart__words--end"
            x={rounded(left - 10)}
            y={rounded(y(level) + letters * 0.34)}
          >
            {format(level)}
          </text>
        </g>
      ))}
      {[...ticks].map(([at, words]) => (
        <text
          key={at}
          class="c-chart__words c-chart__words--middle"
          x={x(at)}
          y={rounded(bottom + letters * 1.7)}
        >
          {words}
        </text>
      ))}
    </>
  );
}

function Moments({ frame, points }: { frame: Frame; points: readonly ChartPoint[] }) {
  const { y, bottom, moments } = frame;
  return (
    <>
      {moments.map(({ x, kind, start, end, wordsY, words, at }) => {
        const foot = kind === 'limits' ? bottom : y(points[at]?.value ?? 0) - 10;
        return (
          <g key={`${at} ${words}`}>
            <path
              class={`c-chart__moment c-chart__moment--${kind}`}
              d={`M${x} ${rounded(wordsY + 5)}V${rounded(foot)}`}
            />
            <text
              class={`c-chart__words c-chart__words--middle c-chart__words--${kind}`}
              x={rounded((start + end) / 2)}
              y={rounded(wordsY)}
            >
              {words}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Course({ frame, points, format }: { frame: Frame } & Pick<ControlChartProps, 'points' | 'format'>) {
  const { x, y, mark } = frame;
  const path = line<ChartPoint>()
    .defined(({ value }) => value !== null)
    .x((_, at) => x(at))
    .y(({ value }) => rounded(y(value ?? 0)));
  return (
    <>
      <path class="c-chart__course" d={path([...points]) ?? ''} />
      {points.map(
        ({ value, label, meaning }, at) =>
          value !== null && (
            <Mark
              key={label}
              x={x(at)}
              y={rounded(y(value))}
              scale={mark}
              meaning={meaning}
              words={`${label}: ${format(value)}, ${MARK_WORDS[meaning]}`}
            />
          ),
      )}
    </>
  );
}
