import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, dayOf } from '../../src/language/day.ts';
import { decode } from '../../src/platform/forms/decode.ts';
import { besideTheRecord } from '../../src/platform/forms/document-field.ts';
import type { RawAnswers } from '../../src/platform/forms/raw-answers.ts';
import { formToken } from '../../src/platform/web/guard.ts';
import { asBody, nastyAnswers } from '../support/nasty.ts';
import { type ServedAction, servedActions } from '../support/served-actions.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';
import { bent, nobodyWaits, subjectFor } from './fuzz-subjects.ts';
import type { Records } from './records.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200);
/** Every one is read by its form. So many of them go through the server as well, one in twenty; where it is proved, each does (decision 0029). */
const EACH = process.env['FUZZ_RUNS'] === undefined ? 20 : 1;
/** A proof takes the forms in parts: `2/8` is every eighth of them, from the third on. */
const [PART = 0, PARTS = 1] = (process.env['FUZZ_PART'] ?? '0/1').split('/').map(Number);
const SEED = 20_261_121;
/** Milliseconds of this program's own work that no request may take (G14). */
const SLOWEST = 2000;
/** Milliseconds that an answer may take in all where the forms are proved; beside other tests the machine is too noisy for a time. */
const LONGEST_WAIT = process.env['FUZZ_RUNS'] === undefined ? Number.POSITIVE_INFINITY : 20_000;
/** Milliseconds for each input in all, most of which goes into a fresh subject: a whole exercise is frozen and dealt, say. */
const FOR_EACH = process.env['FUZZ_RUNS'] === undefined ? 600 : 3000;
/** The control is of the proof alone: its first part. */
const CONTROLLED = process.env['FUZZ_RUNS'] !== undefined && PART === 0;
/** Tried in this order: the first whom the action does not turn away does it. */
const DOERS = ['cleo', 'dara', 'nell', 'hugo', 'mira', 'fern', 'tess', 'halyard', 'abe', 'pip', 'ada'];

type Tally = { accepted: number; refused: number; unread: number; why: string };
/** What was sent under each key, by the hash that stands for it, and whether it was accepted. */
type Sent = Map<string, { readonly answers: RawAnswers; readonly accepted: boolean }>;

describe('Every form of the staff, under nasty answers', () => {
  let world: World;
  let today: Day;
  beforeAll(async () => {
    world = await openWorld();
    today = dayOf(new Date(), 'Europe/Jersey');
  });
  afterAll(() => world.close());

  for (const action of servedActions().filter((_, n) => n % PARTS === PART)) {
    it(
      `${action.path}: ${action.name}`,
      async () => {
        const { tally, through } = await walk(world, action, { today, runs: RUNS });
        console.log(
          `fuzz ${action.name}: ${tally.accepted} accepted, ${tally.refused} refused, ${tally.unread} unread`,
        );
        expect(tally.accepted / through, `share that was accepted; ${tally.why}`).toBeGreaterThanOrEqual(0.3);
      },
      RUNS * FOR_EACH,
    );

    it(`${action.path}: sent twice it acts once, and for nobody without a session`, async () => {
      const doer = await doerOf(world, action);
      const { own: subject, answers } = await acceptable(world, action, doer);
      const key = randomBytes(16).toString('base64url');
      const path = addressOf(action, subject);
      const gone = await world.server.inject({
        method: 'POST',
        url: path,
        payload: asBody(answers),
        headers: FORM,
      });
      expect([303, gone.headers.location]).toEqual([gone.statusCode, expect.stringMatching(/^\/sign-in/)]);
      const twice = await Promise.all([1, 2].map(() => send(world, doer, path, answers, key)));
      expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
      expect(twice[0]?.headers.location).toBe(twice[1]?.headers.location);
      const other = await send(world, doer, path, { ...answers, unasked: 'x' }, key);
      const again = await send(world, doer, path, answers, key);
      expect([again.statusCode, again.headers.location]).toEqual([303, twice[0]?.headers.location]);
      // Where the act itself took its subject out of sight, there is nothing there to send other answers to.
      expect([404, 422]).toContain(other.statusCode);
      if (other.statusCode === 422) expect(other.body).toContain('sent before');
    });
  }

  it.runIf(CONTROLLED)(
    'turns red where what was sent is altered, and where the database breaks on it',
    async () => {
      const action = servedActions().find(({ path }) => path === '/people/:personId/statements');
      if (action === undefined) throw new Error('what a child said is not to be written down');
      const red = [];
      for (const [breaking, body] of Object.entries(BROKEN)) {
        await world.rows(
          `create function spoil() returns trigger language plpgsql as $$ begin ${body}; return new; end $$;
         create trigger zz_spoil before insert on submission for each row execute function spoil()`,
        );
        const came = await walk(world, action, { today, runs: 20 * EACH }).catch((fault: Error) => fault);
        if (came instanceof Error) red.push(breaking);
        await world.rows('drop trigger zz_spoil on submission; drop function spoil()');
      }
      console.log(`fuzz, control: ${red.length} of ${Object.keys(BROKEN).length} found`);
      expect(red).toEqual(Object.keys(BROKEN));
      await walk(world, action, { today, runs: 20 * EACH });
    },
  );
});

/** What the control does to the database: the walk must find each. */
const BROKEN: Readonly<Record<string, string>> = {
  'a letter more is kept': `new.answers := new.answers || '{"unasked": "x"}'`,
  'an answer is a fault': `raise exception 'spoilt'`,
};

/** Sends nasty answers to one form and judges each; then compares what is stored with what was sent. */
async function walk(world: World, action: ServedAction, { today, runs }: { today: Day; runs: number }) {
  const doer = await doerOf(world, action);
  const tally: Tally = { accepted: 0, refused: 0, unread: 0, why: '' };
  const sent: Sent = new Map();
  await nobodyWaits(world);
  let subject = await subjectFor(world, action);
  const inputs = fc.sample(nastyAnswers(action.fields, today), { numRuns: runs, seed: SEED });
  for (const raw of inputs) readByItself(action, raw, today);
  const through = action.fields.length === 0 ? inputs.slice(0, 5) : inputs.filter((_, n) => n % EACH === 0);
  for (const raw of through) {
    const answers = await bent(action.name, raw, world, subject);
    const key = randomBytes(16).toString('base64url');
    const answer = await inTime(() => send(world, doer, addressOf(action, subject), answers, key));
    judge(answer, answers, tally);
    sent.set(hashOf(key), { answers, accepted: answer.statusCode === 303 });
    if (answer.statusCode !== 303 || leavesAsFit(action)) continue;
    await nobodyWaits(world);
    subject = await subjectFor(world, action);
  }
  await compareWithStored(world, action, sent);
  return { tally, through: through.length };
}

async function inTime<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const [began, spent] = [performance.now(), process.cpuUsage()];
  const answer = await ask();
  const { user, system } = process.cpuUsage(spent);
  // A machine that others keep busy lets an answer wait; only work of our own is slow by itself.
  expect((user + system) / 1000, 'milliseconds of work for one request').toBeLessThan(SLOWEST);
  expect(performance.now() - began, 'milliseconds for one request').toBeLessThan(LONGEST_WAIT);
  return answer;
}

/** What a browser would send is decoded or refused, and what was decoded is read or refused: nothing of it throws. */
function readByItself(action: ServedAction, raw: RawAnswers, today: Day): void {
  const decoded = decode(asBody(raw));
  if (!decoded.ok) return;
  expect(decoded.value, told(raw)).toEqual({ ...asABrowserSends(raw) });
  expect(typeof action.read(decoded.value, today).ok, told(raw)).toBe('boolean');
}

/** A fact more about a person or an absence of a worker leaves them as fit for the next one, but for what is done to them once; anything else is done to a new subject. */
function leavesAsFit({ path, name }: ServedAction): boolean {
  if (name === 'absence: say') return true;
  if (path.includes('/merges/')) return false;
  return path.startsWith('/people/') && !/: (begin|make|offer|propose|end|put|say)$/.test(name);
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

function send(
  world: World,
  doer: Worker,
  url: string,
  answers: RawAnswers,
  key: string,
): Promise<LightMyRequestResponse> {
  const own = asBody({ 'form-token': formToken(doer.token), 'submission-key': key });
  const payload = `${own}&${asBody(answers)}`;
  const headers = { ...FORM, cookie: `__Host-continuum=${doer.token}` };
  return world.server.inject({ method: 'POST', url, payload, headers });
}

/** Answers that are accepted on another subject of the same kind: what was learnt there holds here. */
async function acceptable(
  world: World,
  action: ServedAction,
  doer: Worker,
): Promise<{ own: Records; answers: RawAnswers }> {
  const today = dayOf(new Date(), 'Europe/Jersey');
  for (const raw of fc.sample(nastyAnswers(action.fields, today), { numRuns: 30, seed: SEED + 1 })) {
    const elsewhere = await subjectFor(world, action);
    const answers = await bent(action.name, raw, world, elsewhere);
    const key = randomBytes(16).toString('base64url');
    const answer = await send(world, doer, addressOf(action, elsewhere), answers, key);
    if (answer.statusCode === 303) {
      const own = await subjectFor(world, action);
      return { own, answers: await bent(action.name, raw, world, own) };
    }
  }
  throw new Error(`nothing is acceptable to ${action.name}`);
}

/** Never a fault of ours: accepted, or refused with a reason. */
function judge(answer: LightMyRequestResponse, answers: RawAnswers, tally: Tally): void {
  expect([303, 400, 413, 422], `${answer.statusCode} to ${told(answers)}`).toContain(answer.statusCode);
  if (answer.statusCode === 303) {
    tally.accepted += 1;
    return;
  }
  tally.why =
    /<ul class="govuk-list govuk-error-summary__list">(.*?)<\/ul>/s.exec(answer.body)?.[1] ?? tally.why;
  if (answer.statusCode === 422) tally.refused += 1;
  else tally.unread += 1;
}

/** Where something was accepted, what was stored is what was sent; where it was refused, nothing was. Read once, for all of a form. */
async function compareWithStored(world: World, { fields }: ServedAction, sent: Sent): Promise<void> {
  const rows = await world.rows<{ key_hash: string; answers: unknown }>(
    'select key_hash, answers from submission where key_hash = any($1)',
    [[...sent.keys()]],
  );
  const stored = new Map(rows.map((row) => [row.key_hash, row.answers]));
  for (const [hash, { answers, accepted }] of sent) {
    const kept = accepted ? besideTheRecord(fields, asABrowserSends(answers)) : undefined;
    expect(stored.get(hash), told(answers)).toEqual(kept && { ...kept });
  }
}

function told(answers: RawAnswers): string {
  return JSON.stringify(answers).slice(0, 500);
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Read back by a decoder that is not ours: what came once is one text, what came twice is two, and an empty list is nothing. */
function asABrowserSends(answers: RawAnswers): RawAnswers {
  const sent = new URLSearchParams(asBody(answers));
  return Object.fromEntries(
    [...new Set(sent.keys())].map((name) => {
      const all = sent.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all];
    }),
  );
}

async function doerOf(world: World, action: ServedAction): Promise<Worker> {
  const subject = await subjectFor(world, action);
  for (const key of DOERS) {
    const doer = await world.as(key);
    const answer = await doer.post(addressOf(action, subject), { unasked: 'x' });
    if (![403, 404].includes(answer.statusCode)) return doer;
  }
  throw new Error(`nobody may ${action.name}`);
}

function addressOf({ path }: ServedAction, subject: Records): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => subject[name] ?? name);
}
