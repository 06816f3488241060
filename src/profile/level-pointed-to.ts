import type { Domain, Statement } from './indicators.ts';
import { type Level, type LevelOfNeed, levelOf } from './levels-of-need.ts';

/** Where the ticked statements point, and why. A pointer for people to weigh: nobody is placed on a level by it. */
export type PointedTo = {
  readonly level: Level | null;
  readonly because: readonly Statement[];
  readonly reason: string;
  readonly usually: string;
};

/**
 * The highest level among the ticked statements: one sign of serious harm is not averaged away by much that goes well.
 * Statements that are not known, from an older edition, are left out.
 */
export function levelPointedTo(
  statementIds: readonly string[],
  domains: readonly Domain[],
  levels: readonly LevelOfNeed[],
): PointedTo {
  const ticked = domains
    .flatMap(({ statements }) => statements)
    .filter(({ id }) => statementIds.includes(id));
  const highest = ticked.reduce<Level | null>(
    (so, { level }) => (so === null || level > so ? level : so),
    null,
  );
  const because = ticked.filter(({ level }) => level === highest);
  const described = highest === null ? undefined : levelOf(levels, highest);
  if (highest === null || described === undefined) {
    return {
      level: null,
      because: [],
      reason: 'Nothing is ticked yet, so nothing points to a level.',
      usually: '',
    };
  }
  return { level: highest, because, reason: reasonFor(described, because), usually: described.usually };
}

function reasonFor(level: LevelOfNeed, because: readonly Statement[]): string {
  const shown = because.slice(0, 3).map(({ words }) => `“${words}”`);
  const more = because.length - shown.length;
  const rest = more > 0 ? `, and ${more} more` : '';
  return `Points to level ${level.level}, ${level.name}, because of ${shown.join(', ')}${rest}.`;
}
