import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { type Comparing, comparing, wordsOf } from '../likeness/index.ts';
import type { Commonness, Facts } from './rules.ts';

/** More bearers of one name than this are not counted: it is common, and proves little. */
const MOST_COUNTED = 2000;

/** What there is to compare of these persons, as far as the transaction may see it. */
export async function factsOf(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, Facts>> {
  if (ids.length === 0) return new Map();
  const [persons, names, details, addresses] = await Promise.all([
    db.selectFrom('person').select(['id', 'born_on', 'sex']).where('id', '=', anyOf(ids)).execute(),
    db
      .selectFrom('person_name')
      .select(['person_id', 'kind', 'given_name', 'family_name', 'until_on'])
      .where('person_id', '=', anyOf(ids))
      .execute(),
    db
      .selectFrom('contact_details')
      .select(['person_id', 'digits'])
      .where('person_id', '=', anyOf(ids))
      .where('kind', '=', sql.lit('telephone'))
      .execute(),
    db
      .selectFrom('address')
      .select(['person_id', 'lines', 'postcode'])
      .where('person_id', '=', anyOf(ids))
      .execute(),
  ]);
  const namesOf = Map.groupBy(names, (row) => row.person_id);
  const detailsOf = Map.groupBy(details, (row) => row.person_id);
  const homesOf = Map.groupBy(addresses, (row) => row.person_id);
  return new Map(
    persons.map((row): [Id, Facts] => [
      row.id,
      {
        id: row.id,
        names: (namesOf.get(row.id) ?? []).map((name) => ({
          givenName: name.given_name,
          familyName: name.family_name,
          isFormer: name.kind === 'former' || name.until_on !== null,
        })),
        bornOn: row.born_on ?? undefined,
        sex: row.sex,
        telephones: (detailsOf.get(row.id) ?? []).flatMap(({ digits }) => digits || []),
        homes: (homesOf.get(row.id) ?? []).map(({ lines, postcode }) => `${lines} ${postcode ?? ''}`),
      },
    ]),
  );
}

/** How common each word of these names is among those whom the transaction may see, and which of them sound alike. */
export async function namesAround(
  db: Db,
  all: readonly Facts[],
): Promise<{ commonness: Commonness; compareWords: Comparing }> {
  const words = [
    ...new Set(
      all.flatMap(({ names }) => names.flatMap((name) => wordsOf(`${name.givenName} ${name.familyName}`))),
    ),
  ];
  const { rows } = await sql<{ word: string; bearers: number; sound: string; persons: number }>`
    select asked.word, borne.bearers::int as bearers, coalesce(known.sound, '') as sound, greatest(1, size.persons)::int as persons
    from unnest(${words}::text[]) as asked(word)
    left join name_word known on known.word = asked.word
    cross join (select reltuples as persons from pg_class where oid = 'person'::regclass) size
    cross join lateral (
      select count(*) as bearers from (select from person_name_word b where b.word = asked.word limit ${sql.lit(MOST_COUNTED)}) bearer
    ) borne`.execute(db);
  const persons = Math.max(rows[0]?.persons ?? 1, ...rows.map(({ bearers }) => bearers));
  const bearers = new Map(rows.map((row) => [row.word, row.bearers]));
  const sounding = Map.groupBy(
    rows.filter(({ sound }) => sound !== ''),
    ({ sound }) => sound,
  );
  const sounds = new Map(
    rows.map(({ word, sound }) => [word, new Set((sounding.get(sound) ?? []).map((row) => row.word))]),
  );
  return {
    commonness: { persons, shareOf: (word) => Math.max(1, bearers.get(word) ?? 1) / persons },
    compareWords: comparing(sounds),
  };
}
