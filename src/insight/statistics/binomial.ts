import { logGamma } from './gamma.ts';

/** How likely exactly k of n are when each has the same chance, 0 to 1. */
export function binomialChance(k: number, n: number, chance: number): number {
  if (chance <= 0) return k === 0 ? 1 : 0;
  if (chance >= 1) return k === n ? 1 : 0;
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(chance) + (n - k) * Math.log(1 - chance));
}

/** The smallest k that leaves at least the given share of a binomial at or below it. */
export function binomialQuantile(share: number, n: number, chance: number): number {
  let below = 0;
  for (let k = 0; k < n; k += 1) {
    below += binomialChance(k, n, chance);
    if (below >= share) return k;
  }
  return n;
}

/**
 * The exact two-sided p of two counts under "nothing changed", given what they were counted over.
 *
 * Conditional on the total the first count is binomial; outcomes no likelier than the one seen are added up. Events that come in
 * batches, as brothers and sisters do, make the true p larger: divide both counts by the dispersion first.
 */
export function exactTwoCounts(
  first: number,
  second: number,
  exposures: readonly [number, number] = [1, 1],
): number {
  const total = first + second;
  const chance = exposures[0] / (exposures[0] + exposures[1]);
  // Two equally likely outcomes may differ in the last digit; the margin keeps both tails in.
  const seen = binomialChance(first, total, chance) * (1 + 1e-7);
  let p = 0;
  for (let k = 0; k <= total; k += 1) {
    const likely = binomialChance(k, total, chance);
    if (likely <= seen) p += likely;
  }
  return Math.min(1, p);
}
