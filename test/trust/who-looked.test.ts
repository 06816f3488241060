import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { STAFF } from '../support/staff.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';
import { readExpectation } from './expectation.ts';
import { KINDS, type Records } from './records.ts';
import { showsAChild, type Watch, watchAudit } from './who-looked.ts';

const STAFF_KEYS = STAFF.map(({ key }) => key);
const PAGES = readExpectation(['nobody', ...STAFF_KEYS]).filter(
  ({ method, record }) => method === 'GET' && ['-', 'a child of Tess'].includes(record),
);

describe('Who looked', () => {
  let world: World;
  let child: Records;
  const workers = new Map<string, Worker>();
  beforeAll(async () => {
    world = await openWorld();
    child = (await KINDS['a child of Tess']?.(world)) ?? {};
    for (const key of STAFF_KEYS) workers.set(key, await world.as(key));
    await world.rows(`create function nobody_writes() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
      create function nobody_notices() returns trigger language plpgsql as $$ begin return null; end $$`);
  });
  afterEach(() => world.rows('drop trigger if exists broken on audit'));
  afterAll(() => world.close());

  /** Opens each page about the child, and each list, as the first who may. Gives how many there were and in how many of them the child stands. */
  async function lookEverywhere(watch?: Watch) {
    let [asked, shown] = [0, 0];
    for (const line of PAGES) {
      const who = STAFF_KEYS.find((key) => line.of(key) === 'allowed');
      const path = line.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => child[name] ?? 'H1');
      const worker = workers.get(who ?? '');
      if (worker === undefined || line.path === '/sign-out') continue;
      const answer = await worker.get(path);
      asked += 1;
      if (showsAChild(answer.body)) shown += 1;
      await watch?.after(line.path, answer, { records: child, actor: worker.staffId });
    }
    return { asked, shown };
  }

  it('is written down before anything is shown: where it cannot be written, no page shows the child', async () => {
    await world.rows('create trigger broken before insert on audit for each row execute function nobody_writes()');
    const { asked, shown } = await lookEverywhere();
    console.log(`who looked, nobody can write: ${asked} asked, ${shown} show the child`);
    expect(asked).toBeGreaterThan(100);
    expect(shown).toBe(0);
  }, 120_000);

  it('is missed on every page where the line is lost: the control shows that this can fail', async () => {
    const watch = await watchAudit(world);
    await world.rows('create trigger broken before insert on audit for each row execute function nobody_notices()');
    await lookEverywhere(watch);
    console.log(`who looked, lost lines: ${watch.faults.length} of ${watch.disclosed()} found`);
    expect(watch.faults).toHaveLength(watch.disclosed());
    expect(watch.disclosed()).toBeGreaterThan(50);
  }, 120_000);
}); // biome-ignore format: statements read in one line
