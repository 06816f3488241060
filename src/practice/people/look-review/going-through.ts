import { sql } from 'kysely';
import { addDays, type Day, day, dayOf, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Surroundings } from '../../../platform/web/context.ts';
import { LOOK_MODEL } from '../../../profile/look-model.ts';
import { nextDay, type Odd, signsAmong, toReview } from './rules.ts';

type Going = Pick<Surroundings, 'db' | 'now' | 'profile' | 'newId'>;

/**
 * Goes through the looks of the next day that is over and puts those that need a question on the list. Gives the day, or undefined when
 * yesterday was gone through. Two of these at once do not find more than one: each look is kept once.
 *
 * The audit is written by the machine's clock, and its days are over by that; what was open and who worked with whom is asked as of the
 * authority's own day, which is another one on an island made as of some day.
 */
export async function goThroughLooks(going: Going, byTheMachine: Date): Promise<Day | undefined> {
  const { db, profile } = going;
  const { zone } = profile.calendar;
  const today = dayOf(byTheMachine, zone);
  const { rows } = await sql<{ until: string }>`
    insert into look_watch (looked_until) values (${addDays(today, -2)})
    on conflict (id) do update set looked_until = look_watch.looked_until returning looked_until::text as until`.execute(
    db,
  );
  const on = nextDay(day(rows[0]?.until ?? today), today);
  if (on === undefined) return undefined;
  await goThroughDay(going, on, byTheMachine);
  await sql`update look_watch set looked_until = ${on}`.execute(db);
  return on;
}

async function goThroughDay({ db, now, profile, newId }: Going, on: Day, byTheMachine: Date): Promise<void> {
  const { zone } = profile.calendar;
  const behind = Date.parse(dayOf(byTheMachine, zone)) - Date.parse(on);
  const asOf = dayOf(new Date(Date.parse(dayOf(now, zone)) - behind), 'UTC');
  const odd = await looksWithoutRelation(
    { db },
    { since: startOfDay(on, zone), before: startOfDay(addDays(on, 1), zone) },
    asOf,
    zone,
  );
  const found = toReview(odd, LOOK_MODEL).map((one) => ({
    id: newId(),
    staff_id: one.staffId,
    person_id: one.personId,
    looked_on: on,
    reasons: one.signs,
    score: one.score,
    looks: one.looks,
    first_at: one.firstAt,
    found_at: byTheMachine,
  }));
  if (found.length > 0) await sql`select keep_look_reviews(${JSON.stringify(found)}::jsonb)`.execute(db);
}

/** Looks between two instants at records that were no work of whoever looked, with the signs that stand against them. */
async function looksWithoutRelation(
  { db }: Pick<Going, 'db'>,
  { since, before }: { since: Date; before: Date },
  asOf: Day,
  zone: string,
): Promise<readonly Odd[]> {
  const { rows } = await sql<{ staff_id: Id; person_id: Id; looks: number; first_at: Date; signs: string[] }>`
    select * from looks_without_relation(${since}, ${before}, ${asOf}, ${JSON.stringify({ ...LOOK_MODEL.bounds, zone })}::jsonb)`.execute(
    db,
  );
  return rows.map((row) => ({
    staffId: row.staff_id,
    personId: row.person_id,
    looks: row.looks,
    firstAt: row.first_at,
    signs: signsAmong(row.signs),
  }));
}
