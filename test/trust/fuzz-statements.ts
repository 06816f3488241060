import type { World } from '../support/world.ts';
import { insert, personOnRecord, type Records, staffOf, statementOf } from './records.ts';

/** A child whom Tess works with, and what worries people about the child. */
export async function statedChild(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const allocation = { staff_id: await staffOf(world, 'tess'), kind: 'worker', from_on: '2026-11-20' };
  await insert(world, 'allocation', { person_id: personId, ...allocation });
  return { personId, ...(await statementOf(world, personId)) };
}
