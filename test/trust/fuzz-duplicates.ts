import type { World } from '../support/world.ts';
import { duplicateOf, personOnRecord, type Records } from './records.ts';

/** Two records that may be of one person. */
export async function possibleDuplicate(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await duplicateOf(world, personId)) };
}
