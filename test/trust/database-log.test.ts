import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { OWNER } from '../../src/platform/database/embedded/cluster.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { telltaleSettings } from '../../src/platform/database/silent-log.ts';

/** Two servers of their own take seconds: `npm run prove -- G24`. */
const ALL = process.env['CANARIES'] === 'all';
const MARK = `Zinnia${randomBytes(5).toString('hex')}`;

/** As many a server of others is set. */
const TALKATIVE = {
  log_min_messages: 'warning',
  log_min_error_statement: 'error',
  log_error_verbosity: 'default',
  log_statement: 'mod',
  log_min_duration_statement: '200',
  log_parameter_max_length: '-1',
  log_parameter_max_length_on_error: '-1',
  log_lock_waits: 'on',
  deadlock_timeout: '100ms',
};

/** What goes wrong in a database, each with the mark where somebody's words would stand. Only what ends in an error counts as gone wrong. */
const FAULTS: Readonly<Record<string, (client: pg.Client, other: pg.Client) => Promise<unknown>>> = {
  'a key that is there already': (client) =>
    client.query('insert into note (words) values ($1), ($1)', [MARK]),
  'a value that is refused': (client) =>
    client.query('insert into note (words) values ($1)', [`${MARK}${'x'.repeat(300)}`]),
  'a reference to nothing': (client) =>
    client.query('insert into answer (words) values ($1)', [`${MARK} nowhere`]),
  'words that are no number': (client) => client.query('select $1::text::integer', [MARK]),
  'words that are no day': (client) => client.query('select $1::date', [MARK]),
  'words that stand in the statement': (client) => client.query(`select '${MARK}'::uuid`),
  'a trigger that says what it met': (client) =>
    client.query(`do $$ begin raise exception 'met %', '${MARK}'; end $$`),
  'a warning': (client) => client.query(`do $$ begin raise warning 'met %', '${MARK}'; end $$; select 1 / 0`),
  'a question that takes too long': (client) =>
    client
      .query(`set statement_timeout = '300ms'; select pg_sleep(5), '${MARK}'`)
      .finally(() => client.query('set statement_timeout = 0')),
  'a lock that is waited for': async (client, other) => {
    await other.query('begin; lock table note in access exclusive mode');
    const waiting = client.query(
      `set lock_timeout = '400ms'; insert into note (words) values ('${MARK} waits')`,
    );
    await waiting.catch(() => undefined);
    await other.query('rollback');
    return waiting;
  },
  'a session that is ended by force': async (client, other) => {
    const { rows } = await other.query('select pg_backend_pid() as pid');
    const asleep = other.query(`select pg_sleep(5), '${MARK}'`);
    await pause(200);
    process.kill(rows[0].pid, 'SIGKILL');
    await asleep.catch(() => undefined);
    return client.query('select 1');
  },
};

describe.runIf(ALL)('The log of the database', () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  it('V16.2.5 tells nothing that was typed, whatever goes wrong', async () => {
    const { heard, wrong, telltale } = await everythingWrong({});
    console.log(`database log: ${wrong} faults, ${heard.length} lines, ${marked(heard)} found`);
    expect(wrong).toBe(Object.keys(FAULTS).length);
    expect(heard.filter((line) => line.includes(MARK))).toEqual([]);
    expect(telltale).toEqual([]);
  }, 120_000);

  it('tells it where it is set as many are: the control shows that this can fail, and the doctor says which settings', async () => {
    const { heard, telltale } = await everythingWrong(TALKATIVE);
    console.log(`database log, control: ${marked(heard)} found`);
    expect(marked(heard)).toBeGreaterThan(Object.keys(FAULTS).length);
    expect(telltale).toEqual(
      expect.arrayContaining([
        'log_min_messages is warning',
        'log_min_error_statement is error',
        'log_statement is mod',
      ]),
    );
  }, 120_000);

  async function everythingWrong(settings: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'continuum-test-log-'));
    chmodSync(folder, 0o755);
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    const heard: string[] = [];
    const server = await startEmbedded({
      dataDir: join(folder, 'postgres'),
      durable: false,
      settings: () => settings,
      log: () => undefined,
      hear: (line) => heard.push(line),
    });
    undo.push(() => server.stop());
    const [client, other] = [await connected(server), await connected(server)];
    const telltale = await telltaleSettings(client);
    await client.query(
      'create table note (words text primary key check (length(words) < 200)); create table answer (words text references note)',
    );
    let wrong = 0;
    for (const act of Object.values(FAULTS)) await act(client, other).catch(() => (wrong += 1));
    await pause(500);
    return { heard, wrong, telltale };
  }

  async function connected(server: EmbeddedServer): Promise<pg.Client> {
    const client = new pg.Client(server.url('postgres', OWNER));
    client.on('error', () => undefined);
    await client.connect();
    undo.push(() => client.end().catch(() => undefined));
    return client;
  }
});

function marked(lines: readonly string[]): number {
  return lines.filter((line) => line.includes(MARK)).length;
}
