import { type CodeOf, codeSet } from './code-set.ts';

/** What a reviewer says of a look at a record. */
// biome-ignore format: a table reads as a table
export const LOOK_ANSWERS = codeSet({
  id: 'look answer',
  title: 'What do you say of it?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'lawful', label: 'It was right to look', note: 'There was a reason, and you write it down' },
    { code: 'ask the person', label: 'Ask them first', note: 'It stays on the list until you know' },
    { code: 'concern raised', label: 'A concern is raised', note: 'It goes on outside this record, as your policy says' },
  ],
});

/** The code of what was said of a look. */
export type LookAnswer = CodeOf<typeof LOOK_ANSWERS>;
