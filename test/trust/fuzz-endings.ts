import type { World } from '../support/world.ts';
import { contactAboutSomebody, decisionOn, insert, type Records, staffOf } from './records.ts';

/** Accepted, and a second time for the same child, so that it may end as a duplicate. */
export async function acceptedReferral(world: World): Promise<Records> {
  const about = await followed(world);
  const hugo = await staffOf(world, 'hugo');
  const accepted = 'update referral set accepted_on = referred_on, accepted_by = $2 where person_id = $1';
  await copied(
    world,
    'referral',
    'id, person_id, referred_at, referred_on, source, what_was_said, reason',
    about['referralId'],
  );
  await world.rows(accepted, [about['personId'], hugo]);
  return about;
}

/** Begun twice, with a child whom Fern works with. */
export async function begunEpisode(world: World): Promise<Records> {
  const about = await followed(world);
  await copied(
    world,
    'early_help_episode',
    'id, person_id, offered_on, reply, what_was_said',
    about['episodeId'],
  );
  await world.rows('update early_help_episode set began_on = offered_on where person_id = $1', [
    about['personId'],
  ]);
  const allocation = { staff_id: await staffOf(world, 'fern'), kind: 'worker', from_on: '2026-11-20' };
  await insert(world, 'allocation', { person_id: about['personId'] ?? '', ...allocation });
  return about;
}

async function followed(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  return { ...about, ...(await decisionOn(world, about, about.personId)) };
}

function copied(world: World, table: string, columns: string, id: string | undefined) {
  const values = columns.replace(/^id/, 'gen_random_uuid()');
  return world.rows(`insert into ${table} (${columns}) select ${values} from ${table} where id = $1`, [id]);
}
