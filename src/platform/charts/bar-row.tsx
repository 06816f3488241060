import { rounded } from './frame.ts';

/** One bar: what it counts, how many, and the count in words where it is more than a number ("fewer than 5"). */
export type Bar = { readonly label: string; readonly value: number; readonly words?: string };

/** Counts as bars from zero, the longest first or as given. Label and number are text for everybody, so the bar itself is hidden from screen readers. */
export function BarRow({
  id,
  title,
  sentence,
  bars,
}: {
  id: string;
  title: string;
  sentence: string;
  bars: readonly Bar[];
}) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <section class="c-bars" aria-labelledby={`${id}-title`}>
      <p class="c-bars__title" id={`${id}-title`}>
        {title}
      </p>
      <p class="c-bars__sentence">{sentence}</p>
      <dl class="c-bars__list">
        {bars.map(({ label, value, words }) => (
          <div key={label} class="c-bars__row">
            <dt>{label}</dt>
            <dd>
              <svg class="c-bars__bar" aria-hidden="true" focusable="false">
                <rect
                  class="c-bars__fill"
                  width={`${rounded((100 * Math.max(0, value)) / most)}%`}
                  height="100%"
                  rx="3"
                />
              </svg>
              <span class="c-bars__value">{words ?? value}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
