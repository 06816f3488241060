import { type CodeOf, codeSet } from './code-set.ts';

/** The ways in which it is safe to reach a person. Asked of children and adults, and obeyed by every letter and message. */
// biome-ignore format: a table reads as a table
export const SAFE_WAYS = codeSet({
  id: 'safe way',
  title: 'How is it safe to reach you?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'telephone', label: 'Telephone call' },
    { code: 'text message', label: 'Text message' },
    { code: 'mail', label: 'Email' },
    { code: 'letter', label: 'Letter' },
    { code: 'in person', label: 'In person' },
    { code: 'school', label: 'Through school or nursery' },
    { code: 'somebody trusted', label: 'Through somebody they trust' },
    { code: 'not at all', label: 'Do not contact them' },
  ],
});

/** The code of a safe way. */
export type SafeWay = CodeOf<typeof SAFE_WAYS>;

/** The times at which it is safe to reach a person. */
// biome-ignore format: a table reads as a table
export const SAFE_TIMES = codeSet({
  id: 'safe time',
  title: 'When is it safe?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'any time', label: 'Any time' },
    { code: 'morning', label: 'Morning' },
    { code: 'school hours', label: 'While the children are at school' },
    { code: 'afternoon', label: 'Afternoon' },
    { code: 'evening', label: 'Evening' },
    { code: 'weekend', label: 'Weekend' },
    { code: 'other', label: 'Another time, in words' },
  ],
});

/** The ways in which an answer is given. A private link names nobody and shows only what its reader may know. */
// biome-ignore format: a table reads as a table
export const ANSWER_WAYS = codeSet({
  id: 'answer way',
  title: 'How were they told?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'mail', label: 'Email' },
    { code: 'text message', label: 'Text message' },
    { code: 'letter', label: 'Letter' },
    { code: 'telephone', label: 'Telephone call' },
    { code: 'in person', label: 'In person' },
    { code: 'private link', label: 'Private link' },
  ],
});

/** The code of a way of answering. */
export type AnswerWay = CodeOf<typeof ANSWER_WAYS>;
