/**
 * Telling us: how a family, a young person or somebody who is worried reaches the hub by themselves.
 *
 * One question a page, danger first, each in the reader's own words; "I cannot answer this" is a way on. A journey lives at one
 * address: every step is sent there and the next is shown, so that nothing stays in the history of a browser. What is written is
 * kept on the server under a key that stands in the page alone, also readable as a code to come back with. Sent once, it is a
 * contact, whatever happens to the line: the same key and the same answers give the same reference for ever.
 */
export { tellingRoutes } from './routes.tsx';
