import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { type Among, type Asked, among } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { PersonName as PersonNameRow, Person as PersonRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { DATE_CERTAINTIES, NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import {
  type BirthFacts,
  nameShown,
  namesInOrder,
  type Person,
  type PersonBrief,
  type PersonName,
} from './rules.ts';

/** Finds a person through what the viewer may see; hidden and absent alike are not found. */
export const personOnRecord: Loader<Person> = {
  kind: 'person',
  load: async ({ db }, params) => {
    const id = params['personId'] ?? '';
    return isId(id) ? personById(db, id) : undefined;
  },
};

/** Somebody on record with their names, or nothing where the transaction may not see them. */
export async function personById(db: Db, id: Id): Promise<Person | undefined> {
  const [row, names] = await Promise.all([
    db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst(),
    namesOf(db, (column) => sql`${sql.ref(column)} = ${id}`),
  ]);
  return row && personFrom(row, names.get(id) ?? []);
}

/** The lines of these persons for a list, by id. Whoever the transaction may not see is not in it. */
export async function personBriefs(db: Db, asked: Asked): Promise<ReadonlyMap<Id, PersonBrief>> {
  const isAsked = among('length' in asked ? [...new Set(asked)] : asked);
  if (isAsked === undefined) return new Map();
  const [rows, names] = await Promise.all([
    db
      .selectFrom('person')
      .select(['id', 'number', 'born_on', 'due_on', 'born_on_certainty', 'sex'])
      .where(isAsked('id'))
      .execute(),
    namesOf(db, isAsked),
  ]);
  return new Map(rows.map((row) => [row.id, briefFrom(row, names.get(row.id) ?? [])]));
}

function briefFrom(
  row: Parameters<typeof birthFrom>[0] & Pick<PersonBrief, 'id' | 'number' | 'sex'>,
  names: readonly PersonName[],
): PersonBrief {
  const birth = birthFrom(row);
  return {
    id: row.id,
    number: row.number,
    sex: row.sex,
    name: nameShown(names, birth),
    givenName: names[0]?.givenName ?? '',
    familyName: names[0]?.familyName ?? '',
    ...birth,
  };
}

async function namesOf(db: Db, isAsked: Among): Promise<ReadonlyMap<Id, readonly PersonName[]>> {
  const rows = await db
    .selectFrom('person_name')
    .selectAll()
    .where(isAsked('person_id'))
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  const names = Map.groupBy(rows, (row) => row.person_id);
  return new Map([...names].map(([id, some]) => [id, namesInOrder(some.map(nameFrom))]));
}

function nameFrom(kept: Selectable<PersonNameRow>): PersonName {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    kind: isCode(NAME_KINDS, row.kind) ? row.kind : 'also known as',
    givenName: row.given_name,
    familyName: row.family_name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    provenance: row.provenance,
    recordedAt: row.recorded_at,
  };
}

function birthFrom(row: Pick<Selectable<PersonRow>, 'born_on' | 'due_on' | 'born_on_certainty'>): BirthFacts {
  return {
    bornOn: row.born_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    bornOnCertainty: isCode(DATE_CERTAINTIES, row.born_on_certainty) ? row.born_on_certainty : 'not known',
  };
}

function personFrom(kept: Selectable<PersonRow>, names: readonly PersonName[]): Person {
  const row = withoutNulls(kept);
  const birth = birthFrom(kept);
  return {
    id: row.id,
    persons: [row.id],
    number: row.number,
    name: nameShown(names, birth),
    names,
    ...birth,
    diedOn: row.died_on,
    sex: row.sex,
    gender: row.gender,
    pronouns: row.pronouns,
    ethnicity: row.ethnicity,
    interpreter: row.interpreter,
    disabilities: row.disabilities,
    religion: row.religion,
    provenance: row.provenance,
    recordedAt: row.recorded_at,
  };
}
