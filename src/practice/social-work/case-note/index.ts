/**
 * A case note: something was said, or came to be known, outside a visit; with whom, what was said and what follows.
 *
 * Each page shows one child's file. Children of one note share its day and what was written for all; what was written of one child, and
 * what is withheld from the others, stands behind that child's own wall and on that child's pages alone.
 */
export { routes } from './routes.tsx';
export type { CaseNote, NoteOfChild, SharedNote } from './rules.ts';
export { caseNoteOnRecord, notedWith } from './store.ts';
export { caseNotesOnTimeline } from './timeline.ts';
