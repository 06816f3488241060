import { readFileSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Binaries, usableBinaries } from './binaries.ts';
import { isAlive, makeCluster } from './cluster.ts';
import { DatabaseCannotStart, DataInUse, reasonOf } from './fault.ts';
import { dataVersion, type Placement, placeData, socketFolder } from './placement.ts';
import { launch, type Plan, type Server } from './server.ts';

/** What a connection pool of `pg` needs to reach the server over its socket. */
export type PoolTarget = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
};

/** A PostgreSQL of our own that runs as long as we do. */
export type EmbeddedServer = {
  url(database: string, user: string): PoolTarget;
  /** Ends the server in the fast way: sessions are cut, everything committed is kept. May be called twice. */
  stop(): Promise<void>;
  /** Resolves with the reason when the server ended by itself and could not be started again. */
  readonly lost: Promise<string>;
  /** Where the data is: the folder asked for, or the one that the database account can reach. */
  readonly dataDir: string;
  readonly version: string;
  readonly alreadyThere: boolean;
};

/** What to start. `durable: false` is for tests alone: nothing survives a power cut. */
export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly binaries?: string | undefined;
  readonly durable?: boolean | undefined;
  /** Settings of the server for this run, besides the usual ones. */
  settings?(placement: Placement): Readonly<Record<string, string>>;
  log(line: string): void;
  /** Hears every line that the server says. */
  hear?(line: string): void;
};

/** How long a server that is just ending, or memory it left behind, is waited for. Milliseconds. */
const PATIENCE = 30_000;
const PACE = 150;

/** Starts PostgreSQL on a data folder, made first if it is missing. Throws `DatabaseCannotStart`, with `DataInUse` naming the holder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const durable = options.durable ?? true;
  const asked = resolve(options.dataDir);
  const placement = placeData(asked);
  const binaries = usableBinaries(options.binaries, placement.account, options.log);
  if (placement.dataDir !== asked) {
    options.log(
      `The records are in ${placement.dataDir}, because the account ${placement.account.name} cannot enter ${asked}.`,
    );
  }
  if (!placement.alreadyThere) await makeCluster(placement, binaries, durable);
  refuseOtherVersion(placement, binaries);
  const socketDir = socketFolder(placement.dataDir, placement.account);
  const { log, hear } = options;
  const settings = options.settings?.(placement);
  const plan: Plan = { placement, binaries, socketDir, durable, settings, log, hear };
  const { stop, lost } = supervise(plan, await launchWhenFree(plan));
  return {
    url: (database, user) => ({ host: socketDir, port: 5432, user, database }),
    async stop() {
      await stop();
      removeEmpty(socketDir);
    },
    lost,
    dataDir: placement.dataDir,
    version: binaries.version,
    alreadyThere: placement.alreadyThere,
  };
}

/** The next start makes it again. It is kept if another server has moved in meanwhile. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

function refuseOtherVersion({ dataDir }: Placement, { version, folder }: Binaries): void {
  const made = dataVersion(dataDir);
  if (made === Number.parseInt(version, 10)) return;
  throw new DatabaseCannotStart(
    `The records in ${dataDir} were made by PostgreSQL ${made}, and ${folder} is version ${version}. ` +
      `Name programs of version ${made} with PG_BIN, or move the records by dump and restore.`,
  );
}

/** Somebody who stops and starts again at once meets the old server on its way out: wait for that one, refuse for any other. */
async function launchWhenFree(plan: Plan): Promise<Server> {
  const patience = Date.now() + PATIENCE;
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(plan);
    } catch (fault) {
      const leaving =
        fault instanceof DataInUse && (attempt <= 3 || isLeaving(plan.placement.dataDir, fault.pid));
      if (!leaving || Date.now() > patience) throw fault;
      await pause(PACE);
    }
  }
}

function isLeaving(dataDir: string, pid: number): boolean {
  try {
    return !isAlive(pid) || readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').includes('stopping');
  } catch {
    return true;
  }
}

/** Starts the server again whenever it ends without being asked to. */
function supervise(plan: Plan, first: Server): { stop(): Promise<void>; lost: Promise<string> } {
  let server = first;
  let stopping = false;
  let reviving = Promise.resolve();
  const lost = new Promise<string>((tell) => {
    const revive = async (): Promise<void> => {
      await server.ended;
      if (stopping) return;
      plan.log('The database ended unexpectedly. It is being started again.');
      const next = await launchAgain(plan, () => stopping);
      if (typeof next === 'string') return tell(next);
      server = next;
      if (stopping) return server.stop();
      return revive();
    };
    reviving = revive();
  });
  return {
    lost,
    async stop() {
      stopping = true;
      await server.stop();
      await reviving;
    },
  };
}

/** Sessions of a killed server may hold its memory for a moment, so any fault is tried again until patience ends. */
async function launchAgain(plan: Plan, stopping: () => boolean): Promise<Server | string> {
  const patience = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await launch(plan);
    } catch (fault) {
      if (stopping() || Date.now() > patience) return reasonOf(fault);
      await pause(PACE);
    }
  }
}
