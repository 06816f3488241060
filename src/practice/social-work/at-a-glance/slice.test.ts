import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../../../test/support/later.ts';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { addDays, type Day, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson, relate } from '../../people/person/index.ts';

describe('A child at a glance', () => {
  let world: World;
  let tess: Worker;
  let today: Day;
  beforeAll(async () => {
    world = await openStillWorld();
    tess = await world.as('tess');
    today = await world.within(async (made) => made.today);
  });
  afterAll(() => world.close());

  const personOf = (givenName: string, bornOn: Day, isOpen = true) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Limpet' }] as const;
      const { id } = await createPerson(made, { names, bornOn });
      await allocate(made, { personId: id, staffId: tess.staffId, fromOn: made.today });
      if (isOpen)
        await made.db
          .insertInto('period_of_service')
          .values({
            id: made.newId(),
            person_id: id,
            kind: 'in need',
            basis: 'decided',
            basis_words: 'Help.',
            began_on: addDays(today, -60),
          })
          .execute();
      return id;
    });
  const childOf = (givenName: string, isOpen = true) => personOf(givenName, day('2015-06-08'), isOpen);
  const visited = (
    child: Id,
    daysAgo: number,
    more: { seen?: boolean; alone?: boolean; said?: string } = {},
  ) =>
    world.within(async ({ db, newId }) => {
      const { seen = true, alone = false, said } = more;
      const visit = { id: newId(), visited_on: addDays(today, -daysAgo), place: 'home', manner: 'planned' };
      await db
        .insertInto('visit')
        .values({ ...visit, visited_by: tess.staffId })
        .execute();
      const own = { id: newId(), visit_id: visit.id, person_id: child, bedroom_seen: false };
      await db
        .insertInto('visit_child')
        .values({ ...own, seen, alone, said })
        .execute();
    });
  const page = async (child: Id, who = tess, query = '') => (await who.get(`/people/${child}${query}`)).body;
  const bodyOf = (html: string) => html.slice(html.indexOf('<main'));

  it('begins with the latest words of the child, who heard them and whether alone', async () => {
    const child = await childOf('Juno');
    await visited(child, 20, { said: 'I like my school.', alone: true });
    await visited(child, 6, { said: 'I want to know before people come.', alone: true });
    await visited(child, 2);
    const main = bodyOf(await page(child));
    expect(main).toContain('“I want to know before people come.”');
    expect(main).not.toContain('I like my school.');
    expect(main).toMatch(/Told to Tess Windlass on [^<]*, at home, alone\./u);
    expect(main.indexOf('I want to know')).toBeLessThan(main.indexOf('What worries people'));
  });

  it('says plainly that nothing was written down, and leads to writing it down', async () => {
    const main = bodyOf(await page(await childOf('Otto')));
    expect(main).toContain('Nobody has written down yet what they say.');
    expect(main).toContain('/visits/new');
    expect(main).toContain('/statements/new');
  });

  it('draws when the child was seen in twelve weeks, and says the same in words', async () => {
    const child = await childOf('Kit');
    await visited(child, 50, { alone: true });
    await visited(child, 30, { alone: true });
    await visited(child, 10);
    await visited(child, 4, { seen: false });
    const main = bodyOf(await page(child));
    expect(main).toContain('In twelve weeks: alone 2, with others 1, not seen 1');
    expect(main).toContain('alone, 2');
    expect(main).toContain('English default, confirm locally');
  });

  it('names who looks after the child, and leaves out whom the viewer may not see', async () => {
    const child = await childOf('Wren');
    const [mother, sealed] = [await personOf('Marram', day('1990-01-01'), false), await personOf('Bruno', day('1988-01-01'), false)];
    await world.within(async (made) => {
      await relate(made, { personId: child, otherId: mother, kind: 'mother', parentalResponsibility: 'yes' });
      await relate(made, { personId: child, otherId: sealed, kind: 'father' });
    });
    const dara = (await world.as('dara')).staffId;
    await world.rows(
      `with w as (insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Known to staff', now(), $2) returning id)
       insert into wall_name select id, $2 from w`,
      [sealed, dara],
    );
    const main = bodyOf(await page(child));
    expect(main).toContain('Marram Limpet, 36');
    expect(main).toContain('Mother, parental responsibility');
    expect(main).not.toContain('Bruno');
  }); // biome-ignore format: a list reads as a list

  it('is calm about a child of whom nothing is open, and about an adult', async () => {
    const child = bodyOf(await page(await childOf('Fay', false)));
    expect(child).toContain('Nothing is due.');
    expect(child).not.toContain('When I was seen');
    const adult = bodyOf(await page(await personOf('Rosa', day('1990-01-01'), false)));
    expect(adult).not.toContain('What I say');
    expect(adult).toContain('Nobody of the family is on record yet.');
  });

  it('shows no word of a visit to who may not read visits', async () => {
    const child = await childOf('Bo');
    await visited(child, 3, { said: 'It is quiet here.', alone: true });
    const main = bodyOf(await page(child, await world.as('nell')));
    expect(main).not.toContain('It is quiet here.');
    expect(main).not.toContain('When I was seen');
    expect(main).toContain('read by those who work with them');
  });

  it('can be read as it was known before, when nothing can be written down', async () => {
    const child = await childOf('Ada');
    const before = new Date();
    await visited(child, 3, { said: 'New words.' });
    const known = await later(60, () => page(child, tess, `?known=${before.toISOString()}`));
    expect(bodyOf(known)).not.toContain('New words.');
    expect(bodyOf(known)).not.toContain('/visits/new');
    expect(known).toContain('Ada Limpet, 11');
  });

  it('answers alike for a child who may not be seen and for nobody', async () => {
    const child = await childOf('Max');
    const ivo = await world.as('ivo');
    const [hidden, nobody] = await Promise.all(
      [child, '00000000-0000-4000-8000-000000000009'].map((one) => ivo.get(`/people/${one}`)),
    );
    expect([hidden?.statusCode, nobody?.statusCode]).toEqual([404, 404]);
    expect((await (await world.as('wren')).get(`/people/${child}`)).statusCode).toBe(403);
  });
});
