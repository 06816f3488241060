import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import { proposeDuplicatesOf } from '../../src/practice/people/duplicate/index.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

describe('Two records of one child', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.world.within(async (made) => {
      const child = (givenName: string, familyName: string) =>
        createPerson(made, {
          names: [{ kind: 'used', givenName, familyName }],
          bornOn: day('2015-06-08'),
          sex: 'F',
        });
      await child('Saffron', 'Periwinkle');
      await proposeDuplicatesOf(made, (await child('Safron', 'Perriwinkle')).id, 'put on record');
    });
  });
  afterAll(() => journey.close());

  it('are set side by side with what speaks for one child, and somebody says that they are one', async () => {
    for (const screen of [TELEPHONE, DESK]) {
      const page = await journey.worker('nell', screen);
      await page.goto(`${journey.address}/people`);
      await page.locator('main a[href="/duplicates"]').click();
      await page.waitForURL(/\/duplicates$/);
      await expectSound(page);
      await page.locator('main th a[href^="/duplicates/"]').click();
      await page.waitForURL(/\/duplicates\/[0-9a-f-]{36}$/);
      expect(await page.locator('main').textContent()).toContain('Born the same day: speaks for it');
      await expectSound(page);
      if (screen === TELEPHONE) continue;
      await page.locator('main input[value="same person"] + label').click();
      await page.locator('main textarea[name="reason"]').fill('The school knows one girl of that birthday.');
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL(/\/duplicates$/);
      expect(await page.locator('main').textContent()).toContain('Said to be the same person');
    }
  });

  it('are set side by side because somebody chose them, from the record of one of them', async () => {
    const page = await journey.worker('cleo', DESK);
    const [row] = await journey.world.rows<{ id: string }>(
      "select person_id as id from person_name where given_name = 'Saffron'",
    );
    await page.goto(`${journey.address}/people/${row?.id}/details`);
    await page.getByRole('link', { name: 'Same person as another?' }).click();
    await page.getByLabel('Find them by name').fill('perriwinkle');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('button', { name: /Compare with Safron Perriwinkle/ }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: /Compare with Safron Perriwinkle/ }).click();
    await page.getByRole('heading', { name: 'Are they the same person?' }).waitFor();
  });

  it('are set side by side for nobody who does not review them', async () => {
    const page = await journey.worker('tess', DESK);
    const answer = await page.goto(`${journey.address}/duplicates`);
    expect(answer?.status()).toBe(403);
    const [row] = await journey.world.rows<{ id: string }>('select id from person limit 1');
    const asked = await page.goto(`${journey.address}/people/${row?.id}/duplicates/new`);
    expect(asked?.status()).toBe(403);
  });
});
