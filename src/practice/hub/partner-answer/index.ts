/**
 * A partner answer: what an agency that is asked says it holds, from the side of its own people.
 *
 * Its people see whom it is about, what is asked, why, by whom and by when; nothing else of the contact. They answer once, that
 * something is held or nothing, in words. Another agency's check is not there for them, like one that never was.
 */
export { routes } from './routes.tsx';
export { askedOf } from './store.ts';
