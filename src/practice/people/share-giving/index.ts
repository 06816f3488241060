/**
 * Sharing with partner agencies, from the side of whoever works with the child: the sharing log of a record, giving something to an agency
 * for a time, with the password given anew, and ending it early. Nothing is ticked beforehand.
 */
export { routes } from './routes.tsx';
