/**
 * Working on a complex case: thinking time booked, reviews, agencies that join, and leaving the register. Whoever works with the
 * child books and reviews; managers alone decide who is on it (`complex-case-entry` puts a child on it).
 */
export { routes } from './routes.tsx';
