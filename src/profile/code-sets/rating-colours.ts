import { type CodeOf, codeSet } from './code-set.ts';

/** How soon a contact must be decided. Each colour names its clock; the hours stand in `timescales.ts`. */
// biome-ignore format: a table reads as a table
export const RATING_COLOURS = codeSet({
  id: 'rating colour',
  title: 'How soon',
  source: 'Surrey Police on MASH grading; Luton MASH timescales and RAG policy. That Jersey rates requests is certain, its times were not found',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'red', label: 'Red', clock: 'red contact decided', level: 4, note: 'A child may be in danger now' },
    { code: 'amber', label: 'Amber', clock: 'amber contact decided', level: 3, note: 'Serious, and it can be looked into first' },
    { code: 'green', label: 'Green', clock: 'green contact decided', level: 2, note: 'Help is wanted and nobody is in danger' },
    { code: 'blue', label: 'Blue', clock: 'blue contact decided', level: 1, note: 'A question or something to know' },
  ],
});

/** The code of a rating. */
export type RatingColour = CodeOf<typeof RATING_COLOURS>;
