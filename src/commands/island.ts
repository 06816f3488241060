import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { finishIsland, isPeopled } from '../island/accounts.ts';
import { NO_SCENARIO, readScenario, type Scenario } from '../island/scenario.ts';
import { isDay } from '../language/day.ts';
import { addAuthority, authoritiesIn } from '../platform/authority/authorities.ts';
import { asOwner, migrate } from '../platform/database/migrate.ts';
import type { Profile } from '../profile/profile.ts';
import { profileNamed } from '../profile/profiles.ts';
import type { Call, Say } from './call.ts';
import { MIGRATIONS, type Server } from './database.ts';
import { readOptions, WrongUse } from './options.ts';
import { withDatabase } from './with-database.ts';

/** The island that `npm start` fills a new demonstration with: about three years of a place of this size. */
const DEMONSTRATION = { seed: 'continuum', children: 9_600 } as const;
/** Fewer children would hardly fill the board. */
const SMALLEST = 200;
const LARGEST = 2_000_000;
const SIZES = `must be a number of children from ${SMALLEST} to ${LARGEST}`;
/** A day that is named stands for its early afternoon, when the hub is at work. */
const AFTERNOON = 'T14:02:00Z';

const WISHED = z.strictObject({
  size: z.coerce
    .number({ error: SIZES })
    .int(SIZES)
    .min(SMALLEST, SIZES)
    .max(LARGEST, SIZES)
    .default(DEMONSTRATION.children),
  seed: z.string().max(100).default(DEMONSTRATION.seed),
  'as-of': z
    .string()
    .transform((text) => new Date(isDay(text) ? `${text}${AFTERNOON}` : text))
    .refine((at) => !Number.isNaN(at.getTime()), 'must be a day such as 2021-03-05, or an instant')
    .optional(),
  scenario: z.string().optional(),
  authority: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be small letters, digits and _')
    .default('demonstration'),
});

/** Makes an island in an authority of its own. With `--as-of` its now stands still. One that is peopled, or live, is refused. */
export async function islandCreate({ config, words, say }: Call): Promise<void> {
  const asked = readOptions(words, WISHED);
  const scenario = asked.scenario === undefined ? NO_SCENARIO : await scenarioIn(asked.scenario);
  const wish = { seed: asked.seed, children: asked.size, now: asked['as-of'] ?? new Date(), scenario };
  const { fillIsland } = await generator();
  await withDatabase(config, say, async (server) => {
    await migrate(server.owner, MIGRATIONS);
    await prepareAuthority(server, asked.authority, asked['as-of']);
    await fillIsland(server, asked.authority, { ...wish, profile: jersey() }, say);
  });
  say(`Made the island ${asked.authority}: ${asked.size} children on record, seed ${asked.seed}.`);
}

/** Fills the demonstration authority on the first start; later starts keep what is there. */
export async function fillDemonstration(server: Server, authority: string, say: Say): Promise<void> {
  if (await isPeopled(server.owner, authority)) return finishIsland(server.owner, authority, undefined);
  const { fillIsland } = await generator();
  await fillIsland(server, authority, { profile: jersey(), now: new Date(), ...DEMONSTRATION }, say);
}

/** The generator is loaded where an island is made: a program that serves one which is there does without it. */
const generator = () => import('./fill-island.ts');

async function prepareAuthority(server: Server, name: string, asOf: Date | undefined): Promise<void> {
  const there = (await asOwner(server.owner, authoritiesIn)).find(({ schema }) => schema === name);
  if (there !== undefined && !there.demonstration)
    throw new WrongUse(`${name} is a live authority. An island is made in one of its own`);
  if (there !== undefined && (await isPeopled(server.owner, name)))
    throw new WrongUse(`${name} is peopled already. Name another with --authority`);
  const added = { schema: name, title: 'Demonstration island', profile: 'jersey', demonstration: true };
  await addAuthority(server.owner, { ...added, asOf }, MIGRATIONS);
  await asOwner(server.owner, (client) =>
    client.query('update directory.authority set as_of = $2 where schema_name = $1', [name, asOf ?? null]),
  );
}

async function scenarioIn(path: string): Promise<Scenario> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new WrongUse(`There is no file ${path}`);
  });
  const scenario = readScenario(text);
  if (scenario.ok) return scenario.value;
  throw new WrongUse(
    scenario.problems.map(({ field, message }) => `${path}: ${field} ${message}`).join('; '),
  );
}

function jersey(): Profile {
  const profile = profileNamed('jersey');
  if (profile === undefined) throw new RangeError('islands use the profile "jersey"');
  return profile;
}
