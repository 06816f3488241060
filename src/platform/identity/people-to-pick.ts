import type { Authority } from '../web/context.ts';
import { type House, newId, withSurroundings } from '../web/house.ts';
import type { PersonToPick } from './pages.tsx';

/** The people of a demonstration who hold a post today, by where they work: the hub first, partner agencies last. */
export function peopleToPick(house: House, demonstration: Authority): Promise<readonly PersonToPick[]> {
  return withSurroundings(house, demonstration, { request: newId(), query: {} }, async ({ db, today }) => {
    const held = await db
      .selectFrom('post_holding')
      .innerJoin('post', 'post.id', 'post_holding.post_id')
      .innerJoin('staff', 'staff.id', 'post_holding.staff_id')
      .leftJoin('team', 'team.id', 'post.team_id')
      .leftJoin('agency', 'agency.id', 'post.agency_id')
      .where('post_holding.from_on', '<=', today)
      .where((where) =>
        where.or([where('post_holding.until_on', 'is', null), where('post_holding.until_on', '>=', today)]),
      )
      .select([
        'staff.id',
        'staff.given_name',
        'staff.family_name',
        'post.title',
        'team.title as team',
        'agency.title as agency',
      ])
      .orderBy((order) => order('post.team_id', 'is', null))
      .orderBy((order) => order('team.service', '<>', 'hub'))
      .orderBy((order) => order.fn.coalesce('team.title', 'agency.title'))
      .orderBy('staff.family_name')
      .execute();
    return held.map((row) => ({
      staffId: row.id,
      name: `${row.given_name} ${row.family_name}`,
      title: row.title,
      team: row.team ?? row.agency ?? '',
    }));
  });
}
