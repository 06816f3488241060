import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

/** Answers a part of the request by the names of its controls, and presses one of its buttons. */
async function answer(page: Page, go: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
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

/** A teacher who writes about three siblings, beginning where the worry is. */
async function writeRequest(page: Page, address: string, look: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(`${address}/requests/new`);
  await look(page);
  await answer(page, 'begin.request');
  await look(page);
  await answer(page, 'why');
  await look(page);
  await answer(page, 'list', { happening: 'Saffron and her brothers come to school hungry.', danger: 'no' });
  await answer(page, 'children.0');
  await look(page);
  for (const [index, name] of ['Saffron', 'Otto', 'Wren'].entries()) {
    const child = { [`children.${index}.givenName`]: name, [`children.${index}.familyName`]: 'Barnacle' };
    await answer(page, index < 2 ? `children.${index + 1}` : 'list', child);
  }
  await look(page);
  await answer(page, 'permission');
  await answer(page, 'list', { permission: 'given', permissionOf: 'Mother, on Monday' });
  await answer(page, 'you');
  await look(page);
  await answer(page, 'list', {
    name: 'Ada Lugsail',
    role: 'Class teacher',
    profession: '2A',
    agency: 'Samphire School',
    email: 'ada@school.example',
  });
  await answer(page, 'check');
  await look(page);
}

describe('A teacher who writes about three siblings', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  it('does so in any order, without script, and it is one contact with three children', async () => {
    const page = await journey.visitor(DESK, { script: false });
    await writeRequest(page, journey.address, async (shown) => {
      await shown.locator('h1').waitFor();
      expect(await shown.locator('h1').count()).toBe(1);
    });
    await answer(page, 'send');
    const reference = /C-\d\d-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0];
    const children = await journey.world.rows(
      `select k.given_name from contact c join contact_child k on k.contact_id = c.id where c.reference = $1 order by position`,
      [reference],
    );
    expect(children.map((row) => row['given_name'])).toEqual(['Saffron', 'Otto', 'Wren']);
  }, 60_000);

  it('finds every part of it sound, on a telephone too, and sends nothing that is not whole', async () => {
    const page = await journey.visitor(TELEPHONE);
    await writeRequest(page, journey.address, expectSound);
    const other = await journey.visitor(TELEPHONE);
    await other.goto(`${journey.address}/requests/new`);
    await answer(other, 'begin.request');
    await answer(other, 'check');
    await expectSound(other);
    expect(await other.locator('button[name="go"][value="send"]').count()).toBe(0);
  }, 90_000);
});
