import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { leadingTo } from '../../../platform/database/one-record.ts';
import type { HouseholdMembership as Row } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { type PersonBrief, personBriefs, standing } from '../person/index.ts';
import { type Companion, type Home, type Membership, togetherIn } from './rules.ts';

/** Finds who lives or lived in a household through the record of that person. */
export const membershipOnRecord: Loader<Membership> = {
  kind: 'household membership',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['householdMembershipId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db
      .selectFrom('household_membership')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && membershipFrom(row);
  },
};

/** Every household of a person with whoever lived there at the same time, the latest first; somebody who may not be seen is in none. */
export async function homesOf(
  db: Db,
  personId: Id,
): Promise<{ readonly homes: readonly Home[]; readonly withdrawn: readonly Membership[] }> {
  const all = await membershipsOf(db, [personId]);
  const own = all.filter(({ withdrawn }) => withdrawn === undefined);
  const [others, relations] = await Promise.all([
    membersOf(db, [...new Set(own.map(({ householdId }) => householdId))]),
    relationsOf(db, personId),
  ]);
  const leads = await leadingTo(
    db,
    others.map((one) => one.personId),
  );
  const kept = others
    .map((one) => ({ ...one, personId: leads.get(one.personId) ?? one.personId }))
    .filter((one) => one.personId !== personId);
  const briefs = await personBriefs(
    db,
    kept.map((one) => one.personId),
  );
  const homes = own.map((one) => ({
    own: one,
    companions: companionsIn(one, kept, briefs, relations),
  }));
  return { homes, withdrawn: all.filter(({ withdrawn }) => withdrawn !== undefined) };
}

/** Every membership of these persons, those that go on first, then the latest. */
export async function membershipsOf(db: Db, ids: readonly Id[]): Promise<readonly Membership[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('household_membership')
    .selectAll()
    .where('person_id', '=', anyOf(ids))
    .orderBy('until_on', (order) => order.desc().nullsFirst())
    .orderBy('from_on', (order) => order.desc().nullsLast())
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(membershipFrom);
}

async function membersOf(db: Db, households: readonly Id[]): Promise<readonly Membership[]> {
  if (households.length === 0) return [];
  const rows = await db
    .selectFrom('household_membership')
    .selectAll()
    .where('household_id', '=', anyOf(households))
    .where('withdrawn_at', 'is', null)
    .orderBy('from_on', (order) => order.asc().nullsFirst())
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(membershipFrom);
}

async function relationsOf(db: Db, personId: Id): Promise<ReadonlyMap<Id, string>> {
  const rows = await db
    .selectFrom('relationship')
    .select(['other_id', 'kind'])
    .where('person_id', '=', personId)
    .orderBy('until_on', (order) => order.asc().nullsLast())
    .orderBy('recorded_at')
    .execute();
  const leads = await leadingTo(
    db,
    rows.map((row) => row.other_id),
  );
  return new Map(
    rows.map((row) => [leads.get(row.other_id) ?? row.other_id, labelOf(RELATIONSHIPS, row.kind)]),
  );
}

function companionsIn(
  own: Membership,
  others: readonly Membership[],
  briefs: ReadonlyMap<Id, PersonBrief>,
  relations: ReadonlyMap<Id, string>,
): readonly Companion[] {
  const said = new Set<string>();
  return others.flatMap((membership) => {
    const person = briefs.get(membership.personId);
    const together = membership.householdId === own.householdId ? togetherIn(own, membership) : undefined;
    // Of somebody on record twice the same may be said twice, and is one fact.
    const words = [membership.personId, membership.fromOn, membership.untilOn].join(' ');
    if (person === undefined || together === undefined || said.has(words)) return [];
    said.add(words);
    return [{ ...together, membership, person, relation: relations.get(person.id) }];
  });
}

function membershipFrom(kept: Selectable<Row>): Membership {
  const row = withoutNulls(kept);
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_why: why } = row;
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    householdId: row.household_id,
    kind: row.kind,
    // What was kept of before these were asked has nothing there.
    days: row.days ?? [],
    daysWords: row.days_words,
    fromOn: row.from_on,
    fromAbout: row.from_about ?? false,
    untilOn: row.until_on,
    untilAbout: row.until_about ?? false,
    cameWhy: row.came_why,
    leftWhy: row.left_why,
    untilProvenance: row.until_provenance,
    withdrawn: at === undefined || by === undefined ? undefined : { at, by, why: why ?? '' },
    ...standing(row),
  };
}
