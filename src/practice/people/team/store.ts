import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Profile } from '../../../profile/profile.ts';

/**
 * The team that takes what a service is newly asked to do: the first of the service in the profile, whatever it is called by now. Undefined
 * where it is not set up.
 */
export async function teamFor(
  db: Db,
  profile: Pick<Profile, 'organisation'>,
  service: string,
): Promise<Id | undefined> {
  const title = profile.organisation.find((team) => team.service === service)?.title;
  if (title === undefined) return undefined;
  const row = await db
    .selectFrom('team')
    .innerJoin('team_name', 'team_name.team_id', 'team.id')
    .select('team.id')
    .where('team_name.title', '=', title)
    .where('team.ended_on', 'is', null)
    .executeTakeFirst();
  return row?.id;
}
