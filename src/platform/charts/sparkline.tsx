import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { rounded } from './frame.ts';
import { Mark, type MarkMeaning } from './marks.tsx';

const WIDTH = 120;
const HEIGHT = 40;
const EDGE = 8;

/** A small line without words beside a figure that has them: the course, its mean, and the mark of the newest point. From zero. */
export function Sparkline({
  id,
  title,
  sentence,
  values,
  mean,
  meaning,
}: {
  id: string;
  title: string;
  sentence: string;
  values: readonly (number | null)[];
  mean: number | null;
  meaning: MarkMeaning;
}) {
  const most = Math.max(mean ?? 0, ...values.map((value) => value ?? 0)) || 1;
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([1, WIDTH - EDGE]);
  const y = scaleLinear()
    .domain([0, most])
    .range([HEIGHT - 1, EDGE]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => rounded(x(at)))
    .y((value) => rounded(y(value ?? 0)));
  const last = values.findLastIndex((value) => value !== null);
  const newest = values[last] ?? null;
  return (
    <svg
      class="c-sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{sentence}</desc>
      {mean !== null && <path class="c-chart__centre" d={`M1 ${rounded(y(mean))}H${WIDTH - EDGE}`} />}
      <path class="c-chart__course" d={path([...values]) ?? ''} />
      {newest !== null && (
        <Mark x={rounded(x(last))} y={rounded(y(newest))} scale={0.9} meaning={meaning} words={sentence} />
      )}
    </svg>
  );
}
