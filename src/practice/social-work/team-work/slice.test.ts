import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { contactAboutSomebody, decisionOn } from '../../../../test/trust/records.ts';
import { addDays, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson, joinHousehold } from '../../people/person/index.ts';

describe('The work of a team', () => {
  let world: World;
  let tess: Worker;
  let mira: Worker;
  beforeAll(async () => {
    world = await openStillWorld();
    tess = await world.as('tess');
    mira = await world.as('mira');
  });
  afterAll(() => world.close());

  const openChild = (givenName: string, daysAgo: number, worker: Id | undefined) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Heron' }] as const;
      const { id: person } = await createPerson(made, { names, bornOn: day('2015-05-05') });
      const on = addDays(made.today, -daysAgo);
      const [team] = await world.rows<{ id: Id }>(
        "select id from team where title = 'Assessment and support'",
      );
      await made.db
        .insertInto('period_of_service')
        .values({ id: made.newId(), person_id: person, kind: 'in need', basis: 'decided', basis_words: 'Why', team_id: team?.id, began_on: on })
        .execute(); // biome-ignore format: a row reads as a row
      if (worker) await allocate(made, { personId: person, staffId: worker, fromOn: on });
      return person;
    });
  const mainOf = async (worker: Worker, path: string) =>
    (await worker.get(path)).body.split('<main')[1]?.split('</main>')[0] ?? '';

  it('shows what is overdue, what is due soon and what waits, of whom, with whom, and on whose word', async () => {
    const late = await openChild('Teal', 60, tess.staffId);
    const sibling = await openChild('Sorrel', 23, tess.staffId);
    await openChild('Plover', 1, undefined);
    await world.within((made) => joinHousehold(made, [late, sibling]));
    const page = await mainOf(mira, '/team');
    for (const words of ['Assessment and support', '3 children', 'Overdue', 'Teal Heron', 'Not seen yet', 'Allocate a worker', 'Nobody yet', 'Tess Windlass', '20 working days', 'English default, confirm locally', 'Allocate (1)'])
      expect(page, words).toContain(words); // biome-ignore format: a list reads as a list
    expect(page.indexOf('Teal Heron')).toBeLessThan(page.indexOf('Plover Heron'));
    expect(await mainOf(mira, '/team?show=overdue')).not.toContain('Plover Heron');
    expect(await mainOf(mira, '/team?by=family')).toContain('Sorrel Heron, Teal Heron');
    expect(await mainOf(mira, '/team?show=waiting')).toContain('Plover Heron');
  });

  it('is on the desk of the worker for their own children alone', async () => {
    const ivo = await world.as('ivo');
    await openChild('Wigeon', 60, ivo.staffId);
    const worklist = async (worker: Worker) => (await mainOf(worker, '/desk')).split('My children')[0] ?? '';
    expect(await worklist(ivo)).toContain('Wigeon Heron');
    expect(await worklist(ivo)).not.toContain('Teal Heron');
    expect(await worklist(tess)).not.toContain('Wigeon Heron');
    expect(await mainOf(tess, '/team')).toContain('Wigeon Heron');
  });

  it('is offered to whoever has a team, and to nobody else', async () => {
    expect((await tess.get('/desk')).body).toContain('href="/team"');
    for (const key of ['cleo', 'nell', 'quill', 'halyard']) {
      const other = await world.as(key);
      expect((await other.get('/team')).statusCode, key).toBe(403);
      expect((await other.get('/my-work')).body, key).not.toContain('href="/team"');
    }
  });

  it('shows another team to whoever sees everyone, and to nobody else', async () => {
    const [team] = await world.rows<{ id: Id }>("select id from team where title = 'Assessment and support'");
    const [hugo, fern] = [await world.as('hugo'), await world.as('fern')];
    expect(await mainOf(hugo, `/team?team=${team?.id}`)).toContain('Teal Heron');
    expect(await mainOf(fern, `/team?team=${team?.id}`)).not.toContain('Teal Heron');
    for (const query of ['?team=x', '?page=-1&by[]=x', '?page=99', '?show=%00'])
      expect((await mira.get(`/team${query}`)).statusCode, query).toBe(200);
  });

  it('lists what managers decided, reviews, ratings, closings and declared periods, for whoever takes each up', async () => {
    const child = await openChild('Dunlin', 120, tess.staffId);
    const [by, worker] = [mira.staffId, tess.staffId];
    await world.rows(`
      insert into complex_case (id, person_id, entered_on, entered_by, entered_why, lead_id) values (gen_random_uuid(), '${child}', '2026-09-01', '${by}', 'Why', '${by}');
      insert into case_rating (id, person_id, harm, breakdown, why, to_do, proposes_closing, rated_by, rated_at) values (gen_random_uuid(), '${child}', 'green', 'green', 'Why', 'What', true, '${by}', '2026-08-03T10:00Z');
      insert into declared_period (id, title, reason, for_whom, interval_days, from_on, declared_by) values (gen_random_uuid(), 'Schools closed', 'Why', 'early help', 7, '2026-11-16', '${by}');
      with made as (insert into management_decision (id, person_id, occasion, decided_on, decided, why, signed_by, signed_at)
        values (gen_random_uuid(), '${child}', 'supervision', '2026-11-16', 'What', 'Why', '${by}', '2026-11-16T10:00Z') returning id, person_id)
        insert into management_decision_action (id, management_decision_id, person_id, what, staff_id, due_on)
        select gen_random_uuid(), id, person_id, todo.what, todo.who::uuid, todo.due_on::date from made, (values ('Ring the school', '${worker}', '2026-11-20'), ('Ask in spring', '${worker}', '2027-03-01')) todo (what, who, due_on)`);
    const desk = await mainOf(tess, '/desk');
    for (const words of ['Decided: Ring the school', 'Review of a complex case', 'A rating proposes closing: talk with the family', `/people/${child}/closings/new`])
      expect(desk, words).toContain(words); // biome-ignore format: a list reads as a list
    for (const words of ['Ask in spring', 'Look again at the rating', 'Schools closed'])
      expect(desk, words).not.toContain(words);
    expect(await mainOf(tess, '/desk?show=waiting')).toContain('Ring the school');
    const team = await mainOf(mira, '/team?by=child');
    for (const words of ['Decided: Ring the school', 'Look again at the rating: green', 'Schools closed', 'without a last day', 'About no one child'])
      expect(team, words).toContain(words); // biome-ignore format: a list reads as a list
    expect(await mainOf(mira, '/team?show=waiting')).toContain('Review of a complex case');
    expect(await mainOf(await world.as('fern'), '/team')).not.toContain('Dunlin');
  });

  it('lists a closing for the manager until it is given back, and from then on for the worker', async () => {
    const child = await openChild('Whimbrel', 5, tess.staffId);
    await world.rows(`
      with made as (insert into closing (id, person_id, period_of_service_id, reason, reached, come_back, others_told, proposed_by, proposed_at)
        select gen_random_uuid(), person_id, id, 'no longer in need', 'Mornings.', 'Ring us.', 'Nobody.', '${tess.staffId}', '2026-11-20T10:00Z'
        from period_of_service where person_id = '${child}' returning id, person_id)
      insert into closing_view (id, closing_id, person_id, whose, named, words, why_not)
        select gen_random_uuid(), id, person_id, own.whose, own.named, own.words, own.why_not
        from made, (values ('child', null, 'I can do it.', null), ('parent', 'Rosa', null, 'not reached')) own (whose, named, words, why_not)`);
    expect(await mainOf(mira, '/team?show=waiting')).toContain(
      'Closing with the family: authorise or give back',
    );
    expect(await mainOf(tess, '/desk')).not.toContain('Closing');
    await world.rows(
      `update closing set returned_at = '2026-11-21T10:00Z', returned_by = '${mira.staffId}', returned_words = 'Ask the father, too.' where person_id = '${child}'`,
    );
    expect(await mainOf(mira, '/team?show=waiting')).not.toContain('Closing with the family');
    expect(await mainOf(tess, '/desk?show=waiting')).toContain('Closing given back: Ask the father, too.');
  });

  it('lists a decision of the hub that waits for a second signature, for whoever may sign it', async () => {
    const about = await contactAboutSomebody(world);
    await decisionOn(world, about, about.personId);
    const hugo = await world.as('hugo');
    expect(await mainOf(hugo, '/desk?show=waiting')).toContain('Decision to sign');
    expect(await mainOf(mira, '/team')).not.toContain('Decision to sign');
  });
});
