import type { ComponentChildren } from 'preact';
import { Flag } from '../html/tags.tsx';
import { rounded } from './frame.ts';

/** What one person carries, the most that it should be, the figure in words, and a warning where it is full or nearly so. */
export type Weight = {
  readonly id: string;
  readonly name: ComponentChildren;
  readonly carried: number;
  readonly ceiling: number;
  readonly words: string;
  readonly warning: string | undefined;
};

const ROOM = 1.15;

/** A bar for each with a line at its ceiling, striped where there is a warning. Name, figure and warning are text, so the bars are hidden. */
export function WeightBars({ weights }: { weights: readonly Weight[] }) {
  const most = Math.max(1, ...weights.flatMap(({ carried, ceiling }) => [carried, ceiling])) * ROOM;
  const share = (value: number) => `${rounded((100 * value) / most)}%`;
  return (
    <ul class="c-weights">
      {weights.map(({ id, name, carried, ceiling, words, warning }) => (
        <li key={id} class="c-weights__one">
          <span class="c-weights__name">{name}</span>
          <svg class="c-weights__bar" aria-hidden="true" focusable="false">
            <pattern
              id={`stripes-${id}`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="c-weights__stripe" width="3.5" height="6" />
            </pattern>
            <rect
              class={warning ? 'c-weights__over' : 'c-weights__fill'}
              fill={warning ? `url(#stripes-${id})` : undefined}
              y="4"
              width={share(carried)}
              height="12"
              rx="2"
            />
            <line class="c-weights__line" x1={share(ceiling)} x2={share(ceiling)} y1="0" y2="20" />
          </svg>
          <span class="c-weights__words">{words}</span>
          {warning && (
            <span class="c-weights__warning">
              <Flag>{warning}</Flag>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
