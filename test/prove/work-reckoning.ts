/** What is kept of one piece of work: how often its words are there, and, where it has two sides, which of them are. */
export type Kept = { readonly count: number; readonly sides: readonly boolean[] };

/** What workers were told is done, by words of its own: `visit …`, `rating …`, `offer …`, `closing …`; `accepted …` and `authorised …` of those. */
type Told = ReadonlySet<string>;

/** Compares what was told with what is kept: nothing lost, nothing twice, and of nothing one side alone. */
export function faultsOfWork(told: Told, kept: ReadonlyMap<string, Kept>): string[] {
  const faults: string[] = [];
  for (const words of told) {
    const [, done, rest] = /^(accepted|authorised) (.*)$/u.exec(words) ?? [];
    const found = kept.get(rest ?? words);
    if (found === undefined) faults.push(`lost: ${words}`);
    else if (done !== undefined && found.sides[0] !== true) faults.push(`taken back: ${words}`);
  }
  for (const [words, { count, sides }] of kept) {
    if (count > 1) faults.push(`doubled: ${words} is there ${count} times`);
    if (new Set(sides).size > 1) faults.push(`one side alone: ${words} (${sides.join(', ')})`);
  }
  return faults;
}
