import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { teamFor } from '../team/index.ts';

const WHY = { reason: 'The services are put together.' };

describe('Keeping teams and agencies', () => {
  let world: World;
  let abe: Worker;
  beforeAll(async () => {
    world = await openWorld();
    abe = await world.as('abe');
  });
  afterAll(() => world.close());

  const idOf = async (table: string, title: string): Promise<string> =>
    String((await world.rows(`select id from ${table} where title = $1`, [title]))[0]?.['id']);

  it('makes a team, names it anew, and never gives two the same name', async () => {
    const made = await abe.post('/teams', { title: 'Leaving care', service: 'care', ...WHY });
    expect(made.statusCode).toBe(303);
    const at = String(made.headers.location);
    expect((await abe.post(`${at}/names`, { title: 'Young adults', ...WHY })).statusCode).toBe(303);
    expect((await abe.get(at)).body).toContain('Leaving care');
    const taken = await abe.post('/teams', { title: 'leaving CARE', service: 'care', ...WHY });
    expect(taken.body).toContain('Another team is called that, or was');
    expect((await (await world.as('cleo')).get('/teams')).statusCode).toBe(403);
  });

  it('still takes what the hub opens under the name the profile has for it', async () => {
    const id = await idOf('team', 'Early help');
    await abe.post(`/teams/${id}/names`, { title: 'Family support', ...WHY });
    const found = await world.within(({ db, profile }) => teamFor(db, profile, 'early help'));
    expect(found).toBe(id);
  });

  it('closes when nobody stands in it, and not before', async () => {
    const id = await idOf('team', 'Out of hours');
    expect((await abe.post(`/teams/${id}/closing`, WHY)).body).toContain('posts held or to come 1');
    const [holding] = await world.rows(
      "select h.id from post_holding h join staff s on s.id = h.staff_id where s.email = 'otis@island.example'",
    );
    await abe.post(`/post-holdings/${holding?.['id']}/ending`, { when: 'now', ...WHY });
    expect((await abe.post(`/teams/${id}/closing`, WHY)).statusCode).toBe(303);
    expect((await abe.get(`/teams/${id}`)).body).toMatch(/>Closed \d/);
  });

  it('says who manages it, and that manager sees the children of its people', async () => {
    const id = await idOf('team', 'Family support');
    const [post] = await world.rows("select id from post where role = 'team manager'");
    expect(
      (await abe.post(`/teams/${id}/manager`, { postId: String(post?.['id']), ...WHY })).statusCode,
    ).toBe(303);
    const [fern] = await world.rows(
      "select p.managed_by from post p join post_holding h on h.post_id = p.id join staff s on s.id = h.staff_id where s.email = 'fern@island.example'",
    );
    expect(fern?.['managed_by']).toBe(post?.['id']);
    const told = await world.rows("select body from outbox where recipient = 'mira@island.example'");
    expect(String(told[0]?.['body'])).toContain('Family support');
  });

  it('lets nobody of an agency in once its agreement is over, at that instant, and again when it is renewed', async () => {
    const id = await idOf('agency', 'Police');
    const halyard = await world.as('halyard');
    expect((await halyard.get('/own-account')).statusCode).toBe(200);
    const set = (answers: Record<string, string>) =>
      abe.post(`/agencies/${id}/agreement`, { ...answers, ...WHY });
    expect((await set({ until: 'on a day', endedOn: 'yesterday' })).body).toContain('today or later');
    expect((await set({ until: 'on a day', endedOn: 'today' })).statusCode).toBe(303);
    expect((await halyard.get('/own-account')).statusCode, 'its last day').toBe(200);
    expect((await set({ until: 'now' })).statusCode).toBe(303);
    expect((await halyard.get('/own-account')).statusCode).toBe(403);
    const told = await world.rows(
      "select 1 from outbox where recipient = 'halyard@island.example' and body like '%no longer sign in%'",
    );
    expect(told).toHaveLength(1);
    expect((await set({ agreedOn: 'tomorrow', until: 'no end' })).statusCode).toBe(303);
    expect((await halyard.get('/own-account')).statusCode, 'not begun').toBe(403);
    expect((await set({ until: 'no end' })).statusCode).toBe(303);
    expect((await halyard.get('/own-account')).statusCode).toBe(200);
  });

  it('puts an agency on the list, by the hub manager too, and partners keep nothing', async () => {
    const cleo = await world.as('cleo');
    const typed = { title: 'Harbour Trust', kind: 'voluntary', until: 'no end', ...WHY };
    expect((await cleo.post('/agencies', typed)).statusCode).toBe(303);
    expect((await cleo.post('/agencies', typed)).body).toContain('An agency of that name is on the list');
    expect((await cleo.get('/agencies')).body).toContain('Harbour Trust');
    for (const other of ['halyard', 'tess'])
      expect((await (await world.as(other)).get('/agencies')).statusCode).toBe(403);
  });
});
