import type { Config } from '../config.ts';
import { addAuthority } from '../platform/authority/authorities.ts';
import { migrate } from '../platform/database/migrate.ts';
import { createPool } from '../platform/database/pool.ts';
import { refuseUnsafe } from '../platform/database/safe-settings.ts';
import type { SteadyTask } from '../platform/jobs/steady.ts';
import { folderMailer, smtpMailer } from '../platform/mail/mailer.ts';
import type { House } from '../platform/web/house.ts';
import type { Say } from './call.ts';
import { MIGRATIONS, reachDatabase, type Server } from './database.ts';
import { openHeads } from './heads.ts';
import { houseWork } from './house-work.ts';
import { fillDemonstration } from './island.ts';
import { backingUp } from './nightly-backup.ts';
import { openHouse } from './open-house.ts';
import { buildServer, listen, mailFolder } from './serve.ts';

const DEMONSTRATION = 'demonstration';

/** Starts everything and serves until `ending` resolves; then stops in the order in which nothing is lost. Returns when all has ended. */
export async function start(config: Config, say: Say, ending: Promise<string>): Promise<void> {
  const server = await reachDatabase(config, say);
  try {
    const prepared = await prepare(config, server, say);
    await prepared.serveUntil(Promise.race([ending, server.lost]));
  } finally {
    await server.stop();
  }
}

/** Of its own server alone: a server of others is backed up with its own means, and that is said. */
function backupsByItself(config: Config, server: Server, { authorities, log }: House): readonly SteadyTask[] {
  if (!server.embedded) {
    log.warn({ event: 'no backup is made here', see: 'docs/backup.md' });
    return [];
  }
  const zone = authorities[0]?.profile.calendar.zone ?? 'UTC';
  return [
    backingUp(config, server.owner, zone, (bytes) =>
      log.info({ event: 'backup made and read through', bytes }),
    ),
  ];
}

async function prepare(config: Config, server: Server, say: Say) {
  const pool = createPool(server.owner, { role: 'none', max: 1 });
  try {
    await refuseUnsafe(pool);
  } finally {
    await pool.end();
  }
  for (const applied of await migrate(server.owner, MIGRATIONS)) say(`Applied ${applied}`);
  if (config.demonstration) {
    await addAuthority(
      server.owner,
      { schema: DEMONSTRATION, title: 'Demonstration island', profile: 'jersey', demonstration: true },
      MIGRATIONS,
    );
    await fillDemonstration(server, DEMONSTRATION, say);
  }
  const house = await openHouse(config, server, say);
  const demonstration = server.embedded ? house.authorities.find((one) => one.demonstration) : undefined;
  const { server: web } = await buildServer(house, demonstration);
  const anchors = openHeads(config, say);
  const mailer =
    config.smtpUrl === undefined
      ? folderMailer(mailFolder(config))
      : await smtpMailer(config.smtpUrl, config.mailFrom ?? '');
  return {
    async serveUntil(ended: Promise<string>) {
      const working = houseWork(house, mailer, anchors, backupsByItself(config, server, house));
      const address = await listen(web, config);
      say(`\nContinuum is at ${address}`);
      if (demonstration !== undefined)
        say(`Sign in at ${address}/sign-in by picking a person of the island. Ctrl-C stops.`);
      house.log.info({ event: 'serving', authorities: house.authorities.length });
      say(`\n${await ended}`);
      await web.close();
      await working.stop();
      await house.database.close();
      house.log.info({ event: 'stopped' });
    },
  };
}
