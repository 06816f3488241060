import { randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';
import { duplicateOf, insert, insertAll, personOnRecord, type Records, staffOf } from './records.ts';

const LATER = '2026-11-20T11:00:00Z';

/** Another record of the same person, merged by Dara into this one and reviewed by nobody. */
export async function mergedWith(world: World, personId: string): Promise<Records> {
  const mergeId = randomUUID();
  const { duplicateId, otherId } = await duplicateOf(world, personId);
  const by = await staffOf(world, 'dara');
  const row = {
    id: mergeId,
    person_id: personId,
    other_id: otherId,
    proposal_id: duplicateId,
    merged_by: by,
  };
  await insertAll(world, [
    [
      'merge',
      { ...row, identifiers: ['date of birth', 'family name'], reason: 'One mother.', merged_at: LATER },
    ],
  ]);
  return { personId, mergeId, otherId, duplicateId };
}

/** A child nobody works with, on record twice and merged. */
export async function twoRecords(world: World): Promise<Records> {
  return mergedWith(world, await personOnRecord(world));
}

/** The same, and the record that leads to the other one is sealed for Dara. */
export async function twoRecordsOneSealed(world: World): Promise<Records> {
  const records = await twoRecords(world);
  const dara = await staffOf(world, 'dara');
  const wall = await insert(world, 'wall', {
    person_id: records['otherId'] ?? '',
    kind: 'sealed',
    reason: 'Adoption',
    began_at: LATER,
    decided_by: dara,
  });
  await world.rows('insert into wall_name (wall_id, staff_id) values ($1, $2)', [wall, dara]);
  return records;
}
