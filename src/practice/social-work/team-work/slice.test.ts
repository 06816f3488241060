import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { addDays, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson, joinHousehold } from '../../people/person/index.ts';

describe('The work of a team', () => {
  let world: World;
  let tess: Worker;
  let mira: Worker;
  beforeAll(async () => {
    world = await openWorld();
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
});
