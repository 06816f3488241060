import { z } from 'zod';
import { addAuthority, authoritiesIn } from '../platform/authority/authorities.ts';
import { asOwner, migrate } from '../platform/database/migrate.ts';
import { PROFILE_NAMES } from '../profile/profiles.ts';
import type { Call } from './call.ts';
import { MIGRATIONS } from './database.ts';
import { readOptions, WrongUse } from './options.ts';
import { withDatabase } from './with-database.ts';

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const PATH = /^[a-z][a-z0-9-]{0,39}$/;

const ADDED = z.strictObject({
  name: z.string().regex(NAME, 'must be small letters, digits and _, such as jersey'),
  title: z.string().max(200, 'must be at most 200 characters'),
  profile: z.enum([...PROFILE_NAMES], { error: `must be one of: ${PROFILE_NAMES.join(', ')}` }),
  host: z.string().optional(),
  path: z.string().regex(PATH, 'must be small letters, digits and -').optional(),
});

/** Adds an authority: a schema of its own with the values of its profile. An authority that is there already is refused. */
export async function authorityAdd({ config, words, say }: Call): Promise<void> {
  const asked = readOptions(words, ADDED);
  await withDatabase(config, say, async ({ owner }) => {
    await migrate(owner, MIGRATIONS);
    const there = await asOwner(owner, authoritiesIn);
    if (there.some(({ schema }) => schema === asked.name))
      throw new WrongUse(`There is an authority ${asked.name} already`);
    await addAuthority(owner, { ...asked, schema: asked.name, demonstration: false }, MIGRATIONS);
  });
  say(`Added ${asked.name}. A program that is serving takes it up when it is started again.`);
}

/** Lists the authorities, one a line: name, profile, where it is reached, title. */
export async function authorityList({ config, words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  const found = await withDatabase(config, say, async ({ owner }) => {
    await migrate(owner, MIGRATIONS);
    return asOwner(owner, authoritiesIn);
  });
  for (const one of found) {
    const reached = one.host ?? (one.path === undefined ? '-' : `/${one.path}`);
    const kind = one.demonstration ? 'demonstration' : 'live';
    say(
      `${one.schema.padEnd(20)} ${one.profile.id.padEnd(12)} ${kind.padEnd(14)} ${reached.padEnd(24)} ${one.title}`,
    );
  }
  if (found.length === 0) say('There is no authority yet. Add one with: continuum authority add');
}
