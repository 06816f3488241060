import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '../../src/commands/open-house.ts';
import { buildServer } from '../../src/commands/serve.ts';
import { type Day, dayOf } from '../../src/language/day.ts';
import { formToken } from '../../src/platform/web/guard.ts';
import { acceptableAnswers, asBody } from '../support/nasty.ts';
import { type ServedAction, servedActions } from '../support/served-actions.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';
import { bent, nobodyWaits, subjectFor } from './fuzz-subjects.ts';

/** Every form of the staff: `npm run prove -- G24`. Each change walks a few addresses (src/platform/log.test.ts). */
const ALL = process.env['CANARIES'] === 'all';
const MARK = `Zinnia${randomBytes(5).toString('hex')}`;
const DOERS = ['cleo', 'dara', 'nell', 'hugo', 'mira', 'fern', 'tess', 'halyard', 'abe', 'pip', 'ada'];
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const PUBLIC = [
  '/sign-in',
  '/come-back',
  '/ask-for-help',
  '/child',
  '/worried-about-a-child',
  '/requests/new',
];
const TYPED = [
  'name',
  'password',
  'code',
  'words',
  'telephone',
  'email',
  'go',
  'signInName',
  'reference',
  'postcode',
];
/** What is kept for the house's own work: none of it may hold what somebody typed. */
const HOUSE_TABLES = [
  'audit',
  'audit_seal',
  'sight',
  'wall_name',
  'duplicate_watch',
  'look_watch',
  'reference_counter',
];
const ADDRESS = /(?:href|action|src|formaction|data-draft-url)="([^"]*)"/g;

describe.runIf(ALL)('Nothing that was typed', () => {
  let world: World;
  let server: FastifyInstance;
  let close: () => Promise<unknown>;
  let today: Day;
  const lines: string[] = [];
  const addresses: string[] = [];
  const classes = new Set<string>();
  const began = Date.now();
  let [sent, taken, broken] = [0, 0, 0];
  const found = { log: 0, address: 0, header: 0, house: 0, outbox: 0, temp: 0, fault: 0, database: 0 };
  beforeAll(async () => {
    world = await openWorld();
    const house = await openHouse({ trustedProxyHops: 0, logLevel: 'debug' }, { owner: world.owner, application: { ...world.owner, user: 'continuum_app' } }, (line) => lines.push(line));
    ({ server } = await buildServer(house, house.authorities[0]));
    close = () => server.close().then(() => house.database.close());
    today = dayOf(new Date(), 'Europe/Jersey');
  });
  afterAll(async () => {
    await close();
    await world.close();
  });

  const post = (doer: Worker, url: string, answers: Parameters<typeof asBody>[0], to = server) => {
    const own = asBody({ 'form-token': formToken(doer.token), 'submission-key': randomBytes(16).toString('base64url') });
    const headers = { ...FORM, cookie: `__Host-continuum=${doer.token}`, 'user-agent': `${MARK}-agent`, referer: `https://${MARK}.example/`, 'x-forwarded-for': `${MARK}-from` };
    return to.inject({ method: 'POST', url, payload: `${own}&${asBody(answers)}`, headers });
  };

  /** Acceptable answers with a word of its own in each field that takes one. */
  async function marked(action: ServedAction, subject: Record<string, string>) {
    const [base = {}] = fc.sample(acceptableAnswers(action.fields, today), { numRuns: 1, seed: 20_261_122 });
    const answers: Record<string, string | readonly string[]> = { ...(await bent(action.name, base, world, subject)) };
    for (const name of Object.keys(answers)) {
      const word = `${MARK}-${name.replaceAll(/\W+\d*\W*/g, '-')} and the rest of a sentence`;
      if (typeof answers[name] !== 'string' || !action.read({ ...answers, [name]: word }, today).ok) continue;
      answers[name] = word;
      classes.add(name.replaceAll(/\d+/g, 'n'));
    }
    return answers;
  }

  function note(answer: LightMyRequestResponse): void {
    const told = [String(answer.headers.location ?? ''), ...[...answer.body.matchAll(ADDRESS)].map(([, address = '']) => decodeURIComponent(address.replaceAll('%', '%25')))];
    for (const address of told.filter((one) => one.includes(MARK))) addresses.push(address);
    if (JSON.stringify(answer.headers).includes(MARK)) found.header += 1;
  }

  it('V14.2.1 V16.2.5 stands in a log, an address, a header, a table of the house or a file beside it, whatever form it was sent by', async () => {
    const actions = servedActions().filter(({ fields }) => fields.length > 0);
    for (const action of actions) {
      await nobodyWaits(world);
      const subject = await subjectFor(world, action);
      const path = action.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => subject[name] ?? name);
      const answers = await marked(action, subject);
      for (const key of DOERS) {
        const doer = await world.as(key);
        const answer = await post(doer, path, answers);
        sent += 1;
        note(answer);
        if ([403, 404].includes(answer.statusCode)) continue;
        taken += answer.statusCode === 303 ? 1 : 0;
        if (answer.headers.location?.startsWith('/')) note(await server.inject({ url: answer.headers.location, headers: { cookie: `__Host-continuum=${doer.token}` } }));
        break;
      }
    }
    for (const url of PUBLIC) {
      for (const name of TYPED) classes.add(`${url} ${name}`);
      note(await server.inject({ method: 'POST', url, payload: asBody(Object.fromEntries(TYPED.map((name) => [name, `${MARK}-${name}`]))), headers: FORM }));
      sent += 1;
    }
    // Where the audit cannot be written each form ends in a fault of ours: what the log then says is of the fault alone.
    await world.rows('revoke insert on audit from continuum_app');
    for (const action of actions.slice(0, 60)) {
      const subject = await subjectFor(world, action);
      const answer = await post(await world.as('cleo'), action.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => subject[name] ?? name), await marked(action, subject));
      broken += answer.statusCode >= 500 ? 1 : 0;
      if (answer.statusCode >= 500 && answer.body.includes(MARK)) found.fault += 1;
    }
    await world.rows('grant insert on audit to continuum_app');
    found.log = lines.filter((line) => line.includes(MARK)).length;
    found.address = addresses.length;
    for (const table of HOUSE_TABLES) {
      const [row] = await world.rows<{ n: string }>(`select count(*) as n from ${table} t where t::text like '%' || $1 || '%'`, [MARK]);
      found.house += Number(row?.n ?? 0);
    }
    const [subjects] = await world.rows<{ n: string }>("select count(*) as n from outbox where subject like '%' || $1 || '%'", [MARK]);
    found.outbox = Number(subjects?.n ?? 0);
    found.temp = filesWith(tmpdir(), 2).length;
    const ofDatabase = readFileSync(process.env['TEST_PG_LOG'] ?? '/dev/null', 'utf8').split('\n');
    found.database = ofDatabase.filter((line) => line.includes(MARK)).length;
    console.log(`canaries, log of the database: ${ofDatabase.length - 1} lines`);
    console.log(`canaries: ${sent} forms sent, ${taken} accepted, ${classes.size} classes, ${lines.length} lines of the log, ${broken} faults; found ${JSON.stringify(found)}`);
    for (const address of new Set(addresses)) console.log(`canaries, in an address: ${address.slice(0, 160)}`);
    expect(classes.size).toBeGreaterThanOrEqual(60);
    expect(taken).toBeGreaterThan(30);
    expect(broken).toBeGreaterThan(10);
    expect(found).toEqual({ log: 0, address: 0, header: 0, house: 0, outbox: 0, temp: 0, fault: 0, database: 0 });
  }, 600_000);

  it('is missed where a log writes what was sent: the control shows that this can fail', async () => {
    const told: string[] = [];
    const house = await openHouse({ trustedProxyHops: 0, logLevel: 'debug' }, { owner: world.owner, application: { ...world.owner, user: 'continuum_app' } }, (line) => told.push(line));
    const { server: careless } = await buildServer({ ...house, log: { ...house.log, debug: (line) => told.push(JSON.stringify({ ...line, asked: MARK })) } }, house.authorities[0]);
    await post(await world.as('cleo'), '/searches', { q: `${MARK}-q` }, careless);
    await careless.close();
    await house.database.close();
    const seen = told.filter((line) => line.includes(MARK)).length;
    console.log(`canaries, control: ${seen} found`);
    expect(seen).toBeGreaterThan(0);
  });

  /** Files that came since and hold the mark, but for databases. */
  function filesWith(folder: string, depth: number): readonly string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      try {
        if (entry.isDirectory()) return depth === 0 || /postgres|continuum-test|^wt$/.test(entry.name) ? [] : filesWith(path, depth - 1);
        const { mtimeMs, size } = statSync(path);
        return entry.isFile() && mtimeMs >= began && size < 5_000_000 && readFileSync(path, 'utf8').includes(MARK) ? [path] : [];
      } catch {
        return [];
      }
    });
  }
}); // biome-ignore format: calls read in one line
