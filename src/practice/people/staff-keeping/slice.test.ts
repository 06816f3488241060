import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../../../test/support/later.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { ROLE_NAMES } from '../../../profile/roles.ts';
import { needsTwo } from '../administration/index.ts';

const WHY = { reason: 'The head of service asked for it.' };
const OUT = { isSure: 'yes', ...WHY };

describe('Keeping the staff', () => {
  let world: World;
  let abe: Worker;
  let hugo: Worker;
  beforeAll(async () => {
    world = await openWorld();
    [abe, hugo] = await Promise.all([world.as('abe'), world.as('hugo')]);
  });
  afterAll(() => world.close());

  const idOf = async (table: string, column: string, value: string): Promise<string> =>
    String((await world.rows(`select id from ${table} where ${column} = $1`, [value]))[0]?.['id']);
  const staffOf = (key: string) => idOf('staff', 'email', `${key}@island.example`);
  const holdingOf = async (key: string) => idOf('post_holding', 'staff_id', await staffOf(key));
  const refusal = async (worker: Worker, path: string, answers = {}) => {
    const { statusCode, body } = await worker.post(path, answers);
    expect(statusCode, path).toBe(422);
    return body;
  };

  /** Somebody new, with an account and no post. */
  async function newcomer(givenName: string, more = {}): Promise<string> {
    const email = `${givenName.toLowerCase()}@island.example`;
    const typed = { givenName, familyName: 'Kelp', email, startedOn: '1 3 2020', ...WHY, ...more };
    const made = await abe.post('/staff', typed);
    expect(made.statusCode, made.body.slice(0, 2000)).toBe(303);
    return String(made.headers.location).replace('/staff/', '');
  }

  it('lists everybody with their posts, finds them by name, address, team and agency, and is for administrators', async () => {
    const page = (await abe.get('/staff')).body;
    for (const words of ['Tess Windlass', 'social worker, Assessment and support', 'nell@island.example'])
      expect(page).toContain(words);
    expect(page).not.toContain('Jo Halyard');
    expect((await abe.get('/staff?q=windlas')).body).not.toContain('Nell Capstan');
    expect((await abe.get('/staff?q=children+and+families')).body).toContain('Nell Capstan');
    expect((await abe.get('/staff?show=partners&q=gull')).body).toContain('Ada Lugsail');
    for (const other of ['cleo', 'hugo', 'halyard'])
      expect((await (await world.as(other)).get('/staff')).statusCode).toBe(403);
  });

  it('takes somebody on without a password, once for each address, and shows why', async () => {
    const id = await newcomer('Marie');
    const page = (await abe.get(`/staff/${id}`)).body;
    for (const words of ['No post yet', 'None yet', 'The head of service asked for it.', 'Abe Latchkey'])
      expect(page).toContain(words);
    const again = {
      givenName: 'Other',
      familyName: 'Kelp',
      email: 'MARIE@island.example',
      startedOn: 'today',
    };
    expect(await refusal(abe, '/staff', { ...again, ...WHY })).toContain(
      'signs in with that address already',
    );
    expect(await world.rows("select 1 from staff where given_name = 'Other'")).toEqual([]);
  });

  it('gives a post that meets a worker’s own children at once, and what it allows follows from its days', async () => {
    const id = await newcomer('Perran');
    const perran = await world.as('perran');
    expect((await perran.get('/desk')).statusCode).toBe(403);
    const teamId = await idOf('team', 'title', 'Assessment and support');
    const post = { role: 'social worker', teamId, hundredths: '60', newlyQualified: 'yes', ...WHY };
    expect(await refusal(abe, `/staff/${id}/posts`, { ...post, fromOn: '1 3 2019' })).toContain(
      '1 March 2020',
    );
    expect((await abe.post(`/staff/${id}/posts`, { ...post, fromOn: 'today' })).statusCode).toBe(303);
    expect((await perran.get('/desk')).statusCode).toBe(200);
    expect((await abe.get(`/staff/${id}`)).body).toContain('60 per cent of full time, newly qualified');
    const holding = await idOf('post_holding', 'staff_id', id);
    expect((await abe.post(`/post-holdings/${holding}/ending`, { when: 'now', ...WHY })).statusCode).toBe(
      303,
    );
    expect((await perran.get('/desk')).statusCode, 'at that instant, in the same session').toBe(403);
    const told = await world.rows("select 1 from outbox where recipient = 'perran@island.example'");
    expect(told).toHaveLength(2);
  });

  it('shows every page also as it was known a while ago', async () => {
    const known = `known=${new Date().toISOString()}`;
    const teamId = await idOf('team', 'title', 'MASH');
    const agencyId = await idOf('agency', 'title', 'Health');
    for (const path of [
      '/staff',
      `/staff/${await staffOf('nell')}`,
      '/right-requests',
      '/own-account/sign-in',
      '/teams',
      `/teams/${teamId}`,
      '/agencies',
      `/agencies/${agencyId}`,
    ])
      expect((await later(10, () => abe.get(`${path}?${known}`))).statusCode, path).toBe(200);
  });

  it('gives somebody of a partner agency a post of their agency, and none of the service', async () => {
    const id = await newcomer('Kensa', { agencyId: await idOf('agency', 'title', 'Police') });
    const kensa = await world.as('kensa');
    const post = { fromOn: 'today', ...WHY };
    expect(await refusal(abe, `/staff/${id}/posts`, { role: 'social worker', ...post })).toContain(
      'Select what they may do',
    );
    expect((await abe.post(`/staff/${id}/posts`, { role: 'police partner', ...post })).statusCode).toBe(303);
    expect((await kensa.get('/my-work')).statusCode).toBe(200);
    expect((await kensa.get('/staff')).statusCode).toBe(403);
  });

  it('changes how a post is held by another row from a day on', async () => {
    const [id, holding] = [await staffOf('ivo'), await holdingOf('ivo')];
    const changed = { fromOn: 'tomorrow', hundredths: '80', ...WHY };
    expect((await abe.post(`/post-holdings/${holding}/changes`, changed)).statusCode).toBe(303);
    const rows = await world.rows(
      'select until_on is null as open, full_time_share::text as share from post_holding where staff_id = $1 order by from_on',
      [id],
    );
    expect(rows).toEqual([
      { open: false, share: null },
      { open: true, share: '0.80' },
    ]);
    expect((await (await world.as('ivo')).get('/desk')).statusCode).toBe(200);
  });

  it('gives wide sight by two people, neither of them whoever gets it, and the database knows the same roles', async () => {
    const profile = world.house.authorities[0]?.profile;
    if (profile === undefined) throw new Error('the template has an authority');
    for (const role of ROLE_NAMES) {
      const [row] = await world.rows<{ two: boolean }>('select needs_two($1) as two', [role]);
      expect(row?.two, role).toBe(needsTwo(profile, role));
    }
    const id = await newcomer('Loveday');
    const loveday = await world.as('loveday');
    const teamId = await idOf('team', 'title', 'Children and Families Hub');
    const wide = { role: 'hub manager', teamId, fromOn: 'today', ...WHY };
    expect((await abe.post(`/staff/${id}/posts`, wide)).statusCode).toBe(303);
    expect((await loveday.get('/hub')).statusCode, 'nobody has agreed').toBe(403);
    expect(await world.rows('select 1 from post_holding where staff_id = $1', [id])).toEqual([]);
    const request = await idOf('right_request', 'staff_id', id);
    const at = `/right-requests/${request}`;
    expect(await refusal(abe, `${at}/answers`, { agree: 'yes' })).toContain('You asked for this');
    expect((await (await world.as('cleo')).get(at)).statusCode).toBe(403);
    expect((await hugo.get(at)).body).toContain('The head of service asked for it.');
    expect(await refusal(hugo, `${at}/answers`, { agree: 'no' })).toContain('Enter why you do not agree');
    expect((await hugo.post(`${at}/answers`, { agree: 'yes' })).statusCode).toBe(303);
    expect((await loveday.get('/hub')).statusCode).toBe(200);
    expect(
      await refusal(await world.as('pip'), `${at}/answers`, { agree: 'no', whyNot: 'Too wide' }),
    ).toContain('quicker');
    await expect(
      world.house.database.transaction({ authority: 'island', now: new Date(), actor: abe.staffId }, (db) =>
        db
          .insertInto('post_holding')
          .values((at) => ({
            id: at.fn('gen_random_uuid'),
            post_id: at.selectFrom('post').where('role', '=', 'head of service').select('id'),
            staff_id: at.selectFrom('staff').where('email', '=', 'tess@island.example').select('id'),
            from_on: at.fn('now'),
          }))
          .execute(),
      ),
    ).rejects.toThrow('given by two people');
  });

  it('lets nobody change their own rights, and the last administrator stay', async () => {
    const [id, holding] = [abe.staffId, await holdingOf('abe')];
    const teamId = await idOf('team', 'title', 'MASH');
    expect(
      await refusal(abe, `/staff/${id}/posts`, { role: 'social worker', teamId, fromOn: 'today', ...WHY }),
    ).toContain('Nobody changes their own rights');
    expect(await refusal(abe, `/post-holdings/${holding}/ending`, { when: 'now', ...WHY })).toContain(
      'own rights',
    );
    expect(await refusal(abe, `/staff/${id}/leaving`, OUT)).toContain('own rights');
    for (const at of ['invitations', 'session-endings'])
      expect(await refusal(abe, `/staff/${id}/${at}`, WHY)).toContain('own rights');
    expect((await abe.get(`/staff/${id}`)).body).not.toContain('End or change');
    const second = await newcomer('Endellion');
    await world.rows(
      `insert into post_holding (id, post_id, staff_id, from_on) select gen_random_uuid(), post_id, $1, '2020-03-01' from post_holding where id = $2`,
      [second, holding],
    );
    const endellion = await world.as('endellion');
    const both = await Promise.all([
      endellion.post(`/post-holdings/${holding}/ending`, { when: 'now', ...WHY }),
      abe.post(`/staff/${second}/leaving`, OUT),
    ]);
    // Whoever comes second is refused, or is nobody by then.
    const [done, late] = both.map(({ statusCode }) => statusCode).toSorted();
    expect([done, late === 403 || late === 422]).toEqual([303, true]);
    await world.rows('update post_holding set until_on = null where id = $1', [holding]);
  });
});
