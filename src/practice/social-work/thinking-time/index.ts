/**
 * Thinking time: an hour booked in which those who know a child think together. It ends with how long it was held, or why it was not.
 * It is booked on the page of the complex case (`complex-case-work`).
 */
export { routes } from './routes.tsx';
export { MINUTES } from './rules.ts';
