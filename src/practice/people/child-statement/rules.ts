import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';

/** One sentence about a child, by whom and when; ended where it is no longer true. */
export type Statement = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly kind: string;
  readonly words: string;
  readonly statedOn: Day;
  readonly statedBy: string;
  readonly endedOn: Day | undefined;
  readonly endedBy: string | undefined;
};

/** What stands of one kind: the newest first. */
export function inForce(statements: readonly Statement[], kind: string): readonly Statement[] {
  return statements.filter((one) => one.kind === kind && one.endedOn === undefined);
}
