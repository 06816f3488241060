/**
 * A turn: one contact in a screening meeting, reading at the left and deciding at the right.
 *
 * A contact is decided or put off with a reason, and the next opens by itself. The last decision can be taken back until the reply has
 * left; the meeting is then at that turn again. When all have been through, what was decided stands there with who decided it.
 */
export { routes } from './routes.tsx';
