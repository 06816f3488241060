/**
 * What somebody looks for: kept under a number of its own, private to them and for a day, so that no name stands in an address.
 */
export { addressOf, search } from './actions.ts';
export { FindBox, FindSomebody } from './pages.tsx';
export { searchAsked } from './store.ts';
