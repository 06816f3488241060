import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { id } from '../../src/language/id.ts';
import { duplicateOf, insertAll, personOnRecord, staffOf, visitTo } from '../trust/records.ts';
import { relativeOf, restrictedTo } from '../trust/walled-records.ts';
import { seeded } from './random-sight.ts';
import type { Worker, World } from './world.ts';

type Row = Parameters<typeof insertAll>[1][number];
type Chance = () => number;

const DAY = '2026-11-20';
const AT = '2026-11-20T11:00:00Z';

/** Members of staff whose view is compared: three who see everyone, one who works with the kept record, one who saw the other in passing. */
const VIEWERS = [
  { key: 'cleo', wide: true },
  { key: 'nell', wide: true },
  { key: 'hugo', wide: true },
  { key: 'tess', wide: false },
  { key: 'ivo', wide: false },
] as const;

/** The kinds of fact that are written before and while two records are one; the first row is the fact itself, the others belong to it. */
const FACTS: Readonly<Record<string, (own: Row[1], staff: string, word: string) => readonly Row[]>> = {
  person_name: (own, _, word) => [['person_name', { ...own, kind: 'also known as', given_name: word, family_name: 'Barnacle' }]],
  address: (own, _, word) => [['address', { ...own, lines: `${word.length} ${word} Lane`, guarded: word.at(-1) === '0' || (word.at(-1) ?? '') > 'r' }]],
  contact_details: (own, _, word) => [['contact_details', { ...own, kind: 'email', value: `${word}@island.example` }]],
  safe_contact: (own, _, word) => [['safe_contact', { ...own, ways: ['mail'], language: 'en', not_to_say: word, from_on: DAY }]],
  attendance: (own, _, word) => [['attendance', { ...own, kind: 'school', named: `${word} School` }]],
  child_statement: (own, staff, word) => [['child_statement', { ...own, kind: 'likes', words: word, stated_on: DAY, stated_by: staff }]],
  visit_child: (own, staff, word) => {
    const visit = randomUUID();
    return [
      ['visit_child', { ...own, visit_id: visit, seen: true, alone: false, bedroom_seen: false, words: word }],
      ['visit', { id: visit, visited_on: DAY, place: 'home', manner: 'planned', visited_by: staff }],
      ['visit_withheld', { id: own.id ?? '', person_id: own['person_id'] ?? '', words: word }],
      ['visit_correction', { visit_child_id: own.id ?? '', person_id: own['person_id'] ?? '', reason: word, corrected_at: AT, corrected_by: staff }],
    ];
  },
  person_language: (own) => [['person_language', { ...own, language: 'pt' }]],
  relationship: (own, _staff, word) => {
    const mother = randomUUID();
    return [
      ['person', { id: mother, number: word.slice(0, 9).toUpperCase(), born_on_certainty: 'not known' }],
      ['relationship', { ...own, other_id: mother, kind: 'mother' }],
      ['relationship', { person_id: mother, other_id: own['person_id'] ?? '', kind: 'child' }],
    ];
  },
  case_note_child: (own, staff, word) => {
    const note = randomUUID();
    return [
      ['case_note_child', { ...own, case_note_id: note }],
      ['case_note', { id: note, kind: 'telephone', happened_on: DAY, words: word, written_by: staff }],
      ['case_note_withheld', { id: own.id ?? '', person_id: own['person_id'] ?? '', words: word }],
    ];
  },
  management_decision: (own, staff, word) => [
    ['management_decision', { ...own, occasion: 'supervision', decided_on: DAY, decided: word, why: word, signed_by: staff, signed_at: AT }],
    ['management_decision_action', { management_decision_id: own.id ?? '', person_id: own['person_id'] ?? '', what: word, staff_id: staff, due_on: DAY, ended_at: AT, ended_by: staff, outcome: 'done' }],
  ],
}; // biome-ignore format: a table reads as a table

/** A row that belongs to a fact stands before it where the fact names it. */
const FIRST = new Set(['visit', 'case_note', 'person']);

/** A rating of the child follows the one before. */
async function rate(world: World, person: string, word: string): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at, follows) values (gen_random_uuid(), $1, 'green', 'green', $2, $2, $3, now(),
       (select r.id from case_rating r where r.person_id = $1 and not exists (select from case_rating l where l.follows = r.id and l.person_id = $1))) returning id`,
    [person, word, await staffOf(world, 'mira')],
  );
  return row?.id ?? '';
}

async function write(world: World, kind: string, person: string, word: string): Promise<string> {
  if (kind === 'case_rating') return rate(world, person, word);
  const fact = { id: randomUUID(), person_id: person };
  const rows = FACTS[kind]?.(fact, await staffOf(world, 'tess'), word) ?? [];
  await insertAll(world, [...rows.filter(([table]) => FIRST.has(table)), ...rows.filter(([table]) => !FIRST.has(table))]);
  return fact.id;
} // biome-ignore format: one statement

/** The tables that name a person by `person_id`, as the database says what a merge does to them. */
async function tablesOf(world: World): Promise<readonly string[]> {
  const rows = await world.rows<{ name: string }>(
    `select relation as name from merge_rule where relation not in ('person', 'merge', 'merge_assignment', 'duplicate_proposal', 'sight', 'wall', 'barred') order by 1`,
  );
  return ['person', ...rows.map(({ name }) => name)];
}

const keyed = (table: string) => (table === 'person' ? 'id' : 'person_id');

/** Every row about these persons, past the walls, under its table and id. */
async function rowsAbout(world: World, tables: readonly string[], persons: readonly string[]) {
  const each = tables.map(
    (name) =>
      `select '${name}' as name, to_jsonb(t)::text as words from ${name} t where t.${keyed(name)} = any ($1)`,
  );
  const rows = await world.rows<{ name: string; words: string }>(each.join(' union all '), [persons]);
  return new Map(rows.map(({ name, words }) => [`${name} ${keyIn(words)}`, words]));
}

function keyIn(words: string): string {
  const row: Record<string, unknown> = JSON.parse(words);
  return String(row['id'] ?? words);
}

type View = ReadonlySet<string>;

/** The tables in which the persons of a trip have rows, and which a viewer reads. */
const SEEN = [
  'person',
  ...Object.keys(FACTS),
  'visit_withheld',
  'visit_correction',
  'case_note_withheld',
  'management_decision_action',
  'referral',
  'period_of_service',
  'allocation',
  'restriction',
];

/** What each viewer sees of these persons through the walls; `asOne` as a page of a merged record reads it. */
async function viewsOf(world: World, persons: readonly [string, string], asOne = false) {
  const views = new Map<string, View>();
  for (const { key, wide } of VIEWERS) {
    const actor = id(await staffOf(world, key));
    const settings = { authority: 'island', now: new Date(), actor, principals: [actor], wide, fieldClasses: ['guarded address'] };
    const rows = await world.house.database.transaction(settings, async (db, telling) => {
      if (asOne) telling.asOne({ kept: id(persons[0]), others: [id(persons[1])] });
      const each = SEEN.map(
        (name) => sql`select ${sql.lit(name)} || ' ' || t.id as key from ${sql.table(name)} t where t.${sql.ref(keyed(name))} = any(${[...persons]}::uuid[])`,
      );
      return (await sql<{ key: string }>`${sql.join(each, sql` union all `)}`.execute(db)).rows;
    });
    views.set(key, new Set(rows.map((row) => row.key)));
  }
  return views;
} // biome-ignore format: one question

/** Which viewers a wall or a bar of either record keeps out. */
async function keptOut(world: World, persons: readonly string[]): Promise<ReadonlySet<string>> {
  const out = new Set<string>();
  for (const { key } of VIEWERS) {
    const [row] = await world.rows<{ out: boolean }>(
      `select exists (select from wall w where w.person_id = any ($1) and w.mirrors is null and w.until > now()
         and not exists (select from wall_name n where n.wall_id = w.id and n.staff_id = $2))
       or exists (select from barred b where b.person_id = any ($1) and b.staff_id = $2) as out`,
      [persons, await staffOf(world, key)],
    );
    if (row?.out === true) out.add(key);
  }
  return out;
}

const standing = (world: World, persons: readonly string[]) =>
  world.rows(
    `select 'wall' as what, person_id, id::text as which from wall where person_id = any ($1) and until > now()
     union all select 'barred', person_id, staff_id || ' ' || said_id from barred where person_id = any ($1)
     union all select 'sight', person_id, principal || ' ' || ground from sight where person_id = any ($1) order by 1, 2, 3`,
    [persons],
  );

type Pair = { readonly kept: string; readonly other: string; readonly duplicateId: string };

/** Two records with a past of their own, walls and bars among it; the kept one is worked with. */
async function pairWithPast(world: World, chance: Chance, word: () => string): Promise<Pair> {
  const kept = await personOnRecord(world);
  const { duplicateId, otherId: other } = await duplicateOf(world, kept);
  for (const person of [kept, other]) {
    await visitTo(world, person);
    for (const kind of Object.keys(FACTS))
      // How somebody is reached safely is said of the kept record alone: otherwise the two are not merged.
      if (chance() < 0.5 && (person === kept || !['safe_contact', 'address'].includes(kind))) await write(world, kind, person, word());
  }
  const named = ['nell', 'hugo', 'tess', 'ivo'].filter(() => chance() < 0.5);
  if (chance() < 0.3) await restrictedTo(world, chance() < 0.5 ? kept : other, { by: 'cleo', named });
  if (chance() < 0.2) await relativeOf(world, chance() < 0.5 ? kept : other, chance() < 0.5 ? 'nell' : 'tess');
  const mira = await staffOf(world, 'mira');
  await insertAll(world, [['period_of_service', { person_id: kept, kind: 'in need', basis: 'decided', basis_words: 'Needed.', began_on: DAY, began_by: mira }]]);
  if (chance() < 0.5) await rate(world, kept, word());
  await insertAll(world, [['allocation', { person_id: kept, staff_id: await staffOf(world, 'tess'), kind: 'worker', from_on: DAY }]]);
  await world.rows(`insert into sight (principal, person_id, ground) values ($1, $2, 'emergency')`, [await staffOf(world, 'ivo'), other]);
  return { kept, other, duplicateId };
} // biome-ignore format: one past

type Traveller = {
  readonly world: World;
  readonly tables: readonly string[];
  readonly cleo: Worker;
  readonly hugo: Worker;
};

export async function travellerIn(world: World): Promise<Traveller> {
  const [tables, cleo, hugo] = await Promise.all([tablesOf(world), world.as('cleo'), world.as('hugo')]);
  return { world, tables, cleo, hugo };
}

/** One trip: two records are merged, written of, perhaps reviewed, and made two again. Returns what was wrong, in words. */
export async function trip(
  on: Traveller,
  seed: number,
): Promise<{ wrong: readonly string[]; written: number }> {
  const { world, tables } = on;
  const chance = seeded(seed);
  const word = () => `w${Math.floor(chance() * 1e9).toString(36)}`;
  const pair = await pairWithPast(world, chance, word);
  const persons = [pair.kept, pair.other] as const;
  const [before, views, out, stood] = [
    await rowsAbout(world, tables, persons),
    await viewsOf(world, persons),
    await keptOut(world, persons),
    await standing(world, persons),
  ];
  const mergeId = await merge(on, pair);
  if (mergeId === undefined) return { wrong: ['they could not be merged'], written: 0 };
  const meanwhile = await viewsOf(world, persons);
  const wrong = [...wider(views, meanwhile, 'while they were one')];
  for (const key of out)
    if ((meanwhile.get(key)?.size ?? 0) > 0) wrong.push(`${key} sees what a wall of one of the two hides`);
  const written = await writeSome(world, pair, chance, word);
  // Each fourth trip also tries what changes little from one to the next.
  const isThorough = seed % 4 === 0;
  if (isThorough) wrong.push(...(await readAsOne(world, persons)));
  const isReviewed = chance() < 0.4 && !out.has('hugo') && (await review(on, pair, mergeId));
  if (!isReviewed) wrong.push(...wider(views, await viewsOf(world, persons), 'before a review', before));
  const given = await undo(on, pair, mergeId, { written, chance, wrong, isThorough });
  const after = await rowsAbout(world, tables, persons);
  for (const [key, words] of before)
    if (after.get(key) !== words && !isDerived(key)) wrong.push(`${key} is not as it was`);
  for (const [key, record] of given)
    if (!after.get(key)?.includes(`"person_id": "${record}"`))
      wrong.push(`${key} does not stand where it was given to`);
  wrong.push(...(await derivedWrong(world, persons)));
  wrong.push(...wider(views, await viewsOf(world, persons), 'afterwards', before));
  if (JSON.stringify(await standing(world, persons)) !== JSON.stringify(stood))
    wrong.push('walls, bars or sights are not as they were');
  return { wrong, written: written.size };
}

const isDerived = (key: string) => key.startsWith('person_name_word') || key.startsWith('guarded_person');

async function merge({ world, cleo }: Traveller, pair: Pair): Promise<string | undefined> {
  await cleo.post(`/duplicates/${pair.duplicateId}/merges`, {
    keptId: pair.kept,
    identifiers: ['date of birth', 'family name'],
    reason: 'One mother.',
  });
  const [row] = await world.rows<{ id: string }>(
    'select id from merge where other_id = $1 and undone_at is null',
    [pair.other],
  );
  return row?.id;
}

/** One to six facts of one or the other record, by kind and id. */
async function writeSome(world: World, pair: Pair, chance: Chance, word: () => string) {
  const written = new Map<string, string>();
  const kinds = [...Object.keys(FACTS), 'case_rating'];
  for (let n = Math.floor(chance() * 6); n >= 0; n -= 1) {
    const kind = kinds[Math.floor(chance() * kinds.length)] ?? 'person_name';
    const record = kind === 'case_rating' || chance() < 0.85 ? pair.kept : pair.other;
    written.set(`${kind} ${await write(world, kind, record, word())}`, record);
  }
  return written;
}

async function review({ hugo }: Traveller, { kept }: Pair, mergeId: string): Promise<boolean> {
  const done = await hugo.post(`/people/${kept}/merges/${mergeId}/reviews`, { words: 'Looked.' });
  return done.statusCode === 303;
}

/** What was seen after and not before, of what was there before. */
function wider(
  before: ReadonlyMap<string, View>,
  after: ReadonlyMap<string, View>,
  when: string,
  old?: ReadonlyMap<string, string>,
): readonly string[] {
  return VIEWERS.flatMap(({ key }) => {
    const more = [...(after.get(key) ?? [])].find(
      (fact) => !before.get(key)?.has(fact) && (old === undefined || old.has(fact)),
    );
    return more === undefined ? [] : [`${key} sees more than before, ${when}: ${more}`];
  });
}

/** Read as one, everybody sees the same facts as of the two, neither more nor fewer. */
async function readAsOne(world: World, persons: readonly [string, string]): Promise<readonly string[]> {
  const [apart, asOne] = [await viewsOf(world, persons), await viewsOf(world, persons, true)];
  const facts = (view: View | undefined) =>
    [...(view ?? [])].filter((key) => !key.startsWith('person ')).toSorted();
  return VIEWERS.flatMap(({ key }) =>
    JSON.stringify(facts(apart.get(key))) === JSON.stringify(facts(asOne.get(key)))
      ? []
      : [`${key} does not see the same facts where the two are read as one`],
  );
}

type Giving = {
  readonly written: ReadonlyMap<string, string>;
  readonly chance: Chance;
  readonly wrong: string[];
  readonly isThorough: boolean;
};

/** Undoes it by the page: every fact written meanwhile is on it, and none may be left out. Returns to which record each was given. */
async function undo(
  { cleo }: Traveller,
  pair: Pair,
  mergeId: string,
  { written, chance, wrong, isThorough }: Giving,
) {
  const at = `/people/${pair.kept}/merges/${mergeId}/undoings`;
  const page = (await cleo.get(`${at}/new`)).body;
  const listed = [...page.matchAll(/name="facts\.\d+\.fact" value="([^"]+)"/gu)].map(([, fact = '']) => fact);
  for (const fact of written.keys())
    if (!listed.includes(fact)) wrong.push(`${fact} was written meanwhile and is not listed`);
  for (const fact of listed)
    if (!written.has(fact)) wrong.push(`${fact} is listed and was not written meanwhile`);
  const given = new Map(listed.map((fact) => [fact, chance() < 0.5 ? 'kept' : 'other'] as const));
  const answers = (facts: readonly string[]) =>
    Object.fromEntries(
      facts.flatMap((fact, n) => [
        [`facts.${n}.fact`, fact],
        [`facts.${n}.to`, given.get(fact) ?? ''],
      ]),
    );
  if (isThorough && listed.length > 0) {
    const half = await cleo.post(at, { reason: 'Two cousins.', ...answers(listed.slice(1)) });
    if (half.statusCode !== 422) wrong.push('it was undone with a fact that was given to neither');
  }
  const done = await cleo.post(at, { reason: 'Two cousins.', ...answers(listed) });
  if (done.statusCode !== 303) wrong.push(`it was not undone: ${done.statusCode}`);
  return new Map([...given].map(([fact, to]) => [fact, to === 'kept' ? pair.kept : pair.other]));
}

/** What is derived from facts follows them. */
async function derivedWrong(world: World, persons: readonly string[]): Promise<readonly string[]> {
  const rows = await world.rows<{ what: string }>(
    `select 'a word of a name stands under another person' as what from person_name_word w join person_name n on n.id = w.name_id
       where n.person_id = any ($1) and w.person_id <> n.person_id
     union all select 'a guarded address is not known to be one' from address a where a.person_id = any ($1) and a.guarded and a.until_on is null
       and not exists (select from guarded_person g where g.person_id = a.person_id)
     union all select 'nobody has a guarded address and it is said that they have' from guarded_person g where g.person_id = any ($1)
       and not exists (select from address a where a.person_id = g.person_id and a.guarded and a.until_on is null)
     union all select 'what belongs to a visit stands under another person' from visit_child c join visit_withheld w on w.id = c.id
       where c.person_id = any ($1) and w.person_id <> c.person_id
     union all select 'why a visit was corrected stands under another person' from visit_child c join visit_correction w on w.visit_child_id = c.id
       where c.person_id = any ($1) and w.person_id <> c.person_id
     union all select 'a rating follows one of somebody else' from case_rating r join case_rating f on f.id = r.follows where r.person_id = any ($1) and f.person_id <> r.person_id
     union all select 'a rating follows nothing, and is not the first' from case_rating r where r.person_id = any ($1) and r.follows is null
       and exists (select from case_rating f where f.person_id = r.person_id and f.id <> r.id and f.follows is null)
     union all select 'a relationship is not said from the other side' from relationship r where r.person_id = any ($1)
       and not exists (select from relationship i where i.person_id = r.other_id and i.other_id = r.person_id)
     union all select 'what is to be done stands under another person' from management_decision d
       join management_decision_action a on a.management_decision_id = d.id where d.person_id = any ($1) and a.person_id <> d.person_id`,
    [persons],
  );
  return rows.map(({ what }) => what);
}
