import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';

describe('One’s own account', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  it('opens for everybody who signs in, partners too, and asks others to sign in', async () => {
    for (const key of ['nell', 'halyard', 'abe'])
      expect((await (await world.as(key)).get('/own-account')).statusCode).toBe(200);
    expect((await world.anyone.get('/own-account')).statusCode).toBe(303);
  });

  it('switches single keys off, for oneself alone', async () => {
    expect((await nell.post('/own-account/keys', { keys: 'off' })).statusCode).toBe(303);
    expect((await nell.get('/own-account')).body).toContain('data-keys="off"');
    const sol = await world.as('sol');
    expect((await sol.get('/own-account')).body).toContain('data-keys="on"');
  });

  it('keeps the theme, and refuses one that there is not', async () => {
    await nell.post('/own-account/theme', { theme: 'dark' });
    expect(await world.rows('select theme from staff where id = $1', [nell.staffId])).toEqual([
      { theme: 'dark' },
    ]);
    expect((await nell.post('/own-account/theme', { theme: 'pink' })).statusCode).toBe(422);
  });
});
