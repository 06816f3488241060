import type { Day } from '../../../language/day.ts';
import type { PersonBrief } from '../../people/person/index.ts';
import { type DaysOf, isOverdue, type NextVisit, type Sight } from '../next-visit/index.ts';

/** A child in sight: who, what is known of when they were seen, and when they are to be seen next. */
export type InSight = Sight & { readonly child: PersonBrief; readonly next: NextVisit | undefined };

/** Which open children are shown: all, those past their day, or those whom nobody saw since a declared period began. */
export type Show = 'all' | 'overdue' | 'unseen';

const SHOWS: readonly Show[] = ['all', 'overdue', 'unseen'];

/** What an address asks for; whatever makes no sense asks for all. */
export function showIn(query: Readonly<Record<string, unknown>>): Show {
  return SHOWS.find((one) => one === query['show']) ?? 'all';
}

/** The children who are asked for. */
export function shownOf<One extends DaysOf>(all: readonly One[], show: Show, today: Day): readonly One[] {
  if (show === 'overdue') return all.filter((one) => isOverdue(one, today));
  return show === 'unseen' ? all.filter(({ isUnseenInDeclared }) => isUnseenInDeclared) : all;
}
