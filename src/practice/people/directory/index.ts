/**
 * The directory: who works here, in which team and post, who is on duty now, and which agencies we work with.
 */
export { routes } from './routes.tsx';
