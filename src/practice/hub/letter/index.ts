/**
 * A letter: what a reader is told about a contact, composed from what was decided, in their language and as far as consent allows.
 *
 * It names no child, no address and nobody who told us. A live authority sends only translations that a native speaker signed off.
 */
export { type DecidedChild, type Letter, letterTo } from './rules.ts';
