import { codeSet } from './code-set.ts';

/**
 * Why a child or a parent was not heard before something ended. `of` says of whom it may be said; `isTold` says that they are still told,
 * since nothing forbids it.
 */
// biome-ignore format: a table reads as a table
export const VIEW_NOT_HEARD_REASONS = codeSet({
  id: 'view not heard reason',
  title: 'Why were they not heard?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'too young', label: 'Too young to be asked', of: 'child', isTold: false },
    { code: 'did not want', label: 'Asked, and did not want to say', of: 'anybody', isTold: true },
    { code: 'not reached', label: 'Tried more than once, and not reached', of: 'anybody', isTold: true },
    { code: 'danger', label: 'Asking would put somebody in danger', of: 'anybody', isTold: false },
    { code: 'court', label: 'A court forbids it', of: 'parent', isTold: false },
    { code: 'not known', label: 'Nobody knows who or where they are', of: 'parent', isTold: false },
    { code: 'of age', label: 'The young person is of age and speaks for themselves', of: 'parent', isTold: false },
    { code: 'died', label: 'Has died', of: 'anybody', isTold: false },
  ],
});
