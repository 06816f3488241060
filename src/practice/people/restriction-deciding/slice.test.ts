import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { addDays, day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../allocation/index.ts';
import { createPerson } from '../person/index.ts';

const HIDDEN = 404;

describe('Who may see a record', () => {
  let world: World;
  let who: Readonly<Record<string, Worker>>;
  beforeAll(async () => {
    world = await openWorld();
    const keys = ['cleo', 'nell', 'dara', 'mira', 'tess', 'ivo', 'hugo', 'bea', 'pip'];
    who = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await world.as(key)] as const)));
  });
  afterAll(() => world.close());

  const by = (key: string): Worker => who[key] as Worker;
  const statusFor = async (key: string, path: string) => (await by(key).get(path)).statusCode;

  async function child(givenName: string): Promise<Id> {
    return world.within(async (made) => {
      const { id } = await createPerson(made, {
        names: [{ kind: 'used', givenName, familyName: 'Barnacle' }],
        bornOn: day('2015-05-05'),
      });
      await allocate(made, { personId: id, staffId: by('tess').staffId, fromOn: made.today });
      return id;
    });
  }

  // Half a year away, on any day of the year.
  const next = () => addDays(dayOf(new Date(), 'UTC'), 180).split('-').reverse().join(' ');
  const wall = (more: Record<string, string>) => ({
    kind: 'restricted',
    reason: 'The family of a colleague.',
    'people.0.staffId': by('tess').staffId,
    reviewOn: next(),
    ...more,
  });

  it('lets a restricted record open only to who is named, at once, and shows the wall to them alone', async () => {
    const id = await child('Otto');
    expect((await by('cleo').post(`/people/${id}/restrictions`, wall({}))).statusCode).toBe(303);
    for (const key of ['cleo', 'tess']) expect(await statusFor(key, `/people/${id}`), key).toBe(200);
    for (const key of ['nell', 'hugo', 'mira', 'bea', 'dara'])
      for (const path of ['', '/restrictions', '/timeline', '/details'])
        expect(await statusFor(key, `/people/${id}${path}`), `${key} ${path}`).toBe(HIDDEN);
    const page = (await by('tess').get(`/people/${id}/restrictions`)).body;
    for (const told of ['A wall stands', 'The family of a colleague.', 'Cleo Fathom', 'Tess Windlass'])
      expect(page).toContain(told);
    expect((await by('mira').get('/restrictions')).body).not.toContain('Otto');
    expect((await by('cleo').get('/restrictions')).body).toContain('Otto');
  });

  it('says of nobody who only bears the name of their worker that they work with them', async () => {
    const id = await child('Una');
    const [was] = await world.rows<{ given_name: string; family_name: string }>(
      'select given_name, family_name from staff where id = $1',
      [by('ivo').staffId],
    );
    const name = (given?: string, family?: string) =>
      world.rows('update staff set given_name = $2, family_name = $3 where id = $1', [
        by('ivo').staffId,
        given,
        family,
      ]);
    await name('Tess', 'Windlass');
    const { body } = await by('cleo').get(`/people/${id}/restrictions/new`);
    await name(was?.given_name, was?.family_name);
    const options = body.match(/<option[^>]*>Tess Windlass, [^<]*</g) ?? [];
    expect(new Set(options.filter((option) => option.includes('works with them'))).size).toBe(1);
    expect(options.some((option) => !option.includes('works with them'))).toBe(true);
  });

  it('asks before a wall shuts out whoever works with the child, and refuses one that names nobody', async () => {
    const id = await child('Ida');
    const out = await by('cleo').post(
      `/people/${id}/restrictions`,
      wall({ 'people.0.staffId': by('ivo').staffId }),
    );
    expect(out.statusCode).toBe(422);
    expect(out.body).toContain('Tess Windlass works with them and would be shut out');
    const nobody = await by('cleo').post(
      `/people/${id}/restrictions`,
      wall({ 'people.0.staffId': '', leaveOut: 'yes' }),
    );
    expect(nobody.body).toContain('Select at least one person or role who may still open it');
    expect(
      (await by('cleo').post(`/people/${id}/restrictions`, wall({ reviewOn: 'yesterday' }))).body,
    ).toContain('must be after today');
    expect(await statusFor('nell', `/people/${id}`)).toBe(200);
  });

  it('names a role as a whole: whoever holds it today, and nobody who does not', async () => {
    const id = await child('Una');
    await by('cleo').post(`/people/${id}/restrictions`, wall({ roles: 'head of service' }));
    expect(await statusFor('hugo', `/people/${id}`)).toBe(200);
    expect(await statusFor('dara', `/people/${id}`)).toBe(HIDDEN);
  });

  it('seals at once, asks a second person, and comes down when they do not agree', async () => {
    const id = await child('Ezra');
    const alone = await by('cleo').post(`/people/${id}/restrictions`, wall({ kind: 'sealed' }));
    expect(alone.body).toContain('A sealed record needs two people');
    const self = wall({ kind: 'sealed', secondId: by('cleo').staffId });
    expect((await by('cleo').post(`/people/${id}/restrictions`, self)).statusCode).toBe(422);
    const worker = wall({ kind: 'sealed', secondId: by('tess').staffId });
    expect((await by('cleo').post(`/people/${id}/restrictions`, worker)).body).toContain(
      'Select who is asked to agree',
    );
    const sealed = wall({ kind: 'sealed', secondId: by('hugo').staffId });
    expect((await by('cleo').post(`/people/${id}/restrictions`, sealed)).statusCode).toBe(303);
    expect(await statusFor('nell', `/people/${id}`)).toBe(HIDDEN);
    const [row] = await world.rows<{ id: string }>('select id from restriction where person_id = $1', [id]);
    const mail = await world.rows("select recipient from outbox where body like '%' || $1 || '%'", [row?.id]);
    expect(mail).toEqual([{ recipient: 'hugo@island.example' }]);
    const at = `/restrictions/${row?.id}`;
    expect((await by('hugo').get('/restrictions')).body).toContain('Waiting for your answer');
    expect((await by('cleo').post(`${at}/answers`, { agree: 'yes' })).statusCode).toBe(422);
    expect((await by('hugo').post(`${at}/answers`, { agree: 'no' })).body).toContain(
      'Enter why you do not agree',
    );
    expect(
      (await by('hugo').post(`${at}/answers`, { agree: 'no', whyNot: 'Restricting is enough.' })).statusCode,
    ).toBe(303);
    expect(await statusFor('nell', `/people/${id}`)).toBe(200);
  });

  it('is lifted by one where restricted and by two where sealed, and stays up until the second agrees', async () => {
    const id = await child('Lowri');
    await by('cleo').post(
      `/people/${id}/restrictions`,
      wall({ kind: 'sealed', secondId: by('hugo').staffId }),
    );
    const [row] = await world.rows<{ id: string }>('select id from restriction where person_id = $1', [id]);
    const at = `/restrictions/${row?.id}`;
    expect((await by('cleo').post(`${at}/liftings`, { reason: 'Too soon.' })).statusCode).toBe(422);
    await by('hugo').post(`${at}/answers`, { agree: 'yes' });
    expect((await by('cleo').post(`${at}/liftings`, { reason: 'It is over.' })).statusCode).toBe(303);
    expect(await statusFor('nell', `/people/${id}`)).toBe(HIDDEN);
    expect((await by('cleo').post(`${at}/answers`, { agree: 'yes' })).statusCode).toBe(422);
    await by('hugo').post(`${at}/answers`, { agree: 'yes' });
    expect(await statusFor('nell', `/people/${id}`)).toBe(200);
    expect((await by('nell').get(`/people/${id}/restrictions`)).body).not.toContain(
      'The family of a colleague.',
    );
    await expect(
      world.rows(
        `insert into restriction_lifting (id, restriction_id, person_id, reason, asked_by, asked_at, answered_by, answered_at, agreed)
         values (gen_random_uuid(), $1, $2, 'Alone', $3, now(), $3, now(), true)`,
        [row?.id, id, by('cleo').staffId],
      ),
    ).rejects.toThrow('lifted by two people');
  });

  it('asks for the password again before a wall goes up', async () => {
    const id = await child('Nia');
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    const asked = await by('cleo').post(`/people/${id}/restrictions`, wall({}));
    expect(String(asked.headers.location)).toMatch(/^\/prove\?/);
    await world.rows('update directory.session set proved_at = now()');
    expect((await by('cleo').get(`/people/${id}/restrictions/new`)).body).toContain(
      'The family of a colleague.',
    );
  });

  it('never opens an own or relative’s record, whatever the role, in any list, search, title or file', async () => {
    const id = await child('Zebedee');
    const everywhere = [
      `/people/${id}`,
      `/people/${id}/timeline`,
      `/people/${id}/details`,
      `/people/${id}/restrictions`,
      `/people/${id}/visits`,
    ];
    for (const path of everywhere) expect(await statusFor('hugo', path), path).toBe(200);
    const said = { staffId: by('hugo').staffId, kind: 'relative' };
    expect((await by('nell').post(`/people/${id}/own-or-relatives`, said)).body).toContain('Only a manager');
    expect((await by('mira').post(`/people/${id}/own-or-relatives`, said)).statusCode).toBe(303);
    const absent = await by('hugo').get('/people/00000000-0000-4000-8000-000000000000');
    for (const path of everywhere) {
      const answer = await by('hugo').get(path);
      expect(answer.statusCode, path).toBe(HIDDEN);
      expect(masked(answer.body), path).toBe(masked(absent.body));
    }
    const lists = ['/caseloads', '/unallocated-children', '/visible-children', '/team', '/desk'];
    for (const path of [
      ...lists,
      '/calendar-of-gaps',
      '/case-ratings',
      '/calendar-of-gaps/csv',
      '/own-account/own-or-relatives',
    ])
      expect((await by('hugo').get(path)).body.includes('Zebedee'), path).toBe(false);
    expect((await by('hugo').find('Zebedee Barnacle')).body).not.toContain(id);
    expect(await statusFor('tess', `/people/${id}`)).toBe(200);
    await by('cleo').post(
      `/people/${id}/restrictions`,
      wall({ roles: 'head of service', 'people.1.staffId': by('hugo').staffId }),
    );
    expect(await statusFor('hugo', `/people/${id}`), 'named by a wall, and a relative all the same').toBe(
      HIDDEN,
    );
  });

  it('closes to whoever says it of a name, also when that person comes on record later, and tells them nothing', async () => {
    const before = await child('Morwenna');
    const typed = (givenName: string) => ({
      givenName,
      familyName: 'Barnacle',
      bornOn: '5 5 2015',
      kind: 'relative',
    });
    const answers = [];
    for (const givenName of ['Morwenna', 'Cadoc']) {
      const answer = await by('bea').post('/own-account/own-or-relatives', typed(givenName));
      answers.push([answer.statusCode, answer.headers.location]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(await statusFor('bea', `/people/${before}`)).toBe(HIDDEN);
    const later = await child('Cadoc');
    expect(await statusFor('bea', `/people/${later}`)).toBe(HIDDEN);
    expect(await statusFor('nell', `/people/${later}`)).toBe(200);
  });

  it('ends by a manager’s word alone, never by one’s own', async () => {
    const id = await child('Petroc');
    expect(
      (await by('cleo').post(`/people/${id}/own-or-relatives`, { kind: 'close to them' })).headers.location,
    ).toBe('/own-account/own-or-relatives');
    expect(await statusFor('cleo', `/people/${id}`)).toBe(HIDDEN);
    const [row] = await world.rows<{ id: string }>('select id from own_or_relative where person_id = $1', [
      id,
    ]);
    const end = `/own-or-relatives/${row?.id}/ending`;
    expect((await by('cleo').post(end, { why: 'I moved away.' })).statusCode).toBe(HIDDEN);
    expect((await by('tess').post(end, { why: 'She moved.' })).statusCode).toBe(403);
    expect((await by('hugo').post(end, { why: 'They moved away years ago.' })).statusCode).toBe(303);
    expect(await statusFor('cleo', `/people/${id}`)).toBe(200);
  });
});

function masked(body: string): string {
  return body.replaceAll(/nonce="[^"]+"/g, '');
}
