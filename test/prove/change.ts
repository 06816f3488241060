import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { pendingMigrations } from '../../src/commands/pending-migrations.ts';
import { withDatabase } from '../../src/commands/with-database.ts';
import { readConfig } from '../../src/config.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { type Merged, type Stretch, underLoad } from './change-load.ts';
import { asOwnerOf } from './ledger.ts';
import { writeManyRows } from './many-rows.ts';
import { type Previous, previousProgram } from './previous-program.ts';
import { mainOf, newInstallation } from './program.ts';
import type { Proof, Result } from './proof.ts';
import { writeLetter } from './telling.ts';
import { openWork, type Work } from './work-of-children.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MIGRATIONS = join(ROOT, 'migrations');
const ROWS = Number(process.env['G18_ROWS'] ?? 1_000_000);
const CHILDREN = 40;
const LONGEST_WAIT = 1000;
const STRETCH = 10_000;
/** Milliseconds after the migration has written its first row. */
const KILLED_AFTER = [0, 40, 120, 300];

const SETTINGS = { DEMONSTRATION: 'no' };
const MIGRATING = { ...SETTINGS, PGAPPNAME: 'migration' };

/** Migrations as they must not be: one shuts everybody out for three seconds, one takes away what the program that serves asks for. */
const CONTROLS = {
  'holds a table for three seconds': 'lock table person in access exclusive mode; select pg_sleep(3);',
  'renames a column that is asked for': 'alter table staff rename column family_name to other_name;',
};

type Made = { readonly work: Work; readonly merged: Merged; readonly tables: readonly string[] };

/** The program of before serves while the program of now changes the database under it. */
export const G18: Proof = {
  id: 'G18',
  goal:
    `While the program of before serves a record with ${ROWS.toLocaleString('en-GB')} rows in each of its largest tables, the newest migrations run: no request fails, nobody ` +
    `waits for a lock longer than ${LONGEST_WAIT / 1000} second, a migration that is killed half way is completed by the next start, and the program of before goes on, and starts again, on what they made.`,
  seed: 'none: people ask and send at once',
  async run(say) {
    const previous = previousProgram(say);
    const kept = join(tmpdir(), `continuum-prove-G18-${previous.commit}-${ROWS}`);
    const made = await madeBefore(kept, previous, say);
    const folder = mkdtempSync(join(tmpdir(), 'continuum-prove-G18-'));
    try {
      chmodSync(folder, 0o755);
      // With the accounts that own the files: the database runs as another.
      execFileSync('cp', ['-a', '--reflink=auto', `${kept}/.`, folder]);
      const result = await change(folder, previous, made, say);
      rmSync(kept, { recursive: true, force: true });
      return result;
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};

/** Makes the record once, with the program of before; a proof that is broken off later goes on with it. */
async function madeBefore(kept: string, previous: Previous, say: (line: string) => void): Promise<Made> {
  const note = join(kept, 'made.json');
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8'));
  rmSync(kept, { recursive: true, force: true });
  execFileSync('mkdir', ['-p', kept]);
  const house = await newInstallation(SETTINGS, kept, mainOf(previous.root));
  try {
    for (const [name, reached] of [
      ['island', ['--host', '127.0.0.1']],
      ['elsewhere', ['--path', 'elsewhere']],
    ] as const)
      await house.command(
        'authority',
        'add',
        '--name',
        name,
        '--title',
        name,
        '--profile',
        'jersey',
        ...reached,
      );
    await house.start();
    const work = await openWork(kept, CHILDREN);
    const { tables, merged } = await asOwnerOf(kept, async (client) => ({
      merged: await mergeTwo(client, work),
      tables: await writeManyRows(client, ROWS, say),
    }));
    await sealed(kept, say);
    await house.stop();
    const made: Made = { work, merged, tables };
    writeFileSync(note, JSON.stringify(made));
    return made;
  } finally {
    await house.remove();
  }
}

/** Two records of one child, so that somebody reads what stands under both all the time. */
async function mergeTwo(client: pg.Client, { children }: Work): Promise<Merged> {
  const [kept, other] = children.map(({ id }) => id);
  await client.query('set search_path = island, extensions; set session_replication_role = replica');
  await client.query(
    `insert into merge (id, person_id, other_id, proposal_id, identifiers, reason, merged_at, merged_by)
     select $1, $2, $3, $1, '{date of birth,first name}', 'One child.', now(), id from staff limit 1`,
    [randomUUID(), kept, other],
  );
  await client.query('insert into same_as (person_id, other_id) values ($1, $2)', [kept, other]);
  const words = `Words of record ${randomUUID()}`;
  await client.query(
    "insert into child_statement (id, person_id, kind, words, stated_on, stated_by) select $1, $2, 'worry', $3, '2026-01-06', id from staff limit 1",
    [randomUUID(), other, words],
  );
  return { path: `/people/${kept}/statements`, words };
}

/** The audit is sealed before anybody asks, as it would be. */
async function sealed(folder: string, say: (line: string) => void): Promise<void> {
  await asOwnerOf(folder, async (client) => {
    for (;;) {
      const { rows } = await client.query(
        'select count(*)::int as waiting from island.audit a where (xid, n) > (select last_xid, last_n from island.audit_seal order by audit_seal.n desc limit 1)',
      );
      if (rows[0].waiting === 0) return;
      say(`${rows[0].waiting} rows of the audit wait for a seal`);
      await pause(5000);
    }
  });
}

type Stretches = Record<string, Stretch>;

async function change(
  folder: string,
  previous: Previous,
  made: Made,
  say: (line: string) => void,
): Promise<Result> {
  const stretches: Stretches = {};
  const [before, now] = [mainOf(previous.root), mainOf(ROOT)];
  const killed = await during(folder, before, made, async (next) => {
    await pause(STRETCH);
    stretches['before'] = next();
    const hit = await killHalfWay(folder, say);
    say(await (await newInstallation(MIGRATING, folder)).command('migrate'));
    await pause(500);
    stretches['while the migrations ran'] = next();
    await pause(STRETCH);
    stretches['on what they made'] = next();
    return hit;
  });
  for (const [name, main] of Object.entries({
    'after the program of before was started again': before,
    'with the program of now': now,
  }))
    await during(folder, main, made, async (next) => {
      await pause(STRETCH / 2);
      stretches[name] = next();
    });
  const shape = await shapeOf(folder);
  const controls: Stretches = {};
  await during(folder, now, made, async (next) => {
    for (const [name, text] of Object.entries(CONTROLS)) {
      await withMigration(folder, text);
      await pause(2000);
      controls[name] = next();
    }
  });
  return resultOf({ previous, made, killed, stretches, shape, controls }, say);
}

/** Starts a program on the record, sets people to work, and stops both when the work is done. */
async function during<Done>(
  folder: string,
  main: string,
  { work, merged }: Made,
  act: (next: () => Stretch) => Promise<Done>,
): Promise<Done> {
  const house = await newInstallation(SETTINGS, folder, main);
  try {
    await house.start();
    const letter = await writeLetter(house.address, 'the first');
    const load = await underLoad(house.address, folder, { work, merged, letter });
    try {
      return await act(load.next);
    } finally {
      await load.end();
    }
  } finally {
    await house.stop();
  }
}

/** Begins to migrate and ends the program without a word, each time a little later, until it was whole before it could be ended. */
async function killHalfWay(folder: string, say: (line: string) => void): Promise<number> {
  let hit = 0;
  await asOwnerOf(folder, async (client) => {
    for (const later of KILLED_AFTER) {
      const child = spawn(process.execPath, [mainOf(ROOT), 'migrate'], {
        env: { PATH: process.env['PATH'] ?? '', ...MIGRATING, DATA_DIR: folder },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      let isWriting = false;
      while (!isWriting && child.exitCode === null)
        isWriting = await someone(client, 'and backend_xid is not null');
      await pause(later);
      child.kill('SIGKILL');
      await ended;
      while (await someone(client, '')) await pause(20);
      const left = await pendingMigrations(client, MIGRATIONS);
      say(`killed ${later} ms after its first row: ${left.length} migrations left`);
      if (isWriting && left.length > 0) hit += 1;
    }
  });
  return hit;
}

async function someone(client: pg.Client, who: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where application_name = 'migration' ${who}`,
  );
  return (rowCount ?? 0) > 0;
}

/** Runs one more migration than there are, as the program of now does it. */
async function withMigration(folder: string, text: string): Promise<void> {
  const migrations = mkdtempSync(join(tmpdir(), 'continuum-migrations-'));
  const config = readConfig({ DATA_DIR: folder });
  if (!config.ok) throw new Error('the folder of the proof is not one');
  try {
    cpSync(MIGRATIONS, migrations, { recursive: true });
    process.env['PGAPPNAME'] = MIGRATING.PGAPPNAME;
    const number = CONTROL_NUMBERS.next().value;
    writeFileSync(join(migrations, 'authority', `${number}-control.sql`), text);
    await withDatabase(
      config.value,
      () => undefined,
      ({ owner }) => migrate(owner, migrations),
    );
  } finally {
    delete process.env['PGAPPNAME'];
    rmSync(migrations, { recursive: true, force: true });
  }
}

/** What is not as it should be when the migrations have run. */
function shapeOf(folder: string): Promise<readonly string[]> {
  return asOwnerOf(folder, async (client) => {
    const { rows } = await client.query(
      "select nspname as name from pg_namespace where nspname ~ '_one(_before)?$' order by 1",
    );
    const names = rows.map(({ name }) => name).join(', ');
    return [
      ...(await pendingMigrations(client, MIGRATIONS)),
      ...(names === 'elsewhere_one, island_one' ? [] : [`what is read as one is ${names}`]),
    ];
  });
}

type Seen = {
  readonly previous: Previous;
  readonly made: Made;
  readonly killed: number;
  readonly stretches: Stretches;
  readonly shape: readonly string[];
  readonly controls: Stretches;
};

function resultOf(
  { previous, made, killed, stretches, shape, controls }: Seen,
  say: (line: string) => void,
): Result {
  const all = Object.entries(stretches);
  const figures = all.flatMap(
    ([name, { asked, failed, slowest, longestWait, looks }]): [string, string][] => {
      const line = `${asked} asked, ${failed.length} failed, slowest ${slowest} ms; longest wait for a lock ${longestWait} ms in ${looks} looks`;
      say(`${name}: ${line}`);
      return [[`Requests ${name}`, line]];
    },
  );
  const [holds, renames] = Object.keys(CONTROLS).map((name) => controls[name]);
  const faults = [
    ...all.flatMap(([name, { failed }]) => failed.map((fault) => `${name}: ${fault}`)),
    ...all
      .filter(([, { longestWait }]) => longestWait > LONGEST_WAIT)
      .map(([name, { longestWait }]) => `${name}: a lock was waited for ${longestWait} ms`),
    ...shape,
    ...(killed > 0 ? [] : ['no migration was killed half way']),
    ...((holds?.longestWait ?? 0) > LONGEST_WAIT && (renames?.failed.length ?? 0) > 0
      ? []
      : ['a control was not found']),
  ];
  return {
    attempts: all.reduce((sum, [, { asked }]) => sum + asked, 0),
    failures: faults.length,
    figures: {
      'The program of before': `${previous.commit}, before the migration of ${previous.changedBy}`,
      'Rows in each of the largest tables': `${ROWS.toLocaleString('en-GB')}: ${made.tables.join(', ')}`,
      'Migrations killed half way, and completed by the next start': killed,
      ...Object.fromEntries(figures),
      'Control, a migration that holds a table for three seconds: longest wait': `${holds?.longestWait ?? 0} ms`,
      'Control, a migration that renames what is asked for: requests failed': renames?.failed.length ?? 0,
    },
    faults: faults.slice(0, 20),
  };
}

/** A migration is applied once under its name. */
const CONTROL_NUMBERS = (function* () {
  for (let number = 9001; ; number += 1) yield number;
})();
