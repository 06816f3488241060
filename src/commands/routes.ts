import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ABOUT_PERSON, PLACES } from '../app.ts';
import { createPool } from '../platform/database/pool.ts';
import { createDatabase } from '../platform/database/transaction.ts';
import { createAssets } from '../platform/html/assets.ts';
import { createLog } from '../platform/log.ts';
import { PROFILE_NAMES, profileNamed } from '../profile/profiles.ts';
import type { Call } from './call.ts';
import { ASSETS } from './database.ts';
import { readOptions } from './options.ts';
import { buildServer } from './serve.ts';

/** Prints every route with its rule, one a line: `METHOD /path  rule`. Needs no database: routes are the same in every installation. */
export async function routes({ config, words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  const profile = profileNamed(PROFILE_NAMES[0] ?? '');
  // A pool connects when it is asked something, and nothing is asked.
  const pool = createPool({ host: '/nowhere', user: 'nobody', database: 'none' }, { role: 'none', max: 1 });
  const demonstration = profile && {
    schema: 'demonstration',
    title: '',
    profile,
    demonstration: true,
    asOf: undefined,
    host: undefined,
    path: undefined,
  };
  const house = {
    pool,
    directory: pool,
    database: createDatabase({ pool, versioned: new Set<string>(), keepsPlans: false }),
    authorities: demonstration === undefined ? [] : [demonstration],
    assets: createAssets(JSON.parse(readFileSync(join(ASSETS, 'manifest.json'), 'utf8'))),
    places: PLACES,
    aboutPerson: ABOUT_PERSON,
    trustedProxyHops: 0,
    log: createLog('error', () => undefined),
  };
  const { server, routes: lines } = await buildServer(
    house,
    config.demonstration ? demonstration : undefined,
  );
  for (const { method, path, rule } of sorted(lines)) say(`${method} ${path}  ${rule}`);
  await server.close();
  await pool.end();
}

/** HEAD goes with GET and is not a line of its own. */
function sorted<Line extends { method: string; path: string }>(lines: readonly Line[]): Line[] {
  return lines
    .filter(({ method }) => method !== 'HEAD')
    .sort((one, other) => (`${one.path} ${one.method}` < `${other.path} ${other.method}` ? -1 : 1));
}
