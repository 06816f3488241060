import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import type { Correction } from '../written-together/index.ts';
import type { DecisionAction, ManagementDecision } from './rules.ts';

type Child = { readonly id: Id; readonly name: string };

/** What the page of a management decision shows, and what the viewer may do there. */
export type DecisionProps = Typed & {
  readonly child: Child;
  readonly decision: ManagementDecision;
  readonly actions: readonly DecisionAction[];
  readonly corrections: readonly Correction[];
  readonly staff: ReadonlyMap<Id, string>;
  /** The action that is set aside, or whose ending was refused: what was typed stands there. */
  readonly ending: Id | undefined;
  readonly may: { readonly correct: boolean; readonly carryOut: boolean; readonly setAside: boolean };
  readonly today: Day;
};
