import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRETS } from '../support/twins/secrets.ts';
import { askTwins, makeTemplate, type Template } from '../support/twins/twin-worlds.ts';

/** A short walk in each change; `npm run prove -- G8` asks 5,000 of each secret. */
const REQUESTS = Number(process.env['TWIN_REQUESTS'] ?? 40);
const CONTROL = Math.min(REQUESTS, 500);
const SEED = 20_261_122;
const LONGEST = 60_000 + REQUESTS * 200;

/** In each change the sealed child alone; a proof takes the secret that it names. */
const ASKED = SECRETS.filter(
  ({ kind }, at) => (process.env['TWIN_SECRET'] ?? (at === 0 ? kind : '')) === kind,
);

describe('Two worlds alike but for one secret', () => {
  let template: Template;
  beforeAll(async () => {
    template = await makeTemplate();
  });
  afterAll(() => template.close());

  for (const secret of ASKED) {
    it(`V8.2.2 V8.3.1 answer the same to whoever may not know of ${secret.kind}, byte for byte`, async () => {
      const { requests, answered, leaks } = await askTwins(template, secret, { count: REQUESTS, seed: SEED, walls: 'stand' });
      console.log(`twins, ${secret.kind}: ${requests} requests, ${leaks.length} leaks; ${JSON.stringify(answered)}`);
      for (const leak of leaks.slice(0, 40)) console.log(`twin leak: ${leak}`);
      expect(leaks.slice(0, 40)).toEqual([]);
      expect(answered['fault'] ?? 0).toBe(0);
    }, LONGEST);

    it(`differ when the wall round ${secret.kind} is taken away: the control shows that this can fail`, async () => {
      const { leaks } = await askTwins(template, secret, { count: CONTROL, seed: SEED, walls: 'taken away' });
      console.log(`twins without the wall, ${secret.kind}: ${leaks.length} leaks`);
      expect(leaks.length).toBeGreaterThan(0);
    }, LONGEST);
  }
}); // biome-ignore format: a title and its time read in one line
