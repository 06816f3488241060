import type { Config } from '../config.ts';
import { listBackups } from '../platform/database/backup/backups.ts';
import type { PoolTarget } from '../platform/database/pool.ts';
import { untilNight } from '../platform/jobs/night.ts';
import type { SteadyTask } from '../platform/jobs/steady.ts';
import { backupsOf, makeBackup } from './backup.ts';

const HOUR = 3_600_000;
const LOOK_EVERY = 600_000;
/** Older than this, it is not of this night. */
const OF_ANOTHER_NIGHT = 12 * HOUR;
/** The longest that a night's backup waits for: nobody was running the program in the night, so it is made by day. */
const MISSED = 26 * HOUR;

/** When the backups of an installation are made: whether it keeps real records, and by which clocks it is night. */
type Nights = { readonly demonstration: boolean; readonly zone: string };

/**
 * Whether a backup is due: one each night, and by day where a night was missed. A demonstration makes none until somebody has made the first:
 * it need not be kept.
 */
export function isBackupDue(newest: Date | undefined, now: Date, { demonstration, zone }: Nights): boolean {
  const isNight = untilNight(now, zone) === 0;
  if (newest === undefined) return !demonstration && isNight;
  const age = now.getTime() - newest.getTime();
  return age >= MISSED || (isNight && age >= OF_ANOTHER_NIGHT);
}

/** The program makes a backup of its own server each night and reads it through. `tell` hears of each. */
export function backingUp(
  config: Config,
  owner: PoolTarget | string,
  zone: string,
  tell: (bytes: number) => void,
): SteadyTask {
  return {
    name: 'make the backup of the night',
    everyMilliseconds: LOOK_EVERY,
    work: async () => {
      const newest = listBackups(backupsOf(config).folders).at(-1);
      const made = newest && new Date(newest.finishedAt);
      if (!isBackupDue(made, new Date(), { demonstration: config.demonstration, zone })) return;
      const { bytes } = await makeBackup(config, owner, () => undefined);
      tell(bytes);
    },
  };
}
