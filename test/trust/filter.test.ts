import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/language/day.ts';
import { viewerOn } from '../../src/platform/access/viewer.ts';
import type { Settings } from '../../src/platform/database/settings.ts';
import {
  backAtWork,
  mayReadShare,
  maySee,
  randomSights,
  type Sights,
  seeded,
  VIEWERS,
} from '../support/random-sight.ts';
import { openWorld, type World } from '../support/world.ts';

/** `npm run prove -- filter` asks many more worlds. */
const WORLDS = Number(process.env['FILTER_WORLDS'] ?? 2);
const SEED = Number(process.env['FILTER_SEED'] ?? 20_261_122);
const SIZE = Number(process.env['FILTER_CHILDREN'] ?? 8);
const PAGES = 3;
/** Whoever reads records of persons at all, by their work. */
const READS = new Set(['cleo', 'nell', 'sol', 'bea', 'dara', 'otis', 'mira', 'tess', 'ivo', 'fern', 'hugo']);

/** What every child of these worlds has a row of, and what lists, search and timelines are made from. */
const TABLES = [
  'person_name',
  'person_name_word',
  'contact_details',
  'attendance',
  'child_statement',
] as const;
const LISTED = TABLES.map((table) => `select '${table}' as of, person_id as id from ${table}`);
const OF_SHARES = "select 'share' as of, person_id as id from share";
const QUESTION = ["select 'person' as of, id from person", ...LISTED, OF_SHARES].join(' union all ');

describe('What a list holds and what opens', () => {
  let world: World;
  const staff = new Map<string, string>();
  const teams = new Map<string, string>();
  const asking = new Map<string, Settings>();
  beforeAll(async () => {
    world = await openWorld();
    for (const row of await world.rows<{ id: string; title: string }>('select id, title from team'))
      teams.set(row.title, row.id);
    const authority = world.house.authorities[0];
    if (authority === undefined) throw new Error('the template has an authority');
    const now = new Date();
    for (const key of VIEWERS) {
      const { staffId } = await world.as(key);
      staff.set(key, staffId);
      const viewer = await world.house.database.transaction({ authority: 'island', now }, (db) =>
        viewerOn(db, authority.profile, staffId, dayOf(now, authority.profile.calendar.zone)),
      );
      if (viewer === undefined) throw new Error(`${key} is nobody`);
      const { agencyId: agency, teams: held, wide, fieldClasses } = viewer;
      asking.set(key, {
        authority: 'island',
        now,
        actor: staffId,
        agency,
        principals: [staffId, ...held],
        wide,
        fieldClasses: [...fieldClasses],
      });
    }
  });
  afterAll(() => world.close());

  /** Where the lists of somebody and the decision about each child differ, in one world. */
  async function differences(
    sights: Sights,
  ): Promise<{ cases: number; seen: number; wrong: readonly string[] }> {
    const ids = new Set(sights.children.map(({ personId }) => personId));
    const wrong: string[] = [];
    let seen = 0;
    for (const who of VIEWERS) {
      const settings: Settings = { ...(asking.get(who) ?? { authority: 'island' }), now: new Date() };
      const { rows } = await world.house.database.transaction(settings, (db) =>
        sql<{ of: string; id: string }>`${sql.raw(QUESTION)}`.execute(db),
      );
      const listed = Map.groupBy(
        rows.filter(({ id }) => ids.has(id)),
        ({ of }) => of,
      );
      for (const child of sights.children) {
        const opens = maySee(who, child, sights.covers);
        if (opens) seen += 1;
        const reads = mayReadShare(who, child, sights.covers);
        for (const table of ['person', ...TABLES, 'share']) {
          const isListed = (listed.get(table) ?? []).some(({ id }) => id === child.personId);
          if (isListed !== (table === 'share' ? reads : opens))
            wrong.push(`${table} for ${who}: ${isListed ? 'listed' : 'left out'}, ${JSON.stringify(child)}`);
        }
      }
    }
    return { cases: VIEWERS.length * sights.children.length, seen, wrong };
  }

  /** The page of a child, asked for as a browser asks: it opens where the decision and the role say so, and is nowhere refused otherwise. */
  async function pagesThatDiffer(sights: Sights, chance: () => number): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (let turn = 0; turn < PAGES; turn += 1) {
      const who = VIEWERS[Math.floor(chance() * VIEWERS.length)] ?? '';
      const child = sights.children[Math.floor(chance() * sights.children.length)];
      if (child === undefined) continue;
      const { statusCode } = await (await world.as(who)).get(`/people/${child.personId}/timeline`);
      const opens = maySee(who, child, sights.covers) ? 200 : 404;
      if (statusCode !== (READS.has(who) ? opens : 403))
        wrong.push(`page for ${who}: ${statusCode}, ${JSON.stringify(child)}`);
    }
    return wrong;
  }

  async function ask(worlds: number, seed: number) {
    const all = { cases: 0, seen: 0, wrong: [] as string[] };
    for (let turn = 0; turn < worlds; turn += 1) {
      const chance = seeded(seed + turn);
      const sights = await randomSights(world, staff, teams, chance, SIZE);
      const { cases, seen, wrong } = await differences(sights);
      all.cases += cases;
      all.seen += seen;
      all.wrong.push(
        ...[...wrong, ...(await pagesThatDiffer(sights, chance))].map((one) => `seed ${seed + turn}: ${one}`),
      );
      await backAtWork(world);
    }
    return all;
  }

  it('is the same: whoever is listed opens, and nobody else, in worlds made by chance', async () => {
    const { cases, seen, wrong } = await ask(WORLDS, SEED);
    console.log(`filter: ${cases} cases, ${seen} may be opened, ${wrong.length} differ`);
    for (const one of wrong.slice(0, 5)) console.log(`filter, differs: ${one}`);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(cases / 10);
    expect(seen).toBeLessThan(cases * 0.9);
  }, 1_800_000);

  it('differs where a policy lets everybody through, and where one lets nobody: the control shows that this can fail', async () => {
    await world.rows('create policy broken on attendance for select to continuum_app using (true)');
    const wide = await ask(1, SEED);
    await world.rows('drop policy broken on attendance');
    await world.rows(
      'create policy broken on contact_details as restrictive for select to continuum_app using (false)',
    );
    const narrow = await ask(1, SEED);
    await world.rows('drop policy broken on contact_details');
    console.log(
      `filter, control: ${wide.wrong.length} differ where it is widened, ${narrow.wrong.length} where it is narrowed`,
    );
    expect(Math.min(wide.wrong.length, narrow.wrong.length)).toBeGreaterThan(0);
  }, 300_000);
});
