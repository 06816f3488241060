import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT_PERSON, PLACES } from '../app.ts';
import type { Config } from '../config.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import { versionedTables } from '../platform/database/migrate.ts';
import { createPool } from '../platform/database/pool.ts';
import { createDatabase, planned } from '../platform/database/transaction.ts';
import { createAssets } from '../platform/html/assets.ts';
import { createProvider } from '../platform/identity/provider.ts';
import { createLog } from '../platform/log.ts';
import type { House } from '../platform/web/house.ts';
import { checkProfile } from '../profile/check-profile.ts';
import { ASSETS, type Server } from './database.ts';

const CONNECTIONS = 10;

/** A profile that contradicts itself: the program does not start on it. */
export class ProfileFault extends Error {}

/** Puts together what serving needs. The database must have been migrated. */
export async function openHouse(
  config: Pick<Config, 'trustedProxyHops' | 'logLevel'> & Partial<Pick<Config, 'publicOrigin' | 'provider'>>,
  server: Pick<Server, 'owner' | 'application'>,
  write: (line: string) => void,
): Promise<House> {
  const pool = createPool(server.application, { role: 'continuum_app', max: CONNECTIONS });
  const authorities = await authoritiesIn(pool);
  for (const { profile } of authorities) {
    const problems = checkProfile(profile);
    if (problems.length > 0)
      throw new ProfileFault(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
  }
  const keepsPlans = typeof server.application !== 'string';
  return {
    pool,
    directory: keepsPlans ? planned(pool, () => '') : pool,
    database: createDatabase({ pool, versioned: await versionedTables(server.owner), keepsPlans }),
    authorities,
    assets: createAssets(JSON.parse(readFileSync(join(ASSETS, 'manifest.json'), 'utf8'))),
    places: PLACES,
    aboutPerson: ABOUT_PERSON,
    trustedProxyHops: config.trustedProxyHops,
    publicOrigin: config.publicOrigin,
    provider: config.provider && createProvider(config.provider),
    log: createLog(config.logLevel, write),
  };
}
