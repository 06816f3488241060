import { type Selectable, sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { RestrictionLifting, Restriction as Row } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Lifting, Restriction } from './rules.ts';

/** Finds a restriction through its own wall: only whoever it names. */
export const restrictionOnRecord: Loader<Restriction> = {
  kind: 'restriction',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['restrictionId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('restriction').selectAll().where('id', '=', id).executeTakeFirst();
    return row && (await whole(db, [row]))[0];
  },
};

/** Every restriction of a record, the latest first. */
export async function restrictionsOf(db: Db, personId: Id): Promise<readonly Restriction[]> {
  const rows = await db
    .selectFrom('restriction')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('put_at', 'desc')
    .limit(50)
    .execute();
  return whole(db, rows);
}

/** The restrictions that hold and name the viewer, the earliest to look at again first. */
export async function restrictionsHeld(db: Db): Promise<readonly Restriction[]> {
  const rows = await db
    .selectFrom('restriction')
    .selectAll()
    .where('lifted_at', 'is', null)
    .where(sql<boolean>`agreed is not false`)
    .orderBy('review_on')
    .limit(200)
    .execute();
  return whole(db, rows);
}

async function whole(db: Db, rows: readonly Selectable<Row>[]): Promise<readonly Restriction[]> {
  const ids = anyOf(rows.map(({ id }) => id));
  const [names, liftings] =
    rows.length === 0
      ? [[], []]
      : await Promise.all([
          db.selectFrom('restriction_name').selectAll().where('restriction_id', '=', ids).execute(),
          db
            .selectFrom('restriction_lifting')
            .selectAll()
            .where('restriction_id', '=', ids)
            .orderBy('asked_at')
            .execute(),
        ]);
  return rows.map((kept) => {
    const row = withoutNulls(kept);
    const own = names.filter((name) => name.restriction_id === row.id);
    return {
      id: row.id,
      persons: [row.person_id],
      personId: row.person_id,
      kind: row.kind,
      reason: row.reason,
      putBy: row.put_by,
      putAt: row.put_at,
      reviewOn: row.review_on,
      secondId: row.second_id,
      agreed: row.agreed,
      whyNot: row.why_not,
      answeredAt: row.answered_at,
      liftedAt: row.lifted_at,
      staffIds: own.flatMap(({ staff_id }) => staff_id ?? []),
      roles: own.flatMap(({ role }) => role ?? []),
      liftings: liftings.filter((one) => one.restriction_id === row.id).map(liftingFrom),
    };
  });
}

function liftingFrom(kept: Selectable<RestrictionLifting>): Lifting {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    agreed: row.agreed,
    whyNot: row.why_not,
    answeredBy: row.answered_by,
  };
}

type New = {
  readonly kind: string;
  readonly reason: string;
  readonly reviewOn: Day;
  readonly secondId: Id | undefined;
  readonly named: readonly Id[];
  readonly roles: readonly string[];
};

/** Puts a wall up at once. Undefined where one stands already. */
export async function putRestriction(context: Context, personId: Id, wanted: New): Promise<Id | undefined> {
  const { db, newId, now, by } = context;
  const id = newId();
  const made = await db
    .insertInto('restriction')
    .values({
      id,
      person_id: personId,
      kind: wanted.kind,
      reason: wanted.reason,
      put_by: by,
      put_at: now,
      review_on: wanted.reviewOn,
      second_id: wanted.secondId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((made.numInsertedOrUpdatedRows ?? 0n) === 0n) return undefined;
  const names = [...new Set([by, wanted.secondId, ...wanted.named].filter((one) => one !== undefined))].map(
    (staffId) => ({ staff_id: staffId, role: null }),
  );
  const roles = wanted.roles.map((role) => ({ staff_id: null, role }));
  await db
    .insertInto('restriction_name')
    .values(
      [...names, ...roles].map((name) => ({ id: newId(), restriction_id: id, person_id: personId, ...name })),
    )
    .execute();
  return id;
}

/** Keeps the second person's answer to a sealing. False where it was answered before. */
export async function answerSealing(
  { db, now }: Context,
  id: Id,
  whyNot: string | undefined,
): Promise<boolean> {
  const answered = await db
    .updateTable('restriction')
    .set({ answered_at: now, agreed: whyNot === undefined, why_not: whyNot ?? null })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return answered.numUpdatedRows > 0n;
}

/** Asks to take a wall down; `atOnce` where one person may. False where somebody asked a moment before. */
export async function askToLift(
  { db, newId, now, by }: Context,
  { id, personId }: Restriction,
  { reason, atOnce }: { reason: string; atOnce: boolean },
): Promise<boolean> {
  const answer = atOnce ? { answered_by: by, answered_at: now, agreed: true } : {};
  const asked = await db
    .insertInto('restriction_lifting')
    .values({
      id: newId(),
      restriction_id: id,
      person_id: personId,
      reason,
      asked_by: by,
      asked_at: now,
      ...answer,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (asked.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Keeps the answer to a wish to lift. False where it was answered before. */
export async function answerLifting(
  { db, now, by }: Context,
  id: Id,
  whyNot: string | undefined,
): Promise<boolean> {
  const answered = await db
    .updateTable('restriction_lifting')
    .set({ answered_by: by, answered_at: now, agreed: whyNot === undefined, why_not: whyNot ?? null })
    .where('restriction_id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return answered.numUpdatedRows > 0n;
}

/** Through what people and teams see a record, besides the roles that see everybody: the principal and the ground, as the wall asks them. */
export async function sightOf(
  db: Db,
  personId: Id,
): Promise<readonly { staffId: Id | undefined; name: string; ground: string; until: Date | undefined }[]> {
  const { rows } = await sql<{ staff_id: Id | null; name: string; ground: string; until: Date | null }>`
    select s.id as staff_id, coalesce(s.given_name || ' ' || s.family_name, 'The team ' || t.title) as name, sight.ground,
      case when sight.until < 'infinity' then sight.until end as until
    from sight left join staff s on s.id = sight.principal left join team t on t.id = sight.principal
    where sight.person_id = ${personId} and sight.until > instant() and coalesce(s.id, t.id) is not null
    order by t.title nulls first, s.family_name, sight.ground limit 60`.execute(db);
  return rows.map((row) => ({
    staffId: row.staff_id ?? undefined,
    name: row.name,
    ground: row.ground,
    until: row.until ?? undefined,
  }));
}
