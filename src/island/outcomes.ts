import type { ContactOutcome } from '../profile/code-sets/contact-outcomes.ts';
import type { Random } from './random.ts';
import type { Theme } from './words/theme.ts';

/** What comes of a contact about a child who is not open and does not go to social care, by level of need. Invented shares. */
// biome-ignore format: a table reads as a table
const OUTCOMES: Readonly<Record<1 | 2 | 3 | 4, readonly (readonly [ContactOutcome, number])[]>> = {
  1: [['advice and information', 76], ['another agency', 10], ['single agency continues', 8], ['no further action', 6]],
  2: [['early help offered', 44], ['advice and information', 24], ['another agency', 8], ['single agency continues', 14], ['no further action', 6], ['youth service', 4]],
  3: [['early help offered', 44], ['single agency continues', 20], ['advice and information', 14], ['no further action', 14], ['another agency', 8]],
  4: [['early help offered', 24], ['no further action', 24], ['police only', 22], ['single agency continues', 18], ['advice and information', 12]],
};

/** Draws what comes of a contact. Treatment for the low and anxious; the youth service only for those old enough. */
export function outcomeOf(random: Random, theme: Theme, level: 1 | 2 | 3 | 4): ContactOutcome {
  if (theme.id === 'low and anxious' && random.chance(0.22)) return 'child mental health';
  if (theme.id === 'trouble and missing' && random.chance(0.15))
    return random.pick(['youth service', 'probation']);
  const drawn = random.weighted(OUTCOMES[level]);
  return drawn === 'youth service' && theme.fromAge < 8 ? 'advice and information' : drawn;
}

/** How much a contact asks for social care: its level counts most, then how hard things are, then chance; the same for all its children. */
export function pressOf(random: Random, level: number, hardship: number): number {
  return level + 0.7 * hardship + 0.5 * random.normal();
}
