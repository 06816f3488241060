import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { openHouse } from '../../commands/open-house.ts';
import { buildServer } from '../../commands/serve.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const linksOf = (page: string) =>
  [...page.matchAll(/<a [^>]*href="(\/[^"]*)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => href !== '/leave');

describe('The front page', () => {
  it('leads nowhere that does not open, in each language', async () => {
    for (const path of ['/', '/pt']) {
      const { body } = await world.anyone.get(path);
      const links = new Set(linksOf(body));
      expect(links.size).toBeGreaterThan(8);
      for (const link of links)
        expect([link, (await world.anyone.get(link)).statusCode]).toEqual([link, 200]);
    }
  });

  it('says the times that the profile holds, and that they are not settled', async () => {
    const { body } = await world.anyone.get('/');
    expect(body).toContain('Within 1 working day.');
    expect(body).toContain('1 working day and 5 working days are still to be confirmed for Jersey');
  });

  it('says on every page of a demonstration that nobody reads it, and of a translation that nobody has checked it', async () => {
    const { body } = await world.anyone.get('/pt/ask-for-help');
    expect(body).toContain('Ninguém lê isto');
    expect(body).toContain('aguarda a revisão de um falante nativo');
    expect((await world.anyone.get('/')).body).not.toContain('awaiting a native speaker');
  });
});

describe('A live authority', () => {
  it('offers no language that nobody there has signed off', async () => {
    await world.rows('update directory.authority set demonstration = false');
    const house = await openHouse(
      { trustedProxyHops: 0, logLevel: 'error' },
      { owner: world.owner, application: { ...world.owner, user: 'continuum_app' } },
      () => undefined,
    );
    const { server } = await buildServer(house, undefined);
    const front = await server.inject('/');
    expect(front.body).not.toContain('Português');
    expect(front.body).not.toContain('Nobody reads this');
    for (const path of ['/pt', '/pt/ask-for-help', '/pt/come-back', '/pt/follow/none'])
      expect((await server.inject(path)).statusCode).toBe(404);
    await server.close();
    await house.database.close();
  });
});
