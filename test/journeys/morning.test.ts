import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

/** To open what is most overdue by keys; to allocate a child with the load shown by clicks, and by keys to the child. */
const MOST_KEYS_TO_OPEN = 3;
const MOST_CLICKS_TO_ALLOCATE = 4;

describe('A manager’s morning', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    const { staffId } = await journey.world.as('tess');
    await openChild('Teal', 60, staffId);
    await openChild('Sorrel', 3, staffId);
    await openChild('Plover', 1, undefined);
  });
  afterAll(() => journey.close());

  const openChild = async (givenName: string, daysAgo: number, worker: Id | undefined) => {
    const [team] = await journey.world.rows<{ id: Id }>(
      "select id from team where title = 'Assessment and support'",
    );
    return journey.world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Heron' }] as const;
      const { id: person } = await createPerson(made, { names, bornOn: day('2016-05-05') });
      const on = addDays(made.today, -daysAgo);
      await made.db
        .insertInto('period_of_service')
        .values({ id: made.newId(), person_id: person, kind: 'in need', basis: 'decided', basis_words: 'Why', team_id: team?.id, began_on: on })
        .execute(); // biome-ignore format: a row reads as a row
      if (worker !== undefined) await allocate(made, { personId: person, staffId: worker, fromOn: on });
    });
  };
  const mainOf = (page: Page) => page.locator('main').textContent();
  const clicking = () => {
    let clicks = 0;
    return {
      count: () => clicks,
      click: async (target: Locator) => {
        clicks += 1;
        await target.click();
      },
    };
  };

  it('begins with the team: what is overdue, with whom, and what waits, at a desk and on a telephone', async () => {
    for (const screen of [DESK, TELEPHONE]) {
      const page = await journey.worker('mira', screen);
      await page.goto(`${journey.address}/team`);
      const words = (await mainOf(page)) ?? '';
      for (const said of ['Overdue', 'Teal Heron', 'Tess Windlass', 'Allocate a worker', 'Weight carried', 'Visible children'])
        expect(words, said).toContain(said); // biome-ignore format: a list reads as a list
      await expectSound(page);
      await page.goto(`${journey.address}/team?by=family&show=overdue`);
      await expectSound(page);
    }
  });

  it('opens what is most overdue with at most three keys', async () => {
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/team`);
    const keys = ['j', 'Enter'];
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForURL(/\/visits$/);
    expect(keys.length).toBeLessThanOrEqual(MOST_KEYS_TO_OPEN);
    expect(await mainOf(page)).toContain('Teal Heron');
  });

  it('gives the child without a worker to somebody whose load is shown, in at most four clicks', async () => {
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/team?show=waiting`);
    const { click, count } = clicking();
    await click(page.locator('main a', { hasText: 'Plover Heron' }));
    await page.waitForURL(/\/allocations$/);
    expect(await mainOf(page)).toMatch(/Tess Windlass.*full at 20/su);
    await click(page.locator('main label', { hasText: 'Tess Windlass' }));
    await click(page.locator('main form[action$="/allocations"] button'));
    await page.waitForURL(/\/people\//);
    expect(count()).toBeLessThanOrEqual(MOST_CLICKS_TO_ALLOCATE);
    await page.goto(`${journey.address}/team?show=waiting`);
    expect(await mainOf(page)).toContain('Nothing waits for you');
  });

  it('ends with the calendar of gaps and whom nobody has seen for longest', async () => {
    for (const screen of [DESK, TELEPHONE]) {
      const page = await journey.worker('mira', screen);
      for (const at of ['/calendar-of-gaps', '/visible-children', '/desk']) {
        await page.goto(journey.address + at);
        await expectSound(page);
      }
    }
  });

  it('is nobody’s who has no team, and shows a worker of another team none of these children', async () => {
    const nell = await journey.worker('nell', DESK);
    expect((await nell.goto(`${journey.address}/team`))?.status()).toBe(403);
    const fern = await journey.worker('fern', DESK);
    await fern.goto(`${journey.address}/team`);
    expect(await mainOf(fern)).not.toContain('Heron');
  });
});

describe('Schools are closed', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  it('is declared by a manager, asks for everybody sooner, and is ended again', async () => {
    const { staffId } = await journey.world.as('tess');
    await journey.world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Wren', familyName: 'Dunlin' }] as const;
      const { id: person } = await createPerson(made, { names, bornOn: day('2016-05-05') });
      await made.db
        .insertInto('period_of_service')
        .values({ id: made.newId(), person_id: person, kind: 'in need', basis: 'decided', basis_words: 'Why', began_on: made.today })
        .execute(); // biome-ignore format: a row reads as a row
      await allocate(made, { personId: person, staffId, fromOn: made.today });
    });
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/visible-children`);
    await page.locator('main a', { hasText: 'Declared periods' }).click();
    await page.waitForURL(/\/declared-periods$/);
    await expectSound(page);
    await page.locator('main [name="title"]').fill('Schools closed');
    await page.locator('main [name="days"]').fill('5');
    await page.locator('main [name="fromOn"]').fill('today');
    await page.locator('main form button', { hasText: 'Declare' }).click();
    await page.locator('main .govuk-error-summary').waitFor();
    await expectSound(page);
    expect(await page.locator('main [name="title"]').inputValue()).toBe('Schools closed');
    await page.locator('main [name="reason"]').fill('Decided by the Assembly.');
    await page.locator('main input[name="forWhom"][value="all"] + label').click();
    await page.locator('main form button', { hasText: 'Declare' }).click();
    await page.waitForURL(/\/declared-periods\/[0-9a-f-]{36}$/);
    await expectSound(page);
    await page.locator('main a', { hasText: 'See whom nobody has seen' }).click();
    await page.waitForURL(/show=unseen/);
    expect(await page.locator('main').textContent()).toContain('Wren Dunlin');
    await expectSound(page);
    const tess = await journey.worker('tess', TELEPHONE);
    await tess.goto(`${journey.address}/desk`);
    expect(await tess.locator('main').textContent()).toContain('Schools closed');
    await expectSound(tess);
    await tess.goto(`${journey.address}/declared-periods`);
    expect(await tess.locator('main form').count()).toBe(0);
    await expectSound(tess);
    await page.goBack();
    await page.locator('main form button', { hasText: 'End this period' }).click();
    await page.locator('main .c-page-head', { hasText: 'Over' }).waitFor();
    await tess.goto(`${journey.address}/desk`);
    expect(await tess.locator('main').textContent()).not.toContain('Schools closed');
  });

  it('is not for whoever reads no visits', async () => {
    const bea = await journey.worker('bea', DESK);
    expect((await bea.goto(`${journey.address}/declared-periods`))?.status()).toBe(403);
  });
});
