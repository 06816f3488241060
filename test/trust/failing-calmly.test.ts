import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseWork } from '../../src/commands/house-work.ts';
import { buildServer } from '../../src/commands/serve.ts';
import { createProvider } from '../../src/platform/identity/provider.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServer } from '../../src/platform/web/server.ts';
import { browse, givePassword, givesPassword } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

/** What a page of ours never says: how it was made, what was asked of the database, where a file stands. */
const INNER =
  /Error\b|\bat \/|node_modules|\/(src|dist|tmp)\/|\.tsx?:|permission denied|violates|constraint|relation "|select |insert into|SQLSTATE|42501|57P01|fastify|postgres|127\.0\.0\.1|Zinnia/i;

describe('Where something fails', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('V16.5.1: a fault is answered in the same few words, whatever it is, with a code that stands in the log', async () => {
    const lines: string[] = [];
    const house = { ...world.house, log: createLog('error', (line) => lines.push(line)) };
    const faults: Readonly<Record<string, () => unknown>> = {
      '/a': () => new TypeError('cannot read Zinnia of undefined'),
      '/b': () =>
        Object.assign(new Error('permission denied for table audit: Zinnia'), {
          code: '42501',
          detail: 'Key (name)=(Zinnia)',
        }),
      '/c': () => 'Zinnia, thrown as a text',
      '/d': () => Object.assign(new Error('connect to 127.0.0.1:5432'), { statusCode: 418 }),
    };
    const { server } = await createServer(house, '/tmp', (bare) => {
      for (const [path, fault] of Object.entries(faults))
        bare.get(path, { config: { rule: 'public' } }, () => {
          throw fault();
        });
    });
    const bodies: string[] = [];
    for (const path of Object.keys(faults)) {
      const { statusCode, body } = await server.inject(path);
      expect(statusCode, path).toBe(500);
      expect(textOf(body), path).not.toMatch(INNER);
      const { code } = JSON.parse(lines.at(-1) ?? '{}');
      expect(body).toContain(code);
      bodies.push(textOf(body).replace(code, ''));
    }
    expect(new Set(bodies).size).toBe(1);
    await server.close();
    expect(INNER.test('TypeError: x\n at /work/src/a.ts:1')).toBe(true);
  });

  it('V16.5.1: what is refused says no more of what is inside, whether by the door, by the database or by nothing at all', async () => {
    const nell = await world.as('nell');
    await world.rows('revoke insert on audit from continuum_app');
    const broken = await nell.find('Limpet');
    await world.rows('grant insert on audit to continuum_app');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = (payload: string, headers: object) =>
      world.server.inject({ method: 'POST', url: '/sign-in', payload, headers: { ...form, ...headers } });
    const answers = [
      broken,
      await nell.get('/no-such-page'),
      await nell.get('/people/%00'),
      await nell.get('/staff/new'),
      await send('%', {}),
      await send('a=b', { origin: 'https://elsewhere.example' }),
      await send('x'.repeat(1_100_000), {}),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 404, 404, 403, 400, 403, 413]);
    for (const { body } of answers) expect(textOf(body)).not.toMatch(INNER);
  });

  it('V16.5.2: a mail server that is gone keeps nobody from working, and what was to be sent waits for it', async () => {
    let tries = 0;
    const down = {
      send: async () => {
        tries += 1;
        throw new Error('nobody answers');
      },
    };
    await world.rows(
      "insert into outbox (id, kind, recipient, subject, body, language, leaves_at) values (gen_random_uuid(), 'mail', 'a@example.je', 's', 'b', 'en', now() - interval '1 day')",
    );
    const waiting = () => world.rows('select sent_at, tries from outbox where sent_at is null');
    const working = houseWork(world.house, down, undefined);
    await expect.poll(() => tries, { timeout: 10_000 }).toBeGreaterThan(0);
    expect((await (await world.as('nell')).get('/own-account')).statusCode).toBe(200);
    await working.stop();
    expect(await waiting()).toHaveLength(1);
    const sent: string[] = [];
    await world.rows("update outbox set leaves_at = now() - interval '1 day'");
    const again = houseWork(world.house, { send: async (_, { to }) => void sent.push(to) }, undefined);
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
    await again.stop();
    expect(sent).toEqual(['a@example.je']);
  });

  it('V16.5.2: an organisation’s sign-in that is gone lets nobody in by itself, and leaves the other ways open', async () => {
    const provider = createProvider({
      issuer: 'http://localhost:9',
      clientId: 'c',
      clientSecret: 's',
      claim: 'email',
    });
    const { server } = await buildServer({ ...world.house, provider }, undefined);
    const answer = await server.inject('/sign-in/provider');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('cannot be reached just now. Try again, or use a password');
    expect(answer.cookies).toEqual([]);
    await givePassword(world, 'fern');
    const fern = browse({ ...world, server });
    expect((await givesPassword(fern, 'fern', '/own-account')).statusCode).toBe(303);
    expect(fern.cookies.has('__Host-continuum')).toBe(true);
    await server.close();
  });

  it('V16.5.2: a database that drops every line is asked again with new ones, and nobody is let in meanwhile', async () => {
    const nell = await world.as('nell');
    const drop = () =>
      world.rows(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      );
    expect((await nell.get('/own-account')).statusCode).toBe(200);
    await drop();
    const answers = await Promise.all(Array.from({ length: 8 }, () => nell.get('/own-account')));
    for (const { statusCode, headers } of answers) {
      expect([200, 503]).toContain(statusCode);
      if (statusCode === 503) expect(headers['retry-after']).toBe('30');
    }
    expect((await nell.get('/own-account')).statusCode).toBe(200);
    expect((await world.anyone.get('/own-account')).statusCode).toBe(303);
  });

  it('V16.5.3: where it cannot be read who somebody is, or what a wall says, nothing opens and nothing is done', async () => {
    const nell = await world.as('nell');
    const before = await world.rows('select theme from staff where id = $1', [nell.staffId]);
    for (const unread of ['post_holding', 'directory.account', 'directory.session']) {
      await world.rows(`revoke select on ${unread} from continuum_app`);
      const answers = [
        await nell.get('/people'),
        await nell.get('/own-account'),
        await nell.post('/own-account/theme', { theme: 'dark' }),
      ];
      await world.rows(`grant select on ${unread} to continuum_app`);
      expect(
        answers.map(({ statusCode }) => statusCode),
        unread,
      ).toEqual([500, 500, 500]);
      for (const { body } of answers) expect(textOf(body), unread).not.toMatch(INNER);
    }
    expect(await world.rows('select theme from staff where id = $1', [nell.staffId])).toEqual(before);
    expect((await nell.post('/own-account/theme', { theme: 'dark' })).statusCode).toBe(303);
  });

  it('V16.5.3: where the act fails after its checks, nothing of it stays: not the fact, not the trace of it, not the key', async () => {
    const police = await world.as('halyard');
    await world.rows(
      "create function not_now() returns trigger language plpgsql as $$ begin raise exception 'Zinnia'; end $$",
    );
    await world.rows('create trigger not_now after insert on audit for each row execute function not_now()');
    const count = () =>
      world.rows(
        'select (select count(*) from police_notification) as facts, (select count(*) from submission) as keys, (select count(*) from audit) as acts',
      );
    const before = await count();
    const told = {
      incident: 'I-26-11',
      happenedOn: '2026-11-19',
      words: 'An argument.',
      'submission-key': 'abcdefghijklmnopqrstuv',
    };
    const answer = await police.post('/police-notifications', told);
    await world.rows('drop trigger not_now on audit');
    expect(answer.statusCode).toBe(500);
    expect(textOf(answer.body)).not.toMatch(INNER);
    expect(await count()).toEqual(before);
    expect((await police.post('/police-notifications', told)).statusCode).toBe(303);
  });
});

/** The words of a page: what stands in its elements, not the addresses of its files. */
function textOf(body: string): string {
  return body.replaceAll(/<(link|script)\b[^>]*>/g, ' ').replaceAll(/<[^>]*>/g, ' ');
}
