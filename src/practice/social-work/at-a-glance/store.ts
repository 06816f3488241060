import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { personBriefs } from '../../people/person/index.ts';
import type { LastSaid, Relative, Sighting } from './rules.ts';

/** The child's latest words that a visit holds, or nothing where none were written down. */
export async function lastSaid(db: Db, personId: Id): Promise<LastSaid | undefined> {
  const row = await db
    .selectFrom('visit_child as own')
    .innerJoin('visit', 'visit.id', 'own.visit_id')
    .innerJoin('staff', 'staff.id', 'visit.visited_by')
    .where('own.person_id', '=', personId)
    .where('own.said', 'is not', null)
    .orderBy('visit.visited_on', 'desc')
    .orderBy('visit.visited_time', (order) => order.desc().nullsLast())
    .select([
      'own.id',
      'own.said',
      'own.alone',
      'visit.visited_on',
      'visit.place',
      'staff.given_name',
      'staff.family_name',
    ])
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.said === null) return undefined;
  return {
    visitId: row.id,
    words: row.said,
    on: row.visited_on,
    place: row.place,
    by: `${row.given_name} ${row.family_name}`,
    alone: row.alone,
  };
}

const MOST_DRAWN = 100;

/** Every visit and every try since a day, the earliest first. */
export async function sightingsSince(db: Db, personId: Id, since: Day): Promise<readonly Sighting[]> {
  const rows = await db
    .selectFrom('visit_child as own')
    .innerJoin('visit', 'visit.id', 'own.visit_id')
    .where('own.person_id', '=', personId)
    .where('visit.visited_on', '>=', since)
    .orderBy('visit.visited_on')
    .select(['own.seen', 'own.alone', 'visit.visited_on'])
    .limit(MOST_DRAWN)
    .execute();
  return rows.map((row) => ({ on: row.visited_on, how: howSeen(row) }));
}

function howSeen({ seen, alone }: { seen: boolean; alone: boolean }): Sighting['how'] {
  if (!seen) return 'not seen';
  return alone ? 'alone' : 'with others';
}

/** The family of somebody as it is now, as far as the viewer may see each of them. */
export async function relativesOf(db: Db, personId: Id): Promise<readonly Relative[]> {
  const current = db
    .selectFrom('relationship')
    .where('relationship.person_id', '=', personId)
    .where('relationship.until_on', 'is', null);
  const [related, briefs, together] = await Promise.all([
    current.select(['other_id', 'kind', 'parental_responsibility']).orderBy('recorded_at').execute(),
    personBriefs(db, current.select('relationship.other_id as id')),
    db
      .selectFrom('household_membership as own')
      .innerJoin('household_membership as other', 'other.household_id', 'own.household_id')
      .where('own.person_id', '=', personId)
      .where('own.until_on', 'is', null)
      .where('other.until_on', 'is', null)
      .select('other.person_id')
      .execute(),
  ]);
  const household = new Set(together.map((row) => row.person_id));
  return related.flatMap((row) => {
    const person = briefs.get(row.other_id);
    if (person === undefined) return [];
    const hasParentalResponsibility = row.parental_responsibility === 'yes';
    return [{ kind: row.kind, person, sameHousehold: household.has(person.id), hasParentalResponsibility }];
  });
}
