import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ALLOCATOR, SMALL } from '../../bin/program.mjs';

const MAIN = mainOf(join(import.meta.dirname, '..', '..'));

/** What a program that was built in a folder is started by. */
export function mainOf(root: string): string {
  return join(root, 'dist', 'main.js');
}

/** One installation on a folder of its own: the program as people run it, with its own PostgreSQL. */
export type Installation = {
  readonly folder: string;
  readonly port: number;
  readonly address: string;
  /** Tells each line that the program writes from then on, in all its starts. */
  hear(listener: (line: string) => void): void;
  /** The process of the program, while it runs. */
  program(): number | undefined;
  /** Starts the program and resolves when it serves. */
  start(): Promise<void>;
  /** Runs one command to its end and gives what it said. */
  command(...words: string[]): Promise<string>;
  /** Ends the program without a word, as a power cut or an operator's `kill -9` does. */
  killProgram(): Promise<void>;
  /** Ends the database alone, without a word. */
  killDatabase(): Promise<void>;
  /** Ends the program in its own way. */
  stop(): Promise<void>;
  remove(): Promise<void>;
};

/** Makes an installation that nobody else uses, in a new folder or in one that stays afterwards. Nothing has started yet. */
export async function newInstallation(
  settings: Readonly<Record<string, string>> = {},
  kept?: string,
  main = MAIN,
  as: Account = {},
): Promise<Installation> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'continuum-prove-'));
  // As root the database runs under another account, which must be able to enter. An ordinary user keeps a folder of their own.
  chmodSync(folder, as.uid === undefined ? 0o755 : 0o700);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const port = await freePort();
  const environment = { PATH: process.env['PATH'] ?? '', ...settings, DATA_DIR: folder, PORT: String(port) };
  let program: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  const listeners: ((line: string) => void)[] = [];
  const end = async (signal: NodeJS.Signals) => {
    program?.kill(signal);
    await ended;
    program = undefined;
  };
  return {
    folder,
    port,
    address: `http://127.0.0.1:${port}`,
    hear: (listener) => void listeners.push(listener),
    program: () => program?.pid,
    async start() {
      const child = spawn(process.execPath, [...SMALL.flags, main, 'start'], {
        ...as,
        env: { ...ALLOCATOR, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      program = child;
      for (const stream of [child.stdout, child.stderr])
        createInterface(stream).on('line', (line) => {
          for (const listener of listeners) listener(line);
        });
      ended = new Promise((resolve) => child.once('exit', resolve));
      await saying(child, 'Continuum is at');
    },
    command: (...words) => output([main, ...words], environment, as),
    killProgram: () => end('SIGKILL'),
    async killDatabase() {
      const [postmaster] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(postmaster), 'SIGKILL');
    },
    stop: () => end('SIGTERM'),
    async remove() {
      await end('SIGKILL');
      if (kept === undefined)
        rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Resolves when the child has said the words; refuses with everything it said if it ends before. */
function saying(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The program ended before it served:\n${said}`)));
  });
}

/** Whom a program runs as; ourselves unless said otherwise. */
export type Account = { readonly uid?: number; readonly gid?: number };

function output(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  as: Account,
): Promise<string> {
  const child = spawn(process.execPath, [...words], {
    ...as,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${words.slice(1).join(' ')}: ${said}`)),
    );
  });
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
