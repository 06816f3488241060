import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { proposeDuplicatesOf } from '../../src/practice/people/duplicate/index.ts';
import { addAddress, createPerson } from '../../src/practice/people/person/index.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

describe('A child who is on record twice', () => {
  let journey: Journey;
  let kept: Id;
  let other: Id;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.world.within(async (made) => {
      const child = async (givenName: string, familyName: string) => {
        const names = [{ kind: 'used' as const, givenName, familyName }];
        return (await createPerson(made, { names, bornOn: day('2015-06-08'), sex: 'F' })).id;
      };
      kept = await child('Saffron', 'Periwinkle');
      other = await child('Safron', 'Periwinkle');
      await addAddress(made, other, { lines: '3 Gull Lane' });
      await proposeDuplicatesOf(made, other, 'put on record');
    });
  });
  afterAll(() => journey.close());

  it('has one record from the moment somebody says so, and two again when it was wrong, with nothing lost', async () => {
    const page = await journey.worker('cleo', DESK);
    await page.goto(`${journey.address}/duplicates`);
    await page.locator('main th a[href^="/duplicates/"]').click();
    await page.locator('main a[href$="/merges/new"]').click();
    await page.waitForURL(/\/merges\/new$/);
    await expectSound(page);
    await page.locator(`main input[value="${kept}"] + label`).click();
    await page.locator('main input[value="date of birth"] + label').click();
    await page.locator('main input[value="family name"] + label').click();
    await page.locator('main textarea[name="reason"]').fill('One mother, one school place.');
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(new RegExp(`/people/${kept}$`));
    expect(await page.locator('.c-identity').textContent()).toContain('Also on record as Safron Periwinkle');
    await page.goto(`${journey.address}/people/${other}/details`);
    expect(page.url()).toBe(`${journey.address}/people/${kept}/details`);
    expect(await page.locator('main').textContent()).toContain('3 Gull Lane');
    // Written while they are one.
    await page.locator('main a[href$="/names/new"]').click();
    await page.locator('main input[value="former"] + label').click();
    await page.locator('main input[name="givenName"]').fill('Saffy');
    await page.locator('main input[value="family"] + label').click();
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(/\/details$/);
    await page.locator('.c-identity a').click();
    await page.waitForURL(/\/merges\/[0-9a-f-]{36}$/);
    await expectSound(page);
    await page.locator('main a[href$="/undoings/new"]').click();
    await page.waitForURL(/\/undoings\/new$/);
    expect(await page.locator('main').textContent()).toContain('Name: Saffy');
    await expectSound(page);
    await page.locator('main textarea[name="reason"]').fill('Two cousins.');
    await page.locator('main form button[type="submit"]').click();
    expect(await page.locator('main').textContent()).toContain('Select which record it belongs to');
    await page.locator('main input[value="other"] + label').click();
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(/\/merges\/[0-9a-f-]{36}$/);
    await page.goto(`${journey.address}/people/${other}/details`);
    expect(await page.locator('main').textContent()).toContain('Saffy');
    await page.goto(`${journey.address}/people/${kept}/details`);
    expect(await page.locator('main').textContent()).not.toContain('Saffy');
    expect(await page.locator('main').textContent()).not.toContain('3 Gull Lane');
  });

  it('fits a telephone, too', async () => {
    const page = await journey.worker('cleo', TELEPHONE);
    for (const at of ['/merges', '/duplicates']) {
      await page.goto(`${journey.address}${at}`);
      await expectSound(page);
    }
    await page.locator('main th a[href^="/duplicates/"]').click();
    await page.locator('main a[href$="/merges/new"]').click();
    await page.waitForURL(/\/merges\/new$/);
    await expectSound(page);
  });

  it('is made one by nobody who may not, and told to nobody who may not see both', async () => {
    const page = await journey.worker('nell', DESK);
    const answer = await page.goto(`${journey.address}/merges`);
    expect(answer?.status()).toBe(403);
    const mira = await journey.worker('mira', DESK);
    expect((await mira.goto(`${journey.address}/people/${other}`))?.status()).toBe(404);
    expect((await mira.goto(`${journey.address}/merges`))?.status()).toBe(200);
    expect(await mira.locator('main').textContent()).toContain('No records are merged');
  });
});
