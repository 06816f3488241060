import { asOwnerOf } from './ledger.ts';
import type { Kept } from './work-reckoning.ts';

// Each line: the words, how often, and for a handover or a closing whether each side of it has happened.
const KEPT = `
  select said as words, count(*)::int as count, null::boolean[] as sides from visit_child where said is not null group by said
  union all select why, count(*)::int, null from case_rating group by why
  union all select h.note, count(*)::int, array[bool_or(h.accepted_at is not null),
      bool_or(exists (select from allocation a where a.person_id = h.person_id and a.staff_id = h.to_staff_id)),
      bool_or(exists (select from allocation a where a.person_id = h.person_id and a.staff_id = h.from_staff_id and a.ended_on is not null))]
    from handover h group by h.note
  union all select c.reached, count(*)::int, array[bool_or(c.authorised_at is not null),
      bool_or(exists (select from period_of_service p where p.id = c.period_of_service_id and p.ended_on is not null)),
      bool_or(not exists (select from allocation a where a.person_id = c.person_id and a.ended_on is null))]
    from closing c group by c.reached`;

/** All of it as the database holds it, asked past every wall. */
export function keptWork(folder: string): Promise<ReadonlyMap<string, Kept>> {
  return asOwnerOf(folder, async (client) => {
    await client.query('set search_path = island, extensions');
    const { rows } = await client.query(KEPT);
    return new Map(
      rows.map((row): [string, Kept] => [row.words, { count: row.count, sides: row.sides ?? [] }]),
    );
  });
}
