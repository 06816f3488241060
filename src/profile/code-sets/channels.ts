import { type CodeOf, codeSet } from './code-set.ts';

/** How a contact reached us. */
// biome-ignore format: a table reads as a table
export const CHANNELS = codeSet({
  id: 'channel',
  title: 'How it reached us',
  source: 'The ways in named by the published procedures',
  since: '2020-03-30',
  standing: 'local policy',
  codes: [
    { code: 'call', label: 'Telephone call' },
    { code: 'request form', label: 'Request from a professional' },
    { code: 'public form', label: 'Public form' },
    { code: 'police notification', label: 'Police notification' },
    { code: 'letter', label: 'Letter or email' },
    { code: 'in person', label: 'In person' },
    { code: 'own service', label: 'Raised by our own staff' },
  ],
});

/** The code of a way in. */
export type Channel = CodeOf<typeof CHANNELS>;

/** What a contact is about, as first understood. Partner checks have a basis only for a safeguarding concern. */
// biome-ignore format: a table reads as a table
export const CONCERNS = codeSet({
  id: 'concern',
  title: 'What it is about',
  source: 'Jersey Safeguarding Partnership Board procedures: only safeguarding concerns go on to the MASH',
  since: '2020-03-30',
  standing: 'local policy',
  codes: [
    { code: 'advice', label: 'A question, or advice is wanted' },
    { code: 'help', label: 'A family wants or needs help' },
    { code: 'safeguarding concern', label: 'A child may be at risk of harm' },
  ],
});

/** The code of a concern. */
export type Concern = CodeOf<typeof CONCERNS>;
