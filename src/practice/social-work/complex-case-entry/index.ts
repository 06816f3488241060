/**
 * Putting a child on the register of complex cases: a manager decides it, and says why, who leads and which agencies take part.
 */
export { AGENCY } from './actions.ts';
export { AgencyQuestions } from './pages.tsx';
export { routes } from './routes.tsx';
export { agencyProblems, QUICKER } from './rules.ts';
export { addAgency } from './store.ts';
