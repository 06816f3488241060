import { type CodeOf, codeSet } from './code-set.ts';

/** What a case note is of. A visit is written down as a visit. */
// biome-ignore format: a table reads as a table
export const CASE_NOTE_KINDS = codeSet({
  id: 'case note kind',
  title: 'What was it?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'telephone', label: 'Telephone call' },
    { code: 'message', label: 'Email, letter or text message' },
    { code: 'conversation', label: 'Conversation face to face' },
    { code: 'meeting', label: 'Meeting' },
    { code: 'with professionals', label: 'Talk among professionals' },
    { code: 'seen', label: 'Something seen or found' },
    { code: 'other', label: 'Something else' },
  ],
});

/** The code of a kind of case note. */
export type CaseNoteKind = CodeOf<typeof CASE_NOTE_KINDS>;

/** On which occasion a manager decided. */
// biome-ignore format: a table reads as a table
export const DECISION_OCCASIONS = codeSet({
  id: 'management decision occasion',
  title: 'When was it decided?',
  source: 'Supervision of each case and decisions between, as English services file both; Jersey’s own rule not found',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'supervision', label: 'In supervision' },
    { code: 'ad hoc', label: 'Between supervisions' },
  ],
});

/** The code of an occasion. */
export type DecisionOccasion = CodeOf<typeof DECISION_OCCASIONS>;
