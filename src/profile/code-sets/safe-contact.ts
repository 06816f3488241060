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
    { code: 'call', label: 'Telephone call' },
    { code: 'text', label: 'Text message' },
    { code: 'email', label: 'Email' },
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

/** The code of a safe time. */
export type SafeTime = CodeOf<typeof SAFE_TIMES>;

/** What a message must not do or say. */
// biome-ignore format: a table reads as a table
export const SAFE_CONTACT_LIMITS = codeSet({
  id: 'safe contact limit',
  title: 'What must we not do?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'no name of service', label: 'Do not say who we are' },
    { code: 'no voicemail', label: 'Do not leave a voice message' },
    { code: 'no text', label: 'Do not send texts' },
    { code: 'no post', label: 'Do not send post to the home' },
    { code: 'only this person', label: 'Speak to nobody else who answers' },
    { code: 'not the reason', label: 'Do not say what it is about' },
  ],
});

/** The code of a limit on contact. */
export type SafeContactLimit = CodeOf<typeof SAFE_CONTACT_LIMITS>;
