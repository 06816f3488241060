import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DESK,
  expectSound,
  expectSoundOnBoth,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';

const WORDS = 'A avó adoeceu e eu trabalho à noite.\nO João não dorme desde terça-feira.';

/** Answers what this page asks, by the names of its controls, and goes on by the button that is seen. */
async function goOn(page: Page, typed: Readonly<Record<string, string>>, go = 'on'): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const control = page.locator(`[name="${name}"]`);
    const kind = await control.first().getAttribute('type');
    if (kind === 'radio' || kind === 'checkbox')
      await page.locator(`[name="${name}"][value="${value}"]`).check();
    else if ((await page.locator(`select[name="${name}"]`).count()) > 0) await control.selectOption(value);
    else await control.first().fill(value);
  }
  await page.locator(`button[name="go"][value="${go}"]:not([aria-hidden])`).first().click();
}

/** A Portuguese-speaking mother, question by question, up to the page that shows everything once more. */
async function tellEverything(
  page: Page,
  address: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const answers = [
    { danger: 'no' },
    { happening: WORDS },
    { 'children.0.givenName': 'João', 'children.0.familyName': 'Farol', 'children.0.age': '4 anos' },
    { address: 'Rua da Praia 3' },
    { goingWell: 'A creche gosta dele.' },
    { helpWanted: 'Uma pausa.' },
    { name: 'Rosa Farol' },
    { telephone: '07700 900123', language: 'pt' },
    { safeWays: 'telephone' },
    { notToSay: 'Não dizer quem liga.' },
    { permission: 'yes' },
  ];
  await page.goto(`${address}/pt`);
  await look(page);
  await page.goto(`${address}/pt/ask-for-help`);
  for (const typed of answers) {
    await look(page);
    await goOn(page, typed);
  }
}

describe('A mother who speaks Portuguese', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  const kept = () =>
    journey.world.rows("select words, words_language, reference from contact where channel = 'public form'");

  it('asks for help on a telephone without script, sends it once, and follows it by the private link', async () => {
    const page = await journey.visitor(TELEPHONE, { script: false });
    await tellEverything(page, journey.address, async (shown) => {
      expect(await shown.locator('h1').count()).toBe(1);
      expect(await shown.locator('html').getAttribute('lang')).toBe('pt');
    });
    for (const words of ['João', 'Rua da Praia 3', 'Rosa Farol'])
      expect(await page.locator('main').textContent()).toContain(words);
    await goOn(page, {}, 'send');
    const reference = /C-\d\d-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0];
    expect(await kept()).toEqual([{ words: WORDS, words_language: 'pt', reference }]);
    const link = await page.locator('a[href*="/follow/"]').first().getAttribute('href');
    await page.goto(new URL(link ?? '/', journey.address).href);
    const followed = (await page.locator('main').textContent()) ?? '';
    expect(followed).toContain(reference);
    for (const name of ['João', 'Farol', 'Rosa']) expect(followed).not.toContain(name);
    expect(await page.context().cookies()).toEqual([]);
  }, 60_000);

  it('finds every page of it sound, with script, at a desk and on a telephone', async () => {
    const page = await journey.visitor(TELEPHONE);
    await tellEverything(page, journey.address, expectSoundOnBoth);
    await expectSoundOnBoth(page);
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    expect(await kept()).toHaveLength(1);
  }, 120_000);

  it('stops and comes back with a code; another code opens nothing', async () => {
    const page = await journey.visitor(TELEPHONE, { script: false });
    await page.goto(`${journey.address}/pt/ask-for-help`);
    await goOn(page, { danger: 'no' });
    await goOn(page, { happening: WORDS }, 'stop');
    const code =
      /(?:[0-9A-Z]{5} ){4}[0-9A-Z]{6}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
    const back = await journey.visitor(DESK, { script: false });
    const comeBackWith = async (typed: string) => {
      await back.goto(`${journey.address}/pt/come-back`);
      await back.locator('[name="code"]').fill(typed);
      await back.locator('main form button').first().click();
    };
    await comeBackWith(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
    expect(await back.locator('main').textContent()).not.toContain('avó');
    await comeBackWith(code);
    expect(await back.content()).toContain('A avó adoeceu');
  });

  it.each([
    ['/ask-for-help', 'Kept for you at 2:02pm'],
    ['/pt/ask-for-help', 'Guardado para si às 14:02'],
  ])('reads when it was kept as its language writes the time: %s', async (path, words) => {
    const page = await journey.visitor(TELEPHONE);
    await page.clock.setFixedTime(new Date('2026-11-20T14:02:07Z'));
    await page.goto(`${journey.address}${path}`);
    await goOn(page, { danger: 'no' });
    await page.locator('[name="happening"]').pressSequentially('Devagar.');
    await page.locator(`[data-save-words]:text-is("${words}")`).waitFor({ timeout: 10_000 });
  });

  it('is read at the hub, and by nobody who works elsewhere', async () => {
    const [contact] = await journey.world.rows<{ id: string }>(
      "select id from contact where channel = 'public form'",
    );
    const nell = await journey.worker('nell', DESK);
    await nell.goto(`${journey.address}/contacts/${contact?.id}`);
    expect(await nell.locator('main').textContent()).toContain('A avó adoeceu');
    await expectSound(nell);
    const fern = await journey.worker('fern', DESK);
    expect((await fern.goto(`${journey.address}/contacts/${contact?.id}`))?.status()).toBe(404);
    const halyard = await journey.worker('halyard', DESK);
    expect((await halyard.goto(`${journey.address}/contacts/${contact?.id}`))?.status()).toBe(403);
  });
});
