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
  schoolsClosed: [
    { from: day('2020-03-23'), until: day('2020-06-08'), days: 14 },
    { from: day('2021-01-05'), until: day('2021-02-10'), days: 14 },
  ],
};

/** What was written of children, with the day on which it happened. */
const HAPPENED = {
  visit: 'visited_on',
  case_note: 'coalesce(told_on, happened_on)',
  management_decision: 'decided_on',
  child_statement: 'stated_on',
  period_of_service: 'began_on',
  allocation: 'from_on',
  complex_case: 'entered_on',
  complex_case_review: 'reviewed_on',
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
        where a.kind = 'worker' and a.from_on <= '2021-02-28' and (a.ended_on is null or a.ended_on > '2021-02-28')
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

  const counts = async (sql: string) => {
    const [row] = await world.rows<Record<string, number>>(sql);
    return row ?? {};
  };

  it('has written down what was done with children after it happened, and by nobody who had left', async () => {
    for (const [table, happened] of Object.entries(HAPPENED)) {
      const row = await counts(
        `select count(*)::integer as all, count(*) filter (where (t.recorded_at at time zone 'Europe/Jersey')::date < ${happened})::integer as early,
                count(*) filter (where s.left_on < (t.recorded_at at time zone 'Europe/Jersey')::date)::integer as gone
           from fiction.${table} t left join fiction.staff s on s.id = t.recorded_by`,
      );
      expect([table, row['all'] !== 0, row['early'], row['gone']]).toEqual([table, true, 0, 0]);
    }
  });

  it('ends its work with the family: whatever ended for such a reason has one closing that a manager authorised, with what child and parent say', async () => {
    const row = await counts(
      `select count(*)::integer as ended, count(*) filter (where c.closings = 1 and c.views > 1)::integer as closed
         from fiction.period_of_service p cross join lateral (
           select count(*) filter (where c.authorised_at is not null and c.authorised_by <> c.proposed_by) as closings, min(v.views) as views
             from fiction.closing c cross join lateral (select count(distinct whose) as views from fiction.closing_view v where v.closing_id = c.id) v
            where c.period_of_service_id = p.id and c.returned_at is null) c
        where p.ended_reason in ('work done', 'no longer in need', 'closed after assessment', 'closed to early help')`,
    );
    expect(row['ended']).toBeGreaterThan(200);
    expect(row['closed']).toBe(row['ended']);
  });

  it('passes a child from one worker to the next by a handover that was accepted on the day, and nobody has two workers', async () => {
    const row = await counts(
      `select count(*)::integer as next, count(h.id)::integer as accepted
         from fiction.allocation a join fiction.allocation b on b.person_id = a.person_id and b.ended_on = a.from_on and b.kind = 'worker' and b.staff_id <> a.staff_id
         left join fiction.handover h on h.person_id = a.person_id and h.from_staff_id = b.staff_id
           and (h.accepted_at at time zone 'Europe/Jersey')::date = a.from_on and (h.to_staff_id = a.staff_id or h.to_team_id = a.team_id)
        where a.kind = 'worker' and not exists (select from fiction.referral r where r.person_id = a.person_id and a.from_on in (r.accepted_on, r.ended_on))
          and not exists (select from fiction.early_help_episode e where e.person_id = a.person_id and a.from_on in (e.began_on, e.ended_on))`,
    );
    expect(row['next']).toBeGreaterThan(20);
    expect(row['accepted']).toBe(row['next']);
    const doubled = await world.rows(
      `select from fiction.allocation a join fiction.allocation b on b.person_id = a.person_id and b.id > a.id and b.kind = 'worker'
         and daterange(a.from_on, a.ended_on) && daterange(b.from_on, b.ended_on) where a.kind = 'worker' limit 1`,
    );
    expect(doubled).toEqual([]);
  });

  it('lets a child be visited by whoever covers for somebody who is away, and by video while schools are closed', async () => {
    const row = await counts(
      `select count(*) filter (where v.place = 'video' and closed)::float / nullif(count(*) filter (where closed), 0) as closed,
              count(*) filter (where v.place = 'video' and not closed)::float / count(*) filter (where not closed) as open,
              count(*) filter (where not exists (select from fiction.visit_child c join fiction.allocation a on a.person_id = c.person_id
                where c.visit_id = v.id and a.staff_id = v.visited_by))::integer as covered
         from fiction.visit v cross join lateral (select exists (select from fiction.declared_period d
           where d.from_on <= v.visited_on and v.visited_on < d.ended_on) as closed) d`,
    );
    expect(row['closed']).toBeGreaterThan(0.3);
    expect(row['open']).toBeLessThan(0.1);
    expect(row['covered']).toBeGreaterThan(20);
  });

  it('rates twice every case that was open, by managers who do not work with the child', async () => {
    const exercises = await world.rows<Record<string, number>>(
      `select e.frozen_at, count(*)::integer as cases, count(r.id)::integer as rated, count(distinct r.rated_by)::integer as managers,
              count(*) filter (where r.rated_by = c.worker_id or r.rated_by = any (c.co_worker_ids))::integer as own,
              (select count(distinct p.person_id)::integer from fiction.period_of_service p where p.began_on < e.frozen_at::date
                and (p.ended_on is null or p.ended_on > e.frozen_at::date)) as open
         from fiction.rating_exercise e join fiction.rating_case c on c.exercise_id = e.id left join fiction.case_rating r on r.rating_case_id = c.id
        where e.closed_at is not null group by e.id, e.frozen_at order by e.frozen_at`,
    );
    expect(exercises).toHaveLength(2);
    for (const { cases = 0, rated = 0, managers, own, open } of exercises) {
      expect([cases, own]).toEqual([open, 0]);
      expect(rated / cases).toBeGreaterThan(0.85);
      expect(managers).toBeGreaterThan(2);
    }
    const { moved, colours } = await counts(
      `select count(*) filter (where (r.harm, r.breakdown) is distinct from (f.harm, f.breakdown))::integer as moved, count(distinct r.harm)::integer as colours
         from fiction.case_rating r join fiction.case_rating f on f.id = r.follows and f.person_id = r.person_id`,
    );
    expect(moved).toBeGreaterThan(5);
    expect(colours).toBe(3);
  });

  it('keeps a register of complex cases with thinking time held and not held, and decisions with things done and still to do', async () => {
    const row = await counts(
      `select (select count(*) filter (where left_on is not null) from fiction.complex_case)::integer as left,
              (select count(*) from fiction.complex_case_review)::integer as reviews,
              (select count(*) filter (where held_on is not null) from fiction.thinking_time)::integer as held,
              (select count(*) filter (where not_held_why is not null) from fiction.thinking_time)::integer as missed,
              (select count(*) filter (where outcome = 'done') from fiction.management_decision_action)::integer as done,
              (select count(*) filter (where outcome is null) from fiction.management_decision_action)::integer as open`,
    );
    for (const [what, count] of Object.entries(row)) expect([what, count > 0]).toEqual([what, true]);
  });

  it('lets a child say nothing before they can speak', async () => {
    const young = await world.rows(
      `select from fiction.child_statement s join fiction.person p on p.id = s.person_id
        where s.kind in ('proud', 'worries me', 'trust') and (p.born_on is null or s.stated_on < p.born_on + interval '5 years')`,
    );
    expect(young).toEqual([]);
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
