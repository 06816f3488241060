import { offsetAt } from '../../language/zone.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGINS = 20 * HOUR;
const ENDS = 6 * HOUR;

/**
 * In how many milliseconds the night begins, from eight in the evening to six in the morning by the wall clock of a zone; 0 while it is
 * night. What can wait and takes the machine's time waits for it, so that nobody who works by day waits instead.
 */
export function untilNight(now: Date, zone: string): number {
  const instant = now.getTime();
  const wall = (instant + offsetAt(instant, zone)) % DAY;
  return wall >= BEGINS || wall < ENDS ? 0 : BEGINS - wall;
}
