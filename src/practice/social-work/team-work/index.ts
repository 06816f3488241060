/**
 * The work of a team: what its children wait for, what each worker carries, and how long ago each child was seen.
 *
 * It is for whoever belongs to a team that carries children, and for whoever sees everyone. No list puts workers in an order of lateness.
 */
export { childrenOfTeam, type Team, teamsFor } from './reading.ts';
export { routes } from './routes.tsx';
