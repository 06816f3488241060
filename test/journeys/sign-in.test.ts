import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DESK,
  expectSound,
  expectVisibleFocus,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';

describe('Signing in', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  for (const screen of [DESK, TELEPHONE]) {
    it(`leads somebody of the demonstration to their first place, at ${screen.width} pixels`, async () => {
      const page = await journey.visitor(screen);
      await page.goto(`${journey.address}/sign-in`);
      await expectSound(page);
      await expectVisibleFocus(page, 6);
      await page.getByRole('button', { name: /Nell Capstan/ }).click();
      await page.waitForURL(/\/hub$/);
      await expectSound(page);
      await expectVisibleFocus(page, 8);
      const kept = await page.context().cookies(journey.address.replace('http:', 'https:'));
      expect(kept).toMatchObject([
        { name: '__Host-continuum', httpOnly: true, secure: true, sameSite: 'Lax' },
      ]);
    });
  }

  it('says what is wrong with a name and password that do not belong together, and keeps the name', async () => {
    const page = await journey.visitor(DESK);
    await page.goto(`${journey.address}/sign-in`);
    await page.getByText('Sign in with a password').click();
    await page.getByLabel('Work email').fill('nell@island.example');
    await page.getByLabel('Password', { exact: true }).fill('not this one at all');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('do not belong together').first().waitFor();
    expect(await page.getByLabel('Work email').inputValue()).toBe('nell@island.example');
    await expectSound(page);
  });

  it('shows a calm page to somebody whose role may not do what they ask for', async () => {
    const page = await journey.worker('quill', DESK);
    const answer = await page.goto(`${journey.address}/hub`);
    expect(answer?.status()).toBe(403);
    await expectSound(page);
  });

  it('shows a calm page where there is nothing, without a word about why', async () => {
    const page = await journey.worker('nell', TELEPHONE);
    const answer = await page.goto(`${journey.address}/no-such-place`);
    expect(answer?.status()).toBe(404);
    await expectSound(page);
  });
});
