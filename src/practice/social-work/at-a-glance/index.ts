/**
 * A child at a glance: the first page of every record. It answers who I am, who looks after me, what plan or order there is, who my worker
 * is, when I was last seen and whether alone, what is next and when, what worries people, and what I say; the child's words first.
 *
 * Four of the answers stand in the identity bar above. Of an adult the page shows the family. Whatever may not be read is not answered.
 */
export { routes } from './routes.tsx';
