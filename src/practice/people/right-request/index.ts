/**
 * A second person: what one administrator asks for and another, the head of service or the data protection officer agrees to. A post with wide
 * sight begins, and a second step is begun anew, only then. Whoever asks, and whoever it is about, never answers.
 */
export { WaitingPanel } from './pages.tsx';
export { routes } from './routes.tsx';
export { waitingRequests } from './store.ts';
