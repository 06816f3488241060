/**
 * Reviewing possible duplicates: the list of pairs that nobody has settled, and two records side by side with what speaks for one person.
 *
 * A person answers: the same, not the same, or not sure, with the reason. Nothing is merged by an answer.
 */
export { routes } from './routes.tsx';
export { type Proposal, proposalOnRecord } from './store.ts';
