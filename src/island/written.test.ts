import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../test/support/database.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { behind, figureOf } from '../insight/figure.ts';
import { measureNamed } from '../insight/measures/measures.ts';
import { monthOf } from '../insight/month.ts';
import { linesBehind } from '../insight/reckoning.ts';
import { day } from '../language/day.ts';
import { addAuthority } from '../platform/authority/authorities.ts';
import { JERSEY } from '../profile/jersey.ts';
import { finishIsland, isPeopled } from './accounts.ts';
import { makeIsland } from './create.ts';
import type { Ledger } from './ledger.ts';
import { addMass } from './mass.ts';
import { NO_SCENARIO, readScenario, ScenarioNotMet } from './scenario.ts';
import { writeLedger } from './write.ts';

const NOW = new Date('2021-03-05T14:02:00Z');

/** Invented figures, far from what chance would give. */
const SCENARIO = {
  source: 'Invented for this test',
  referrals: { '2020-02': 13, '2020-03': 0, '2021-02': 3 },
  childrenOpen: { '2020-02': 91, '2020-07': 44, '2021-02': 60 },
  onPlans: { '2020-02': 19, '2020-03': 7, '2021-02': 11 },
  inCare: { '2020-02': 4, '2021-02': 17 },
  inCareAged16And17: { '2021-02': 3 },
  busiestWorker: { '2021-02': 6 },
};

describe('An island, written', () => {
  let world: World;
  let ledger: Ledger;
  beforeAll(async () => {
    world = await openWorld();
    ledger = makeIsland({ profile: JERSEY, seed: 'written', children: 1_500, now: NOW, scenario: SCENARIO });
    const added = { schema: 'fiction', title: 'Fiction', profile: 'jersey', demonstration: true, asOf: NOW };
    await addAuthority(world.owner, added, MIGRATIONS);
    await writeLedger({ ...world.owner, user: 'continuum_generator' }, 'fiction', ledger, () => undefined);
    await finishIsland(world.owner, 'fiction', 'new');
  }, 120_000);
  afterAll(() => world.close());

  const counted = async (id: string, month: string) =>
    behind(await linesOf(id, month), measureNamed(id)?.kind ?? 'count').met.length;

  const linesOf = (id: string, month: string) => {
    const measure = measureNamed(id);
    if (measure === undefined) throw new Error(`there is no ${id}`);
    return world.house.database.transaction({ authority: 'fiction', now: NOW }, (db) =>
      linesBehind(
        { db, asOf: day('2021-03-05'), zone: 'Europe/Jersey' },
        measure,
        monthOf(day(`${month}-01`)),
      ),
    );
  };

  it('shows exactly the referrals that the scenario asks of a month', async () => {
    for (const [month, asked] of Object.entries(SCENARIO.referrals))
      expect([month, await counted('R1', month)]).toEqual([month, asked]);
  });

  it('shows exactly the children open that the scenario asks of the end of a month', async () => {
    for (const [month, asked] of Object.entries(SCENARIO.childrenOpen))
      expect([month, await counted('O1', month)]).toEqual([month, asked]);
  });

  it('shows exactly the children on a plan and in care that the scenario asks of the end of a month', async () => {
    for (const [month, asked] of Object.entries(SCENARIO.onPlans))
      expect([month, await counted('C1', month)]).toEqual([month, asked]);
    for (const [month, asked] of Object.entries(SCENARIO.inCare))
      expect([month, await counted('L1', month)]).toEqual([month, asked]);
  });

  it('shows of those in care as many aged 16 and 17 as the scenario asks, and a social worker with as many children', async () => {
    const [aged] = await world.rows(
      `select count(*)::integer as count from fiction.period_of_care c join fiction.person p on p.id = c.person_id
        where c.began_on <= '2021-02-28' and (c.ended_on is null or c.ended_on > '2021-02-28')
          and extract(year from age(date '2021-02-28', p.born_on)) in (16, 17)`,
    );
    expect(aged?.['count']).toBeGreaterThanOrEqual(SCENARIO.inCareAged16And17['2021-02']);
    const carried = await world.rows(
      `select post.role, count(distinct a.person_id)::integer as children from fiction.allocation a
         join fiction.post_holding h on h.staff_id = a.staff_id join fiction.post on post.id = h.post_id
        where a.from_on <= '2021-02-28' and (a.ended_on is null or a.ended_on > '2021-02-28')
        group by a.staff_id, post.role order by children desc`,
    );
    const most = SCENARIO.busiestWorker['2021-02'];
    expect(carried[0]?.['children']).toBe(most);
    expect(carried.filter(({ role, children }) => role === 'social worker' && children === most)).not.toEqual(
      [],
    );
  });

  it('is found by the figure of caseloads: the busiest worker of the scenario, and as many children for each as the rows have', async () => {
    for (const [month, most] of Object.entries(SCENARIO.busiestWorker)) {
      const figure = figureOf(await linesOf('W1', month), 'load');
      expect([month, figure.loads.at(-1)]).toEqual([month, most]);
      const [row] = await world.rows(
        `select count(distinct person_id)::float / count(distinct staff_id) as mean from fiction.allocation
          where kind = 'worker' and from_on <= '${month}-28' and (ended_on is null or ended_on > '${month}-28')`,
      );
      expect(figure.value).toBeCloseTo(Number(row?.['mean']), 10);
    }
  });

  it('lets the worker see the children: brothers and sisters on one visit, never nobody, never before birth', async () => {
    const [row] = await world.rows(
      `select count(*)::integer as visits, count(*) filter (where of_visit > 1)::integer as together, count(*) filter (where of_visit = 0)::integer as nobody
         from (select v.id, count(c.id) as of_visit from fiction.visit v left join fiction.visit_child c on c.visit_id = v.id group by v.id) each`,
    );
    expect(row?.['visits']).toBeGreaterThan(500);
    expect(row?.['together']).toBeGreaterThan(20);
    expect(row?.['nobody']).toBe(0);
    const [unseen] = await world.rows(
      `select count(*)::integer as open, count(*) filter (where seen.on_day is null)::integer as never from fiction.open_period o
         left join lateral (select max(v.visited_on) as on_day from fiction.visit v join fiction.visit_child c on c.visit_id = v.id
           where c.person_id = o.person_id and c.seen) seen on true
        where o.ended_on is null and o.began_on < '2021-01-20'`,
    );
    expect(Number(unseen?.['never']) / Number(unseen?.['open'])).toBeLessThan(0.1);
  });

  it('completes assessments, most of them in time, and goes on in need on the same day, also as known before', async () => {
    const [row] = await world.rows(
      `select count(*)::integer as needs, count(*) filter (where a.ended_on = n.began_on and a.recorded_at < n.began_on + 1)::integer as follows,
              count(*) filter (where n.ended_on is not null)::integer as ended,
              count(*) filter (where n.ended_on is not null and exists (select from fiction.period_of_service_history h
                where h.id = n.id and h.ended_on is null and h.superseded_at = n.recorded_at))::integer as known_open
         from fiction.period_of_service n join fiction.period_of_service a on a.person_id = n.person_id and a.kind = 'assessment' and a.ended_on = n.began_on
        where n.kind = 'in need'`,
    );
    expect(row?.['needs']).toBeGreaterThan(100);
    expect(row?.['follows']).toBe(row?.['needs']);
    expect(row?.['ended']).toBeGreaterThan(50);
    expect(row?.['known_open']).toBe(row?.['ended']);
    const late = await world.rows(
      "select from fiction.period_of_service where kind = 'assessment' and ended_on is null and began_on < date '2021-03-05' - 84",
    );
    expect(late).toEqual([]);
  });

  it('holds every row that was made up, with the instant at which it counts as recorded', async () => {
    for (const table of ['person', 'contact', 'contact_child', 'decision', 'answer', 'allocation'] as const) {
      const [row] = await world.rows(`select count(*)::integer as count from fiction.${table}`);
      expect([table, row?.['count']]).toEqual([table, ledger.added.get(table)?.length]);
    }
    const [early] = await world.rows(
      "select count(*)::integer as count from fiction.contact where recorded_at < '2021-01-01'",
    );
    expect(early?.['count']).toBeGreaterThan(500);
  });

  it('says of an answered contact, as known before the answer, that it was not answered', async () => {
    const [row] = await world.rows(
      `select count(distinct c.id)::integer as answered,
              count(*) filter (where h.answered_at is null and h.superseded_at = c.answered_at and h.permission = c.permission)::integer as not_yet
         from fiction.contact c join fiction.contact_history h on h.id = c.id where c.answered_at is not null`,
    );
    expect(row?.['answered']).toBeGreaterThan(1_000);
    expect(row?.['not_yet']).toBe(row?.['answered']);
  });

  it('says of a corrected contact what it said before, and why it was put right', async () => {
    const rows = await world.rows(
      `select k.what, k.was, k.is_now, c.summary, h.summary as summary_before from fiction.correction k
         join fiction.contact c on c.id = k.contact_id join fiction.contact_history h on h.id = c.id and h.superseded_at = k.corrected_at
        where k.what = 'The line for lists'`,
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows)
      expect([row['was'], row['is_now']]).toEqual([row['summary_before'], row['summary']]);
  });

  it('knows each referral before it was accepted, while it was open, and after it had ended', async () => {
    const [row] = await world.rows(
      `select array_agg((h.accepted_on is null)::text || (h.ended_on is null)::text order by h.recorded_at) as told
         from fiction.referral r join fiction.referral_history h on h.id = r.id where r.ended_on is not null group by r.id limit 1`,
    );
    expect(row?.['told']).toEqual(['truetrue', 'falsetrue']);
  });

  it('lets everybody who works there sign in, and nobody who left', async () => {
    const [row] = await world.rows(
      `select count(*) filter (where s.left_on is null and p.staff_id is null) ::integer as without,
              count(*) filter (where s.left_on is not null and p.staff_id is not null)::integer as left_with
         from fiction.staff s left join directory.account_place p on p.staff_id = s.id and p.authority = 'fiction'`,
    );
    expect(row).toEqual({ without: 0, left_with: 0 });
    expect(await isPeopled(world.owner, 'fiction')).toBe(true);
  });

  it('lets the worker of an open child see the child and those who care for it', async () => {
    const [row] = await world.rows(
      `select count(*)::integer as open, count(s.person_id)::integer as seen from fiction.allocation a
         left join fiction.sight s on s.person_id = a.person_id and s.principal = a.staff_id and s.ground = 'allocation' where a.ended_on is null`,
    );
    expect(row?.['open']).toBeGreaterThan(20);
    expect(row?.['seen']).toBe(row?.['open']);
  });

  it('gives the next contact a reference that nobody has', async () => {
    const [row] = await world.rows(
      `select last, (select count(*) from fiction.contact where reference like 'C-21-%')::integer as used
         from fiction.reference_counter where kind = 'contact' and year = 2021`,
    );
    expect(row?.['last']).toBe(row?.['used']);
  });
});

describe('Closed records beside an island', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    const generator = { ...world.owner, user: 'continuum_generator' };
    const mass = { seed: 'mass', children: 300, today: day('2026-11-18'), profile: JERSEY };
    await addMass(generator, 'island', mass, () => undefined);
  });
  afterAll(() => world.close());

  it('are children with one contact each, decided, answered, and found by name', async () => {
    const [row] = await world.rows(
      `select count(distinct p.id)::integer as children, count(distinct c.id)::integer as contacts, count(distinct w.person_id)::integer as found,
              bool_and(d.signed_at >= c.told_at and c.answered_at >= d.signed_at) as in_order
         from person p join contact_person cp on cp.person_id = p.id join contact c on c.id = cp.contact_id
         join decision d on d.contact_id = c.id join person_name_word w on w.person_id = p.id`,
    );
    expect(row).toEqual({ children: 300, contacts: 300, found: 300, in_order: true });
  });

  it('were not answered yet, as known before', async () => {
    const [row] = await world.rows(
      `select count(*)::integer as count from contact c join contact_history h on h.id = c.id
        where h.answered_at is null and h.recorded_at = c.told_at and h.superseded_at = c.recorded_at`,
    );
    expect(row?.['count']).toBe(300);
  });

  it('open nothing', async () => {
    expect(await world.rows('select from open_period where ended_on is null')).toEqual([]);
  });

  it('had for one in three a worker, visits and notes, ended before the months that are counted', async () => {
    const [row] = await world.rows(
      `select count(*)::integer as served, max(p.ended_on) < date '2026-11-18' - 1096 as is_long_ago,
              bool_and(exists (select from allocation a where a.person_id = p.person_id and a.ended_on = p.ended_on)) as had_worker,
              min((select count(*) from visit_child c where c.person_id = p.person_id and c.seen_at is not null))::integer as visits,
              min((select count(*) from case_note_child c where c.person_id = p.person_id))::integer as notes
         from period_of_service p`,
    );
    expect(row).toMatchObject({ is_long_ago: true, had_worker: true, visits: 4, notes: 3 });
    expect(row?.['served']).toBeGreaterThan(30);
  });
});

describe('A scenario', () => {
  it('of the brief asks for the referrals, the open children, the plans, the children in care and the caseload of two Februaries, and says where they come from', () => {
    const file = join(import.meta.dirname, '..', '..', 'island', 'brief-2021.json');
    expect(readScenario(readFileSync(file, 'utf8'))).toMatchObject({
      ok: true,
      value: {
        source: expect.stringContaining('brief'),
        referrals: { '2020-02': 72, '2021-02': 50 },
        childrenOpen: { '2020-02': 580, '2021-02': 466 },
        onPlans: { '2020-02': 59, '2021-02': 47 },
        inCare: { '2020-02': 81, '2021-02': 70 },
        inCareAged16And17: { '2021-02': 21 },
        busiestWorker: { '2021-02': 20 },
      },
    });
  });

  it('is refused where it asks for what is no month and no number', () => {
    expect(readScenario('{"source": "x", "referrals": {"2021-13": 5}}').ok).toBe(false);
    expect(readScenario('{"source": "x", "referrals": {"2021-12": -1}}').ok).toBe(false);
    expect(readScenario('not a scenario').ok).toBe(false);
  });

  it('that asks for young people of 16 and 17 in care is met also where chance would have too few of them open', () => {
    const scenario = {
      ...NO_SCENARIO,
      childrenOpen: { '2020-02': 91, '2021-02': 73 },
      inCare: { '2020-02': 10, '2021-02': 11 },
      inCareAged16And17: { '2021-02': 4 },
    };
    const wish = { profile: JERSEY, seed: 'p', children: 1_500, now: NOW, scenario };
    expect(makeIsland(wish).added.get('period_of_care')?.length).toBeGreaterThan(10);
  });

  it('that this island cannot meet is refused in plain words, and nothing is made up to fit', () => {
    const asks = (referrals: Record<string, number>) => () =>
      makeIsland({
        profile: JERSEY,
        seed: 'small',
        children: 300,
        now: NOW,
        scenario: { ...NO_SCENARIO, referrals },
      });
    expect(asks({ '2021-02': 5_000 })).toThrow(ScenarioNotMet);
    const inCare = { '2021-02': 5_000 };
    const island = { profile: JERSEY, seed: 'small', children: 300, now: NOW };
    expect(() => makeIsland({ ...island, scenario: { ...NO_SCENARIO, inCare } })).toThrow(ScenarioNotMet);
    expect(asks({ '2011-02': 1 })).toThrow(/does not lie in the three years/);
  });
});
