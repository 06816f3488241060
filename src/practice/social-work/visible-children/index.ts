/**
 * Visible children: every child who is open and whom the viewer may see, with when somebody last saw them, who, how, whether alone, and
 * when they are to be seen next. Whom nobody has seen for longest stands first; a picture shows all of them at once.
 */
export { routes } from './routes.tsx';
export { overdueVisits } from './store.ts';
