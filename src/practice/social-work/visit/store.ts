import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Visit, VisitChild } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { VISIT_MANNERS, VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import type { Correction } from '../written-together/index.ts';
import type { ChildVisit } from './rules.ts';

const MOST_SHOWN = 200;

/** The visits to a child, the latest first, as far as this transaction may see the child. */
export async function visitsTo(db: Db, personId: Id): Promise<readonly ChildVisit[]> {
  const rows = await asked(db)
    .where('visit_child.person_id', '=', personId)
    .orderBy('visit.visited_on', 'desc')
    .orderBy('visit.visited_time', (order) => order.desc().nullsLast())
    .orderBy('visit.recorded_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(visitFrom);
}

/** Finds a visit in the file of the child whom the address names, through what the viewer may see. */
export const visitOnRecord: Loader<ChildVisit> = {
  kind: 'visit',
  about: 'one person',
  load: async ({ db }, { personId = '', visitId = '' }) => {
    if (!isId(personId) || !isId(visitId)) return undefined;
    const row = await asked(db)
      .where('visit_child.person_id', '=', personId)
      .where('visit_child.id', '=', visitId)
      .executeTakeFirst();
    return row && visitFrom(row);
  },
};

/** Why a visit in the file of a child was corrected, the latest first. */
export async function correctionsOf(db: Db, visitChildId: Id): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('visit_correction')
    .selectAll()
    .where('visit_child_id', '=', visitChildId)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, reason: row.reason, at: row.corrected_at, by: row.corrected_by }));
}

/** The other children of a visit whom the viewer may see: who, and where their own file has it. Nothing that was written of them. */
export async function visitedWith(
  db: Db,
  { visitId, personId }: ChildVisit,
): Promise<readonly { readonly id: Id; readonly personId: Id }[]> {
  const rows = await db
    .selectFrom('visit_child')
    .select(['id', 'person_id'])
    .where('visit_id', '=', visitId)
    .where('person_id', '<>', personId)
    .execute();
  return rows.map((row) => ({ id: row.id, personId: row.person_id }));
}

function asked(db: Db) {
  return db
    .selectFrom('visit_child')
    .innerJoin('visit', 'visit.id', 'visit_child.visit_id')
    .leftJoin('visit_withheld', 'visit_withheld.id', 'visit_child.id')
    .selectAll('visit')
    .select([
      'visit_child.id',
      'visit_child.visit_id',
      'visit_child.person_id',
      'visit_child.seen',
      'visit_child.alone',
      'visit_child.bedroom_seen',
      'visit_child.said',
      'visit_child.words as about',
      'visit_withheld.words as withheld',
    ]);
}

type Row = Selectable<Visit> &
  Pick<Selectable<VisitChild>, 'visit_id' | 'person_id' | 'seen' | 'alone' | 'bedroom_seen' | 'said'> & {
    about: string | null;
    withheld: string | null;
  };

function visitFrom(kept: Row): ChildVisit {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    visitId: row.visit_id,
    visitedOn: row.visited_on,
    visitedTime: row.visited_time?.slice(0, 5),
    place: isCode(VISIT_PLACES, row.place) ? row.place : 'elsewhere',
    manner: isCode(VISIT_MANNERS, row.manner) ? row.manner : 'planned',
    nobodyIn: row.nobody_in,
    companions: row.companions,
    words: row.words,
    agreed: row.agreed,
    seen: row.seen,
    alone: row.alone,
    bedroomSeen: row.bedroom_seen,
    said: row.said,
    about: row.about,
    withheld: row.withheld,
    visitedBy: row.visited_by,
    version: row.version,
    recordedAt: row.recorded_at,
  };
}
