import type { World } from '../support/world.ts';
import { twoRecords } from './merged-records.ts';
import { duplicateOf, personOnRecord, type Records } from './records.ts';

type Raw = Record<string, string | readonly string[]>;

/** Two records that may be of one person. */
async function possibleDuplicate(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await duplicateOf(world, personId)) };
}

/** Two records that may be of one person, and two that are. */
export const DUPLICATE_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['/duplicates/', possibleDuplicate],
  ['/people/:personId/merges/', twoRecords],
];

/** The answers that chance alone would never get right. */
export const DUPLICATE_BENDS: Readonly<
  Record<string, (raw: Raw, world: World, subject: Records) => Promise<void>>
> = {
  'person: merge': async (raw, _world, subject) => {
    raw['keptId'] = subject['personId'] ?? '';
    raw['identifiers'] = ['date of birth', 'family name'];
  },
  'duplicate: compare': async (raw, world) => {
    raw['otherId'] = await personOnRecord(world);
  },
  'person: undo a merge': async (raw) => {
    for (const name of Object.keys(raw)) if (name.startsWith('facts.')) delete raw[name];
  },
};
