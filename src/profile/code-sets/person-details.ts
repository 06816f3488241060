import { type CodeOf, codeSet } from './code-set.ts';

/** What a name is to its bearer. The chosen name is the one used; former names are searched and shown last. */
// biome-ignore format: a table reads as a table
export const NAME_KINDS = codeSet({
  id: 'name kind',
  title: 'Kind of name',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'used', label: 'Name they use' },
    { code: 'legal', label: 'Name on documents' },
    { code: 'chosen', label: 'Chosen name' },
    { code: 'former', label: 'Former name' },
    { code: 'also known as', label: 'Also known as' },
  ],
});

/** The code of a kind of name. */
export type NameKind = CodeOf<typeof NAME_KINDS>;

/** How sure a date of birth is. The day a child is expected is kept apart from it. */
// biome-ignore format: a table reads as a table
export const DATE_CERTAINTIES = codeSet({
  id: 'date certainty',
  title: 'How sure',
  source: 'Wording proposed; the English census keeps birth date and expected date apart',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'known', label: 'Known' },
    { code: 'about', label: 'About' },
    { code: 'not known', label: 'Not known' },
  ],
});

/** The code of how sure a date is. */
export type DateCertainty = CodeOf<typeof DATE_CERTAINTIES>;
