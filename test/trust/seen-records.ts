import { randomUUID } from 'node:crypto';
import { DAY, fromNow } from '../support/from-now.ts';
import type { World } from '../support/world.ts';
import { insertAll, staffOf } from './records.ts';

/** A visit at which a child was seen alone, while something was open: a month ago on whatever day this is asked. */
export async function seenLately(world: World, personId: string): Promise<void> {
  const visit = randomUUID();
  const at = fromNow(-30 * DAY);
  const on = at.slice(0, 10);
  const said = { source: '2A', reason: 'Worried.', what_was_said: 'Bruise.', person_id: personId };
  const child = { person_id: personId, seen: true, alone: true, bedroom_seen: false };
  const by = { visited_on: on, visited_by: await staffOf(world, 'tess') };
  await insertAll(world, [
    ['referral', { ...said, referred_at: at, referred_on: on, accepted_on: on, ended_on: on }],
    ['visit', { id: visit, place: 'home', manner: 'planned', words: 'All is well.', ...by }],
    ['visit_child', { visit_id: visit, ...child }],
  ]);
}
