import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, expectSoundOnBoth, type Journey, openJourney } from '../support/journey.ts';
import { codeNow, givePassword, PASSWORD } from '../support/signing-in.ts';

/** A device in the browser that holds passkeys and knows its owner. */
async function withDevice(page: Page): Promise<{ credentials(): Promise<readonly { signCount: number }[]> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

/** Pictures for whoever looks, where asked. */
async function look(page: Page, name: string) {
  const folder = process.env['LOOK'];
  if (!folder) return;
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
}

describe('A passkey in a browser', () => {
  let journey: Journey;
  let home: string;
  beforeAll(async () => {
    journey = await openJourney();
    home = journey.address.replace('127.0.0.1', 'localhost');
  });
  afterAll(() => journey.close());

  async function giveNameAndPassword(page: Page, key: string) {
    await page.goto(`${home}/sign-in?to=/own-account`);
    await page.getByText('Sign in with a password').click();
    await page.getByLabel('Work email').fill(`${key}@island.example`);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  it('is made after a code, signs in by itself, is a second step, and shows again who one is', async () => {
    const secret = await givePassword(journey.world, 'cleo', true);
    const page = await journey.visitor(DESK);
    const device = await withDevice(page);
    await giveNameAndPassword(page, 'cleo');
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await expectSoundOnBoth(page);
    await look(page, 'second');
    await page.getByLabel('Code', { exact: true }).fill(codeNow(secret));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'See and change it' }).click();
    await page.getByRole('link', { name: 'Add one' }).click();
    await look(page, 'choose');
    await page.getByLabel('What you call this passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    await expectSoundOnBoth(page);
    await look(page, 'recovery');
    await page.goto(`${home}/own-account/sign-in`);
    await page.getByText('a passkey made').waitFor();
    await expectSoundOnBoth(page);
    expect(await device.credentials()).toHaveLength(1);
    await look(page, 'own');

    await page.locator('form[action="/sign-out"]').first().evaluate('(form) => form.submit()');
    await page.waitForURL(/\/sign-in$/);
    await page.goto(`${home}/sign-in?to=/own-account/sign-in`);
    await page.getByText('Sign in with a password').click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'How you sign in' }).waitFor();

    await journey.world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    await page.goto(`${home}/measures/H1/lines?month=2026-02`);
    await page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
    await expectSoundOnBoth(page);
    await look(page, 'prove');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL(/\/measures\/H1\/lines/);

    await page.context().clearCookies();
    await giveNameAndPassword(page, 'cleo');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL(/\/own-account$/);
  }, 90_000);

  it('opens nothing from another address of the same house, nor another account, nor without a device', async () => {
    const secret = await givePassword(journey.world, 'nell', true);
    await givePassword(journey.world, 'sol', true);
    const page = await journey.visitor(DESK);
    const device = await withDevice(page);
    await giveNameAndPassword(page, 'nell');
    await page.getByLabel('Code', { exact: true }).fill(codeNow(secret));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/own-account$/);
    await page.goto(`${home}/own-account/second-factor`);
    await page.getByLabel('What you call this passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    expect(await device.credentials()).toHaveLength(1);
    await page.context().clearCookies();

    await page.goto(`${journey.address}/sign-in`);
    await page.getByText('Sign in with a password').click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('Nothing was signed').waitFor();
    expect((await page.goto(`${journey.address}/own-account`))?.url()).toContain('/sign-in');

    await giveNameAndPassword(page, 'sol');
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    expect(await page.getByRole('button', { name: 'Use a passkey' }).count()).toBe(0);
    expect((await page.goto(`${home}/own-account`))?.url()).toContain('/sign-in');

    const other = await journey.visitor(DESK);
    await other.goto(`${home}/sign-in`);
    await other.getByText('Sign in with a password').click();
    const session = await other.context().newCDPSession(other);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
    });
    await other.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await other.getByText('Nothing was signed').waitFor();
    await expectSoundOnBoth(other);
  }, 90_000);
});
