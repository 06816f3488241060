/**
 * A correction: something that was recorded about a contact was wrong, and a new fact puts it right.
 *
 * It names what was wrong, what is right, why and by whom. What stood before is not erased: the page, the lists and every measure can be
 * asked as they were known before. The words that were said are never corrected, because they were said.
 */
export { CorrectionsPanel } from './pages.tsx';
export { routes } from './routes.tsx';
export { type Correction, correctionsOf } from './store.ts';
