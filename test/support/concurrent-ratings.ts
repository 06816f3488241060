import { randomUUID } from 'node:crypto';
import { openChild, RATED } from './open-children.ts';
import { openWorld, type Worker, type World } from './world.ts';

/** How the ratings of five managers at once ended. */
export type Outcome = {
  readonly acknowledged: number;
  readonly toldOfAnother: number;
  /** Acknowledged, and covered by another who never saw it; or acknowledged, and not there. */
  readonly lost: number;
  /** Neither kept nor refused in plain words. */
  readonly faults: number;
};

const MANAGERS = 5;

/**
 * Five managers open the same page of each case at the same moment and send, so many cases; whoever is told of another's rating reads it
 * and sends once more. With `guard: 'off'` the database no longer lets one rating follow each: the negative control, which must lose.
 */
export async function rateByFive(cases: number, guard: 'on' | 'off'): Promise<Outcome> {
  const world = await openWorld();
  try {
    const managers = await fiveManagers(world);
    const persons: string[] = [];
    for (let turn = 0; turn < cases; turn += 1)
      persons.push(await openChild(world, { givenName: `Child${turn}` }));
    if (guard === 'off') await world.rows('drop index case_rating_follows');
    const hugo = managers[0];
    await hugo?.post('/rating-exercises', { title: 'Every open case' });
    const frozen = await world.rows<{ id: string; person_id: string }>(
      'select id, person_id from rating_case',
    );
    const told = { acknowledged: new Map<string, string>(), again: 0, faults: 0 };
    for (const one of frozen) await allAtOnce(one.id, managers, told);
    const lost = await lostAmong(world, told.acknowledged);
    return { acknowledged: told.acknowledged.size, toldOfAnother: told.again, lost, faults: told.faults };
  } finally {
    await world.close();
  }
}

type Told = { readonly acknowledged: Map<string, string>; again: number; faults: number };

async function allAtOnce(frozen: string, managers: readonly Worker[], told: Told): Promise<void> {
  const pages = await Promise.all(managers.map((one) => one.get(`/rating-cases/${frozen}`)));
  const follows = pages.map(({ body }) => followsIn(body));
  await Promise.all(managers.map((one, at) => send(frozen, one, follows[at] ?? '', told)));
}

async function send(frozen: string, manager: Worker, follows: string, told: Told): Promise<void> {
  let seen = follows;
  for (let tries = 0; tries < MANAGERS; tries += 1) {
    const why = `By ${manager.staffId}, ${randomUUID()}`;
    const answer = await manager.post(`/rating-cases/${frozen}/ratings`, {
      ...RATED,
      why,
      ...(seen === '' ? {} : { follows: seen }),
    });
    if (answer.statusCode === 303) {
      told.acknowledged.set(why, seen);
      return;
    }
    if (!(answer.statusCode === 422 && answer.body.includes('Somebody else rated this case'))) {
      told.faults += 1;
      return;
    }
    told.again += 1;
    if (!answer.body.includes(why)) told.faults += 1;
    seen = followsIn(answer.body);
  }
}

function followsIn(page: string): string {
  return /name="follows" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Not there; or there beside another that follows the same, so that one of the two was covered unseen. */
async function lostAmong(world: World, acknowledged: ReadonlyMap<string, string>): Promise<number> {
  const rows = await world.rows<{ id: string; person_id: string; why: string; follows: string | null }>(
    'select id, person_id, why, follows from case_rating',
  );
  const kept = new Set(rows.map(({ why }) => why));
  const missing = [...acknowledged.keys()].filter((why) => !kept.has(why)).length;
  const chains = Map.groupBy(rows, ({ person_id: person, follows }) => `${person} ${follows}`);
  const covered = [...chains.values()].reduce((sum, beside) => sum + beside.length - 1, 0);
  return missing + covered;
}

/** Hugo, and four more heads of service with accounts of their own. */
async function fiveManagers(world: World): Promise<readonly Worker[]> {
  const keys = ['hugo'];
  for (let turn = 1; turn < MANAGERS; turn += 1) {
    const [staff, post, account, key] = [randomUUID(), randomUUID(), randomUUID(), `head${turn}`];
    keys.push(key);
    await world.rows(
      `insert into staff (id, given_name, family_name, started_on) values ('${staff}', 'Head', 'Number${turn}', '2018-01-01');
       insert into post (id, team_id, role, title) select '${post}', id, 'head of service', 'Head of service' from team where title = 'Safeguarding and care';
       insert into post_holding (id, post_id, staff_id, from_on) values ('${randomUUID()}', '${post}', '${staff}', '2018-01-01');
       insert into directory.account (id, sign_in_name) values ('${account}', '${key}@island.example');
       insert into directory.account_place (account_id, authority, staff_id) values ('${account}', 'island', '${staff}')`,
    );
  }
  return Promise.all(keys.map((key) => world.as(key)));
}
