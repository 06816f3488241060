import { commandNamed } from '../../src/commands/commands.ts';
import { readConfig } from '../../src/config.ts';
import type { World } from './world.ts';

/** What the command `measure` says with these words, read from its JSON. */
export async function askMeasure({ owner }: World, ...words: string[]) {
  const { host, user, database } = owner;
  const config = readConfig({
    DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    DATA_DIR: '/tmp',
  });
  if (!config.ok) throw new Error('the configuration of the test is wrong');
  const said: string[] = [];
  await commandNamed(['measure'])?.run({
    config: config.value,
    words,
    say: (line) => said.push(line),
    ending: Promise.resolve(''),
  });
  return JSON.parse(said.join('\n'));
}
