import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/language/id.ts';
import { openChild } from '../support/open-child.ts';
import { browse, codeNow, givePassword, givesPassword, mailsTo, PASSWORD } from '../support/signing-in.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';

const WHY = { reason: 'Their manager asked for it.' };

describe('Whoever looks after accounts', () => {
  let world: World;
  let abe: Worker;
  beforeAll(async () => {
    world = await openWorld();
    abe = await world.as('abe');
  });
  afterAll(() => world.close());

  const staffOf = async (key: string): Promise<Id> =>
    (await world.rows<{ id: Id }>('select id from staff where email = $1', [`${key}@island.example`]))[0]
      ?.id as Id;
  const accountOf = async (key: string) =>
    (
      await world.rows('select * from directory.account where sign_in_name = $1', [`${key}@island.example`])
    )[0];
  const linkTo = async (key: string) =>
    /\/invitations\/[\w-]{43}/.exec(
      (await mailsTo(world, key)).findLast((one) => one.includes('/invitations/')) ?? '',
    )?.[0] ?? '';

  /** Sends somebody a link, as the page does, and gives it as their mail has it. */
  async function invited(key: string): Promise<string> {
    const sent = await abe.post(`/staff/${await staffOf(key)}/invitations`, WHY);
    expect(sent.statusCode, sent.body.slice(0, 1000)).toBe(303);
    return linkTo(key);
  }

  it('V6.4.1 V6.4.6: sends a link with which its owner alone sets a password, which works once and until its end', async () => {
    const link = await invited('fern');
    const kept = JSON.stringify(await world.rows('select * from directory.invitation'));
    expect(kept).not.toContain(link.slice(-43));
    const page = await abe.get(`/staff/${await staffOf('fern')}`);
    expect(page.body).toContain('the invitation works for 7 days');
    expect(page.body).not.toContain(link.slice(-43));
    const fern = browse(world);
    expect((await fern.get(link)).body).toContain('fern@island.example');
    expect((await fern.post(link, { password: 'short' })).statusCode).toBe(422);
    const entered = await fern.post(link, { password: PASSWORD });
    expect([entered.statusCode, fern.cookies.has('__Host-continuum')]).toEqual([303, true]);
    expect((await fern.get('/desk')).headers.location, 'a second step first').toMatch(/second-factor/);
    for (const answer of [
      await fern.get(link),
      await browse(world).post(link, { password: 'another harbour oak lamp' }),
    ])
      expect([answer.statusCode, answer.body.includes('opens nothing')]).toEqual([404, true]);
    expect((await givesPassword(browse(world), 'fern')).statusCode).toBe(303);
    const late = await invited('quill');
    await world.rows(
      "update directory.invitation set made_at = now() - interval '8 days', ends_at = now() - interval '1 second' where used_at is null",
    );
    expect((await browse(world).get(late)).statusCode).toBe(404);
    const [first, second] = [await invited('quill'), await invited('quill')];
    expect((await browse(world).get(first)).statusCode, 'the newer takes its place').toBe(404);
    const both = await Promise.all([1, 2].map(() => browse(world).post(second, { password: PASSWORD })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 404]);
  });

  it('V6.4.3: recovers a password by a link that never drops the second factor, and ends every session', async () => {
    const secret = await givePassword(world, 'ivo', true);
    const before = await world.as('ivo');
    const link = await invited('ivo');
    const ivo = browse(world);
    const answer = await ivo.post(link, { password: 'pebble gull lighthouse rope' });
    expect(answer.headers.location).toBe('/sign-in/second');
    expect(ivo.cookies.has('__Host-continuum')).toBe(false);
    expect((await before.get('/desk')).headers.location).toMatch(/^\/sign-in/);
    expect((await ivo.post('/sign-in/second', { code: codeNow(secret) })).headers.location).toBe('/work');
  });

  it('sends no link alone to whoever has a password and no second step: their mail would be enough', async () => {
    await givePassword(world, 'dara');
    const refused = await abe.post(`/staff/${await staffOf('dara')}/invitations`, WHY);
    expect([refused.statusCode, refused.body.includes('Ask a second person instead')]).toEqual([422, true]);
    expect(await linkTo('dara')).toBe('');
  });

  it('V6.5.6: takes a lost second step away when two agree, and never by one: the owner hears of it and sets up another first', async () => {
    await givePassword(world, 'sol', true);
    const sol = await world.as('sol');
    const at = `/staff/${await staffOf('sol')}/second-step-requests`;
    expect((await (await world.as('hugo')).post(at, { lost: 'second step', ...WHY })).statusCode).toBe(403);
    expect((await abe.post(at, { lost: 'second step', ...WHY })).statusCode).toBe(303);
    expect((await abe.post(at, { lost: 'second step', ...WHY })).body).toContain('asked for already');
    const [request] = await world.rows('select id from right_request where staff_id = $1', [
      await staffOf('sol'),
    ]);
    const answer = `/right-requests/${request?.['id']}/answers`;
    expect((await abe.post(answer, { agree: 'yes' })).statusCode).toBe(422);
    expect((await sol.get('/hub')).statusCode, 'nothing was taken yet').toBe(200);
    expect((await (await world.as('pip')).post(answer, { agree: 'yes' })).statusCode).toBe(303);
    expect((await sol.get('/hub')).headers.location).toMatch(/^\/sign-in/);
    const again = browse(world);
    await givesPassword(again, 'sol', '/hub');
    expect((await again.get('/hub')).headers.location).toMatch(/^\/own-account\/second-factor/);
    expect((await mailsTo(world, 'sol')).filter((one) => /second step/.test(one))).toHaveLength(2);
  });

  it('V7.4.5: ends the sessions of somebody else at once, with a reason, and the owner hears of it', async () => {
    const [one, other, nobody] = [await world.as('bea'), await world.as('bea'), await world.as('otis')];
    const sent = await abe.post(`/staff/${await staffOf('bea')}/session-endings`, WHY);
    expect(sent.statusCode).toBe(303);
    for (const session of [one, other])
      expect((await session.get('/hub')).headers.location).toMatch(/^\/sign-in/);
    expect((await nobody.get('/hub')).statusCode).toBe(200);
    expect((await mailsTo(world, 'bea')).join()).toContain('signed out everywhere');
    expect((await abe.get(`/staff/${await staffOf('bea')}`)).body).toContain(WHY.reason);
  });

  it('V7.4.2: puts a leaver out at that instant, keeps what they typed, and leads their manager to the children', async () => {
    const [tess, mira] = [await world.as('tess'), await world.as('mira')];
    const { child } = await openChild(world, 'Senara', tess.staffId);
    const mine = await world.rows('select 1 from allocation where staff_id = $1', [tess.staffId]);
    await tess.post(`/people/${child}/case-notes`, { words: '' });
    await world.rows(
      `insert into draft (id, author, form, form_version, subject_id, answers) values (gen_random_uuid(), $1, 'case note: write', 1, $2, '{"words":"She said"}')`,
      [tess.staffId, child],
    );
    await world.rows(
      "insert into duty (id, kind, staff_id, from_at, until_at) values (gen_random_uuid(), 'hub', $1, now() - interval '1 hour', now() + interval '9 hours')",
      [tess.staffId],
    );
    const page = await abe.get(`/staff/${tess.staffId}/leaving/new`);
    expect(page.body).toMatch(new RegExp(`still work with ${mine.length} child`));
    expect(page.body).not.toContain('Senara');
    expect((await abe.post(`/staff/${tess.staffId}/leaving`, WHY)).body).toContain('Tick that they are out');
    const under = Array.from({ length: 20 }, () => tess.get('/own-account'));
    const out = abe.post(`/staff/${tess.staffId}/leaving`, { isSure: 'yes', ...WHY });
    expect((await out).statusCode).toBe(303);
    await Promise.all(under);
    const late = await Promise.all(Array.from({ length: 20 }, () => tess.get('/own-account')));
    expect(late.filter(({ statusCode }) => statusCode === 200)).toEqual([]);
    expect(await world.rows('select 1 from draft where author = $1', [tess.staffId])).toHaveLength(1);
    expect(
      await world.rows('select 1 from duty where staff_id = $1 and until_at > now()', [tess.staffId]),
    ).toEqual([]);
    expect((await mailsTo(world, 'mira')).join()).toContain(`/caseloads/${tess.staffId}`);
    const handing = await mira.get(`/caseloads/${tess.staffId}`);
    expect([handing.statusCode, handing.body.includes('Senara')]).toEqual([200, true]);
    expect((await mira.get('/caseloads')).body).toContain('Left, with children to hand over');
    const offered = await mira.get(`/people/${child}/handovers/new`);
    expect(offered.body).not.toContain('Tess Windlass</option>');
    expect((await abe.get(`/staff/${tess.staffId}`)).body).toContain('Still to be handed over by a manager');
    const ivo = await world.as('ivo');
    expect((await ivo.get(`/caseloads/${tess.staffId}`)).body).not.toContain('Senara');
    const offer = { to: ivo.staffId, note: 'She knows that Tess has left.' };
    expect((await mira.post(`/people/${child}/handovers`, offer)).statusCode).toBe(303);
    const [handover] = await world.rows('select id from handover where person_id = $1', [child]);
    expect((await ivo.post(`/handovers/${handover?.['id']}/acceptance`)).statusCode).toBe(303);
    expect((await ivo.get(`/people/${child}`)).statusCode).toBe(200);
    const left = await world.rows('select * from children_left_with($1)', [tess.staffId]);
    expect(left.reduce((sum, row) => sum + Number(row['children']), 0)).toBe(mine.length - 1);
    expect((await abe.post(`/staff/${tess.staffId}/return`, WHY)).statusCode).toBe(303);
    expect((await (await world.as('tess')).get('/desk')).statusCode, 'back, without a post').toBe(403);
  });

  it('V6.4.1: never sets or sees a password: no form of theirs asks for one, and none shows a secret', async () => {
    const id = await staffOf('ivo');
    const account = await accountOf('ivo');
    const pages = world.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/staff'));
    expect(pages.length).toBeGreaterThan(7);
    for (const { path } of pages) {
      const { body } = await abe.get(path.replace(':staffId', id));
      expect(body, path).not.toMatch(/type="password"|name="password"/);
      expect(body, path).not.toContain(String(account?.['password_hash']));
    }
  });
});
