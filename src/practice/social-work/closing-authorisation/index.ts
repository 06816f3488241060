/**
 * Looking at a closing, and answering it: a manager authorises it or gives it back with words; whoever proposed it may withdraw it.
 *
 * With the last step the period of service has ended, the family's letters are written, and nobody works with the child any longer.
 */
export { routes } from './routes.tsx';
