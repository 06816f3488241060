import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { addDays, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';

describe('The calendar of gaps, asked for', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const seenChild = (givenName: string, worker: Id, seenDaysAgo: number) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: '=Sandpiper' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2015-05-05') });
      const began = addDays(made.today, -100);
      await made.db
        .insertInto('period_of_service')
        .values({ id: made.newId(), person_id: id, kind: 'in need', basis: 'decided', basis_words: 'Why', began_on: began })
        .execute(); // biome-ignore format: a row reads as a row
      await allocate(made, { personId: id, staffId: worker, fromOn: began });
      const visit = made.newId();
      await made.db
        .insertInto('visit')
        .values({ id: visit, visited_on: addDays(made.today, -seenDaysAgo), place: 'school', manner: 'planned', visited_by: worker })
        .execute(); // biome-ignore format: a row reads as a row
      await made.db
        .insertInto('visit_child')
        .values({ id: made.newId(), visit_id: visit, person_id: id, seen: true, alone: true, bedroom_seen: false })
        .execute(); // biome-ignore format: a row reads as a row
      return id;
    });

  it('shows each child in sight with their weeks, as a page and as a file that no spreadsheet runs', async () => {
    const [tess, ivo] = [await world.as('tess'), await world.as('ivo')];
    await seenChild('Late', tess.staffId, 60);
    await seenChild('Seen', tess.staffId, 2);
    await seenChild('Ours', ivo.staffId, 2);
    const { body: page } = await tess.get('/calendar-of-gaps');
    expect(page).toContain('At school or nursery, alone');
    expect(page).toContain('weeks too long');
    expect(page.indexOf('Late ')).toBeLessThan(page.indexOf('Seen ='));
    expect(page).not.toContain('Ours ');
    const csv = (await tess.get('/calendar-of-gaps/csv')).body;
    expect(csv.split('\r\n')[0]?.split(',')).toHaveLength(15);
    expect(csv).toContain('Late =Sandpiper,Tess Windlass');
    expect(csv).toContain('"Not seen, for too long"');
    expect(csv).not.toContain('Ours');
    const hugo = await world.as('hugo');
    expect((await hugo.get('/calendar-of-gaps')).body).toContain('Ours ');
    expect((await tess.get('/calendar-of-gaps?mine=yes')).body).toContain('Late ');
    expect((await tess.get('/calendar-of-gaps?mine=no')).body).toContain('Late ');
    expect((await ivo.get('/calendar-of-gaps?mine=yes')).body).not.toContain('Late ');
    const ofIvo = `?worker=${ivo.staffId}`;
    expect((await hugo.get(`/calendar-of-gaps${ofIvo}`)).body).toContain('Ours ');
    expect((await hugo.get(`/calendar-of-gaps${ofIvo}`)).body).not.toContain('Late ');
    expect((await hugo.get(`/calendar-of-gaps/csv${ofIvo}`)).body).not.toContain('Late ');
    expect((await tess.get(`/calendar-of-gaps${ofIvo}`)).body).not.toContain('Ours ');
    expect((await hugo.get('/calendar-of-gaps?worker=nobody')).body).toContain('Late ');
  });

  it('is shown to nobody to whom no visit is shown', async () => {
    for (const key of ['nell', 'bea', 'quill', 'halyard']) {
      const other = await world.as(key);
      expect((await other.get('/calendar-of-gaps')).statusCode, key).toBe(403);
      expect((await other.get('/calendar-of-gaps/csv')).statusCode, key).toBe(403);
    }
  });
});
