import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { leadingTo } from '../../../platform/database/one-record.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import {
  type Asked,
  asKept,
  type Comparing,
  compare,
  comparing,
  exchanged,
  type Hit,
  joinings,
  type Known,
  type Sounds,
} from '../likeness/index.ts';
import { byPlace, inHouseholdsOf } from './places.ts';

/** Somebody who sees this many persons or fewer is served from what they see; whoever sees more, from the words. */
const MOST_IN_SIGHT = 1_000;
/** Words of names that are compared with one word asked for, the nearest first. */
const MOST_LIKE = 250;
/** Words of names near one word asked for. Beyond these nothing is like it. */
const MOST_WORDS_NEAR = 30;
/** Words with which one word asked for begins or ends. */
const MOST_PARTS = 10;
/** Persons who are compared name by name; the words have already put the likeliest first. */
const MOST_COMPARED = 100;
/** Born on one day, in a nation on record: no more than these. */
const MOST_ON_A_DAY = 400;

/**
 * Finds persons by what was asked, the likeliest first, through what the transaction may see.
 *
 * Words are matched against the distinct words of all names, in which nobody stands, and persons then found by equality: the walls are
 * asked for each of them by the database, and their indexes are used (similarity is not leakproof, so it would switch them off).
 */
export async function find(db: Db, asked: Asked, most: number): Promise<readonly Hit[]> {
  const words = [...new Set(asked.names.flatMap((name) => [...name, ...joinings(name).flat()]))];
  const [near, seen, byNumbers, byDays, byTelephones, living] = await Promise.all([
    wordsNear(db, words),
    words.length > 0 ? inSight(db) : [],
    byNumber(db, asked),
    byDay(db, asked.days),
    byTelephone(db, asked),
    byPlace(db, asked.place ?? []),
  ]);
  const compareWords = comparing(soundsOf(near));
  const byName = await (seen === undefined
    ? byWords(db, asked, near, compareWords)
    : bearersAmong(db, seen, words, likeWords(near, compareWords)));
  const ids = new Set([...byNumbers, ...byDays, ...byTelephones, ...byName]);
  const known = await knownOf(db, [...ids]);
  const named = known.flatMap((one) => compare(one, asked, compareWords) ?? []);
  const found = together([...named, ...living]);
  const leading = leadingTo(
    db,
    found.map(({ id }) => id),
  );
  const kept = together(asKept(found, await leading, known));
  const around = asked.household === true ? await inHouseholdsOf(db, kept.slice(0, most)) : [];
  return together([...kept, ...around]).slice(0, most);
}

/** Each person once, the likeliest first, with every reason; who was found twice is likelier than by the better of the two. */
function together(hits: readonly Hit[]): readonly Hit[] {
  const each = [...Map.groupBy(hits, ({ id }) => id).values()];
  return each
    .flatMap((some) => {
      const [best, ...others] = some.toSorted((one, other) => other.score - one.score);
      if (best === undefined) return [];
      const reasons = [best, ...others].flatMap((hit) => hit.reasons);
      return { ...best, score: best.score + 0.3 * others.length, reasons };
    })
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

/** What a day that was said may mean: itself first, and with day and month exchanged. */
export function daysMeant(day: Day | undefined): readonly Day[] {
  return day === undefined ? [] : [day, exchanged(day)].filter((one) => one !== undefined);
}

type NearWord = { readonly asked: string; readonly word: string; readonly sounds: boolean };

/**
 * The words of names that begin, are spelt or sound like the words asked for, or are a part of one; found by equality and order alone, so
 * that it takes as long among a million names. No policy stands on them: they name nobody.
 */
async function wordsNear(db: Db, words: readonly string[]): Promise<readonly NearWord[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<NearWord>`
    select asked.word as asked, near.word, near.sounds
    from (select word, sound_of(word) as sound from unnest(${words}::text[]) word where length(word) > 1) asked
    cross join lateral (
      select known.word, asked.sound <> '' and sound_of(known.word) = asked.sound as sounds
      from (
        select k.word from name_word_key k where k.key = any (array(select word_keys(asked.word)))
        union select s.word from name_word s where s.sound = asked.sound
        union select b.word from name_word b
          where length(asked.word) > 2 and b.word ~>=~ asked.word and b.word ~<~ (asked.word || chr(1114111))
        union select p.word from name_word p where p.word = any (array(
          select part from generate_series(3, length(asked.word)) n,
            lateral (values (left(asked.word, n)), (right(asked.word, n))) of_word(part)))
      ) known
      order by levenshtein(left(known.word, 100), left(asked.word, 100)), known.word
      limit ${sql.lit(MOST_LIKE)}
    ) near`.execute(db);
  return rows;
}

function soundsOf(near: readonly NearWord[]): Sounds {
  const sounding = Map.groupBy(
    near.filter(({ sounds }) => sounds),
    ({ asked }) => asked,
  );
  return new Map([...sounding].map(([asked, some]) => [asked, new Set(some.map(({ word }) => word))]));
}

/** Everybody a narrow viewer sees, among whom names are looked for; undefined for who sees more than that. */
async function inSight(db: Db): Promise<readonly Id[] | undefined> {
  const { rows } = await sql<{ id: Id | null; wide: boolean }>`
    select seen.id, viewer.wide from (select wide() as wide) viewer
    left join lateral (
      select distinct person_id as id from sight
      where not viewer.wide and principal = any ((select principals())::uuid[]) and until > instant() limit ${MOST_IN_SIGHT + 1}
    ) seen on true`.execute(db);
  if (rows[0]?.wide === true || rows.length > MOST_IN_SIGHT) return undefined;
  return rows.flatMap(({ id }) => id ?? []);
}

/** Words of names that are like a word asked for, or with which it begins or ends. */
function likeWords(near: readonly NearWord[], compareWords: Comparing): readonly string[] {
  const like = near.filter(
    ({ asked, word }) => compareWords(asked, word) !== undefined || isPart(asked, word),
  );
  return [...new Set(like.map(({ word }) => word))];
}

/** Who of these bears one of the words. An initial alone is no word that can be looked up: everybody is compared with it. */
async function bearersAmong(
  db: Db,
  seen: readonly Id[],
  asked: readonly string[],
  words: readonly string[],
): Promise<readonly Id[]> {
  if (seen.length === 0 || asked.every(({ length }) => length === 1)) return seen;
  const rows = await db
    .selectFrom('person_name_word')
    .select('person_id')
    .distinct()
    .where('person_id', '=', sql<Id>`any(${seen})`)
    .where('word', '=', sql<string>`any(${words})`)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Whoever bears a name with these words, those who bear most of them first. */
async function byWords(
  db: Db,
  { names }: Asked,
  near: readonly NearWord[],
  compareWords: Comparing,
): Promise<readonly Id[]> {
  const asked = [...new Set(near.map((one) => one.asked))];
  const alone = names.some(({ length }) => length === 1);
  const weighed = asked.flatMap((word, n) =>
    weightsOf(word, near, compareWords, alone).map((one) => ({ n, ...one })),
  );
  if (weighed.length === 0) return [];
  // The best of each word asked for, added up in one pass over the rows.
  const score = sql.join(
    asked.map((_, n) => sql`coalesce(max(meant.weight) filter (where meant.n = ${sql.lit(n)}), 0)`),
    sql` + `,
  );
  const { rows } = await sql<{ id: Id }>`
    select borne.person_id as id
    from unnest(${weighed.map(({ n }) => n)}::int[], ${weighed.map(({ word }) => word)}::text[],
      ${weighed.map(({ weight }) => weight)}::float8[]) as meant(n, word, weight)
    join person_name_word borne on borne.word = meant.word
    group by borne.person_id order by ${score} desc, borne.person_id limit ${MOST_COMPARED}`.execute(db);
  return rows.map(({ id }) => id);
}

function weightsOf(asked: string, near: readonly NearWord[], compareWords: Comparing, alone: boolean) {
  const words = near.filter((one) => one.asked === asked).map(({ word }) => word);
  const like = words
    .flatMap((word) => {
      const match = compareWords(asked, word);
      return match === undefined ? [] : [{ word, weight: match.score }];
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_WORDS_NEAR);
  return alone ? [...like, ...partsOf(asked, words)] : like;
}

/** A first and a family name written as one: the words with which it begins or ends. */
function partsOf(asked: string, words: readonly string[]) {
  return words
    .filter((word) => isPart(asked, word))
    .slice(0, MOST_PARTS)
    .map((word) => ({ word, weight: 0.5 * (word.length / asked.length) }));
}

function isPart(asked: string, word: string): boolean {
  return word.length > 2 && word !== asked && (asked.startsWith(word) || asked.endsWith(word));
}

async function byNumber(db: Db, { number, numbersNear = [] }: Asked): Promise<readonly Id[]> {
  const numbers = number === undefined ? numbersNear : [number];
  if (numbers.length === 0) return [];
  const isMeant = sql<string>`any(${numbers})`;
  const rows = await db.selectFrom('person').select('id').where('number', '=', isMeant).execute();
  return rows.map(({ id }) => id);
}

/** Equality on a day is leakproof: the index is used behind every wall. */
async function byDay(db: Db, days: readonly Day[]): Promise<readonly Id[]> {
  if (days.length === 0) return [];
  const persons = (column: 'born_on' | 'due_on') =>
    db.selectFrom('person').select('id').where(column, 'in', days).limit(MOST_ON_A_DAY).execute();
  const [born, due] = await Promise.all([persons('born_on'), persons('due_on')]);
  return [...born, ...due].map(({ id }) => id);
}

async function byTelephone(db: Db, { telephones, telephonesNear = [] }: Asked): Promise<readonly Id[]> {
  if (telephones.length === 0) return [];
  const rows = await db
    .selectFrom('contact_details')
    .select('person_id')
    .where('kind', '=', sql.lit('telephone'))
    .where(
      'ending',
      'in',
      [...telephones, ...telephonesNear].map((digits) => digits.slice(-6)),
    )
    .limit(MOST_COMPARED)
    .execute();
  return rows.map((row) => row.person_id);
}

/** What there is to compare of each of them. */
async function knownOf(db: Db, ids: readonly Id[]): Promise<readonly Known[]> {
  if (ids.length === 0) return [];
  const these = sql<Id>`any(${ids})`;
  const [persons, names, details] = await Promise.all([
    db.selectFrom('person').select(['id', 'number', 'born_on', 'due_on']).where('id', '=', these).execute(),
    db
      .selectFrom('person_name')
      .select(['person_id', 'kind', 'given_name', 'family_name', 'until_on'])
      .where('person_id', '=', these)
      .execute(),
    db
      .selectFrom('contact_details')
      .select(['person_id', 'digits'])
      .where('person_id', '=', these)
      .where('kind', '=', sql.lit('telephone'))
      .execute(),
  ]);
  const namesOf = Map.groupBy(names, (row) => row.person_id);
  const detailsOf = Map.groupBy(details, (row) => row.person_id);
  return persons.map((row) => ({
    id: row.id,
    number: row.number,
    bornOn: row.born_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    names: (namesOf.get(row.id) ?? []).map((name) => ({
      kind: isCode(NAME_KINDS, name.kind) ? name.kind : 'also known as',
      givenName: name.given_name,
      familyName: name.family_name,
      untilOn: name.until_on ?? undefined,
    })),
    telephones: (detailsOf.get(row.id) ?? []).map((one) => one.digits ?? ''),
  }));
}
