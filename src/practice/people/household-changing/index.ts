/**
 * Households that change: somebody moves out, a household moves to another address, and what was said of either turns out to be wrong. A mistake is taken
 * back with its reason and said anew; nothing that was said is lost.
 */
export { routes } from './routes.tsx';
