import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import { openHouse } from '../commands/open-house.ts';
import { buildServer } from '../commands/serve.ts';
import { createLog, LOG_LEVELS, type LogLevel } from './log.ts';
import { createServer } from './web/server.ts';

describe('The log', () => {
  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
  ] as const)('tells from the level %s on, each line with its level and instant', (from, told) => {
    const lines: string[] = [];
    const log = createLog(from, (line) => lines.push(line));
    for (const level of LOG_LEVELS) log[level]({ event: 'tried', n: 1 });
    const read = lines.map((line) => JSON.parse(line));
    expect(read.map(({ level }) => level)).toEqual(told);
    for (const line of read) {
      expect(line).toMatchObject({ event: 'tried', n: 1 });
      expect(Date.parse(line.at)).not.toBeNaN();
    }
  });
});

describe('The log of a program that serves', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  /** What is logged at a level while work goes on. */
  async function loggedAt(
    logLevel: LogLevel,
    work: (house: Awaited<ReturnType<typeof openHouse>>) => Promise<void>,
  ): Promise<string[]> {
    const lines: string[] = [];
    const application = { ...world.owner, user: 'continuum_app' };
    const config = { trustedProxyHops: 0, logLevel };
    const house = await openHouse(config, { owner: world.owner, application }, (line) => lines.push(line));
    await work(house);
    await house.database.close();
    return lines;
  }

  const CANARY = 'Zinnia-Cormorant';
  const POST = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

  it('V16.2.5: tells each request as its route and status at debug, at info only what was not shown, and of no person at any level', async () => {
    const cleo = await world.as('cleo');
    const cookie = `__Host-continuum=${cleo.token}`;
    const visits = async (house: Parameters<Parameters<typeof loggedAt>[1]>[0]) => {
      const { server } = await buildServer(house, house.authorities[0]);
      for (const url of [
        `/follow/${CANARY}`,
        `/people?q=${CANARY}`,
        `/${CANARY}`,
        `/contacts/${CANARY}`,
        '/hub',
      ])
        await server.inject({ url, headers: { cookie, 'user-agent': CANARY, referer: CANARY } });
      for (const url of ['/sign-in', '/come-back', '/ask-for-help', '/requests/new'])
        await server.inject({
          method: 'POST',
          url,
          payload: `name=${CANARY}&password=${CANARY}&code=${CANARY}&go=resume`,
          headers: POST,
          remoteAddress: '198.51.100.77',
        });
      await server.close();
    };
    const debug = await loggedAt('debug', visits);
    expect(debug.filter((line) => line.includes('"answered"'))).toHaveLength(9);
    expect(JSON.parse(debug[0] ?? '')).toMatchObject({
      level: 'debug',
      event: 'answered',
      method: 'GET',
      route: '/follow/:token',
      status: 404,
    });
    expect(debug.join('\n')).not.toMatch(
      new RegExp(`${CANARY}|198\\.51|${cleo.token}|${cleo.staffId}|island\\.example`),
    );
    const info = await loggedAt('info', visits);
    expect(info.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ event: 'nothing shown', route: '/contacts/:contactId' }),
    ]);
    expect(info.join('\n')).not.toContain(CANARY);
  });

  it('tells a fault at every level by its kind, its place and what the person was told, without its words', async () => {
    for (const level of LOG_LEVELS) {
      let page = '';
      const lines = await loggedAt(level, async (house) => {
        const { server } = await createServer(house, '/tmp', (bare) =>
          bare.get('/broken/:name', { config: { rule: 'public' } }, () => {
            throw new TypeError(`cannot read ${CANARY}`);
          }),
        );
        page = (await server.inject(`/broken/${CANARY}`)).body;
        await server.close();
      });
      const faults = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'fault');
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({ level: 'error', route: '/broken/:name' });
      expect(faults[0].fault).toMatch(/^TypeError /);
      expect(page).toContain(faults[0].code);
      expect(lines.join('\n')).not.toContain(CANARY);
    }
  });
});
