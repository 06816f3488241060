import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { DecisionOccasion } from '../../../profile/code-sets/case-notes.ts';

/** What a manager decided about a child. */
export type ManagementDecision = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly occasion: DecisionOccasion;
  readonly decidedOn: Day;
  readonly decided: string;
  readonly why: string;
  readonly signedBy: Id;
  readonly signedAt: Date;
  readonly version: number;
};

/** What must be done after a decision: by a member of staff, or by somebody else by name; and how it ended. */
export type DecisionAction = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly decisionId: Id;
  readonly what: string;
  readonly staffId: Id | undefined;
  readonly named: string | undefined;
  readonly dueOn: Day;
  readonly endedAt: Date | undefined;
  readonly endedBy: Id | undefined;
  readonly outcome: string | undefined;
  readonly endedWords: string | undefined;
};

/** Says whether something is still to be done. */
export function isOpenAction({ endedAt }: Pick<DecisionAction, 'endedAt'>): boolean {
  return endedAt === undefined;
}
