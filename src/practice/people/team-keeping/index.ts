/**
 * Keeping teams: making one, naming it anew, saying who manages it, and closing it when nobody stands in it any more. What it was called before
 * stays known: the profile, a letter or a number that names it so still means this team.
 */
export { routes } from './routes.tsx';
