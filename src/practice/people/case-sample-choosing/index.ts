/** Choosing a sample of cases for an adviser from outside, confirming it as the second person, and ending it. */
export { routes } from './routes.tsx';
