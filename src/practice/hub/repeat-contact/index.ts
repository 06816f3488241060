/**
 * A repeat contact: somebody told us of the same child before.
 *
 * It is said in the row of a list and not hidden in an icon, because three contacts that each ask for little may together say much. It
 * is counted through persons on record, within the window that the profile gives; a child who was not matched yet may have more.
 */
export { type Earlier, earlierCount, repeatInWords } from './rules.ts';
export { contactsBefore } from './store.ts';
