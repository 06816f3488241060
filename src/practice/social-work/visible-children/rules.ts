import type { Day } from '../../../language/day.ts';
import type { PersonBrief } from '../../people/person/index.ts';
import type { LastSeen, NextVisit } from '../visit/index.ts';

/** A child in sight: who, when somebody last saw them, and when they are to be seen next. */
export type InSight = {
  readonly child: PersonBrief;
  readonly openedOn: Day;
  readonly lastSeen: LastSeen | undefined;
  readonly next: NextVisit | undefined;
};

const NEVER_DUE = '9999-12-31';

/** The children in the order in which they are to be seen: the longest overdue first, and at the end those whom no rule asks for. */
export function soonestFirst(children: readonly InSight[]): readonly InSight[] {
  return [...children].sort(
    (one, other) => dueOf(one).localeCompare(dueOf(other)) || one.child.name.localeCompare(other.child.name),
  );
}

function dueOf({ next }: InSight): string {
  return next?.on ?? NEVER_DUE;
}

/** Whether the day on which a child was to be seen has gone by. */
export function isOverdue({ next }: Pick<InSight, 'next'>, today: Day): boolean {
  return next !== undefined && next.on < today;
}
