import { randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';
import { insertAll, type Records, staffOf } from './records.ts';

const LATER = '2026-11-20T11:00:00Z';

/** A wall round a record: restricted, or sealed where a second person is asked. */
export async function restrictedTo(
  world: World,
  personId: string,
  wall: { readonly by: string; readonly second?: string; readonly named: readonly string[] },
): Promise<Records> {
  const restrictionId = randomUUID();
  const [putBy, second, ...named] = await Promise.all(
    [wall.by, wall.second ?? wall.by, ...wall.named].map((key) => staffOf(world, key)),
  );
  const sealed = wall.second !== undefined;
  const kept = { put_by: putBy ?? '', put_at: LATER, review_on: '2027-01-05' };
  const names = [...new Set([putBy, ...(sealed ? [second] : []), ...named])];
  await insertAll(world, [
    ['restriction', { id: restrictionId, person_id: personId, kind: sealed ? 'sealed' : 'restricted', reason: 'The family of a colleague.', ...kept, second_id: sealed ? (second ?? '') : null }],
    ...names.map((one) => ['restriction_name', { restriction_id: restrictionId, person_id: personId, staff_id: one ?? '' }] as const),
  ]); // biome-ignore format: a table reads as a table
  return { personId, restrictionId };
}

/** Said by Cleo: the record is that of a relative of somebody. */
export async function relativeOf(world: World, personId: string, key: string): Promise<Records> {
  const saidId = randomUUID();
  const said = { said_by: await staffOf(world, 'cleo'), said_at: LATER };
  await insertAll(world, [
    ['own_or_relative', { id: saidId, staff_id: await staffOf(world, key), person_id: personId, kind: 'relative', ...said }],
  ]); // biome-ignore format: a table reads as a table
  return { personId, saidId };
}

/** Nell asks for a record in an emergency: it opens to her, or waits where it is sealed. */
export async function emergencyAt(world: World, personId: string): Promise<Records> {
  const accessId = randomUUID();
  const [person] = await world.rows<{ number: string }>('select number from person where id = $1', [
    personId,
  ]);
  const [clock] = await world.rows<{ at: string }>('select now()::text as at');
  const asked = { ground: 'in danger now', words: 'The police stand at the door.', hours: 4, tries: 1000 };
  await insertAll(world, [
    ['emergency_access', { id: accessId, staff_id: await staffOf(world, 'nell'), number: person?.number ?? '', ...asked, asked_at: clock?.at ?? LATER }],
  ]); // biome-ignore format: a table reads as a table
  return { personId, accessId };
}

/** A look that somebody is asked to judge. */
export async function lookBy(world: World, key: string, personId: string): Promise<Records> {
  const reviewId = randomUUID();
  const found = { looked_on: '2026-11-19', first_at: '2026-11-19T22:10:00Z', found_at: LATER };
  await insertAll(world, [
    ['look_review', { id: reviewId, staff_id: await staffOf(world, key), person_id: personId, reasons: '{no relation,same family name}', score: 6, looks: 2, ...found }],
  ]); // biome-ignore format: a table reads as a table
  return { personId, reviewId };
}
