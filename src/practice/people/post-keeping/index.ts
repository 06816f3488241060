/**
 * Keeping posts: giving somebody a post, changing how they hold it, and ending it, each by dated rows. A post has a role, and the role says
 * what its holder may do; one that gives wide sight waits until a second person agrees.
 */
export { routes } from './routes.tsx';
export { givePost } from './store.ts';
