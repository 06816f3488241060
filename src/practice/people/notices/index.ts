/**
 * Notices to the staff: what is recorded when somebody looks, what is known of accessibility, and where to begin.
 *
 * They say what is so today. A page that promised more than the program does would be worse than none.
 */
export { routes } from './routes.tsx';
