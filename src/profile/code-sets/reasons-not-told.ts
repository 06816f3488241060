import { codeSet } from './code-set.ts';

/** Why a family is not told the outcome. Without one of these they are told. */
// biome-ignore format: a table reads as a table
export const FAMILY_NOT_TOLD_REASONS = codeSet({
  id: 'family not told reason',
  title: 'Why the family is not told',
  source: 'Jersey’s guidance for practitioners: permission is not asked where asking would raise the risk; wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'danger to child', label: 'Telling them could put a child in danger' },
    { code: 'danger to adult', label: 'Telling them could put an adult in danger' },
    { code: 'police ask', label: 'The police have asked us to wait' },
    { code: 'referrer tells', label: 'The person who told us will tell them, as agreed' },
    { code: 'worker tells', label: 'The allocated worker will tell them in person' },
    { code: 'no safe way', label: 'There is no safe way to reach them yet' },
    { code: 'family not known', label: 'We do not know who the family is' },
    { code: 'asked not to be', label: 'They asked not to be contacted' },
  ],
});

/** Why the person who told us is not told the outcome. A contact with such a reason counts as answered. */
// biome-ignore format: a table reads as a table
export const REFERRER_NOT_TOLD_REASONS = codeSet({
  id: 'referrer not told reason',
  title: 'Why the person who told us is not told',
  source: 'Wording proposed; no list found for Jersey or in the English returns',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'no name given', label: 'They gave no name' },
    { code: 'no way to reach', label: 'They left no way to reach them' },
    { code: 'asked not to be', label: 'They asked not to be told' },
    { code: 'family has not agreed', label: 'The family has not agreed, and they do not need to know' },
    { code: 'police ask', label: 'The police have asked us to wait' },
    { code: 'danger', label: 'Telling them could put somebody in danger' },
    { code: 'told in the meeting', label: 'They sat in the meeting that decided' },
  ],
});
