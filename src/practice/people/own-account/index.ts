/**
 * One's own account: how the pages look and whether single keys act. Everybody who signs in has one, and changes nobody else's.
 */
export { routes } from './routes.tsx';
