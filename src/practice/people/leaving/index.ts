/**
 * Leaving, and coming back. Whoever leaves is out at that instant: account, sessions, posts, duties and covers end together. The children
 * they still work with stay theirs by name until a manager hands each of them over; the managers are told at once.
 */
export { LeavingPanel } from './pages.tsx';
export { routes } from './routes.tsx';
export { childrenLeftWith } from './store.ts';
