import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddHeaders } from '../support/header-table.ts';
import { STAFF } from '../support/staff.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';
import { type Expected, type Line, NOBODY, readExpectation } from './expectation.ts';
import { KINDS, type Records } from './records.ts';
import { type Watch, watchAudit } from './who-looked.ts';

const EVERYBODY = [NOBODY, ...STAFF.map(({ key }) => key)];
const NOT_THERE = 'what is not there';
const LINES = readExpectation(EVERYBODY);
/**
 * `npm run prove -- matrix` asks the whole table. `npm test` leaves out what the same person is told at the same address about another record,
 * unless it is hidden; on the oldest PostgreSQL it opens each page once for each record, as somebody who may.
 */
const ASKED: Readonly<Record<string, (line: Line, who: string) => boolean>> = {
  whole: () => true,
  reached: (line, who) =>
    line.method === 'GET' && who === EVERYBODY.find((one) => line.of(one) === 'allowed'),
};
const MODE = process.env['MATRIX'] ?? 'test';
const isAskedNow = ASKED[MODE] ?? isAsked;
/** In the whole table each role that has no part in social work is refused several times over at each of its addresses. */
const AT_LEAST = MODE === 'whole' ? 0.2 : 0.25;

const OF_ADDRESS = Map.groupBy(LINES, ({ method, path }) => `${method} ${path}`);
const FIRST_OF_PATH = new Map(LINES.map(({ path }, at) => [path, at] as const).toReversed());

/** Parts of addresses that are no ids of records: a value that is right for whoever may come in. */
const FIXED: Readonly<Record<string, string>> = {
  form: 'contact%3A%20decide',
  subject: '00000000-0000-4000-8000-000000000000',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  measureId: 'H1',
};

/** What the control does to the wall round persons: leaks and wrong refusals must be found. */
const BROKEN: Readonly<Record<string, string>> = {
  leaks: 'for select to continuum_app using (true)',
  'wrong refusals': 'as restrictive for select to continuum_app using (false)',
};

type Visitor = Pick<Worker, 'get' | 'post'> & Partial<Pick<Worker, 'staffId'>>;

type Answer = Expected | 'fault';

describe('Who may do what to whom', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('has a line for every route that is served, for what is there and for what is not', () => {
    const served = world.routes
      .filter(({ method, path }) => method !== 'HEAD' && !path.startsWith('/assets/'))
      .map(({ method, path }) => `${method} ${path}`);
    const written = LINES.map(({ method, path }) => `${method} ${path}`);
    const kindsOf = (route: string) =>
      LINES.filter(({ method, path }) => `${method} ${path}` === route).map(({ record }) => record);
    expect(
      served.filter((route) => !written.includes(route)),
      'routes without a line',
    ).toEqual([]);
    expect(
      written.filter((route) => !served.includes(route)),
      'lines without a route',
    ).toEqual([]);
    expect(
      [...new Set(written)].filter(
        (route) => /:(?!token|form|subject)/.test(route) && kindsOf(route).length < 2,
      ),
      'routes to a record without a line for what is not there',
    ).toEqual([]);
  });

  it('V8.2.1 V8.2.2 V8.3.1 V16.3.2 answers as the table written by hand says: no leak and no wrong refusal, each look written down', async () => {
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    const odd: string[] = [];
    // Nobody is ever let in to what is not there: those lines say nothing of how many are let in.
    let there = 0;
    const visitors = new Map<string, Visitor>();
    const standing = new Map<string, Records>();
    const watch = await watchAudit(world);
    for (const line of LINES) {
      const asked = EVERYBODY.filter((who) => isAskedNow(line, who));
      for (const [who, answer] of await answersTo(world, line, asked, { visitors, standing, watch, odd })) {
        const expected = line.of(who);
        counts.set(expected, (counts.get(expected) ?? 0) + 1);
        if (line.record !== NOT_THERE) there += 1;
        if (answer !== expected)
          wrong.push(`${line.method} ${line.path} (${line.record}) for ${who}: ${answer}, not ${expected}`);
      }
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `matrix: ${all} answers, ${there} about what is there; ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    );
    console.log(
      `matrix, who looked: ${watch.disclosed()} answers that showed a child, ${watch.faults.length} not written down; headers: ${odd.length} odd`,
    );
    expect(wrong).toEqual([]);
    expect([...new Set(odd)]).toEqual([]);
    expect([...new Set(watch.faults)]).toEqual([]);
    expect(watch.disclosed()).toBeGreaterThan(100);
    expect((counts.get('allowed') ?? 0) / there).toBeGreaterThan(AT_LEAST);
  }, 480_000);

  it.runIf(MODE === 'whole')(
    'turns red where a wall is down, and where one stands that should not',
    async () => {
      const people = LINES.filter(({ method, path }) => method === 'GET' && path === '/people/:personId');
      const kept = { visitors: new Map(), standing: new Map(), watch: await watchAudit(world), odd: [] };
      const wrong = async () => {
        let count = 0;
        for (const line of people)
          for (const [who, answer] of await answersTo(world, line, EVERYBODY, kept))
            if (answer !== line.of(who)) count += 1;
        return count;
      };
      expect(await wrong()).toBe(0);
      const seen: string[] = [];
      for (const [kind, policy] of Object.entries(BROKEN)) {
        await world.rows(`create policy broken on person ${policy}`);
        const count = await wrong();
        await world.rows('drop policy broken on person');
        seen.push(`${kind} ${count}`);
        expect(count, kind).toBeGreaterThan(0);
      }
      console.log(`matrix, control: ${seen.join(', ')}`);
    },
    120_000,
  );

  it('leaves out of `npm test` no answer that hides, and none but what the same person gets at the same address', () => {
    const told = (line: Line, who: string) => `${line.method} ${line.path} ${who} ${line.of(who)}`;
    const all = LINES.flatMap((line) => EVERYBODY.map((who) => told(line, who)));
    const asked = LINES.flatMap((line) =>
      EVERYBODY.filter((who) => isAsked(line, who)).map((who) => told(line, who)),
    );
    expect(new Set(asked)).toEqual(new Set(all));
    const hidden = (list: readonly string[]) => list.filter((one) => one.endsWith(' hidden')).length;
    expect(hidden(asked)).toBe(hidden(all));
    const kinds = (list: readonly Line[]) => [...new Set(list.map(({ record }) => record))].toSorted();
    expect(kinds(LINES.filter((line) => EVERYBODY.some((who) => isAsked(line, who))))).toEqual(kinds(LINES));
  });

  it('asks for the password again where the table says so, and nowhere else', async () => {
    const asking = (lines: readonly { method: string; path: string }[]) =>
      [...new Set(lines.map(({ method, path }) => `${method} ${path}`))].toSorted();
    const ruled = world.routes.filter(
      ({ method, rule }) => method !== 'HEAD' && rule.endsWith(', proved again'),
    );
    const written = LINES.filter(({ asksAgain }) => asksAgain);
    expect(asking(ruled)).toEqual(asking(written));
    expect(written.length).toBeGreaterThan(0);
    for (const line of written.filter(({ record }) => record === '-'))
      for (const who of EVERYBODY) {
        const visitor = await visitorFor(world, who, new Map());
        await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
        const path = addressOf(line.path, {});
        const { statusCode, headers } = await (line.method === 'GET'
          ? visitor.get(path)
          : visitor.post(path));
        const location = String(headers.location ?? '');
        expect(location.startsWith('/prove?'), `${line.path} for ${who}`).toBe(line.of(who) === 'allowed');
        if (line.of(who) !== 'allowed') expect(verdict(statusCode, location)).toBe(line.of(who));
      }
  });

  it('is judged by a table that knows nothing of the rules of the program', () => {
    for (const file of ['expectation.ts', 'records.ts', 'matrix.test.ts'])
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).not.toMatch(
        /from '[^']*(src\/profile|platform\/access|permissions)/,
      );
  });
});

/**
 * Every record that is hidden is asked for. Whoever may not come in at all is refused before the record is looked at, and whoever is let in
 * to several is asked about one of them: which one goes round with the address and the person, so that every kind is asked about by some.
 */
function isAsked(line: Line, who: string): boolean {
  const expected = line.of(who);
  if (expected === 'hidden') return true;
  const atAddress = OF_ADDRESS.get(`${line.method} ${line.path}`) ?? [];
  const alike = atAddress.filter(({ of }) => of(who) === expected);
  const turn = EVERYBODY.indexOf(who) + (FIRST_OF_PATH.get(line.path) ?? 0);
  return alike[turn % alike.length] === line;
}

/** Who is signed in already, and the record of each kind that nobody has changed yet. */
type Kept = {
  readonly visitors: Map<string, Visitor>;
  readonly standing: Map<string, Records>;
  readonly watch: Watch;
  /** Headers that the table of headers does not know. */
  readonly odd: string[];
};

/**
 * Asks one address as several people in turn. Whoever sends what changes the record (any answer but a refusal) leaves a new one to the
 * next, so that nobody meets another's doing.
 */
async function answersTo(
  world: World,
  line: Line,
  people: readonly string[],
  { visitors, standing, watch, odd }: Kept,
): Promise<[string, Answer][]> {
  const make = KINDS[line.record];
  if (make === undefined) throw new Error(`there is no kind of record "${line.record}"`);
  const answers: [string, Answer][] = [];
  for (const who of people) {
    const visitor = await visitorFor(world, who, line.path === '/sign-out' ? new Map() : visitors);
    const records = standing.get(line.record) ?? (await make(world));
    standing.set(line.record, records);
    const path = addressOf(line.path, records);
    const told = await (line.method === 'GET' ? visitor.get(path) : visitor.post(path));
    const { statusCode, headers } = told;
    const answer = verdict(statusCode, String(headers.location ?? ''));
    await watch.after(`${line.method} ${line.path} for ${who}`, told, { records, actor: visitor.staffId });
    if (line.path !== '/leave')
      odd.push(...oddHeaders(told).map((one) => `${line.method} ${line.path} ${statusCode}: ${one}`));
    answers.push([who, answer]);
    if (line.method === 'POST' && answer === 'allowed' && statusCode !== 422) standing.delete(line.record);
  }
  return answers;
}

/** Everybody keeps one session throughout; whoever is to be signed out gets one for that. */
async function visitorFor(world: World, who: string, visitors: Map<string, Visitor>): Promise<Visitor> {
  if (who === NOBODY) return world.anyone;
  const visitor = visitors.get(who) ?? (await world.as(who));
  visitors.set(who, visitor);
  return visitor;
}

function addressOf(path: string, records: Records): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = records[name] ?? FIXED[name];
    if (value === undefined) throw new Error(`${path}: no record gives "${name}"`);
    return value;
  });
}

/** A form that is refused for what is in it was reached, and so was a page that leads on. */
function verdict(status: number, location: string): Answer {
  if (status >= 500) return 'fault';
  if (status === 303 && location.startsWith('/sign-in?')) return 'sign in';
  if (status === 403) return 'denied';
  return status === 404 ? 'hidden' : 'allowed';
}
