import { givenName, heritageOf, surname } from '../../src/island/names.ts';
import { type Random, randomStream } from '../../src/island/random.ts';
import type { World } from './world.ts';

/** A record to be: what the program will know of somebody. */
type Made = {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly former: string | undefined;
  readonly bornOn: string | undefined;
  readonly sex: 'F' | 'M';
  readonly telephone: string | undefined;
  readonly home: string | undefined;
};

/** How the second record of a person came to differ from the first. */
// biome-ignore format: a table reads as a table
const ERRORS: readonly (readonly [string, (one: Made, random: Random) => Partial<Made>])[] = [
  ['nothing differs', () => ({})],
  ['a slip in the given name', (one, random) => ({ given: slip(one.given, random) })],
  ['a slip in the family name', (one, random) => ({ family: slip(one.family, random) })],
  ['a slip in both names', (one, random) => ({ given: slip(one.given, random), family: slip(one.family, random) })],
  ['day and month exchanged', (one) => ({ bornOn: exchangedDay(one.bornOn) })],
  ['another day of birth, the same month', (one, random) => ({ bornOn: `${one.bornOn?.slice(0, 8)}${twoDigits(random.whole(1, 28))}` })],
  ['a new family name, the former one known', (one, random) => ({ family: surname(random, 'island'), former: one.family })],
  ['moved, and another telephone', (_, random) => ({ telephone: telephone(random), home: home(random) })],
  ['no date of birth, the same telephone', () => ({ bornOn: undefined })],
  ['sex not known', () => ({})],
];

function slip(name: string, random: Random): string {
  const at = random.whole(1, Math.max(1, name.length - 2));
  const [before, here, next, after] = [name.slice(0, at), name[at] ?? '', name[at + 1] ?? '', name.slice(at + 2)];
  return random.pick([`${before}${here}${here}${next}${after}`, `${before}${next}${after}`, `${before}${next}${here}${after}`]);
} // biome-ignore format: three slips of the hand

const twoDigits = (number: number) => String(number).padStart(2, '0');
const telephone = (random: Random) => `07797 ${random.whole(100_000, 999_999)}`;
const home = (random: Random) => `${random.whole(1, 400)} ${surname(random, 'island')} Lane`;

function exchangedDay(day: string | undefined): string | undefined {
  const [year, month = '', date = ''] = (day ?? '').split('-');
  return Number(date) <= 12 ? `${year}-${date}-${month}` : day;
}

/** A family: parents and children who share a name, a home and a telephone; one pair of siblings in forty are twins. */
function family(random: Random): readonly Made[] {
  const heritage = heritageOf(random);
  const shared = { family: surname(random, heritage), former: undefined, telephone: telephone(random), home: home(random) };
  const one = (bornOn: string): Made => {
    const sex = random.pick(['F', 'M'] as const);
    return { id: random.id(), given: givenName(random, heritage, sex), bornOn, sex, ...shared };
  };
  const year = random.whole(2004, 2020);
  const children = Array.from({ length: random.whole(1, 3) }, (_, n) => one(birthday(random, Math.min(2024, year + 2 * n))));
  const twin = random.chance(0.025) && children[0] ? [{ ...one(''), bornOn: children[0].bornOn }] : [];
  const named = [one(birthday(random, year - random.whole(20, 35))), ...children, ...twin];
  // No two brothers or sisters bear one name.
  return named.filter((member, at) => named.findIndex(({ given }) => given === member.given) === at);
} // biome-ignore format: a family in few lines

function birthday(random: Random, year: number): string {
  return `${year}-${twoDigits(random.whole(1, 12))}-${twoDigits(random.whole(1, 28))}`;
}

export type Planted = { readonly one: string; readonly other: string; readonly error: string };

/** Puts so many persons on record in families, and a second record of one in ten of the children, each with its kind of error. */
export async function plantDuplicates(world: World, seed: string, persons: number): Promise<readonly Planted[]> {
  const random = randomStream(seed, 'planted duplicates');
  const made: Made[] = [];
  while (made.length < persons) made.push(...family(random));
  const planted: Planted[] = [];
  for (const one of random.some(made, Math.round(persons / 10))) {
    const [error, change] = ERRORS[planted.length % ERRORS.length] ?? ERRORS[0] ?? ['', () => ({})];
    const second: Made = { ...one, ...change(one, random), id: random.id() };
    made.push(second);
    planted.push({ one: one.id, other: second.id, error });
  }
  await put(world, made, new Set(planted.filter(({ error }) => error === 'sex not known').map(({ other }) => other)));
  return planted;
} // biome-ignore format: parameters read in one line

async function put(world: World, made: readonly Made[], sexless: ReadonlySet<string>): Promise<void> {
  const [start] = await world.rows<{ count: string }>('select count(*) from person');
  await world.rows(
    `insert into person (id, number, born_on, born_on_certainty, sex)
     select id, number, born, case when born is null then 'not known' else 'known' end, sex
     from unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) as p(id, number, born, sex)`,
    [
      made.map(({ id }) => id),
      made.map((_, n) => `D${String(Number(start?.count) + n).padStart(8, '0')}`),
      made.map(({ bornOn }) => bornOn ?? null),
      made.map(({ id, sex }) => (sexless.has(id) ? 'U' : sex)),
    ],
  );
  const names = made.flatMap(({ id, given, family, former }) => [
    { id, kind: 'used', given, family },
    ...(former === undefined ? [] : [{ id, kind: 'former', given, family: former }]),
  ]);
  await world.rows(
    `insert into person_name (id, person_id, kind, given_name, family_name)
     select gen_random_uuid(), n.id, n.kind, n.given, n.family from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n(id, kind, given, family)`,
    ['id', 'kind', 'given', 'family'].map((column) => names.map((name) => name[column as keyof typeof name])),
  );
  await world.rows(
    `with one as (select * from unnest($1::uuid[], $2::text[], $3::text[]) as p(id, telephone, home)),
       told as (insert into contact_details (id, person_id, kind, value) select gen_random_uuid(), id, 'telephone', telephone from one where telephone is not null)
     insert into address (id, person_id, lines) select gen_random_uuid(), id, home from one where home is not null`,
    [made.map(({ id }) => id), made.map((one) => one.telephone ?? null), made.map((one) => one.home ?? null)],
  );
  await world.rows('analyze person; analyze person_name_word; analyze name_word');
}

/** Takes what was just recorded for recorded a while ago, as it is by the time of the night. */
export async function letItSettle(world: World): Promise<void> {
  await world.rows(
    `set session_replication_role = replica; update person set recorded_at = recorded_at - interval '5 minutes';
     update person_name set recorded_at = recorded_at - interval '5 minutes'; set session_replication_role = origin`,
  );
}

/** How what was proposed compares with what was planted. */
export type Judged = {
  readonly proposed: number;
  readonly right: number;
  readonly planted: number;
  readonly missed: readonly Planted[];
  readonly wrong: readonly string[];
};

/** Counts proposals that were planted, those that were not, and what was missed. */
export async function judge(world: World, planted: readonly Planted[]): Promise<Judged> {
  const pair = (one: string, other: string) => [one, other].toSorted().join(' ');
  const rows = await world.rows<{ person_id: string; other_id: string }>(
    'select person_id, other_id from duplicate_proposal',
  );
  const proposed = new Set(rows.map((row) => pair(row.person_id, row.other_id)));
  const truth = new Set(planted.map(({ one, other }) => pair(one, other)));
  return {
    proposed: proposed.size,
    right: [...truth].filter((one) => proposed.has(one)).length,
    planted: planted.length,
    missed: planted.filter(({ one, other }) => !proposed.has(pair(one, other))),
    wrong: [...proposed].filter((one) => !truth.has(one)),
  };
}
