/**
 * Consent to sharing: somebody who may say so said that one agency may know something of a child. It is recorded with who, when and how.
 *
 * Withdrawn, it ends every share that stands on it at that instant. Consent is one ground among several, and never asked for as a form.
 */
export { ConsentsPanel } from './pages.tsx';
export { routes } from './routes.tsx';
export { consentInWords } from './rules.ts';
export { consentsOf, consentsThatStand } from './store.ts';
