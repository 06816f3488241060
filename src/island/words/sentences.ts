import type { Random } from '../random.ts';

/** One to three different sentences of a list, so that no two notes need be the same. */
export function sentences(random: Random, list: readonly string[]): string {
  return random.some(list, random.whole(1, 3)).join(' ');
}
