import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { FactOfChild, PeriodOfCare, ProtectionPlan } from './rules.ts';

/** The times of a child in care and on a plan, each newest first. Whoever may not see the child sees none. */
export async function careOf(
  db: Db,
  personId: Id,
): Promise<{ readonly periods: readonly PeriodOfCare[]; readonly plans: readonly ProtectionPlan[] }> {
  const [periods, plans] = await Promise.all([
    periodsOfCareOf(db, personId),
    protectionPlansOf(db, personId),
  ]);
  return { periods, plans };
}

/** The times of a child in care, newest first. */
export async function periodsOfCareOf(db: Db, personId: Id): Promise<readonly PeriodOfCare[]> {
  const rows = await db
    .selectFrom('period_of_care')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('began_on', 'desc')
    .execute();
  return rows.map((row) => ({
    ...factFrom(row),
    basis: row.basis,
    placement: row.placement,
    onIsland: row.on_island,
  }));
}

/** The times of a child on a protection plan, newest first. */
export async function protectionPlansOf(db: Db, personId: Id): Promise<readonly ProtectionPlan[]> {
  const rows = await db
    .selectFrom('protection_plan')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('began_on', 'desc')
    .execute();
  return rows.map((row) => ({ ...factFrom(row), category: row.category }));
}

type Row = {
  id: Id;
  person_id: Id;
  began_on: FactOfChild['beganOn'];
  decided_by: string;
  ended_on: FactOfChild['beganOn'] | null;
  end_decided_by: string | null;
};

function factFrom(kept: Row): FactOfChild {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    personId: row.person_id,
    beganOn: row.began_on,
    decidedBy: row.decided_by,
    endedOn: row.ended_on,
    endDecidedBy: row.end_decided_by,
  };
}
