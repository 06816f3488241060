import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/platform/identity/password.ts';
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

  it('leads whoever was handed a password through one of their own to where they were going', async () => {
    await journey.world.rows(
      "update directory.account set password_hash = $1, password_handed_over_at = now() where sign_in_name = 'cleo@island.example'",
      [await hashPassword('x7kd-pq2m-vv4t-9bnc-h3wz')],
    );
    const page = await journey.visitor(TELEPHONE);
    await page.goto(`${journey.address}/directory`);
    await page.getByText('Sign in with a password').click();
    await page.getByLabel('Work email').fill('cleo@island.example');
    await page.getByLabel('Password', { exact: true }).fill('x7kd-pq2m-vv4t-9bnc-h3wz');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    await expectSound(page);
    await journey.world.rows("update directory.session set factor = 'code'");
    await page.goto(`${journey.address}/hub`);
    await page.getByLabel('Password you were given').fill('x7kd-pq2m-vv4t-9bnc-h3wz');
    await page.getByLabel('New password').fill('harbour lantern ferry oak');
    await page.getByRole('button', { name: 'Keep it and go on' }).click();
    await page.waitForURL(/\/hub$/);
  });

  it('asks who sits there before it shows the names behind a figure, and then shows them', async () => {
    const page = await journey.worker('mira', DESK);
    await journey.world.rows(
      "update directory.session set manner = 'demonstration', proved_at = now() - interval '16 minutes'",
    );
    await page.goto(`${journey.address}/measures/H1/lines?month=2026-02`);
    await page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Yes, it is me' }).click();
    await page.waitForURL(/\/measures\/H1\/lines\?month=2026-02$/);
    expect(await page.locator('h1').textContent()).toContain('behind it');
  });

  it('V14.3.1: takes what was shown from every window when it is signed out in one, and from a page that nobody uses for half an hour', async () => {
    const page = await journey.worker('nell', DESK);
    const other = await page.context().newPage();
    for (const one of [page, other]) await one.goto(`${journey.address}/directory`);
    const later = (one: typeof page, minutes: number) =>
      one.evaluate((on) => {
        const now = Date.prototype.getTime.call(new Date());
        Date.now = () => now + on * 60_000;
        document.dispatchEvent(new Event('visibilitychange'));
      }, minutes);
    const isOver = (one: typeof page) => one.getByRole('heading', { name: 'You are signed out' }).isVisible();
    await later(page, 29);
    expect(await isOver(page)).toBe(false);
    // What one window asks keeps them all.
    await later(other, 20);
    await other.evaluate(() => dispatchEvent(new Event('session-used')));
    await later(page, 31);
    await expect.poll(() => isOver(page)).toBe(false);
    // Then none of them asks anything, with the line down.
    await page.context().setOffline(true);
    await later(page, 51);
    expect(await isOver(page)).toBe(true);
    await expectSound(page);
    expect(await page.content()).not.toMatch(/Nell|Capstan|Cleo|Children and Families Hub/);
    await page.context().setOffline(false);
    const [third, fourth] = [await page.context().newPage(), await page.context().newPage()];
    for (const one of [third, fourth]) await one.goto(`${journey.address}/own-account`);
    await third.getByText('Nell Capstan').first().click();
    await third.getByRole('button', { name: 'Sign out' }).click({ timeout: 10_000 });
    await third.waitForURL(/\/sign-in$/);
    await fourth.getByText('You signed out in another window.').waitFor();
    expect(await fourth.content()).not.toMatch(/Nell|Capstan/);
    await third.goBack();
    expect(await third.content()).not.toMatch(/Nell Capstan.{0,80}Sign out/s);
    await fourth.getByRole('link', { name: 'Sign in again' }).click();
    await fourth.waitForURL(/\/sign-in\?to=%2Fown-account$/);
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
