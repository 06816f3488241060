/**
 * Making a management decision, correcting it, and carrying it out.
 *
 * Managers alone decide, and sign by it. Whoever works with the child says that something is done; a manager alone sets it aside.
 */
export { routes } from './routes.tsx';
