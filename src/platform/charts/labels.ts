// The server cannot measure text. Atkinson Hyperlegible is about three fifths as wide as it is high, digits included.
const WIDTH_OF_LETTER = 0.6;

/** About how wide some words are drawn, in the unit of the letters' size. */
export function widthOf(words: string, size: number): number {
  return words.length * size * WIDTH_OF_LETTER;
}

/**
 * Moves labels apart, as little as possible in all, until neighbours are `gap` apart, within `low` to `high`.
 *
 * The wished places must be in ascending order; the answer keeps it. Labels that cannot all fit run past `high`.
 */
export function spread(wished: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const highest = high - gap * (wished.length - 1);
  const level = levelled(wished.map((place, at) => place - at * gap));
  return level.map((place, at) => Math.max(low, Math.min(highest, place)) + at * gap);
}

// Isotonic regression by pooling neighbours that are out of order: the nearest ascending places in least squares.
function levelled(places: readonly number[]): readonly number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const place of places) {
    let pool = { sum: place, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
}

/** A label on a line, by its start and end; `row` 0 is the nearest to what it names. */
export type Placed = { readonly start: number; readonly end: number; readonly row: number };

/** Places labels of the given widths around their middles, inside `low` to `high`, in as many rows as it takes not to overlap. */
export function inRows(
  wished: readonly { readonly middle: number; readonly width: number }[],
  low: number,
  high: number,
  gap: number,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const { middle, width } of wished) {
    const start = Math.max(low, Math.min(high - width, middle - width / 2));
    const end = start + width;
    const taken = placed
      .filter((other) => other.start < end + gap && start < other.end + gap)
      .map(({ row }) => row);
    const row =
      Array.from({ length: taken.length + 1 }, (_, at) => at).find((at) => !taken.includes(at)) ?? 0;
    placed.push({ start, end, row });
  }
  return placed;
}

/** A point's words on the axis: the year (or other group) is printed only where it changes. */
export type Tick = { readonly tick: string; readonly group: string };

/** Which points get words on the axis, and which words: every third, sixth or twelfth, as many as fit, and always the last. */
export function thinned(ticks: readonly Tick[], step: number, size: number): ReadonlyMap<number, string> {
  const chosen = [1, 3, 6, 12, 24].find((every) => every * step >= widthOf('Sep 00', size) + size / 2) ?? 48;
  const last = ticks.length - 1;
  const room = (at: number) => at === last || (last - at) * step >= widthOf('Dec 00', size);
  const places = ticks.map((_, at) => at).filter((at) => (at % chosen === 0 && room(at)) || at === last);
  return new Map(places.map((at, place) => [at, wordsOf(ticks[at], ticks[places[place - 1] ?? -1])]));
}

function wordsOf(tick: Tick | undefined, before: Tick | undefined): string {
  if (tick === undefined) return '';
  return tick.group === before?.group ? tick.tick : `${tick.tick} ${tick.group}`.trim();
}
