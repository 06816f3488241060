/**
 * Oversight by rating: the open cases in the viewer's sight by how they are rated and when a manager is to look again, the longest overdue
 * first, with those that nobody has rated and those proposed for closing with the family.
 */
export { routes } from './routes.tsx';
export { casesToLookAtAgain } from './store.ts';
