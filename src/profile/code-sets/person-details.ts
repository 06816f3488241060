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
    { code: 'legal', label: 'Name on documents' },
    { code: 'chosen', label: 'Name they use' },
    { code: 'former', label: 'Former name' },
    { code: 'also known as', label: 'Also known as' },
  ],
});

/** The code of a kind of name. */
export type NameKind = CodeOf<typeof NAME_KINDS>;

/** How sure a date of birth is. A due date is one too, until the child is born. */
// biome-ignore format: a table reads as a table
export const DATE_CERTAINTIES = codeSet({
  id: 'date certainty',
  title: 'How sure',
  source: 'Wording proposed; the English census keeps birth date and expected date apart',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'certain', label: 'Certain' },
    { code: 'said', label: 'As told to us' },
    { code: 'about', label: 'About' },
    { code: 'due', label: 'Expected date of birth' },
  ],
});

/** The code of how sure a date is. */
export type DateCertainty = CodeOf<typeof DATE_CERTAINTIES>;

/** What an address is to a person. */
// biome-ignore format: a table reads as a table
export const ADDRESS_KINDS = codeSet({
  id: 'address kind',
  title: 'Kind of address',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'home', label: 'Home' },
    { code: 'second home', label: 'Second home, such as the other parent’s' },
    { code: 'staying', label: 'Staying for now' },
    { code: 'post', label: 'For post only' },
    { code: 'no fixed', label: 'No fixed home' },
  ],
});

/** The code of a kind of address. */
export type AddressKind = CodeOf<typeof ADDRESS_KINDS>;
