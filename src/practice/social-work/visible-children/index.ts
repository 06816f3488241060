/**
 * Visible children: every child who is open and whom the viewer may see, with when somebody last saw them, who, how, whether alone, and
 * when they are to be seen next. Whoever is overdue stands first, and whoever was never seen before all others of that day.
 */
export { routes } from './routes.tsx';
export { overdueVisits } from './store.ts';
