import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import {
  DESK,
  expectSound,
  expectSoundOnBoth,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';
import { expectWithin } from '../support/tasks.ts';
import { countTouches } from '../support/touches.ts';

describe('A manager’s morning', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
    const { staffId } = await journey.world.as('tess');
    await openChild('Teal', 60, staffId);
    await openChild('Sorrel', 3, staffId);
    await openChild('Plover', 1, undefined);
    await openChild('Wigeon', 1, undefined);
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

  it('begins with the team: what is overdue, with whom, and what waits, at a desk and on a telephone', async () => {
    const page = await journey.worker('mira', TELEPHONE);
    await page.goto(`${journey.address}/team`);
    const words = (await mainOf(page)) ?? '';
    for (const said of ['Overdue', 'Teal Heron', 'Tess Windlass', 'Allocate a worker', 'Weight carried', 'Visible children'])
      expect(words, said).toContain(said); // biome-ignore format: a list reads as a list
    await expectSoundOnBoth(page);
    await page.goto(`${journey.address}/team?by=family&show=overdue`);
    await expectSoundOnBoth(page);
  });

  it('opens what is most overdue with at most three keys', async () => {
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/team`);
    const touches = await countTouches(page);
    for (const key of ['j', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/\/visits$/);
    expectWithin('morning', 'keys', (await touches()).keys);
    expect(await mainOf(page)).toContain('Teal Heron');
  });

  it('finds a child from any page and opens the record, in at most nine keys or two clicks', async () => {
    const page = await journey.worker('mira', DESK);
    const isFound = async () => {
      await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
      expect(await page.locator('h1').textContent()).toContain('Teal Heron');
    };
    await page.goto(`${journey.address}/help`);
    const touches = await countTouches(page);
    await page.keyboard.press('/');
    await page.keyboard.type('teal');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\?search=[0-9a-f-]{36}$/);
    for (const key of ['j', 'Enter']) await page.keyboard.press(key);
    await isFound();
    const { keys, letters, clicks } = await touches();
    expect([letters, clicks]).toEqual([4, 0]);
    expectWithin('1', 'keys with the letters of the name', keys + letters);
    await page.locator('header input[name="q"]').click();
    await page.keyboard.type('teal heron\n');
    await page.waitForURL(/\/people\?search=[0-9a-f-]{36}$/);
    await page.locator('main th a').first().click();
    await isFound();
    expectWithin('1', 'clicks', (await touches()).clicks);
  });

  it('gives the child without a worker to somebody whose load is shown, in at most four clicks', async () => {
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/team?show=waiting`);
    const touches = await countTouches(page);
    await page.locator('main a', { hasText: 'Plover Heron' }).click();
    await page.waitForURL(/\/allocations$/);
    expect(await mainOf(page)).toMatch(/Tess Windlass.*full at 20/su);
    await page.locator('main label', { hasText: 'Tess Windlass' }).click();
    await page.locator('main form[action$="/allocations"] button').click();
    await page.locator('main td', { hasText: 'Worker' }).waitFor();
    expectWithin('8', 'clicks', (await touches()).clicks);
  });

  it('gives the next one by keyboard alone, in at most eight keys', async () => {
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/team?show=waiting`);
    const touches = await countTouches(page);
    for (const key of ['j', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/\/allocations$/);
    const worker = page.locator('main .govuk-radios__item', { hasText: 'Tess Windlass' });
    await page.keyboard.press((await worker.locator('input').getAttribute('data-key')) ?? '');
    expect(await worker.locator('input').isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.locator('main td', { hasText: 'Worker' }).waitFor();
    expectWithin('8', 'keys', (await touches()).keys);
    await page.goto(`${journey.address}/team?show=waiting`);
    expect(await mainOf(page)).toContain('Nothing waits for you');
  });

  it('ends with the calendar of gaps and whom nobody has seen for longest', async () => {
    const page = await journey.worker('mira', TELEPHONE);
    for (const at of ['/calendar-of-gaps', '/visible-children', '/desk']) {
      await page.goto(journey.address + at);
      await expectSoundOnBoth(page);
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
