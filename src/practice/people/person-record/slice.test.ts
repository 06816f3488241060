import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../allocation/index.ts';
import {
  addAddress,
  addAttendance,
  changeSafeContact,
  createPerson,
  joinHousehold,
  relate,
} from '../person/index.ts';

describe('A person on record', () => {
  let world: World;
  let child: Id;
  let mother: Id;

  beforeAll(async () => {
    world = await openStillWorld();
    const tess = (await world.as('tess')).staffId;
    [child, mother] = await world.within(async (made) => {
      const saffron = await createPerson(made, {
        names: [
          { kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' },
          { kind: 'former', givenName: 'Saffron', familyName: 'Whelk' },
        ],
        bornOn: day('2015-06-08'),
        sex: 'F',
        languages: ['pt', 'en'],
        provenance: 'referrer',
      });
      const rosa = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Rosa', familyName: 'Barnacle' }],
      });
      await relate(made, {
        personId: saffron.id,
        otherId: rosa.id,
        kind: 'mother',
        parentalResponsibility: 'yes',
      });
      await joinHousehold(made, [saffron.id, rosa.id]);
      await addAddress(made, saffron.id, { lines: '7 Shingle Lane', parish: 'st-clement', guarded: true });
      await addAttendance(made, saffron.id, { kind: 'school', named: 'Gull Rock School' });
      await changeSafeContact(made, saffron.id, {
        ways: ['school'],
        language: 'pt',
        notToSay: 'that she told us',
        fromOn: day('2026-11-02'),
      });
      await allocate(made, { personId: saffron.id, staffId: tess, fromOn: day('2026-11-02') });
      return [saffron.id, rosa.id];
    });
  });
  afterAll(() => world.close());

  it('shows who the child is, whom they live with, and how to reach them safely', async () => {
    const page = (await (await world.as('cleo')).get(`/people/${child}/details`)).body;
    for (const words of [
      'Saffron Barnacle, 11',
      'Saffron Whelk',
      'Rosa Barnacle',
      'Parental responsibility: yes',
      'same household',
      'Gull Rock School',
      'Tess Windlass',
      'Reach them only by: through school or nursery.',
      'In Portuguese.',
      'Do not say: that she told us.',
    ])
      expect(page).toContain(words);
  });

  it('shows a guarded address to who reads that class, and tells others whom to ask', async () => {
    const reader = (await (await world.as('dara')).get(`/people/${child}/details`)).body;
    expect(reader).toContain('7 Shingle Lane');
    const other = (await (await world.as('nell')).get(`/people/${child}/details`)).body;
    expect(other).toContain('An address is guarded. Ask the MASH decision maker.');
    expect(other).not.toContain('Shingle');
    expect(other).not.toContain('St Clement');
  });

  it('says who somebody is from the other side too', async () => {
    const page = (await (await world.as('nell')).get(`/people/${mother}/details`)).body;
    expect(page).toContain('Saffron Barnacle, 11');
    expect(page).toContain('>Child<');
  });

  it('opens the child and the mother to the allocated worker, and to no other', async () => {
    const tess = await world.as('tess');
    expect((await tess.get(`/people/${child}/details`)).statusCode).toBe(200);
    expect((await tess.get(`/people/${mother}/details`)).statusCode).toBe(200);
    const ivo = await world.as('ivo');
    expect((await ivo.get(`/people/${child}/details`)).statusCode).toBe(404);
    expect((await ivo.get(`/people/${mother}/details`)).statusCode).toBe(404);
  });

  it('answers alike for a child the viewer may not see, an unknown one and nonsense', async () => {
    const ivo = await world.as('ivo');
    const answers = await Promise.all(
      [child, '00000000-0000-4000-8000-000000000009', 'nonsense'].map((id) => ivo.get(`/people/${id}`)),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404]);
  });

  it('is not for a partner agency, whatever the child', async () => {
    expect((await (await world.as('wren')).get(`/people/${child}/details`)).statusCode).toBe(403);
  });

  it('hides a sealed child, and the child’s place in the family, from who is not named', async () => {
    const [sealed, dara] = await world.within(async (made) => {
      const { id } = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Otto', familyName: 'Barnacle' }],
      });
      await relate(made, { personId: child, otherId: id, kind: 'brother or sister' });
      return [id, (await world.as('dara')).staffId] as const;
    });
    const nell = await world.as('nell');
    expect((await nell.get(`/people/${child}/details`)).body).toContain('Otto Barnacle');
    await world.rows(
      `with w as (insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Family of a colleague', now(), $2) returning id)
       insert into wall_name select id, $2 from w`,
      [sealed, dara],
    );
    expect((await nell.get(`/people/${child}/details`)).body).not.toContain('Brother or sister');
    expect((await nell.get(`/people/${sealed}/details`)).statusCode).toBe(404);
    expect((await (await world.as('dara')).get(`/people/${sealed}/details`)).statusCode).toBe(200);
  });

  it('can be read as it was known before', async () => {
    await world.rows('set session_replication_role = replica');
    for (const table of ['person', 'person_name', 'attendance'])
      await world.rows(`update ${table} set recorded_at = recorded_at - interval '2 hours'`);
    await world.rows('set session_replication_role = default');
    const before = new Date(Date.now() - 3_600_000);
    await world.within((made) =>
      addAttendance(made, child, { kind: 'general practice', named: 'Harbour Surgery' }),
    );
    const nell = await world.as('nell');
    expect((await nell.get(`/people/${child}/details`)).body).toContain('Harbour Surgery');
    const known = (await nell.get(`/people/${child}/details?known=${before.toISOString()}`)).body;
    expect(known).toContain('Gull Rock School');
    expect(known).not.toContain('Harbour Surgery');
  });

  it('gives everybody a number of their own', async () => {
    const sameTwice = [7, 7, 8].map((first) => Uint8Array.from([first, 1, 2, 3, 4, 5, 6]));
    const numbers = await world.within(async (made) => {
      const randomBytes = () => sameTwice.shift() ?? new Uint8Array(7);
      const one = await createPerson({ ...made, randomBytes }, { names: [], dueOn: day('2027-05-09') });
      const other = await createPerson({ ...made, randomBytes }, { names: [], dueOn: day('2027-05-09') });
      return [one.number, other.number];
    });
    expect(new Set(numbers).size).toBe(2);
  });
});
