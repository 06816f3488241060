/**
 * Keeping partner agencies: which there are, from when until when they have agreed to work with us here, and who signs in for them. An
 * agreement that is over lets nobody of the agency in, from that moment on and whatever pages they have open.
 */
export { routes } from './routes.tsx';
