import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Merge as Row } from '../../../platform/database/schema.ts';
import { CONFLICTS, type Merge } from './rules.ts';

const MOST_SHOWN = 100;

/** Finds a merge of the record that it kept, where the viewer may see both. */
export const mergeOnRecord: Loader<Merge> = {
  kind: 'merge',
  load: async ({ db }, { personId = '', mergeId = '' }) => {
    if (!isId(mergeId) || !isId(personId)) return undefined;
    const row = await db
      .selectFrom('merge')
      .selectAll()
      .where('id', '=', mergeId)
      .where((is) => is.or([is('person_id', '=', personId), is('other_id', '=', personId)]))
      .executeTakeFirst();
    return row && mergeFrom(row);
  },
};

/** Every merge that kept this record, the latest first. */
export async function mergesOf(db: Db, keptId: Id): Promise<readonly Merge[]> {
  const rows = await db
    .selectFrom('merge')
    .selectAll()
    .where('person_id', '=', keptId)
    .orderBy('merged_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(mergeFrom);
}

/** The merges that stand and were not reviewed, and then the latest others. */
export async function mergesAtWork(db: Db): Promise<readonly Merge[]> {
  const rows = await db
    .selectFrom('merge')
    .selectAll()
    .orderBy(sql`(reviewed_at is null and undone_at is null)`, 'desc')
    .orderBy('merged_at', 'desc')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(mergeFrom);
}

/** What stands in the way of keeping one record and leaving the other, by its name in CONFLICTS. */
export async function mergeConflicts(db: Db, keptId: Id, otherId: Id): Promise<readonly string[]> {
  const { rows } = await sql<{ conflict: string }>`
    select conflict from merge_conflict(${keptId}, ${otherId}) conflict`.execute(db);
  return rows.map(({ conflict }) => conflict).filter((name) => name in CONFLICTS);
}

/** Waits for what is being written of these records, so that what is asked next stays true until the transaction ends. */
export async function holdRecords(db: Db, ids: readonly Id[]): Promise<void> {
  await sql`select hold_records(${[...ids]}::uuid[])`.execute(db);
}

/** A fact that was first written while two records were one. `words` is what of it the asker may read. */
export type FactBetween = {
  readonly relation: string;
  readonly id: Id;
  readonly personId: Id;
  readonly words: string | undefined;
  readonly recordedAt: Date;
  readonly recordedBy: Id | undefined;
};

/** Every fact written of either record while they were one, in the order of writing; also one whose words the asker may not read. */
export async function factsBetween(db: Db, mergeId: Id): Promise<readonly FactBetween[]> {
  const { rows } = await sql<{
    relation: string;
    fact_id: Id;
    person_id: Id;
    recorded_at: Date;
    recorded_by: Id | null;
  }>`select * from facts_between(${mergeId}) order by recorded_at, fact_id`.execute(db);
  const words = await wordsOf(
    db,
    rows.map(({ relation, fact_id: id }) => ({ relation, id })),
  );
  return rows.map((row) => ({
    relation: row.relation,
    id: row.fact_id,
    personId: row.person_id,
    words: words.get(row.fact_id),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by ?? undefined,
  }));
}

/** What tells one fact of a kind from another, read as the asker may. */
const TELLING: Readonly<Record<string, string>> = {
  person_name: `concat_ws(' ', given_name, family_name)`,
  household_membership: `concat_ws(', ', 'since ' || to_char(from_on, 'FMDD FMMonth YYYY'), came_why)`,
  address: `concat_ws(', ', lines, postcode)`,
  contact_details: 'value',
  safe_contact: `concat_ws('; ', array_to_string(ways, ', '), not_to_say)`,
  relationship: 'kind',
  attendance: `concat_ws(', ', kind, named)`,
  allocation: `concat_ws(', ', kind, (select concat(s.given_name, ' ', s.family_name) from staff s where s.id = staff_id))`,
  handover: 'note',
  contact_child:
    "(select concat_ws(', ', c.reference, left(c.summary, 80)) from contact c where c.id = contact_id)",
  visit_child: `(select concat(to_char(v.visited_on, 'FMDD FMMonth YYYY'), ', ', v.place) from visit v where v.id = visit_id)`,
  case_note_child: '(select left(n.words, 120) from case_note n where n.id = case_note_id)',
  child_statement: 'left(words, 120)',
  case_rating: 'left(why, 120)',
  management_decision: 'left(decided, 120)',
  period_of_service: 'kind',
  protection_plan: 'category',
  period_of_care: 'basis',
  record_alert: 'words',
  restriction: 'kind',
  own_or_relative: 'kind',
};

async function wordsOf(
  db: Db,
  facts: readonly { readonly relation: string; readonly id: Id }[],
): Promise<ReadonlyMap<Id, string>> {
  const told = await Promise.all(
    [...Map.groupBy(facts, ({ relation }) => relation)].map(async ([relation, some]) => {
      const telling = TELLING[relation];
      if (telling === undefined) return [];
      const { rows } = await sql<{ id: Id; words: string | null }>`
        select id, ${sql.raw(telling)} as words from ${sql.table(relation)} where id = ${anyOf(some.map(({ id }) => id))}`.execute(
        db,
      );
      return rows.map((row): [Id, string] => [row.id, row.words ?? '']);
    }),
  );
  return new Map(told.flat());
}

function mergeFrom(row: Selectable<Row>): Merge {
  return {
    id: row.id,
    persons: [row.person_id, row.other_id],
    keptId: row.person_id,
    otherId: row.other_id,
    proposalId: row.proposal_id,
    identifiers: row.identifiers,
    reason: row.reason,
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
    reviewed:
      row.reviewed_at === null || row.reviewed_by === null
        ? undefined
        : { at: row.reviewed_at, by: row.reviewed_by, words: row.review_words ?? '' },
    undone:
      row.undone_at === null || row.undone_by === null
        ? undefined
        : { at: row.undone_at, by: row.undone_by, why: row.undone_why ?? '' },
  };
}
