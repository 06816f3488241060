import type { Profile } from '../../profile/profile.ts';
import { timescalesKept } from '../../profile/timescales-in-force.ts';
import type { Db } from '../database/db.ts';

/**
 * The profile of an authority with the clocks as its table `timescale` has them at this moment: what the measures count by is what due
 * dates, the board and "What is asked of us" show. Asked once in each transaction, together with its opening.
 */
export async function profileInForce(db: Db, profile: Profile): Promise<Profile> {
  const rows = await db
    .selectFrom('timescale')
    .select(['clock', 'since', 'amount', 'unit', 'runs_at_night', 'source', 'standing'])
    .execute();
  const rowsAsRead = JSON.stringify(rows);
  const last = LAST.get(profile);
  if (last?.rowsAsRead === rowsAsRead) return last.inForce;
  const timescales = timescalesKept(profile.timescales, rows);
  const inForce = timescales === profile.timescales ? profile : { ...profile, timescales };
  LAST.set(profile, { rowsAsRead, inForce });
  return inForce;
}

/** What came of the rows that were read last: rows change once in months, and are read at every request. */
const LAST = new WeakMap<Profile, { readonly rowsAsRead: string; readonly inForce: Profile }>();
