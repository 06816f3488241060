/**
 * A visit: somebody went to see a child, or rang; what they saw, what the child said and what was agreed.
 *
 * Each page shows one child's file. Children of one visit share its day and place and what was written for all; what was written of one
 * child, and what is withheld from the others, stands behind that child's own wall and on that child's pages alone.
 */
export { routes } from './routes.tsx';
export type { ChildVisit, OfChild, Shared } from './rules.ts';
export { visitedWith, visitOnRecord, visitsTo } from './store.ts';
export { visitsOnTimeline } from './timeline.ts';
