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
import { openChild } from '../support/open-child.ts';
import { codeNow, mailsTo, PASSWORD } from '../support/signing-in.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

describe('Whoever looks after accounts, in a browser', () => {
  let journey: Journey;
  let home: string;
  beforeAll(async () => {
    journey = await openJourney();
    home = journey.address.replace('127.0.0.1', 'localhost');
  });
  afterAll(() => journey.close());

  const status = async (page: Page, path: string) => (await page.goto(`${journey.address}${path}`))?.status();
  const openMember = async (page: Page, words: string) => {
    await page.goto(`${journey.address}/staff?q=${words}`);
    await page.locator('main th a').first().click();
  };

  it('puts a leaver out while a page of theirs is open: nothing typed is lost, and their manager hands the children over', async () => {
    const { world } = journey;
    const { staffId } = await world.as('tess');
    const { child } = await openChild(world, 'Senara', staffId);
    const [tess, abe, mira] = await Promise.all([
      journey.worker('tess', DESK),
      journey.worker('abe', DESK),
      journey.worker('mira', TELEPHONE),
    ]);
    await tess.goto(`${journey.address}/people/${child}/case-notes/new`);
    await tess.locator('main textarea').first().fill('She said that she likes it at school.');
    await expect
      .poll(async () => (await world.rows('select 1 from draft where author = $1', [staffId])).length, {
        timeout: 10_000,
      })
      .toBe(1);

    await openMember(abe, 'windlass');
    await expectSound(abe);
    await abe.getByRole('link', { name: 'They leave' }).click();
    expect(await abe.locator('main').textContent()).not.toContain('Senara');
    await abe.getByRole('button', { name: 'Put them out now' }).click();
    await abe.getByRole('heading', { name: /to look at/ }).waitFor();
    await expectSoundOnBoth(abe);
    await abe.getByLabel('Yes, end their account').check();
    await abe.getByLabel('Why, and who said so?').fill('She moves away. Her manager wrote.');
    await abe.getByRole('button', { name: 'Put them out now' }).click();
    await abe.getByText('Still to be handed over by a manager').waitFor();
    await expectSoundOnBoth(abe);

    await tess.getByRole('link', { name: 'My work' }).first().click();
    await tess.waitForURL(/\/sign-in/);
    const [draft] = await world.rows('select answers::text as answers from draft where author = $1', [
      staffId,
    ]);
    expect(String(draft?.['answers'])).toContain('likes it at school');

    await mira.goto(`${journey.address}/caseloads`);
    await mira.getByRole('heading', { name: 'Left, with children to hand over' }).waitFor();
    await mira.getByRole('link', { name: 'Tess Windlass' }).click();
    await mira
      .getByRole('link', { name: /Senara/ })
      .first()
      .waitFor();
    await expectSound(mira);

    const cleo = await journey.worker('cleo', DESK);
    for (const path of ['/staff', `/staff/${staffId}`, `/staff/${staffId}/leaving/new`])
      expect(await status(cleo, path), path).toBe(403);
    expect(await status(abe, `/people/${child}`)).toBe(403);
  });

  it('invites somebody, who sets a password and a second step of their own before anything opens', async () => {
    const abe = await journey.worker('abe', DESK);
    await openMember(abe, 'jetty');
    await abe.getByRole('link', { name: 'Send an invitation' }).click();
    await expectSound(abe);
    await abe.getByLabel('Why is it sent?').fill('She begins on Monday.');
    await abe.getByRole('button', { name: 'Send it' }).click();
    await abe.getByText('the invitation works for 7 days').waitFor();
    const [mail = ''] = await mailsTo(journey.world, 'fern');
    const link = /\/invitations\/[\w-]+/.exec(mail)?.[0] ?? '';
    expect(await abe.content()).not.toContain(link);

    const fern = await journey.visitor(TELEPHONE);
    await fern.goto(`${home}${link}`);
    await expectSoundOnBoth(fern);
    await fern.getByLabel('New password', { exact: true }).fill('fern fern island work');
    await fern.getByRole('button', { name: 'Keep it and go on' }).click();
    await fern.getByRole('link', { name: /mostly your own name/ }).waitFor();
    await fern.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await fern.getByRole('button', { name: 'Keep it and go on' }).click();
    await fern.waitForURL(/second-factor/);
    await fern.getByRole('button', { name: /codes/i }).click();
    const key = ((await fern.locator('.c-secret').textContent()) ?? '').replaceAll(' ', '');
    const bits = [...key].map((sign) => SIGNS.indexOf(sign).toString(2).padStart(5, '0')).join('');
    const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    await fern.getByLabel('Code', { exact: false }).first().fill(codeNow(secret));
    await fern.locator('main form[action="/own-account/code"] button').click();
    await fern.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    await fern.goto(`${home}/desk`);
    await fern.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(fern.url()).pathname).toBe('/desk');

    const stranger = await journey.visitor(DESK);
    expect((await stranger.goto(`${home}${link}`))?.status(), 'it works once').toBe(404);
    await stranger.getByRole('heading', { name: 'This invitation opens nothing' }).waitFor();
    await expectSoundOnBoth(stranger);
  });
});
