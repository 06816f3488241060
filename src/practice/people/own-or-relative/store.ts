import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Said, SaidOfRecord, Tie } from './rules.ts';

type Saying = { readonly staffId: Id; readonly kind: Tie; readonly words: string | undefined };

/** Says it of a record. False where it stands already. From the end of this transaction that member of staff finds nothing there. */
export async function sayOfRecord(context: Context, personId: Id, saying: Saying): Promise<boolean> {
  return keep(context, saying, { person_id: personId });
}

/** Says it of a name and a day of birth, whether or not anybody is on record under them. */
export async function sayOfName(
  context: Context,
  {
    givenName,
    familyName,
    bornOn,
    ...saying
  }: Saying & { givenName: string; familyName: string; bornOn: Day },
): Promise<void> {
  await keep(context, saying, { given_name: givenName, family_name: familyName, born_on: bornOn });
}

type Whom =
  | { readonly person_id: Id }
  | { readonly given_name: string; readonly family_name: string; readonly born_on: Day };

async function keep({ db, newId, by, now }: Context, saying: Saying, whom: Whom): Promise<boolean> {
  const kept = await db
    .insertInto('own_or_relative')
    .values({
      id: newId(),
      staff_id: saying.staffId,
      kind: saying.kind,
      words: saying.words ?? null,
      said_by: by,
      said_at: now,
      ...whom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends it. False where somebody did so a moment before. */
export async function endSaid({ db, by, now }: Context, id: Id, why: string): Promise<boolean> {
  const ended = await db
    .updateTable('own_or_relative')
    .set({ ended_at: now, ended_by: by, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Whose own or relative's record this is, as far as the viewer sees the record. */
export async function saidOf(db: Db, personId: Id): Promise<readonly Said[]> {
  const rows = await standing(db).where('said.person_id', '=', personId).execute();
  return rows.map(saidFrom);
}

/** What somebody said of themselves and stands. What a manager said of them is not in it: it would tell them that there is a record. */
export async function saidOfOneself(db: Db, staffId: Id): Promise<readonly Said[]> {
  const rows = await standing(db)
    .where('said.staff_id', '=', staffId)
    .where('said.said_by', '=', staffId)
    .execute();
  return rows.map(saidFrom);
}

/** Finds what was said of a record, through the record: never by the member of staff whom it keeps out. */
export const saidOnRecord: Loader<SaidOfRecord> = {
  kind: 'own or relative',
  about: 'one person',
  load: async ({ db, by }, params) => {
    const id = params['saidId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await standing(db)
      .where('said.id', '=', id)
      .where('said.staff_id', '<>', by)
      .where((where) =>
        where.exists(
          where.selectFrom('person').select('person.id').whereRef('person.id', '=', 'said.person_id'),
        ),
      )
      .executeTakeFirst();
    if (row === undefined || row.person_id === null) return undefined;
    return { ...saidFrom(row), personId: row.person_id };
  },
};

function standing(db: Db) {
  return db
    .selectFrom('own_or_relative as said')
    .innerJoin('staff as whose', 'whose.id', 'said.staff_id')
    .innerJoin('staff as saying', 'saying.id', 'said.said_by')
    .where('said.ended_at', 'is', null)
    .select([
      'said.id',
      'said.staff_id',
      'said.kind',
      'said.person_id',
      'said.given_name',
      'said.family_name',
      'said.born_on',
      'said.words',
      'said.said_at',
      'whose.given_name as whose_given',
      'whose.family_name as whose_family',
      'saying.given_name as saying_given',
      'saying.family_name as saying_family',
    ])
    .orderBy('said.said_at', 'desc')
    .orderBy('said.id')
    .limit(200);
}

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number];

function saidFrom(row: Row): Said {
  return {
    id: row.id,
    persons: row.person_id === null ? [] : [row.person_id],
    staffId: row.staff_id,
    staffName: `${row.whose_given} ${row.whose_family}`,
    kind: row.kind,
    personId: row.person_id ?? undefined,
    typed:
      row.born_on === null
        ? undefined
        : { name: `${row.given_name ?? ''} ${row.family_name ?? ''}`, bornOn: row.born_on },
    words: row.words ?? undefined,
    saidBy: `${row.saying_given} ${row.saying_family}`,
    saidAt: row.said_at,
  };
}
