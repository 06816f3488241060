/**
 * An alert: something that must reach a person who is on duty, and who says so.
 *
 * A contact rated red, one that says a child is in danger now, and anything that comes at night raise one. It names whoever is on
 * duty at that instant, tells them outside the program too, and stands on every hub page until somebody acknowledges it.
 */
export { reached } from './pages.tsx';
export { alertBand, routes } from './routes.tsx';
export { type Alert, causeInWords } from './rules.ts';
export { alertsOf, openAlerts, raiseAlert } from './store.ts';
