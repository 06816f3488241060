import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asBody, nastyAnswers } from '../../../test/support/nasty.ts';
import { formIn, PublicReader } from '../../../test/support/public-form.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { day } from '../../language/day.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { JOURNEYS } from './journeys.ts';
import { EVERYTHING, FORM_OF } from './questions.ts';

const TODAY = day('2026-11-20');
const FEWEST_RUNS = 200;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const keyOf = async (path = '/ask-for-help') =>
  String(formIn((await world.anyone.get(path)).body).hidden['key']);

/** Sends a body exactly as it stands, as no browser would. */
const sendRaw = (path: string, payload: string) =>
  world.server.inject({
    method: 'POST',
    url: path,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });

describe('Stopping and coming back', () => {
  it('leads, with the code, to the page where somebody stopped and to every word they wrote', async () => {
    const mother = await PublicReader.at(world, '/pt/ask-for-help');
    await mother.press('on', { danger: 'no' });
    await mother.press('stop', { happening: 'Ainda não <acabei>.' });
    expect(mother.heading).toBe('O seu código para voltar');
    const [, code = ''] = /class="c-code">([^<]+)</.exec(mother.answer.body) ?? [];
    const back = await world.anyone.post('/come-back', { code: code.toLowerCase().replaceAll(' ', '-') });
    expect(back.statusCode).toBe(200);
    expect(back.body).toContain('What is happening at home?');
    expect(back.body).toContain('Ainda não &lt;acabei');
  });

  it('says the same of a code that never was and of none', async () => {
    const never = await world.anyone.post('/come-back', { code: '7ZZZZ ZZZZZ ZZZZZ ZZZZZ ZZZZZZ' });
    expect(never.statusCode).toBe(422);
    expect(never.body).toContain('We do not know this code');
    expect((await world.anyone.post('/come-back', { code: '' })).body).toContain('Enter the code');
  });

  it('shows nothing of what stands under another key', async () => {
    const neighbour = await PublicReader.at(world, '/worried-about-a-child');
    await neighbour.press('skip');
    await neighbour.press('on', { happening: 'A secret of mine' });
    const other = await world.anyone.post('/worried-about-a-child', {
      key: await keyOf(),
      at: 'danger',
      go: 'skip',
    });
    expect(other.statusCode).toBe(200);
    expect(other.body).not.toContain('A secret of mine');
  });

  it('keeps what is typed while it is typed, also when it is wrong', async () => {
    const key = await keyOf();
    const kept = await world.anyone.post('/ask-for-help/kept', { key, at: 'reach', telephone: 'not yet' });
    expect(kept.statusCode).toBe(200);
    const back = await world.anyone.post('/come-back', { code: key });
    expect(back.body).toContain('value="not yet"');
  });

  it('changes the language and loses nothing of a page half filled in', async () => {
    const mother = await PublicReader.at(world, '/ask-for-help');
    await mother.press('on', { danger: 'no' });
    await mother.press('show', { happening: 'Não sei inglês' }, '/pt/ask-for-help');
    expect(mother.heading).toBe('O que se passa em casa?');
    expect(mother.answer.body).toContain('Não sei inglês');
    expect(mother.form.action).toBe('/pt/ask-for-help');
  });

  it('forgets a box that was unticked and an answer that was taken back', async () => {
    const key = await keyOf();
    const page = { key, at: 'safe' };
    await world.anyone.post('/ask-for-help', {
      ...page,
      go: 'show',
      safeWays: ['mail'],
      safeTimes: 'Mondays',
    });
    const second = await world.anyone.post('/ask-for-help', { ...page, go: 'show', safeTimes: '' });
    expect(second.body).not.toContain('checked');
    expect(second.body).not.toContain('Mondays');
  });

  it('ends when the draft is older than the profile keeps it', async () => {
    const key = await keyOf();
    await world.anyone.post('/ask-for-help', { key, at: 'well', go: 'show', goingWell: 'Very old words' });
    const comeBack = () => world.anyone.post('/come-back', { code: key });
    expect((await comeBack()).statusCode).toBe(200);
    await world.rows("update draft set saved_at = saved_at - interval '32 days' where key_hash = $1", [
      hashOf(key),
    ]);
    expect((await comeBack()).statusCode).toBe(422);
  });

  it('says so where a page carries no key', async () => {
    for (const key of ['', 'abc', ['7', '7']])
      expect((await world.anyone.post('/ask-for-help', { key, at: 'danger', go: 'on' })).statusCode).toBe(
        422,
      );
  });
});

describe('Nothing stays on the device', () => {
  it('no public answer sets a cookie or lets itself be stored', async () => {
    const key = await keyOf();
    const answers = await Promise.all([
      ...['/', '/pt', '/come-back', '/leave', '/follow/none', '/what-we-do-with-what-you-tell-us'].map(
        (path) => world.anyone.get(path),
      ),
      ...JOURNEYS.map(({ path }) => world.anyone.get(path)),
      world.anyone.post('/ask-for-help', { key, at: 'danger', go: 'on', danger: 'yes' }),
      world.anyone.post('/ask-for-help', { key, at: 'danger', go: 'stop' }),
    ]);
    for (const { headers } of answers) expect(headers['set-cookie']).toBeUndefined();
    for (const { statusCode, headers } of answers)
      if (statusCode !== 303) expect(headers['cache-control']).toBe('no-store');
  });

  it('a page leads nowhere with its key: it stands in no address', async () => {
    const mother = await PublicReader.at(world, '/ask-for-help');
    await mother.press('on', { danger: 'no' });
    const key = String(mother.form.hidden['key']);
    const addresses = [...mother.answer.body.matchAll(/(?:href|action|formaction)="([^"]*)"/g)];
    for (const [, address] of addresses) expect(address).not.toContain(key);
  });

  it('leaving goes to a page that could be anybody’s', async () => {
    const left = await world.anyone.get('/leave');
    expect([left.statusCode, left.headers.location]).toEqual([303, 'https://www.gov.je/weather/']);
  });
});

describe('Whatever is sent', () => {
  it('to any page is taken in or refused with a reason, and what is kept is what was sent', async () => {
    const pages = JOURNEYS.flatMap(({ path, steps }) => steps.map(({ name }) => ({ path, name })));
    const page = fc.constantFrom(...pages).chain(({ path, name }) =>
      fc.record({
        path: fc.constantFrom(path, `/pt${path}`),
        name: fc.constant(name),
        go: fc.constantFrom('on', 'on', 'skip', 'back', 'stop', 'show', 'add', 'send', 'change:well', 'zzz'),
        answers: nastyAnswers(FORM_OF[name].fields, TODAY),
      }),
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(page, async ({ path, name, go, answers }) => {
        const key = await keyOf();
        const { statusCode } = await sendRaw(path, `key=${key}&at=${name}&go=${go}&${asBody(answers)}`);
        expect([200, 400, 409, 413, 422]).toContain(statusCode);
        if (statusCode !== 200 || go === 'send') return;
        taken += 1;
        expect(await keptUnder(key, answers)).toEqual(true);
      }),
      { numRuns: FEWEST_RUNS },
    );
    expect(taken).toBeGreaterThan(FEWEST_RUNS * 0.3);
  }, 120_000);

  it('at the end is stored as it was sent, to the letter', async () => {
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(nastyAnswers(EVERYTHING.fields, TODAY), async (answers) => {
        const key = await keyOf();
        const sent = await sendRaw('/ask-for-help', `key=${key}&at=check&go=send&${asBody(answers)}`);
        expect([200, 400, 413, 422]).toContain(sent.statusCode);
        const reference = /C-\d\d-\d{4}/.exec(sent.body)?.[0];
        if (sent.statusCode !== 200 || reference === undefined) return;
        stored += 1;
        const [row] = await world.rows('select words, going_well from contact where reference = $1', [
          reference,
        ]);
        expect(row?.['going_well'] ?? '').toBe(asStored(answers['goingWell']));
        const words = asStored(answers['happening']);
        if (words !== '') expect(row?.['words']).toBe(words);
      }),
      { numRuns: 60 },
    );
    expect(stored).toBeGreaterThan(60 * 0.3);
  }, 120_000);
});

function asStored(sent: RawAnswers[string] | undefined): string {
  // A list of one is sent as that one.
  const [text = '', ...more] = [sent ?? ''].flat();
  if (more.length > 0) return '';
  return text.trim() === '' ? '' : text.replaceAll('\r\n', '\n');
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** Whether each answer that the draft holds is one that was sent. Blanks stand where nothing came. */
async function keptUnder(key: string, answers: RawAnswers): Promise<boolean> {
  const [row] = await world.rows<{ answers: RawAnswers }>('select answers from draft where key_hash = $1', [
    hashOf(key),
  ]);
  return Object.entries(row?.answers ?? {})
    .filter(([name, kept]) => name !== '.step' && kept !== '')
    .every(([name, kept]) => JSON.stringify([kept].flat()) === JSON.stringify([answers[name] ?? []].flat()));
}
