/**
 * A reader: somebody who is owed an answer about a contact, and how they may safely be given one.
 *
 * Whoever told us is one, and so is each adult who was named and each child who is known. What they said is safe is obeyed; where nobody
 * asked them, only what they gave us themselves or face to face is used. What they may know is decided here too.
 */
export type { Reader } from './rules.ts';
export { readersOf, referrerReader } from './store.ts';
