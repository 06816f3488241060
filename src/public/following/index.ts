/**
 * Following: what a private link opens. It says how far things are and, once they were told, the words written for this reader.
 *
 * It names nobody. A link that is unknown, has ended or was revoked shows the same page, so that nothing can be learnt from trying.
 */
export { followingRoutes } from './routes.tsx';
