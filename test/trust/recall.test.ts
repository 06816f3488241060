import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChildNumber } from '../../src/language/child-number.ts';
import { day } from '../../src/language/day.ts';
import { compareWords, readAsked, wordsOf } from '../../src/practice/people/likeness/index.ts';
import { find } from '../../src/practice/people/search/store.ts';
import { openWorld, type World } from '../support/world.ts';

// Invented words in the manner of the languages of the island; no name of anybody.
const BEGINNINGS = [
  'Bar',
  'Cor',
  'Dul',
  'Fer',
  'Gul',
  'Hal',
  'Jun',
  'Kel',
  'Lim',
  'Mar',
  'Nev',
  'Ori',
  'Pen',
  'Quin',
  'Ros',
  'Sam',
  'Tam',
  'Wren',
  'Żur',
  'Étie',
];
const MIDDLES = [
  'na',
  'mo',
  'li',
  'rei',
  'sto',
  'va',
  'chi',
  'ção',
  'ber',
  'łko',
  'ndra',
  'ppe',
  'tte',
  'wi',
  'zé',
];
const ENDS = [
  'cle',
  'ra',
  'ski',
  'ton',
  'des',
  'lda',
  'vin',
  'mont',
  'rin',
  'u',
  'll',
  'sen',
  'ha',
  'na',
  'k',
];
const PEOPLE = 2_000;
const SOUGHT = 40;
const TODAY = day('2026-11-21');

/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(20261121);
const pick = <One>(list: readonly One[]): One => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('an empty list');
  return one;
};
const invented = () => pick(BEGINNINGS) + (random() < 0.7 ? pick(MIDDLES) : '') + pick(ENDS);
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One slip of the hand somewhere in a name: a letter put in, left out, changed, or exchanged with the next. */
function slip(name: string): string {
  const at = Math.floor(random() * (name.length - 1));
  const [before, here, next, after] = [
    name.slice(0, at),
    name[at] ?? '',
    name[at + 1] ?? '',
    name.slice(at + 2),
  ];
  return pick([
    before + pick([...letters]) + here + next + after,
    before + next + after,
    before + pick([...letters]) + next + after,
    before + next + here + after,
  ]);
}

const twice = (name: string) => slip(slip(name));
const thrice = (name: string) => slip(twice(name));

type Planted = {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly former: string;
};

const slips: Readonly<Record<string, (one: Planted) => string>> = {
  'one slip of the hand': (one) => slip(`${one.given} ${one.family}`),
  'two slips of the hand': (one) => slip(slip(`${one.given} ${one.family}`)),
  'accents dropped': (one) => withoutAccents(`${one.given} ${one.family}`),
  'the family name first': (one) => `${one.family}, ${one.given}`,
  'an initial and the family name': (one) => `${one.given.charAt(0)} ${one.family}`,
  'the former family name': (one) => `${one.given} ${one.former}`,
  'a slip in the former name': (one) => slip(`${one.given} ${one.former}`),
  'two slips in the former family name': (one) => `${one.given} ${twice(one.former)}`,
  'both initials exchanged and the former name': (one) => `${one.former} ${one.given.charAt(0)}`,
  'the family as a household': (one) => `${one.given} and the ${one.family} family`,
  'both names written as one word': (one) => `${one.given}${one.family}`,
  'the beginning of both names': (one) => `${one.given.slice(0, 4)} ${one.family.slice(0, 4)}`,
};

function withoutAccents(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('ł', 'l');
}

/** `npm run prove -- left-out` runs it. */
describe.skipIf(process.env['LEFT_OUT'] === undefined)(
  'Finding somebody by a name that is not written as it is on record',
  () => {
    let world: World;
    let planted: readonly Planted[];

    beforeAll(async () => {
      world = await openWorld();
      planted = await plant(world);
    });
    afterAll(() => world.close());

    it.each(Object.entries(slips))('finds at least 38 of 40 among the first ten by %s', async (_, write) => {
      const sought = Array.from({ length: SOUGHT }, () => pick(planted));
      const missed: string[] = [];
      await world.within(async ({ db }) => {
        for (const one of sought) {
          const typed = write(one);
          const hits = await find(db, readAsked(typed, TODAY), 10);
          if (!hits.some((hit) => hit.id === one.id))
            missed.push(`${typed} (${one.given} ${one.family}, ${one.former})`);
        }
      });
      expect(1 - missed.length / SOUGHT, missed.join('; ')).toBeGreaterThanOrEqual(0.95);
    });

    it('shares a key with every word of a name that is as few slips away as the comparison allows', async () => {
      const pairs = planted.flatMap(({ given, family }) =>
        [given, family].flatMap((name) =>
          wordsOf(name).flatMap((word) => [slip, twice, thrice].map((write) => [word, write(word)] as const)),
        ),
      );
      const near = pairs.filter(([word, asked]) => asked !== '' && compareWords(asked, word, new Map()));
      expect(near.length).toBeGreaterThan(1000);
      const apart = await world.rows(
        `select pair.* from unnest($1::text[], $2::text[]) as pair(word, asked)
       where not exists (select word_keys(pair.word) intersect select word_keys(pair.asked))
         and not pair.word like pair.asked || '%'`,
        [near.map(([word]) => word), near.map(([, asked]) => asked)],
      );
      expect(apart).toEqual([]);
    });

    it('does not find people for words that have nothing to do with anybody', async () => {
      const hits = await world.within(({ db }) => find(db, readAsked('Xyvqzw Jjkhhg', TODAY), 10));
      expect(hits).toEqual([]);
    });
  },
);

async function plant(world: World): Promise<readonly Planted[]> {
  const givens = Array.from({ length: 300 }, invented);
  const families = Array.from({ length: 500 }, invented);
  const planted = Array.from({ length: PEOPLE }, () => ({
    id: randomUUID(),
    given: pick(givens),
    family: pick(families),
    former: pick(families),
  }));
  await world.rows(
    `insert into person (id, number, born_on_certainty) select id, number, 'not known' from unnest($1::uuid[], $2::text[]) as p(id, number)`,
    [planted.map((one) => one.id), planted.map(() => makeChildNumber(randomBytes(7)))],
  );
  await world.rows(
    `insert into person_name (id, person_id, kind, given_name, family_name)
     select gen_random_uuid(), p.id, n.kind, p.given, case n.kind when 'used' then p.family else p.former end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as p(id, given, family, former), (values ('used'), ('former')) as n(kind)`,
    [
      planted.map((one) => one.id),
      planted.map((one) => one.given),
      planted.map((one) => one.family),
      planted.map((one) => one.former),
    ],
  );
  await world.rows('analyze person_name_word, name_word, person_name');
  return planted;
}
