import { createHash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { dayOf } from '../../../src/language/day.ts';
import { formToken } from '../../../src/platform/web/guard.ts';
import { readExpectation } from '../../trust/expectation.ts';
import { insert, KINDS, type Records, staffOf } from '../../trust/records.ts';
import { asBody } from '../nasty.ts';
import { withSeededChance } from '../seeded-chance.ts';
import { STAFF } from '../staff.ts';
import { openWorld, type World } from '../world.ts';
import { beginComparison } from './alike.ts';
import { type Request, requestsOf } from './requests.ts';
import type { Base, Secret } from './secrets.ts';

/** What stands alike in two worlds before a secret is put into them: records, and everybody's session with its token. */
export type Template = {
  readonly database: string;
  readonly base: Base;
  readonly tokens: ReadonlyMap<string, string>;
  close(): Promise<void>;
};

export type Asked = {
  readonly requests: number;
  readonly answered: Readonly<Record<string, number>>;
  readonly leaks: readonly string[];
};

const NOBODY = 'nobody';
const GIVEN = ['Isla', 'Rowan', 'Maren', 'Tobin'];

/** Makes what both worlds are copied from. */
export async function makeTemplate(): Promise<Template> {
  const world = await openWorld();
  const made: Records[] = [];
  for (const [at, kind] of ['a child of Tess', 'a child nobody works with', 'a child of Tess'].entries())
    made.push(await childOf(world, kind, at));
  const [child, ...others] = made;
  if (child === undefined) throw new Error('there is no child');
  const household = await insert(world, 'household', {});
  await insert(world, 'household_membership', { household_id: household, person_id: child['personId'] ?? '' });
  await insert(world, 'allocation', { person_id: child['personId'] ?? '', staff_id: await staffOf(world, 'fern'), kind: 'co-worker', from_on: '2026-11-20' });
  const tokens = new Map<string, string>();
  for (const { key } of STAFF) tokens.set(key, (await world.as(key)).token);
  await world.rows("update directory.authority set as_of = date_trunc('day', now()) + interval '15 hours'");
  await world.leave();
  return { database: world.database, base: { child, others }, tokens, close: () => dropped(world) };
} // biome-ignore format: rows read as rows

/** Apart from the others in name and times, so that no list leaves open who comes first. */
async function childOf(world: World, kind: string, at: number): Promise<Records> {
  const records = (await KINDS[kind]?.(world)) ?? {};
  const personId = records['personId'];
  await world.rows('update person_name set given_name = $2 where person_id = $1', [personId, GIVEN[at]]);
  await world.rows('update contact_child set given_name = $2 where person_id = $1', [personId, GIVEN[at]]);
  await world.rows(
    `update contact set told_at = told_at - make_interval(hours => row_number::int) from (select contact_id, row_number() over (order by contact_id) + $2
      from contact_child where person_id = $1) as own (contact_id, row_number) where own.contact_id = contact.id`,
    [personId, at * 3],
  );
  return records;
}

async function dropped(world: World): Promise<void> {
  const again = await openWorld();
  await again.rows(`drop database ${world.database} with (force)`);
  await again.close();
}

/** How many are asked, from which seed, and whether the wall stands: without it the same run is the control. */
export type Asking = {
  readonly count: number;
  readonly seed: number;
  readonly walls: 'stand' | 'taken away';
};

/** Asks two worlds that differ in one secret the same things, by everybody in turn who must not learn of it. */
export async function askTwins(template: Template, secret: Secret, { count, seed, walls }: Asking): Promise<Asked> {
  const [one, other] = [await openWorld(template.database), await openWorld(template.database)];
  try {
    const { records, words } = await secret.plant(one, other, template.base);
    if (walls === 'taken away') for (const world of [one, other]) await secret.unwall(world);
    const { child, others } = template.base;
    const material = { routes: one.routes, records: [child, ...others, records, records, records],
      letsSomebodyIn: (route: string) => (letIn.get(route) ?? []).length > 0, words, today: dayOf(new Date(), 'Europe/Jersey') };
    const letIn = whoIsLetIn([NOBODY, ...secret.unentitled]);
    const { difference, inOther } = beginComparison();
    const answered = new Map<string, number>();
    const leaks: string[] = [];
    for (const [at, request] of requestsOf(material, count, seed).entries()) {
      const who = askerOf(letIn.get(request.route) ?? [], [NOBODY, ...secret.unentitled], at);
      const token = template.tokens.get(who);
      const key = createHash('sha256').update(`${seed} ${at}`).digest('base64url').slice(0, 22);
      const ask = (world: World, path: string) =>
        withSeededChance(`${seed} ${at}`, () => send(world, { ...request, path }, token, key));
      const a = await ask(one, request.path);
      const b = await ask(other, inOther(request.path));
      const kind = a.statusCode >= 500 ? 'fault' : `${request.method} ${a.statusCode}`;
      answered.set(kind, (answered.get(kind) ?? 0) + 1);
      if (kind === 'fault') console.log(`twin fault: ${request.method} ${request.path} for ${who}: ${a.statusCode} ${a.body.slice(0, 200)}`);
      const seen = difference(request.path, a, b);
      if (seen !== undefined) leaks.push(`${request.method} ${request.path} for ${who}: ${seen}`);
      // What was looked for is found at the address that the answer leads to.
      const [found, others] = [a, b].map(({ headers }) => String(headers.location ?? ''));
      if (request.path !== '/searches' || !found?.includes('?search=')) continue;
      const page = { ...request, method: 'GET', answers: {} } as const;
      const shown = await withSeededChance(`${seed} ${at} found`, () => send(one, { ...page, path: found }, token, key));
      const its = await withSeededChance(`${seed} ${at} found`, () => send(other, { ...page, path: others ?? '' }, token, key));
      answered.set(`GET ${shown.statusCode}`, (answered.get(`GET ${shown.statusCode}`) ?? 0) + 1);
      const differs = difference(found, shown, its);
      if (differs !== undefined) leaks.push(`GET of ${JSON.stringify(request.answers)} for ${who}: ${differs}`);
    }
    return { requests: count, answered: Object.fromEntries(answered), leaks };
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
} // biome-ignore format: calls read in one line

/** Of these people, whom each address lets in at all. */
function whoIsLetIn(people: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const letIn = new Map<string, readonly string[]>();
  for (const { method, path, of } of readExpectation([NOBODY, ...STAFF.map(({ key }) => key)])) {
    const may = people.filter((who) => ['allowed', 'hidden'].includes(of(who)));
    const route = `${method} ${path}`;
    letIn.set(route, [...new Set([...(letIn.get(route) ?? []), ...may])]);
  }
  return letIn;
}

/** Three in four requests come from somebody whom the address lets in: a refusal for want of a permission looks at no record. */
function askerOf(may: readonly string[], all: readonly string[], turn: number): string {
  const some = may.length === 0 || turn % 4 === 3 ? all : may;
  return some[Math.floor(turn / 4) % some.length] ?? NOBODY;
}

function send(world: World, { method, path, answers }: Request, token: string | undefined, key: string): Promise<LightMyRequestResponse> {
  const cookie = token === undefined ? {} : { cookie: `__Host-continuum=${token}` };
  if (method === 'GET') return world.server.inject({ url: path, headers: cookie });
  const own = { 'form-token': formToken(token ?? ''), 'submission-key': key };
  return world.server.inject({
    method,
    url: path,
    payload: `${asBody(own)}&${asBody(answers)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...cookie },
  });
} // biome-ignore format: a signature reads in one line
