/**
 * A document of a sampled case: what an adviser from outside attached to it, in their own words and as it came.
 *
 * It is kept with its SHA-256, is never changed, and is read as the comments are: by the adviser while the case reaches them, and by whoever
 * may open the case. It is taken away as a file and never shown in a window of ours, and nobody has looked for viruses in it.
 */
export { DocumentLines } from './pages.tsx';
export { type CaseDocument, MOST_DOCUMENTS } from './rules.ts';
export { documentsOf, documentToTake, fileOf, keepDocument } from './store.ts';
