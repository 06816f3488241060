import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day, startOfDay } from '../../src/language/day.ts';
import { id } from '../../src/language/id.ts';
import type { Db } from '../../src/platform/database/db.ts';
import { worklistOf } from '../../src/practice/social-work/worklist/index.ts';
import { JERSEY } from '../../src/profile/jersey.ts';
import { openWorld, type World } from '../support/world.ts';
import { personOnRecord, staffOf } from './records.ts';
import { declaredBeside, dueItems, FOR_WHOM, KINDS, type Model, newModel } from './worklist-model.ts';

const STEPS = Number(process.env['WORKLIST_STEPS'] ?? 120);
const SEED = 20261122;
const CHILDREN = 8;
/** After the first day of every rule: before it nobody is late by it. */
const FIRST_DAY = day('2020-04-06');

type Step = { readonly act: string; readonly child: number; readonly kind: number; readonly number: number };
const ACTS = ['begin', 'begin', 'end', 'plan', 'care', 'visit', 'visit', 'visit', 'nobody in', 'allocate', 'born', 'declare', 'end declared', 'complex', 'rate', 'decide', 'carry out', 'day', 'day', 'day', 'day']; // biome-ignore format: a list reads as a list
const READS = ['management decision: read', 'complex case: read', 'case rating: make'] as const;

/** Everybody is open, and most are with the first worker: else nothing would be due for weeks. */
const BEGINNING = Array.from({ length: CHILDREN }, (_, child) =>
  ['begin', 'allocate'].map((act) => ({ act, child, kind: child % KINDS.length, number: child })),
).flat();

describe('A worklist after random steps', () => {
  let world: World;
  let model: Model;
  let persons: readonly string[];
  let workers: readonly string[];
  beforeAll(async () => {
    world = await openWorld();
    persons = await Promise.all(Array.from({ length: CHILDREN }, () => personOnRecord(world)));
    workers = await Promise.all(['tess', 'ivo', 'mira'].map((key) => staffOf(world, key)));
    await world.rows('delete from allocation');
    model = newModel(FIRST_DAY, CHILDREN);
    for (const [at, { birthOn }] of model.children.entries())
      if (birthOn !== undefined)
        await world.rows('update person set born_on = null, due_on = $2 where id = $1', [
          persons[at],
          birthOn,
        ]);
  });
  afterAll(() => world.close());

  it(
    'equals a reference that counts one day after the other',
    async () => {
      const step = fc.record({
        act: fc.constantFrom(...ACTS),
        child: fc.nat(CHILDREN - 1),
        kind: fc.nat(KINDS.length - 1),
        number: fc.nat(40),
      });
      let compared = 0;
      for (const [at, one] of [...BEGINNING, ...fc.sample(step, { numRuns: STEPS, seed: SEED })].entries()) {
        await ACT[one.act]?.(one);
        const [listed, reference] = [await listOf(), dueItems(model, JERSEY.calendar)];
        expect(listed, `after step ${at + 1}: ${JSON.stringify(one)}, ${model.today}`).toEqual(reference);
        compared += reference.length;
      }
      console.log(`worklist: ${STEPS} steps, ${compared} things to do compared, until ${model.today}`);
      expect(compared).toBeGreaterThan(STEPS / 2);
    },
    10_000 + STEPS * 100,
  );

  /** What the program lists for the first worker, by child and day. */
  async function listOf(): Promise<readonly string[]> {
    const now = new Date(startOfDay(model.today).getTime() + 12 * 3_600_000);
    const viewer = {
      staffId: id(workers[0] ?? ''),
      permissions: new Set(READS),
      teams: [],
      decidesAsManager: false,
    };
    const list = await world.house.database.transaction(
      { authority: 'island', now, wide: true },
      async (db: Db) => {
        const own = await db
          .selectFrom('allocation')
          .select('person_id')
          .where('staff_id', '=', viewer.staffId)
          .where('ended_on', 'is', null)
          .execute();
        return worklistOf(
          { db, now, today: model.today, profile: JERSEY, viewer: viewer as never },
          { whose: 'team', children: own.map((row) => row.person_id), by: 'due' },
        );
      },
    );
    return list.items
      .map((item) => `${item.id.split(' ')[0]} ${persons.indexOf(item.personId ?? '')} ${item.due?.on}`)
      .toSorted();
  }

  const ACT: Readonly<Record<string, (step: Step) => Promise<void>>> = {
    async begin({ child, kind }) {
      const name = KINDS[kind] ?? 'in need';
      const own = model.children[child];
      if (own === undefined || own.open.has(name)) return;
      own.open.set(name, model.today);
      await world.rows(
        "insert into period_of_service (id, person_id, kind, basis, basis_words, began_on) values (gen_random_uuid(), $1, $2, 'decided', 'Why', $3)",
        [persons[child], name, model.today],
      );
    },
    async end({ child, kind }) {
      const own = model.children[child];
      const name = KINDS[kind] ?? '';
      if (!own?.open.delete(name)) return;
      if (own.open.size === 0) own.worker = undefined;
      await world.rows(
        "update period_of_service set ended_on = $3, ended_reason = 'died' where person_id = $1 and kind = $2 and ended_on is null",
        [persons[child], name, model.today],
      );
    },
    plan: ({ child }) =>
      stricter(child, 'plan', 'protection_plan', 'category, decided_by', "'neglect', 'The conference'"),
    // Nobody is in care before birth; a plan may stand for the unborn.
    async care({ child }) {
      if (!model.children[child]?.isBorn) return;
      const columns = 'basis, placement, on_island, decided_by';
      await stricter(child, 'care', 'period_of_care', columns, "'voluntary', 'foster', true, 'The court'");
    },
    async born({ child }) {
      const own = model.children[child];
      if (own === undefined || own.isBorn || own.open.size === 0) return;
      own.isBorn = true;
      own.birthOn = model.today;
      await world.rows('update person set born_on = $2 where id = $1', [persons[child], model.today]);
    },
    visit: ({ child, number }) => visit(child, true, number % 2 === 0),
    'nobody in': ({ child }) => visit(child, false, false),
    async allocate({ child, number }) {
      const own = model.children[child];
      if (own === undefined || own.open.size === 0) return;
      own.worker = number % 3 === 0 ? 1 : 0;
      await world.rows('update allocation set ended_on = $2 where person_id = $1 and ended_on is null', [
        persons[child],
        model.today,
      ]);
      await world.rows(
        "insert into allocation (id, person_id, staff_id, kind, from_on) values (gen_random_uuid(), $1, $2, 'worker', $3)",
        [persons[child], workers[own.worker], model.today],
      );
    },
    async declare({ kind, number, child }) {
      const forWhom = FOR_WHOM[(kind + child) % FOR_WHOM.length] ?? 'all';
      const until = number % 2 === 0 ? addDays(model.today, number) : undefined;
      const period = {
        forWhom,
        days: 1 + (number % 12),
        fromOn: model.today,
        untilOn: until,
        endedOn: undefined,
      };
      const insert = world.rows(
        "insert into declared_period (id, title, reason, for_whom, interval_days, from_on, until_on, declared_by) values (gen_random_uuid(), 'Closed', 'Why', $1, $2, $3, $4, $5)",
        [forWhom, period.days, period.fromOn, until, workers[0]],
      );
      if (declaredBeside(model, period)) return expect(insert).rejects.toThrow('exclusion constraint');
      await insert;
      model.declared.push(period);
    },
    async 'end declared'({ number }) {
      const period = model.declared.at(-1 - (number % 3));
      if (period === undefined || period.endedOn !== undefined) return;
      period.endedOn = model.today;
      await world.rows(
        'update declared_period set ended_on = $1, ended_by = declared_by where for_whom = $2 and from_on = $3 and ended_on is null',
        [model.today, period.forWhom, period.fromOn],
      );
    },
    async complex({ child, number }) {
      const own = model.children[child];
      if (own === undefined) return;
      const entered = own.reviewedOn !== undefined;
      own.reviewedOn = entered && number % 4 === 0 ? undefined : model.today;
      const [person, by] = [persons[child], workers[2]];
      if (!entered)
        await world.rows(
          "insert into complex_case (id, person_id, entered_on, entered_by, entered_why, lead_id) values (gen_random_uuid(), $1, $2, $3, 'Why', $3)",
          [person, model.today, by],
        );
      else if (number % 4 === 0)
        await world.rows(
          "update complex_case set left_on = $2, left_by = $3, left_why = 'Why' where person_id = $1 and left_on is null",
          [person, model.today, by],
        );
      else
        await world.rows(
          "insert into complex_case_review (id, complex_case_id, person_id, reviewed_on, reviewed_by, words) select gen_random_uuid(), id, person_id, $2, $3, 'What' from complex_case where person_id = $1 and left_on is null",
          [person, model.today, by],
        );
    },
    async rate({ child, number }) {
      const own = model.children[child];
      if (own === undefined || own.open.size === 0) return;
      const colour = (['red', 'amber', 'green'] as const)[number % 3] ?? 'red';
      own.rated = { on: model.today, colour };
      await world.rows(
        `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at, follows)
           select gen_random_uuid(), $1, 'green', $4, 'Why', 'What', $3, $2::date + time '12:00',
             (select id from case_rating where person_id = $1 order by rated_at desc, recorded_at desc limit 1)`,
        [persons[child], model.today, workers[2], colour],
      );
    },
    async decide({ child, number }) {
      const due = addDays(model.today, number % 12);
      model.children[child]?.actions.push(due);
      await world.rows(
        `with made as (insert into management_decision (id, person_id, occasion, decided_on, decided, why, signed_by, signed_at)
           values (gen_random_uuid(), $1, 'supervision', $2, 'What', 'Why', $3, $2::date + time '12:00') returning id, person_id)
         insert into management_decision_action (id, management_decision_id, person_id, what, staff_id, due_on)
           select gen_random_uuid(), id, person_id, 'Do it', $3, $4 from made`,
        [persons[child], model.today, workers[2], due],
      );
    },
    async 'carry out'({ child }) {
      const own = model.children[child];
      const due = own?.actions.toSorted()[0];
      if (own === undefined || due === undefined) return;
      own.actions.splice(own.actions.indexOf(due), 1);
      await world.rows(
        `update management_decision_action set ended_at = due_on, ended_by = staff_id, outcome = 'done' where id =
           (select id from management_decision_action where person_id = $1 and due_on = $2 and ended_at is null limit 1)`,
        [persons[child], due],
      );
    },
    async day() {
      model.today = addDays(model.today, 1);
    },
  };

  async function stricter(
    child: number,
    which: 'plan' | 'care',
    table: string,
    columns: string,
    values: string,
  ): Promise<void> {
    const own = model.children[child];
    if (own === undefined) return;
    if (own[which] === undefined) {
      own[which] = model.today;
      await world.rows(
        `insert into ${table} (id, person_id, began_on, ${columns}) values (gen_random_uuid(), $1, $2, ${values})`,
        [persons[child], model.today],
      );
    } else {
      own[which] = undefined;
      await world.rows(
        `update ${table} set ended_on = $2, end_decided_by = 'x' where person_id = $1 and ended_on is null`,
        [persons[child], model.today],
      );
    }
  }

  async function visit(child: number, seen: boolean, alone: boolean): Promise<void> {
    const own = model.children[child];
    if (own === undefined || own.open.size === 0 || !own.isBorn) return;
    if (seen) own.seenOn = model.today;
    await world.rows(
      `with made as (insert into visit (id, visited_on, place, manner, nobody_in, visited_by)
         values (gen_random_uuid(), $2, 'home', 'planned', $3, $4) returning id)
       insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen)
         select gen_random_uuid(), id, $1, $5, $6, false from made`,
      [persons[child], model.today, !seen, workers[0], seen, seen && alone],
    );
  }
});
