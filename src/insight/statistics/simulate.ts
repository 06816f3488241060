import { anhoej } from './anhoej.ts';
import type { Control, ControlOptions } from './control.ts';
import { laneyRates, laneyShares } from './laney.ts';
import { chartOfGaps, logXmr, xmr } from './xmr.ts';

/** A source of chance from 0 up to 1 that gives the same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A count of separate events with the given mean, by multiplying chances: for means up to a few hundred. */
export function poisson(chance: () => number, mean: number): number {
  const end = Math.exp(-mean);
  let product = chance();
  let count = 0;
  while (product > end) {
    product *= chance();
    count += 1;
  }
  return count;
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** A process in which nothing ever changes, and whether its chart flags the newest of so many points. */
export type Stable = (chance: () => number, points: number) => boolean;

const NEITHER: ControlOptions = { better: 'neither' };

function series<Value>(points: number, draw: () => Value): readonly Value[] {
  return Array.from({ length: points }, draw);
}

function flags({ variation }: Control): boolean {
  return variation.signal !== null;
}

/** The stable processes behind the table of false flags, one for each row of it. */
export const STABLE = {
  'xmr, about 8 a month': (chance, points) =>
    flags(
      xmr(
        series(points, () => poisson(chance, 8)),
        NEITHER,
      ),
    ),
  'xmr, about 60 a month': (chance, points) =>
    flags(
      xmr(
        series(points, () => poisson(chance, 60)),
        NEITHER,
      ),
    ),
  'log xmr': (chance, points) =>
    flags(
      logXmr(
        series(points, () => Math.exp(normal(chance) / 5)),
        NEITHER,
      ),
    ),
  'p prime': (chance, points) =>
    flags(
      laneyShares(
        series(points, () => share(chance, 50, 0.8)),
        NEITHER,
      ),
    ),
  'u prime': (chance, points) =>
    flags(
      laneyRates(
        series(points, () => ({ x: poisson(chance, 20), n: 1000 })),
        NEITHER,
      ),
    ),
  t: (chance, points) =>
    flags(
      chartOfGaps(
        series(points, () => Math.round(-30 * Math.log(1 - chance()))),
        NEITHER,
      ),
    ),
  run: (chance, points) => anhoej(series(points, () => normal(chance))).signal,
} as const satisfies Readonly<Record<string, Stable>>;

function share(chance: () => number, n: number, met: number) {
  return { x: series(n, chance).filter((drawn) => drawn < met).length, n };
}

/** The share of runs of a stable process in which its newest point is flagged. */
export function flagRate(process: keyof typeof STABLE, points: number, runs: number, seed: number): number {
  const chance = seeded(seed);
  const flagged = series(runs, () => STABLE[process](chance, points)).filter(Boolean);
  return flagged.length / runs;
}
