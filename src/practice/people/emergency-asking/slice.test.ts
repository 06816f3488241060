import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { relativeOf, restrictedTo } from '../../../../test/trust/walled-records.ts';
import { day } from '../../../language/day.ts';
import { createPerson } from '../person/index.ts';

describe('Emergency access', () => {
  let world: World;
  let who: Readonly<Record<string, Worker>>;
  beforeAll(async () => {
    world = await openWorld();
    const keys = ['cleo', 'nell', 'dara', 'mira', 'tess', 'ivo', 'hugo', 'pip', 'otis', 'bea'];
    who = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await world.as(key)] as const)));
  });
  afterAll(() => world.close());

  const by = (key: string): Worker => who[key] as Worker;
  const statusFor = async (key: string, path: string) => (await by(key).get(path)).statusCode;
  const asked = (more: Record<string, string>) => ({
    ground: 'in danger now',
    words: 'The police stand at the door and ask.',
    cannotWait: 'yes',
    isHeard: 'yes',
    ...more,
  });
  const use = (key: string, more: Record<string, string>) => by(key).post('/emergency-accesses', asked(more));

  function child(givenName: string) {
    return world.within((made) =>
      createPerson(made, {
        names: [{ kind: 'used', givenName, familyName: 'Wrack' }],
        bornOn: day('2016-06-06'),
      }),
    );
  }

  it('opens that child alone, until four hours later, and tells the manager and the data protection officer', async () => {
    const [one, other] = [await child('Merryn'), await child('Kerensa')];
    expect(await statusFor('tess', `/people/${one.id}`)).toBe(404);
    const answer = await use('tess', { givenName: 'merryn', familyName: 'WRACK', bornOn: '6 6 2016' });
    const at = String(answer.headers.location);
    expect(at).toMatch(/^\/emergency-accesses\//);
    expect((await by('tess').get(at)).body).toContain('It is open to you');
    expect(await statusFor('tess', `/people/${one.id}`)).toBe(200);
    expect(await statusFor('tess', `/people/${other.id}`)).toBe(404);
    const mails = await world.rows<{ recipient: string }>(
      "select recipient from outbox where body like '%' || $1 || '%' order by 1",
      [at],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual(
      ['hugo', 'mira', 'pip'].map((key) => `${key}@island.example`),
    );
    const looked = await world.rows(
      "select distinct ground from audit where persons @> array[$1::uuid] and actor = $2 and act = 'person: read'",
      [one.id, by('tess').staffId],
    );
    expect(looked).toEqual([{ ground: 'emergency access' }]);
    await world.rows("update sight set until = now() where ground = 'emergency' and person_id = $1", [
      one.id,
    ]);
    expect(await statusFor('tess', `/people/${one.id}`)).toBe(404);
  });

  it('opens a restricted record by its number, and again only with a new ground', async () => {
    const one = await child('Jago');
    await restrictedTo(world, one.id, { by: 'cleo', named: ['ivo'] });
    expect(await statusFor('nell', `/people/${one.id}`)).toBe(404);
    expect((await use('nell', { number: one.number })).headers.location).toMatch(/^\/emergency-accesses\//);
    expect(await statusFor('nell', `/people/${one.id}`)).toBe(200);
    const again = await use('nell', { number: one.number, words: 'The police stand at the door, and ask' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Enter what is new');
    const longer = await use('nell', {
      number: one.number,
      words: 'The hospital has rung and asks for allergies.',
    });
    expect(longer.statusCode).toBe(303);
    await world.rows('update wall_name set until = now() where staff_id = $1', [by('nell').staffId]);
    expect(await statusFor('nell', `/people/${one.id}`)).toBe(404);
  });

  it('answers alike where nobody is, where it is one’s own or a relative’s, and where it is sealed', async () => {
    const [relative, sealed] = [await child('Demelza'), await child('Ysella')];
    await relativeOf(world, relative.id, 'otis');
    await restrictedTo(world, sealed.id, { by: 'cleo', second: 'hugo', named: ['dara'] });
    const answers = [];
    for (const number of ['CNOBODY00', relative.number, sealed.number]) {
      const answer = await use('otis', { number });
      const page = await by('otis').get(String(answer.headers.location));
      answers.push([answer.statusCode, answer.headers.location, masked(page.body)]);
    }
    expect(answers[0]?.[1]).toBe('/emergency-access/not-opened');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    for (const { id } of [relative, sealed]) expect(await statusFor('otis', `/people/${id}`)).toBe(404);
    const kept = await world.rows('select count(*)::int as n from emergency_access where staff_id = $1', [
      by('otis').staffId,
    ]);
    expect(kept).toEqual([{ n: 3 }]);
  });

  it('opens a sealed record when somebody whom it names agrees, and never by a manager whom it does not', async () => {
    const sealed = await child('Tamsin');
    await restrictedTo(world, sealed.id, { by: 'cleo', second: 'hugo', named: ['dara'] });
    await use('nell', { number: sealed.number, words: 'She rang us and is alone tonight.' });
    const [row] = await world.rows<{ id: string }>('select id from emergency_access where person_id = $1', [
      sealed.id,
    ]);
    const at = `/emergency-accesses/${row?.id}`;
    const page = (await by('mira').get(at)).body;
    expect(page).toContain('Nothing opened');
    expect(page).not.toContain('sealed');
    expect((await by('nell').post(`${at}/agreement`)).statusCode).toBe(404);
    await expect(
      world.rows(
        "update emergency_access set agreed_by = $2, opened_at = now(), until_at = now() + interval '4 hours' where id = $1",
        [row?.id, by('mira').staffId],
      ),
    ).rejects.toThrow('opened by somebody it names');
    expect((await by('dara').get(at)).body).toContain('It names you');
    expect((await by('dara').post(`${at}/agreement`)).statusCode).toBe(303);
    expect(await statusFor('nell', `/people/${sealed.id}`)).toBe(200);
  });

  it('asks for two confirmations, a ground in words, whom one means, and the password again', async () => {
    const one = await child('Perran');
    const number = one.number;
    for (const [more, said] of [
      [{ number, cannotWait: '' }, 'Confirm that it cannot wait'],
      [{ number, isHeard: '' }, 'Confirm that you know who is told'],
      [{ number, words: 'Danger' }, 'at least 5 words'],
      [{ givenName: 'Perran', familyName: 'Wrack' }, 'Enter the child number, or'],
    ] as const)
      expect((await use('ivo', more)).body).toContain(said);
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    expect(String((await use('ivo', { number })).headers.location)).toMatch(/^\/prove\?/);
    await world.rows('update directory.session set proved_at = now()');
    expect(await statusFor('ivo', `/people/${one.id}`)).toBe(404);
    expect((await use('bea', { number })).statusCode).toBe(403);
  });

  it('is reviewed by another, once, and waits in sight until it is', async () => {
    const one = await child('Senara');
    const at = String((await use('hugo', { number: one.number })).headers.location);
    expect((await by('hugo').get('/emergency-accesses')).body).not.toContain(at);
    expect((await by('pip').get('/emergency-accesses')).body).toContain(at);
    const found = { wasRight: 'no', words: 'The child was safe at school.' };
    expect((await by('hugo').post(`${at}/review`, found)).statusCode).toBe(422);
    expect((await by('nell').post(`${at}/review`, found)).statusCode).toBe(403);
    expect((await by('pip').post(`${at}/review`, found)).statusCode).toBe(303);
    expect((await by('mira').post(`${at}/review`, found)).statusCode).toBe(422);
    expect((await by('mira').get(at)).body).toContain('it was not right');
  });

  it('is offered where nothing is found, whether or not anything is there', async () => {
    const one = await child('Elowen');
    await restrictedTo(world, one.id, { by: 'cleo', named: ['ivo'] });
    const hidden = await by('nell').get(`/people/${one.id}`);
    const absent = await by('nell').get('/people/00000000-0000-4000-8000-000000000000');
    expect(hidden.body).toContain('/emergency-access/new');
    expect(masked(hidden.body)).toBe(masked(absent.body));
    expect((await world.anyone.get('/nothing')).body).not.toContain('/emergency-access/new');
    expect((await by('nell').find('Elowen Wrack')).body).toContain('/emergency-access/new');
  });
});

function masked(body: string): string {
  return body.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/form-token" value="[^"]+"/g, '');
}
