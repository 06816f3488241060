/**
 * How somebody signs in themselves: their codes, passkeys and recovery codes, and where they are signed in now.
 *
 * A factor is set up on pages of their own, which open before anything else; here it is seen, named and taken away, but never the last.
 */
export { routes } from './routes.tsx';
