/**
 * Undoing a merge: two records again, each as it was. Whoever undoes it gives each fact that was written meanwhile to one of the two, and
 * while one is given to neither nothing is undone.
 */
export { routes } from './routes.tsx';
