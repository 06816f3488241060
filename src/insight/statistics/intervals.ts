import { chiSquareQuantile } from './gamma.ts';

/** The range that a figure could reasonably have had, in the figure's own unit. */
export type Interval = { readonly lower: number; readonly upper: number };

/** How sure an interval is: normal deviate and the share left in each tail. */
export type Confidence = { readonly z: number; readonly tail: number };

/** Nineteen times in twenty: the interval printed beside every figure. */
export const NINETY_FIVE: Confidence = { z: 1.959964, tail: 0.025 };

/** Wilson's interval of x out of n as shares from 0 to 1; of nothing, everything is possible. */
export function wilson(x: number, n: number, z: number = NINETY_FIVE.z): Interval {
  if (n === 0) return { lower: 0, upper: 1 };
  const centre = 2 * x + z ** 2;
  const reach = z * Math.sqrt(z ** 2 + 4 * x * (1 - x / n));
  const width = 2 * (n + z ** 2);
  return { lower: Math.max(0, (centre - reach) / width), upper: Math.min(1, (centre + reach) / width) };
}

/** The interval of a count of separate events: exact below ten, Byar's approximation from ten, as public health does. */
export function countInterval(x: number, { z, tail }: Confidence = NINETY_FIVE): Interval {
  if (x < 10) {
    return {
      lower: x === 0 ? 0 : chiSquareQuantile(tail, 2 * x) / 2,
      upper: chiSquareQuantile(1 - tail, 2 * x + 2) / 2,
    };
  }
  const next = x + 1;
  return {
    lower: x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/** How much more a stable baseline varies than separate events would: variance over mean, never below 1. */
export function dispersion(baseline: readonly number[]): number {
  const mean = average(baseline);
  if (baseline.length < 2 || mean === 0) return 1;
  const variance = baseline.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (baseline.length - 1);
  return Math.max(1, variance / mean);
}

/** The interval of a count whose events come in batches: the reach of `countInterval` times the root of the dispersion. */
export function overdispersed(x: number, phi: number, confidence: Confidence = NINETY_FIVE): Interval {
  const { lower, upper } = countInterval(x, confidence);
  const wider = Math.sqrt(Math.max(1, phi));
  return { lower: Math.max(0, x - (x - lower) * wider), upper: x + (upper - x) * wider };
}

/** The difference of two shares (first minus second) with Newcombe's interval: square and add from the two Wilson intervals. */
export function newcombe(
  first: { readonly x: number; readonly n: number },
  second: { readonly x: number; readonly n: number },
  z: number = NINETY_FIVE.z,
): Interval & { readonly difference: number } {
  const p = first.x / first.n;
  const q = second.x / second.n;
  const a = wilson(first.x, first.n, z);
  const b = wilson(second.x, second.n, z);
  return {
    difference: p - q,
    lower: p - q - Math.hypot(p - a.lower, b.upper - q),
    upper: p - q + Math.hypot(a.upper - p, q - b.lower),
  };
}

/** The plain mean of some values; 0 of none. */
export function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which the given share lies, between neighbours in proportion (0.5 is the middle value); null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined
    ? null
    : below + (above - below) * (place - Math.floor(place));
}
