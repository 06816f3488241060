import { codeSet } from './code-set.ts';

/** Disability by the codes of England's census; several may hold. */
// biome-ignore format: a table reads as a table
export const DISABILITIES = codeSet({
  id: 'disability',
  title: 'Disability',
  source: 'Children in need census, England',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'NONE', label: 'None' },
    { code: 'MOB', label: 'Moving about' },
    { code: 'HAND', label: 'Using hands' },
    { code: 'PC', label: 'Personal care' },
    { code: 'INC', label: 'Continence' },
    { code: 'COMM', label: 'Communication' },
    { code: 'LD', label: 'Learning' },
    { code: 'HEAR', label: 'Hearing' },
    { code: 'VIS', label: 'Sight' },
    { code: 'BEH', label: 'Behaviour' },
    { code: 'CON', label: 'Consciousness, such as seizures' },
    { code: 'AUT', label: 'Autism' },
    { code: 'DDA', label: 'Another disability', note: 'England: other, within the meaning of its disability law' },
  ],
});
