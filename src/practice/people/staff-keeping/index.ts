/**
 * Keeping the staff: the list of everybody who works here or in a partner agency, whoever comes new, and the page of one of them, from which
 * everything that is done to their posts and their account begins. No child is named on any of these pages.
 */
export { routes } from './routes.tsx';
