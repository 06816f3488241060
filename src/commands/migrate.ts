import { z } from 'zod';
import { migrate } from '../platform/database/migrate.ts';
import type { Call } from './call.ts';
import { MIGRATIONS } from './database.ts';
import { readOptions } from './options.ts';
import { withDatabase } from './with-database.ts';

/** Brings the database up to date and stops: for those who start the program only after its database is ready. */
export async function migrateOnly({ config, words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  const applied = await withDatabase(config, say, ({ owner }) => migrate(owner, MIGRATIONS));
  for (const name of applied) say(`Applied ${name}`);
  if (applied.length === 0) say('Nothing to apply.');
}
