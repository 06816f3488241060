/**
 * The next visit: when somebody last saw an open child, and by when the child is to be seen again, on whose word.
 *
 * The day is reckoned in the database (`child_clock`), so that worklists, visible children and the page about the child cannot differ: by
 * the strictest rule that stands for the child, or by a declared period where that asks for an earlier day.
 */
export { SeenDots } from './dots.tsx';
export {
  type DaysOf,
  editionOf,
  isOverdue,
  isUnborn,
  type LastSeen,
  longestUnseenFirst,
  type NextVisit,
  nextVisit,
  notSeenInWords,
  type Running,
  type Sight,
} from './rules.ts';
export { daysFrom, daysOfEach, lastSeenOfEach, runningOfEach, sightOfEach } from './store.ts';
