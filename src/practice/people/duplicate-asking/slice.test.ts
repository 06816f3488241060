import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { restrictedTo } from '../../../../test/trust/walled-records.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { createPerson } from '../person/index.ts';

describe('Asking whether two records are of one person', () => {
  let world: World;
  let cleo: Worker;
  beforeAll(async () => {
    world = await openWorld();
    cleo = await world.as('cleo');
  });
  afterAll(() => world.close());

  const born = (givenName: string, familyName: string, bornOn: string) =>
    world.within(
      async (made) =>
        (
          await createPerson(made, {
            names: [{ kind: 'used', givenName, familyName }],
            bornOn: day(bornOn),
          })
        ).id,
    );
  const compare = (who: Worker, one: Id, otherId: Id) => who.post(`/people/${one}/duplicates`, { otherId });

  it('leads from a record, by finding the other one, to the page on which any two are compared, and is merged by the same rules', async () => {
    const [one, other] = [
      await born('Fenella', 'Barnacle', '2015-06-08'),
      await born('Nell', 'Whelk', '2015-06-08'),
    ];
    expect((await cleo.get(`/people/${one}/details`)).body).toContain(`/people/${one}/duplicates/new`);
    const sent = await cleo.post('/searches', { q: 'nell whelk', at: 'same person', person: one });
    const found = await cleo.get(String(sent.headers.location));
    expect(found.body).toContain(`value="${other}"`);
    expect(found.body).not.toContain(`value="${one}"><button`);
    const asked = await compare(cleo, one, other);
    expect(asked.statusCode).toBe(303);
    const at = String(asked.headers.location);
    const page = (await cleo.get(at)).body;
    for (const words of ['Are they the same person?', 'Fenella Barnacle', 'Nell Whelk', 'Not likely by what'])
      expect(page).toContain(words);
    expect((await compare(cleo, other, one)).headers.location).toBe(at);
    const merging = { keptId: one, identifiers: ['date of birth', 'family name'], reason: 'One mother.' };
    expect((await cleo.post(`${at}/merges`, merging)).body).toContain('does not say the same on both');
    await world.rows("update person_name set family_name = 'Barnacle' where person_id = $1", [other]);
    expect((await cleo.post(`${at}/merges`, merging)).statusCode).toBe(303);
    expect((await cleo.get(`/people/${other}`)).headers.location).toContain(one);
    // The other record leads to this one now, and is not somebody else.
    expect((await compare(cleo, one, one)).body).toContain('this is the same one');
  });

  it('says the same of somebody hidden as of nobody, and keeps no pair with them', async () => {
    const [one, hidden] = [
      await born('Isolde', 'Cuttlefish', '2014-01-01'),
      await born('Isolde', 'Cuttlefish', '2014-01-01'),
    ];
    await restrictedTo(world, hidden, { by: 'ivo', second: 'bea', named: ['dara'] });
    const sent = await cleo.post('/searches', { q: 'isolde cuttlefish', at: 'same person', person: one });
    expect((await cleo.get(String(sent.headers.location))).body).toContain('Nobody else found');
    const answers = await Promise.all(
      [hidden, '00000000-0000-4000-8000-000000000009' as Id].map((other) => compare(cleo, one, other)),
    );
    const said = answers.map(({ statusCode, body }) => [
      statusCode,
      /govuk-error-summary__list.*?<\/ul>/su.exec(body)?.[0],
    ]);
    expect(said[0]).toEqual([422, expect.stringContaining('Find and choose the other record')]);
    expect(said[1]).toEqual(said[0]);
    expect(
      await world.rows('select 1 from duplicate_proposal where $1 in (person_id, other_id)', [hidden]),
    ).toEqual([]);
    expect((await compare(cleo, hidden, one)).statusCode).toBe(404);
  });

  it('is no business of who may not compare records, nor of an agency', async () => {
    const [one, other] = [
      await born('Rowan', 'Barnacle', '2014-01-01'),
      await born('Rowan', 'Barnacle', '2014-01-01'),
    ];
    const tess = await world.as('tess');
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values (gen_random_uuid(), $1, $2, 'worker', '2026-01-05')",
      [one, tess.staffId],
    );
    expect((await tess.get(`/people/${one}/details`)).body).not.toContain('duplicates/new');
    for (const who of [tess, await world.as('wren')]) {
      expect((await who.get(`/people/${one}/duplicates/new`)).statusCode).toBe(403);
      expect((await compare(who, one, other)).statusCode).toBe(403);
    }
    const mira = await world.as('mira');
    expect((await mira.get(`/people/${other}/duplicates/new`)).statusCode).toBe(404);
  });
});
