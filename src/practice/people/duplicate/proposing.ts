import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Surroundings } from '../../../platform/web/context.ts';
import { candidatesFor } from '../search/index.ts';
import { factsOf, namesAround } from './facts.ts';
import { compareRecords, type Facts, isProposed } from './rules.ts';

/** So many persons are looked at in one go, so that nobody waits for it. */
const AT_A_TIME = 25;
/** What was recorded a moment ago may not all be committed. */
const SETTLES_IN_SECONDS = 60;

type Proposing = Pick<Surroundings, 'db' | 'newId' | 'now'>;

/** Proposes whoever else on record may be this person; a pair that was proposed or answered before is not proposed again. */
export async function proposeDuplicatesOf(
  { db, newId, now }: Proposing,
  personId: Id,
  occasion: 'put on record' | 'at night',
): Promise<number> {
  const own = (await factsOf(db, [personId])).get(personId);
  if (own === undefined) return 0;
  const hits = await candidatesFor(db, {
    names: own.names.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    bornOn: own.bornOn,
    telephones: own.telephones,
  });
  const others = hits.map(({ id }) => id).filter((id) => id !== personId);
  const facts = [...(await factsOf(db, others)).values()];
  if (facts.length === 0) return 0;
  const found = await compareWith(db, own, facts);
  if (found.length === 0) return 0;
  const made = await db
    .insertInto('duplicate_proposal')
    .values(
      found.map(({ id, likelihood }) => ({
        id: newId(),
        person_id: id < personId ? id : personId,
        other_id: id < personId ? personId : id,
        occasion,
        likelihood: likelihood.toFixed(4),
        proposed_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0n);
}

/**
 * Puts forward a pair that somebody chose, however likely it is, and gives its number; the number that it has, where it was put forward before.
 * Nothing where the viewer sees only one of them.
 */
export async function proposePair(
  { db, newId, now }: Proposing,
  one: Id,
  other: Id,
): Promise<Id | undefined> {
  const [first, second] = one < other ? [one, other] : [other, one];
  const facts = await factsOf(db, [first, second]);
  const [mine, its] = [facts.get(first), facts.get(second)];
  if (mine === undefined || its === undefined) return undefined;
  const { likelihood } = compareRecords(mine, its, await namesAround(db, [mine, its]));
  await db
    .insertInto('duplicate_proposal')
    .values({
      id: newId(),
      person_id: first,
      other_id: second,
      occasion: 'asked by somebody',
      likelihood: likelihood.toFixed(4),
      proposed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const pair = await db
    .selectFrom('duplicate_proposal')
    .select('id')
    .where('person_id', '=', first)
    .where('other_id', '=', second)
    .executeTakeFirst();
  return pair?.id;
}

async function compareWith(db: Db, own: Facts, others: readonly Facts[]) {
  const around = await namesAround(db, [own, ...others]);
  return others.flatMap((other) => {
    const compared = compareRecords(own, other, around);
    return isProposed(compared) ? { id: other.id, likelihood: compared.likelihood } : [];
  });
}

/**
 * Looks through the next persons whose names or birth were recorded since it last did, and says how many there were. It sees everyone who
 * is not walled off: a sealed child is proposed to nobody. Two programs that look at once take turns.
 */
export async function lookForDuplicates(surroundings: Proposing): Promise<number> {
  const { db } = surroundings;
  const { rows } = await sql<{ person: Id; row: Id; until: string }>`
    with watch as materialized (select looked_until, looked_row from duplicate_watch for update), changed as materialized (
      ${recordedSince('person_name', 'person_id')} union all ${recordedSince('person', 'id')}
    )
    select person, row, until::text as until from changed order by changed.until, row limit ${sql.lit(AT_A_TIME)}`.execute(
    db,
  );
  for (const id of new Set(rows.map(({ person }) => person)))
    await proposeDuplicatesOf(surroundings, id, 'at night');
  const last = rows.at(-1);
  // As text: the database counts in microseconds.
  if (last !== undefined)
    await sql`update duplicate_watch set looked_until = ${last.until}::timestamptz, looked_row = ${last.row}`.execute(
      db,
    );
  return rows.length;
}

function recordedSince(table: 'person' | 'person_name', person: string) {
  const settled = sql`clock_timestamp() - make_interval(secs => ${sql.lit(SETTLES_IN_SECONDS)})`;
  return sql`(select ${sql.ref(person)} as person, id as row, recorded_at as until from ${sql.table(table)}
    where (recorded_at, id) > ((select looked_until from watch), (select looked_row from watch)) and recorded_at < ${settled}
    order by recorded_at, id limit ${sql.lit(AT_A_TIME)})`;
}
