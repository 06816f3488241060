/** What one point says. Each has a shape and a word of its own besides its colour. */
export type MarkMeaning = 'usual' | 'better' | 'concern' | 'neither';

const SHAPES: Readonly<Record<MarkMeaning, string>> = {
  usual: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  better: 'M-5.500 0a5.500 5.500 0 1 0 11 0a5.500 5.500 0 1 0-11 0z',
  concern: 'M0-7 7 0 0 7-7 0z',
  neither: 'M0-6.500 6.500 5-6.500 5z',
};

/** The words of a mark, for keys, tooltips and screen readers. */
export const MARK_WORDS: Readonly<Record<MarkMeaning, string>> = {
  usual: 'as usual',
  better: 'unusual, better',
  concern: 'unusual, a concern',
  neither: 'unusual, neither good nor bad',
};

/** A mark inside a chart, with words that a pointer brings up. */
export function Mark({
  x,
  y,
  scale,
  meaning,
  words,
}: {
  x: number;
  y: number;
  scale: number;
  meaning: MarkMeaning;
  words: string;
}) {
  const transform = `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;
  return (
    <path class={`c-chart__mark c-chart__mark--${meaning}`} transform={transform} d={SHAPES[meaning]}>
      <title>{words}</title>
    </path>
  );
}

/** A mark beside words in a table, a list or a key. It is hidden from screen readers: the words must say what it says. */
export function MarkSign({ meaning }: { meaning: MarkMeaning }) {
  return (
    <svg class="c-mark-sign" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <path class={`c-chart__mark c-chart__mark--${meaning}`} d={SHAPES[meaning]} />
    </svg>
  );
}

/** What the marks of a chart mean. A chart with a good direction shows "better" and "a concern", any other "neither". */
export function ChartKey({
  direction,
  hasRange,
  notes = [],
}: {
  direction: 'higher' | 'lower' | 'neither';
  hasRange: boolean;
  notes?: readonly string[];
}) {
  const meanings: readonly MarkMeaning[] =
    direction === 'neither' ? ['usual', 'neither'] : ['usual', 'better', 'concern'];
  const words = [...(hasRange ? ['Shaded: expected range'] : []), ...notes];
  return (
    <ul class="c-chart-key">
      {meanings.map((meaning) => (
        <li key={meaning}>
          <MarkSign meaning={meaning} /> {MARK_WORDS[meaning]}
        </li>
      ))}
      {words.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
