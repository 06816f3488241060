/**
 * Who looked: everybody who opened a record, or had it before them in a list, when and on what ground, in words that can be handed to the
 * person concerned. It is read from the audit and says nothing of what the record holds.
 */
export { routes } from './routes.tsx';
