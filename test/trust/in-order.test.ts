import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../../src/language/day.ts';
import type { NamedFieldMeta } from '../../src/platform/forms/field.ts';
import type { RawAnswers } from '../../src/platform/forms/raw-answers.ts';
import { changedSince, contentsOf } from '../support/contents.ts';
import { acceptableAnswers } from '../support/nasty.ts';
import { hiddenIn, keyIn } from '../support/public-page.ts';
import { type ServedAction, servedActions } from '../support/served-actions.ts';
import { browse, codeNow, givePassword } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';
import { KINDS, personOnRecord, type Records } from './records.ts';
import { restrictedTo } from './walled-records.ts';

const TODAY = dayOf(new Date(), 'Europe/Jersey');
const NOT_LISTED = 'zz-not-listed';

/** What somebody is told who sends a step before its time; a refusal for anything else would show nothing. */
const SAID: Readonly<Record<string, RegExp>> = {
  'a code without the password': /^303 \/sign-in\/over$/,
  'sending a request in which nothing was answered': /^422 /,
  'sending a worry in which nothing was told': /^422 There is nothing to send yet/,
  'a worker for a child for whom nothing is open': /^422 Nothing is open for Saffron Barnacle/,
  'closing what is not open': /^422 It is not open any longer/,
  'authorising a closing that went back': /^422 Somebody answered it a moment ago/,
  'accepting an offer that was taken back': /^422 It was taken back already/,
  'answering a check that was withdrawn': /^422 This was withdrawn/,
  'putting off in a meeting that is over': /^422 This meeting has ended/,
  'an emergency with one confirmation': /^422 Confirm that you know who is told/,
  'one record of two without what says so': /^422 Tick what you checked on both records/,
  'two records of one that were never one': /^404 /,
  'agreeing to a seal that is one’s own': /^422 Nothing waits for your answer here/,
  'a passkey that no challenge was given for': /^422 That passkey does not fit/,
};

/** Answers that no field of a kind may take, whatever else is well. */
function beyond(field: NamedFieldMeta): readonly (string | readonly string[])[] {
  const days = [...(field.notAfterToday ? [addDays(TODAY, 1)] : []), ...(field.notBefore ? [addDays(field.notBefore, -1)] : [])];
  switch (field.kind) {
    case 'one of':
    case 'yes or no':
    case 'ticked':
    case 'some of':
      return [NOT_LISTED, ['', NOT_LISTED]];
    case 'day':
      return ['30/2/2024', 'soon', '1/13/2024', ...days];
    case 'whole number':
      return ['1.5', 'many', '١', ...(field.max === undefined ? [] : [String(field.max + 1)]), ...(field.min === undefined ? [] : [String(field.min - 1)])];
    case 'id':
      return ['1', '00000000-0000-4000-8000-00000000000g'];
    case 'email':
      return ['nobody', 'a@b', 'a b@example.je'];
    case 'telephone':
      return ['ring me', '12'];
    default:
      return ['x'.repeat((field.max ?? 0) + 1), ['a', 'b'], 'a\u0000b'];
  }
} // biome-ignore format: a table reads as a table

/** Answers that an action takes, where any of thirty is. */
function acceptedBy(action: ServedAction, today: Day): RawAnswers | undefined {
  return fc.sample(acceptableAnswers(action.fields, today), { numRuns: 30, seed: 20_261_122 }).find((raw) => action.read(raw, today).ok);
} // biome-ignore format: a chain reads in one line

/** Each control of a form: those of the first row where rows are asked. */
function controlsOf(fields: readonly NamedFieldMeta[], raw: RawAnswers): readonly (readonly [string, NamedFieldMeta])[] {
  return fields.flatMap((field) =>
    field.kind === 'repeated'
      ? (field.fields ?? []).map((own) => [`${field.name}.0.${own.name}`, own] as const).filter(([name]) => name in raw)
      : [[field.name, field] as const],
  );
} // biome-ignore format: a chain reads in one line

describe('What anybody sends', () => {
  const actions = servedActions().filter(({ fields }) => fields.length > 0);

  it('V2.2.1: is held to its list, its length, its days and its form, in every field of every form of the staff', () => {
    const taken: string[] = [];
    let tried = 0;
    for (const action of actions) {
      const base = acceptedBy(action, TODAY);
      if (base === undefined) continue;
      for (const [name, field] of controlsOf(action.fields, base))
        for (const bad of beyond(field)) {
          tried += 1;
          if (action.read({ ...base, [name]: bad }, TODAY).ok) taken.push(`${action.name} ${name} (${field.kind}): ${String(bad).slice(0, 40)}`);
        }
      for (const [name, { required }] of controlsOf(action.fields, base))
        if (required && action.read({ ...base, [name]: '' }, TODAY).ok) taken.push(`${action.name} ${name}: nothing`);
    }
    console.log(`beyond what is expected: ${tried} answers to ${actions.length} forms, ${taken.length} taken`);
    expect(tried).toBeGreaterThan(800);
    expect(taken).toEqual([]);
  }); // biome-ignore format: a call reads in one line
});

describe('Who skips a step', () => {
  let world: World;
  let child: Records;
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    world = await openWorld();
    child = (await KINDS['a child of Tess']?.(world)) ?? {};
    before = await contentsOf(world);
  });
  afterAll(() => world.close());

  const by = async (key: string, path: string, answers: RawAnswers = {}) =>
    (await world.as(key)).post(path, answers);
  const kept = async () =>
    (await changedSince(world, before)).filter(
      (name) => !['directory.session', 'island.draft', 'island.sight'].includes(name),
    );

  it('V2.2.2: is asked again by the server, whatever the browser let through: what is required, listed, bounded', async () => {
    const at = `/people/${child['personId']}/case-notes`;
    const page = (await (await world.as('tess')).get(`${at}/new`)).body;
    expect(page).toMatch(/<form[^>]+novalidate/);
    const [note] = actionsAt('/people/:personId/case-notes');
    const base = note && acceptedBy(note, TODAY);
    for (const [name, field] of controlsOf(note?.fields ?? [], base ?? {}))
      for (const bad of beyond(field).slice(0, 2)) {
        const answer = await by('tess', at, { ...base, [name]: bad });
        expect([400, 422], `${name}: ${String(bad).slice(0, 30)}`).toContain(answer.statusCode);
      }
    const key = keyIn((await world.anyone.get('/ask-for-help')).body);
    before = await contentsOf(world);
    for (const danger of [NOT_LISTED, ['no', 'yes']]) {
      const answer = await world.anyone.post('/ask-for-help', { key, at: 'danger', go: 'on', danger });
      expect([400, 422], String(danger)).toContain(answer.statusCode);
    }
    expect(await kept()).toEqual([]);
  });

  const actionsAt = (path: string) => servedActions().filter((action) => action.path === path);

  /** Each sends a later step where the one before it was not taken, or was taken back; and what it would have done. */
  async function skipped(): Promise<readonly (readonly [what: string, said: string])[]> {
    const nobody = await personOnRecord(world);
    const secret = await givePassword(world, 'nell', true);
    await by('mira', `/closings/${child['closingId']}/return`, { words: 'Ask the mother first.' });
    await by('tess', `/handovers/${child['handoverId']}/withdrawal`);
    await by('dara', `/partner-checks/${child['checkId']}/withdrawal`);
    await world.rows('update screening_meeting set ended_at = now(), ended_by = began_by where ended_at is null');
    const sealed = await restrictedTo(world, nobody, { by: 'hugo', second: 'cleo', named: ['dara'] });
    before = await contentsOf(world);
    const keyOf = async (path: string) => keyIn((await world.anyone.get(path)).body);
    const steps: readonly (readonly [string, () => Promise<LightMyRequestResponse>])[] = [
      ['a code without the password', () => browse(world).post('/sign-in/second', { code: codeNow(secret) })],
      ['sending a request in which nothing was answered', async () => world.anyone.post('/requests/new', { ...hiddenIn((await world.anyone.post('/requests/new', { key: await keyOf('/requests/new'), at: 'list', go: 'check' })).body), go: 'send' })],
      ['sending a worry in which nothing was told', async () => world.anyone.post('/worried-about-a-child', { key: await keyOf('/worried-about-a-child'), at: 'check', go: 'send' })],
      ['a worker for a child for whom nothing is open', async () => by('hugo', `/people/${await personOnRecordFor()}/allocations`, whole('/people/:personId/allocations', { staffId: (await world.as('tess')).staffId, kind: 'worker' }))],
      ['closing what is not open', () => by('tess', `/people/${child['personId']}/closings`, whole('/people/:personId/closings', { periodId: randomUUID() }))],
      ['authorising a closing that went back', () => by('mira', `/closings/${child['closingId']}/authorisation`)],
      ['accepting an offer that was taken back', () => by('hugo', `/handovers/${child['handoverId']}/acceptance`)],
      ['answering a check that was withdrawn', () => by('halyard', `/partner-checks/${child['checkId']}/answer`, whole('/partner-checks/:checkId/answer', {}))],
      ['putting off in a meeting that is over', () => by('cleo', `/screening-meetings/${child['meetingId']}/contacts/${child['contactId']}/deferral`, whole('/screening-meetings/:meetingId/contacts/:contactId/deferral', {}))],
      ['an emergency with one confirmation', () => by('tess', '/emergency-accesses', { number: 'M00000001', ground: 'in danger now', words: 'The police stand at the door.', cannotWait: 'yes' })],
      ['one record of two without what says so', () => by('cleo', `/duplicates/${child['duplicateId']}/merges`, { keptId: child['otherId'] ?? '', reason: 'One child.' })],
      ['two records of one that were never one', () => by('cleo', `/people/${child['personId']}/merges/${randomUUID()}/undoings`, { reason: 'Two.' })],
      ['agreeing to a seal that is one’s own', () => by('hugo', `/restrictions/${sealed['restrictionId']}/answers`, { agree: 'yes' })],
      ['a passkey that no challenge was given for', () => world.anyone.post('/sign-in/passkey', { answer: '{}' })],
    ];
    const told: [string, string][] = [];
    for (const [what, send] of steps) told.push([what, saidBy(await send())]);
    return told;
  } // biome-ignore format: a table reads as a table

  /** The first thing that is wrong, as the page says it. */
  const saidBy = ({ statusCode, headers, body }: LightMyRequestResponse) =>
    `${statusCode} ${headers.location ?? textOf(/error-summary__list">(.*?)<\/li>/s.exec(body)?.[1] ?? /<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1] ?? '')}`;
  const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').trim();
  /** Everything that a form asks, so that nothing is wrong but the step. */
  const whole = (path: string, own: RawAnswers) => ({
    ...actionsAt(path)
      .map((one) => acceptedBy(one, TODAY))
      .find(Boolean),
    ...own,
  });

  let lone: string | undefined;
  async function personOnRecordFor(): Promise<string> {
    lone ??= String((await world.rows('select id from person where id not in (select person_id from period_of_service) limit 1'))[0]?.['id']);
    return lone;
  } // biome-ignore format: a call reads in one line

  it('V2.3.1: is told so, and nothing is done: each step asks for the one before it', async () => {
    const told = await skipped();
    expect(told.filter(([what, said]) => !SAID[what]?.test(said))).toEqual([]);
    expect(told.map(([what]) => what)).toEqual(Object.keys(SAID));
    expect(await kept()).toEqual([]);
  });
});
