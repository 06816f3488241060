import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, type Journey, openJourney } from '../support/journey.ts';

const LONGEST_UNKEPT = 5000;

describe('Somebody who types', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await openJourney();
    page = await journey.worker('cleo', DESK);
  });
  afterAll(() => journey.close());

  const words = () => page.locator('[name="words"]');
  const kept = async () => {
    const [row] = await journey.world.rows<{ words: string }>("select answers->>'words' as words from draft");
    return row?.words ?? '';
  };
  const saving = () => page.waitForResponse((answer) => answer.url().includes('/drafts/'));

  it('without a pause is kept all the same', async () => {
    await page.goto(`${journey.address}/contacts/new`);
    await words().focus();
    const until = Date.now() + LONGEST_UNKEPT;
    while (Date.now() < until) await page.keyboard.type('and then ', { delay: 40 });
    expect(await kept()).toContain('and then and then');
  });

  it('goes on where they were after signing in again in another window', async () => {
    await words().fill('Before.');
    await saving();
    await journey.world.rows('delete from directory.session');
    await words().fill('Before. In between.');
    await page.getByText('You are signed out').waitFor();
    expect(await kept()).toBe('Before.');
    await page.getByRole('button', { name: 'Keep this contact' }).click();
    expect(await words().inputValue()).toBe('Before. In between.');
    await journey.signInAgain(page, 'cleo');
    await expect.poll(kept, { timeout: 8000 }).toBe('Before. In between.');
  });

  it('gives their words to nobody else who signs in at the same browser', async () => {
    await journey.world.rows('delete from directory.session');
    await journey.signInAgain(page, 'nell');
    await words().fill('Cleo’s own words.');
    await page.getByText('Somebody else is signed in now').waitFor();
    const found = await journey.world.rows("select 1 from draft where answers->>'words' like 'Cleo%'");
    expect(found).toEqual([]);
  });
});
