import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import { addAddress, createPerson } from '../../src/practice/people/person/index.ts';
import { ageToday } from '../support/from-now.ts';
import { DESK, expectSound, type Journey, lookFor, openJourney, TELEPHONE } from '../support/journey.ts';

describe('Finding a child', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    await journey.world.within(async (made) => {
      const { id } = await createPerson(made, {
        names: [
          { kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' },
          { kind: 'former', givenName: 'Saffron', familyName: 'Cuttlefish' },
        ],
        bornOn: day('2015-06-08'),
      });
      await addAddress(made, id, { lines: '3 Gull Lane', postcode: 'JE2 3AB' });
    });
  });
  afterAll(() => journey.close());

  it('by a former name misspelt begins with one key on any page, and says why', async () => {
    const page = await journey.worker('nell', DESK);
    await page.goto(`${journey.address}/directory`);
    await page.keyboard.press('/');
    await page.keyboard.type('Safron Cutlefihs');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\?search=[0-9a-f-]{36}$/);
    const found = page.locator('main table');
    expect(await found.textContent()).toContain(`Saffron Barnacle, ${ageToday('2015-06-08')}`);
    expect(await found.textContent()).toContain('Former name, Saffron Cuttlefish');
    await expectSound(page);
    await page.locator('main a[href^="/people/"]').first().click();
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    expect(await page.locator('h1').first().textContent()).toContain('Saffron Barnacle');
  });

  it('by where the child lives works on a telephone, and the list does not tell the address', async () => {
    const page = await journey.worker('nell', TELEPHONE);
    await lookFor(page, journey.address, '3 gul lane je23ab');
    const found = page.locator('main table');
    expect(await found.textContent()).toContain('Lives at that address');
    expect(await found.textContent()).not.toContain('Gull');
    await expectSound(page);
  });

  it('finds nobody, and says so alike, for a worker who may not see the child', async () => {
    const page = await journey.worker('tess', DESK);
    for (const typed of ['Safron Cutlefihs', '3 Gull Lane', 'the Barnacle family']) {
      await lookFor(page, journey.address, typed);
      const said = await page.locator('main').textContent();
      expect(said).toContain(`Nobody found for “${typed}”`);
      expect(said).not.toContain('Saffron');
    }
  });
});
