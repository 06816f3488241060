import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { SILENT_LOG } from '../silent-log.ts';
import { identityOf, PLAIN_ENVIRONMENT } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DatabaseCannotStart, DataInUse } from './fault.ts';
import type { Placement } from './placement.ts';

/** One run of the server, from ready to ended. */
export type Server = {
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it in the fast way: sessions are cut, everything committed is kept. */
  stop(): Promise<void>;
};

/** What a server runs on. */
export type Plan = {
  readonly placement: Placement;
  readonly binaries: Binaries;
  readonly socketDir: string;
  readonly durable: boolean;
  /** Besides the usual settings, or instead of them. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  log(line: string): void;
  /** Hears every line that the server says. */
  hear?: ((line: string) => void) | undefined;
};

/**
 * Starts the server and asks it to end (INT, the fast way) when standard input closes, which happens when we end, also by SIGKILL.
 * In the background sh would read /dev/null, so the pipe is kept as descriptor 3, and closed again in the server. `read` is part of
 * the shell: nothing is left behind when the server ends first.
 */
const WATCHDOG = `
exec 3<&0
"$@" 3<&- </dev/null & db=$!
(while read -r _; do :; done; kill -INT $db) <&3 2>/dev/null & watch=$!
exec 3<&-
wait $db; code=$?
kill $watch 2>/dev/null
exit $code
`;

const READY = 'database system is ready to accept connections';
const RECOVERING = 'database system was not properly shut down';
const KEPT_LINES = 40;
/** Milliseconds. */
const LAST_WORDS = 1000;

/** Starts the server and waits until it takes connections, however long it has to put its data right. */
export async function launch(plan: Plan): Promise<Server> {
  const { placement, binaries } = plan;
  const child = spawn(
    '/bin/sh',
    ['-c', WATCHDOG, 'sh', join(binaries.folder, 'postgres'), '-D', placement.dataDir, ...settings(plan)],
    // A session of its own: Ctrl-C reaches the whole terminal group, and the database must outlive our last request.
    {
      cwd: '/',
      detached: true,
      env: PLAIN_ENVIRONMENT,
      stdio: ['pipe', 'ignore', 'pipe'],
      ...identityOf(placement.account),
    },
  );
  const ended = endOf(child);
  const lines: string[] = [];
  await Promise.race([
    readiness(child, lines, plan),
    ended.then(() => Promise.reject(whyNot(lines, placement.dataDir))),
  ]);
  return {
    ended,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

type Child = ChildProcessByStdio<Writable, null, Readable>;

function endOf(child: Child): Promise<void> {
  // Writing to a shell that has gone is no fault of ours.
  child.stdin.on('error', () => {});
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
    child.once('exit', () => {
      // Had only the shell been killed, the closing pipe would still end the server; its last words are not waited for beyond a second.
      child.stdin.destroy();
      setTimeout(resolve, LAST_WORDS).unref();
    });
  });
}

function readiness(child: Child, lines: string[], { log, hear }: Plan): Promise<void> {
  return new Promise((resolve) => {
    createInterface(child.stderr).on('line', (line) => {
      lines.push(line);
      lines.splice(0, lines.length - KEPT_LINES);
      hear?.(line);
      const worth = worthTelling(line);
      if (worth !== undefined) log(worth);
      if (line.includes(READY)) resolve();
    });
  });
}

function worthTelling(line: string): string | undefined {
  if (line.includes('PANIC:')) return line;
  if (!line.includes(RECOVERING)) return undefined;
  return 'The database was not closed in order last time. It is putting itself right.';
}

function whyNot(lines: readonly string[], dataDir: string): Error {
  const said = lines.join('\n');
  if (/lock file "postmaster\.pid"|pre-existing shared memory/.test(said))
    return new DataInUse(dataDir, holderOf(dataDir));
  const reason = lines.findLast((line) => line.includes('FATAL:')) ?? lines.at(-1) ?? 'it said nothing';
  return new DatabaseCannotStart(
    `The database in ${dataDir} did not start: ${reason.replace(/^.*FATAL:\s*/, '')}`,
  );
}

/** The process that its lock file names; none where it has just gone. */
function holderOf(dataDir: string): number {
  try {
    return Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

function settings({ socketDir, durable, settings: more }: Plan): string[] {
  return Object.entries({
    ...SETTINGS,
    ...(durable ? DURABLE : FORGETFUL),
    ...more,
    unix_socket_directories: socketDir,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const SETTINGS = {
  ...SILENT_LOG,
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  logging_collector: 'off',
  log_line_prefix: '',
};

const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/** For tests alone: nothing survives a power cut. */
const FORGETFUL = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};
