/**
 * Own or relative: a record that is about a member of staff, or about somebody close to them. It is never theirs to open, whatever their role.
 *
 * They say it themselves, or a manager does. Said of a name and a day of birth, it holds for whoever is on record under them, or comes on
 * record later, and nobody learns from it whether anybody is. It ends by a manager's word alone, with a reason.
 */
export { SaidPanel } from './panel.tsx';
export { routes } from './routes.tsx';
export { saidOf } from './store.ts';
