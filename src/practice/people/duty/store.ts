import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';

/** Somebody who is on duty at an instant, and how they are reached. */
export type OnDuty = {
  readonly staffId: Id;
  readonly kind: string;
  readonly name: string;
  readonly email: string | undefined;
};

/** Everybody on duty at an instant: the hub by day, out of hours otherwise; both where the rota overlaps. */
export async function onDutyAt(db: Db, instant: Date): Promise<readonly OnDuty[]> {
  const rows = await db
    .selectFrom('duty')
    .innerJoin('staff', 'staff.id', 'duty.staff_id')
    .where('duty.from_at', '<=', instant)
    .where('duty.until_at', '>', instant)
    .select(['staff.id', 'duty.kind', 'staff.given_name', 'staff.family_name', 'staff.email'])
    .orderBy('duty.from_at')
    .execute();
  return rows.map((row) => ({
    staffId: row.id,
    kind: row.kind,
    name: `${row.given_name} ${row.family_name}`,
    email: row.email ?? undefined,
  }));
}
