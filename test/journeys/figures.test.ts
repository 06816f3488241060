import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/insight/measures/measures.ts';
import { day } from '../../src/language/day.ts';
import { makeUp, write } from '../support/busy-hub.ts';
import {
  DESK,
  expectSound,
  expectVisibleFocus,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';
import { makeUpStays, writeWorkers } from '../support/made-up-stays.ts';

const MONTH = 'month=2026-02';

describe('A manager reads the figures', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    const [from, to] = [day('2024-01-01'), day('2026-02-28')];
    const hub = makeUp(from, to, { aDay: 2.2, seed: 20_270_301 });
    await write(journey.world, hub);
    const persons = [...new Set(hub.opened.map(({ person }) => person))];
    await writeWorkers(journey.world, makeUpStays(persons, from, to, 3));
  });
  afterAll(() => journey.close());

  it.each([
    ['at a desk', DESK],
    ['on a telephone', TELEPHONE],
  ])('%s: from the list to one figure, to the children behind it, and back', async (_where, screen) => {
    const page = await journey.worker('cleo', screen);
    await page.goto(`${journey.address}/measures?${MONTH}`);
    await expectSound(page);
    await expectVisibleFocus(page, 12);
    expect(await page.textContent('.c-sentence')).toMatch(
      /figures show nothing unusual\. .* chance alone would flag 0\.\d of them\./,
    );
    await page.getByRole('link', { name: 'Hours to a decision' }).click();
    await expectSound(page);
    expect(await page.locator('.c-chart__drawing:visible').count()).toBe(1);
    expect(await page.textContent('.c-sentence')).toMatch(/working hours in February\./);
    await page.getByRole('link', { name: /^All \d+ months$/ }).click();
    expect(await page.locator('#table tbody tr').count()).toBe(26);
    await page.getByRole('link', { name: /^See the \d+ contacts$/ }).click();
    await expectSound(page);
    expect(await page.locator('tbody tr[data-row]').count()).toBeGreaterThan(20);
    await page.getByRole('link', { name: 'Hours to a decision, February 2026' }).click();
    expect(page.url()).toContain(MONTH);
  });

  it('asks for another month as it was known on an earlier day', async () => {
    const page = await journey.worker('hugo', DESK);
    await page.goto(`${journey.address}/measures/O1`);
    const earlier = await page
      .getByLabel('Month', { exact: true })
      .locator('option')
      .nth(3)
      .getAttribute('value');
    expect(earlier).toMatch(/^\d{4}-\d{2}$/);
    await page.getByLabel('Month', { exact: true }).selectOption(earlier);
    await page.getByLabel('As known', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('month')).toBe(earlier);
    expect(await page.textContent('.c-notice--known-at')).toContain('As known on');
    // What was written down today was not known when this month began.
    expect(await page.textContent('.c-sentence')).toContain('No children open');
    await expectSound(page);
  });

  it('takes a table away', async () => {
    const page = await journey.worker('quill', DESK);
    await page.goto(`${journey.address}/measures/R1?${MONTH}`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('R1-2026-02.csv');
    const lines = (await text(await file.createReadStream())).trim().split('\r\n');
    expect(lines).toHaveLength(27);
  });

  it.each([
    ['at a desk', DESK],
    ['on a telephone', TELEPHONE],
  ])('%s: how many children each worker has, drawn and in a table', async (_where, screen) => {
    const page = await journey.worker('cleo', screen);
    await page.goto(`${journey.address}/measures/W1?${MONTH}`);
    expect(await page.locator('.c-dots__drawing .c-dots__in').count()).toBeGreaterThan(5);
    await page.getByText('The same as a table').click();
    expect(await page.getByRole('table', { name: 'Workers by how many children' }).isVisible()).toBe(true);
    await expectSound(page);
  });

  it('prints the figures: as of when, as known when, every sentence with how many of how many, and every chart', async () => {
    const page = await journey.worker('quill', DESK);
    await page.goto(`${journey.address}/measures?${MONTH}`);
    await page.getByRole('link', { name: 'For print, with every chart' }).click();
    const onPaper = page.locator('.c-on-paper');
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(true);
    expect(await onPaper.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await onPaper.first().textContent()).toMatch(/^As of Saturday 28 February 2026\. As known on /);
    expect(await page.locator('main').textContent()).toMatch(/\d+% in February: \d+ of \d+\./);
    expect(await page.locator('.c-chart__drawing--wide:visible').count()).toBe(MEASURES.length);
    for (const gone of ['.c-header', '.c-asking', '.govuk-button', '.c-chart__drawing--narrow'])
      expect(await page.locator(`${gone}:visible`).count(), gone).toBe(0);
  });

  it('who may read figures and not the children behind them is not offered them', async () => {
    const page = await journey.worker('ada', DESK);
    await page.goto(`${journey.address}/measures/H1?${MONTH}`);
    expect(await page.getByRole('link', { name: /^See the/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'CSV' }).count()).toBe(0);
    const answer = await page.goto(`${journey.address}/measures/H1/lines?${MONTH}`);
    expect(answer?.status()).toBe(403);
  });
});
