import type { Reason } from './rules.ts';

const REASONS = {
  'child number': 'Child number',
  'child number nearly': 'Child number with a slip',
  telephone: 'Telephone',
  'telephone nearly': 'Telephone with two figures exchanged',
  address: 'Lives at that address',
  'former address': 'Lived at that address',
  'same household': 'Same household',
  'born that day': 'Born that day',
  'day and month exchanged': 'Born with day and month exchanged',
  'former name': 'Former name',
  same: 'Same name',
  'one of the names': 'One of the names',
  'begins so': 'Begins so',
  initial: 'Initial',
  'spelt nearly so': 'Spelt nearly so',
  'sounds like': 'Sounds like it',
  'other record': 'Also on record under number',
} as const satisfies Readonly<Record<Reason['kind'], string>>;

/** Why somebody was found, in a few words: "Spelt nearly so, born that day". */
export function reasonsInWords(reasons: readonly Reason[]): string {
  const [first = '', ...more] = reasons.map(({ kind, words }) =>
    words === undefined ? REASONS[kind] : `${REASONS[kind]}${kind === 'other record' ? ' ' : ', '}${words}`,
  );
  return [first, ...more.map((words) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`)].join(', ');
}
