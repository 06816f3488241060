/**
 * A statement about a child: one short sentence of what worries people, what is going well, or what the child says of themselves.
 *
 * It carries its day and the worker who wrote it down, and is never changed. When it is no longer true it ends, once; both stay on record.
 */
export { routes } from './routes.tsx';
export { inForce, type Statement } from './rules.ts';
export { statementsOf } from './store.ts';
export { statementsOnTimeline } from './timeline.ts';
