const FEWEST = 5;
const SHARE_FROM = 20;
const BAND_FROM = 10;
const WHOLE = new Intl.NumberFormat('en-GB');

/** A count as the public may see it: a true none is shown, 1 to 4 are not. Primary suppression only. */
export function publicCount(n: number): string {
  return n > 0 && n < FEWEST ? 'fewer than 5' : WHOLE.format(n);
}

/**
 * A share as the public may see it. Primary suppression only.
 *
 * Nothing of fewer than 10; a band of 10 to 19; a percentage to one place from 20. None and all are as telling as a small count,
 * because they say something of every child, so they are hidden like one.
 */
export function publicShare(x: number, n: number): string {
  if (n < BAND_FROM) return 'too few to show';
  if (x < FEWEST) return `fewer than 5 of ${WHOLE.format(n)}`;
  if (n - x < FEWEST) return `all but fewer than 5 of ${WHOLE.format(n)}`;
  if (n < SHARE_FROM) return `${x} of ${n}`;
  return `${((100 * x) / n).toFixed(1)}%`;
}
