import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { comparePlace, type Hit, tells } from '../likeness/index.ts';

/** Addresses that have a telling word in common with what was asked. */
const MOST_COMPARED = 300;
/** Words of places that are compared with one word asked for, the nearest first. */
const MOST_NEAR = 12;
/** An address alone names nobody: whoever bears the name that was typed stands before whoever lives there. */
const WORTH = 0.97;

/** Whoever lives or lived at the address that was typed, as far as the viewer may read it. The address itself is not told. */
export async function byPlace(db: Db, words: readonly string[]): Promise<readonly Hit[]> {
  const telling = words.filter(tells);
  if (telling.length === 0) return [];
  const { rows } = await sql<{ person: Id; words: string[]; lives: boolean }>`
    with meant as materialized (
      select near.word, max(near.weight) as weight from unnest(${telling}::text[]) as asked(word)
      cross join lateral (
        (select asked.word as word, 1.0 as weight)
        union all
        (select k.word, 0.9 - levenshtein(left(k.word, 100), left(asked.word, 100)) * 0.2
          from (select distinct word from place_word_key where length(asked.word) > 3 and key = any (array(select word_keys(asked.word)))) k
          where k.word <> asked.word and levenshtein(left(k.word, 100), left(asked.word, 100)) < 4
          order by 2 desc, 1 limit ${sql.lit(MOST_NEAR)})
      ) near group by near.word
    ), there as materialized (
      select borne.address_id from meant join address_word borne on borne.word = meant.word
      group by borne.address_id order by sum(meant.weight) desc, borne.address_id limit ${sql.lit(MOST_COMPARED)}
    )
    select address.person_id as person, array_agg(own.word) as words, address.until_on is null as lives
    from there join address on address.id = there.address_id join address_word own on own.address_id = there.address_id
    group by address.id, address.person_id, address.until_on`.execute(db);
  const hits = rows.flatMap((row): readonly Hit[] => {
    const like = comparePlace(words, row.words);
    if (like < 0.7) return [];
    const kind = row.lives ? 'address' : 'former address';
    const exact = like === 1;
    return [
      {
        id: row.person,
        score: WORTH * like - (row.lives ? 0 : 0.005),
        reasons: [{ kind }, ...(exact ? [] : [{ kind: 'spelt nearly so' } as const])],
      },
    ];
  });
  // Of several addresses of one person, the one that suits best.
  const best = Map.groupBy(hits, ({ id }) => id);
  return [...best.values()].flatMap(
    (some) => some.toSorted((one, other) => other.score - one.score)[0] ?? [],
  );
}

/** Whoever lives in one household with those who were found, now. */
export async function inHouseholdsOf(db: Db, found: readonly Hit[]): Promise<readonly Hit[]> {
  if (found.length === 0) return [];
  const rows = await db
    .selectFrom('household_membership as own')
    .innerJoin('household_membership as other', 'other.household_id', 'own.household_id')
    .where('own.person_id', '=', sql<Id>`any(${found.map(({ id }) => id)}::uuid[])`)
    .where('own.until_on', 'is', null)
    .where('other.until_on', 'is', null)
    .select('other.person_id')
    .distinct()
    .execute();
  const known = new Set(found.map(({ id }) => id));
  return rows
    .map((row) => row.person_id)
    .filter((id) => !known.has(id))
    .map((id) => ({ id, score: WORTH - 0.015, reasons: [{ kind: 'same household' }] }));
}
