/**
 * The front page, and the pages that go with it: what we do with what we are told, and the way out.
 *
 * Danger stands first, then one sentence that forgives, then two things to do; doors for those who look for themselves; and what
 * happens next with the times that the profile holds, each said to be unconfirmed where it is. Nothing is put on anybody's device.
 */
export { frontRoutes } from './routes.tsx';
