/**
 * Making two records one, and reviewing it: at once, with two identifiers that say the same on both, and the reason. Until somebody else has
 * reviewed it, nobody sees more of either than before.
 */
export { routes } from './routes.tsx';
