import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { ChildStatementKind } from '../../../profile/code-sets/child-statements.ts';
import type { Statement } from './rules.ts';

const MOST_SHOWN = 200;

/** What was said of a child, the newest first, also what is no longer true. */
export async function statementsOf(db: Db, personId: Id): Promise<readonly Statement[]> {
  const rows = await asked(db)
    .where('child_statement.person_id', '=', personId)
    .orderBy('child_statement.stated_on', 'desc')
    .orderBy('child_statement.recorded_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(statementFrom);
}

/** Finds a statement in the file of the child whom the address names, through what the viewer may see. */
export const statementOnRecord: Loader<Statement> = {
  kind: 'child statement',
  about: 'one person',
  load: async ({ db }, { personId = '', statementId = '' }) => {
    if (!isId(personId) || !isId(statementId)) return undefined;
    const row = await asked(db)
      .where('child_statement.person_id', '=', personId)
      .where('child_statement.id', '=', statementId)
      .executeTakeFirst();
    return row && statementFrom(row);
  },
};

/** Writes a statement down, on today's day. False where it stands already. */
export async function addStatement(
  { db, newId, today, by }: Context,
  personId: Id,
  { kind, words }: { readonly kind: ChildStatementKind; readonly words: string },
): Promise<boolean> {
  const added = await db
    .insertInto('child_statement')
    .values({ id: newId(), person_id: personId, kind, words, stated_on: today, stated_by: by })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'kind', 'words']).where('ended_on', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends a statement that is no longer true. False where somebody ended it before. */
export async function endStatement({ db, today, by }: Context, id: Id): Promise<boolean> {
  const ended = await db
    .updateTable('child_statement')
    .set((set) => ({
      ended_on: set.fn<typeof today>('greatest', ['stated_on', set.val(today)]),
      ended_by: by,
    }))
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

function asked(db: Db) {
  return db
    .selectFrom('child_statement')
    .innerJoin('staff as stating', 'stating.id', 'child_statement.stated_by')
    .leftJoin('staff as ending', 'ending.id', 'child_statement.ended_by')
    .select([
      'child_statement.id',
      'child_statement.person_id',
      'child_statement.kind',
      'child_statement.words',
      'child_statement.stated_on',
      'child_statement.ended_on',
      'stating.given_name as stated_given',
      'stating.family_name as stated_family',
      'ending.given_name as ended_given',
      'ending.family_name as ended_family',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number];

function statementFrom(row: Row): Statement {
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    kind: row.kind,
    words: row.words,
    statedOn: row.stated_on,
    statedBy: `${row.stated_given} ${row.stated_family}`,
    endedOn: row.ended_on ?? undefined,
    endedBy: row.ended_given === null ? undefined : `${row.ended_given} ${row.ended_family}`,
  };
}
