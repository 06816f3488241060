import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../src/language/outcome.ts';
import { action, type Loader, type Subject } from '../../src/platform/action.ts';
import { form } from '../../src/platform/forms/form.ts';
import { words } from '../../src/platform/forms/text-fields.ts';
import { hashPassword } from '../../src/platform/identity/password.ts';
import { formToken } from '../../src/platform/web/guard.ts';
import { createServer } from '../../src/platform/web/server.ts';
import { createWeb } from '../../src/platform/web/web.tsx';
import { NAMES, tellTheirStory } from '../support/twelve-children.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';

const PASSWORD = 'harbour lantern ferry oak';
const LIST = '/measures/H1/lines?month=2024-02&known=2024-06-01T00%3A00%3A00.000Z';
const FILE = '/measures/H1/lines/csv?month=2024-02';

describe('Children’s names behind a figure', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await tellTheirStory(world);
    await world.rows('update directory.account set password_hash = $1', [await hashPassword(PASSWORD)]);
  });
  afterAll(() => world.close());

  /** Somebody who signed in longer ago than a quarter of an hour. */
  async function sittingSince(key: string): Promise<Worker> {
    const worker = await world.as(key);
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    return worker;
  }

  const namesIn = (text: string) => NAMES.filter((name) => text.includes(name));
  const wayTo = (path: string) => `/prove?to=${encodeURIComponent(path)}`;

  it.each([LIST, FILE])('open after the password was given again, where one was going: %s', async (path) => {
    const cleo = await sittingSince('cleo');
    const asked = await cleo.get(path);
    expect([asked.statusCode, asked.headers.location]).toEqual([303, wayTo(path)]);
    expect(namesIn(asked.body)).toEqual([]);
    const page = await cleo.get(wayTo(path));
    expect(page.body).toContain('Is it still you?');
    const given = await cleo.post('/prove', { to: path, password: PASSWORD });
    expect([given.statusCode, given.headers.location]).toEqual([303, path]);
    expect((await cleo.get(path)).statusCode).toBe(200);
  });

  it('stay shut to a wrong password, and the way back is kept for the right one', async () => {
    const cleo = await sittingSince('cleo');
    const wrong = await cleo.post('/prove', { to: LIST, password: 'guessed' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('That is not your password');
    expect(wrong.body).toContain(LIST.replaceAll('&', '&amp;'));
    expect((await cleo.get(LIST)).statusCode).toBe(303);
  });

  it('stay shut to somebody at the keyboard who goes on guessing', async () => {
    const hugo = await sittingSince('hugo');
    for (let turn = 0; turn < 8; turn += 1) await hugo.post('/prove', { to: LIST, password: 'guessed' });
    const right = await hugo.post('/prove', { to: LIST, password: PASSWORD });
    expect(right.statusCode).toBe(429);
    expect(right.headers['retry-after']).toBe('900');
    expect(right.body).toContain('too many tries');
    expect((await hugo.get(LIST)).statusCode).toBe(303);
  });

  it('are refused to whoever may not see them, however often they prove who they are', async () => {
    const quill = await sittingSince('quill');
    expect((await quill.get(LIST)).statusCode).toBe(403);
    await quill.post('/prove', { to: LIST, password: PASSWORD });
    for (const path of [LIST, FILE]) expect((await quill.get(path)).statusCode).toBe(403);
  });

  it('ask nothing more for the figure itself, which names nobody', async () => {
    const cleo = await sittingSince('cleo');
    expect((await cleo.get('/measures/H1?month=2024-02')).statusCode).toBe(200);
  });

  it('open in the demonstration at one press, where there are no passwords', async () => {
    const mira = await sittingSince('mira');
    await world.rows("update directory.session set manner = 'demonstration'");
    expect((await mira.get(wayTo(LIST))).body).toContain('there are no passwords');
    await mira.post('/prove', { to: LIST });
    expect((await mira.get(LIST)).statusCode).toBe(200);
  });
});

describe('What was typed into a form that asks for the password again', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const oneself: Loader<Subject> = { kind: 'own account', load: async ({ by }) => ({ id: by, persons: [] }) };

  it('is kept as a draft and acts only once it was given', async () => {
    const acted: string[] = [];
    const act = action({
      name: 'test: act',
      permission: 'own account: change',
      proof: 'proved again',
      input: form({ why: words({ max: 100, empty: 'Enter why' }) }),
      async perform({ why }, _self: Subject) {
        acted.push(why);
        return done(undefined);
      },
    });
    const page = () => ({ title: '', place: null, body: <p /> });
    const { server, routes } = await createServer(world.house, '/tmp', (bare) =>
      createWeb(bare, world.house).submit('/act', act, { find: oneself, done: () => '/', refused: page }),
    );
    expect(routes.find(({ path }) => path === '/act')?.rule).toBe('may: own account: change, proved again');
    const nell = await world.as('nell');
    const send = () =>
      server.inject({
        method: 'POST',
        url: '/act',
        payload: new URLSearchParams({
          'form-token': formToken(nell.token),
          'submission-key': randomBytes(16).toString('base64url'),
          why: 'Typed for ten minutes',
        }).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          cookie: `__Host-continuum=${nell.token}`,
        },
      });
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    expect((await send()).headers.location).toMatch(/^\/prove\?/);
    expect(acted).toEqual([]);
    expect(await world.rows('select answers from draft')).toEqual([
      { answers: { why: 'Typed for ten minutes' } },
    ]);
    await world.rows('update directory.session set proved_at = now()');
    expect((await send()).headers.location).toBe('/');
    expect(acted).toEqual(['Typed for ten minutes']);
    await server.close();
  });
});
