import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/language/id.ts';
import { ageToday } from '../support/from-now.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';
import { openChild } from '../support/open-children.ts';
import { expectWithin } from '../support/tasks.ts';
import { countTouches } from '../support/touches.ts';

const TEAM = 'Assessment and support';

describe('A rating exercise with two managers', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  const family = async (givenNames: readonly string[], worker: Id): Promise<readonly Id[]> => {
    const { world } = journey;
    const persons: Id[] = [];
    for (const givenName of givenNames)
      persons.push(await openChild(world, { givenName, familyName: 'Limpet', team: TEAM, worker }));
    const household = randomUUID();
    await world.rows('insert into household (id) values ($1)', [household]);
    for (const person of persons)
      await world.rows('insert into household_membership (id, household_id, person_id) values ($1, $2, $3)', [
        randomUUID(),
        household,
        person,
      ]);
    return persons;
  };
  const nextPage = (page: Page, from: string) => page.waitForURL((url) => url.href !== from);

  it('goes from freezing to comparison: four keys a case and the words, brothers and sisters in a row', async () => {
    const { world, address } = journey;
    const [tess, mira, fern] = await Promise.all([world.as('tess'), world.as('mira'), world.as('fern')]);
    const [juniper, pip] = await family(['Juniper', 'Pip'], tess.staffId);
    const own = await openChild(world, { givenName: 'Otto', team: TEAM, worker: mira.staffId });
    await openChild(world, { givenName: 'Sea', team: 'Early help', worker: fern.staffId });
    await tess.post(`/people/${juniper}/visits`, {
      visitedOn: '20/11/2026', place: 'home', manner: 'planned',
      'children.0.personId': String(juniper), 'children.0.said': 'I want to go to drama.', 'children.0.sight': ['seen', 'alone'],
    }); // biome-ignore format: a visit reads as a visit
    const head = await journey.worker('hugo', DESK);
    await head.goto(`${address}/rating-exercises`);
    await head.fill('[name="title"]', 'Rating every open case, November');
    await head.click('main form[action="/rating-exercises"] button');
    await head.waitForURL(/\/dealing\/new$/);
    await head.check('[name="way"][value="by team"]');
    await head.check('[name="which"][value="not dealt"]');
    for (const box of await head.locator('[name$=".takesPart"]').all()) await box.check();
    await expectSound(head);
    await head.click('main form[action$="/dealing"] button');
    await head.waitForURL(/\/rating-exercises\/[0-9a-f-]+$/);
    await expectSound(head);
    const at = head.url();
    await head.clock.install();
    await head.goto(at);

    const page = await journey.worker('mira', DESK);
    await page.goto(at);
    expect(await page.textContent('.c-exercise')).toContain('Yours: 0 of 2');
    await page.click('main a[href^="/rating-cases/"]:has-text("Rate the next")');
    await page.waitForURL(/\/rating-cases\//);
    await expectSound(page);
    const names: string[] = [];
    const touches = await countTouches(page);
    for (const words of ['Juno carries the home.', 'Pip is quieter than in May.']) {
      names.push((await page.textContent('main h1')) ?? '');
      const [from, { keys: before }] = [page.url(), await touches()];
      await page.keyboard.press('2');
      await page.keyboard.press(names.length === 1 ? '3' : '1');
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Tess goes with her to the GP on Monday.');
      await page.keyboard.press('Control+Enter');
      await nextPage(page, from);
      expectWithin('rating', 'keys beside the words', (await touches()).keys - before);
    }
    expect(names.toSorted()).toEqual(
      ['Juniper', 'Pip'].map((name) => `${name} Limpet, ${ageToday('2015-05-05')}`),
    );
    expect(page.url()).toBe(at);
    expect(await page.textContent('.c-exercise')).toContain('2 of 4');
    // The head of service left the page open, and sees what others have rated meanwhile.
    await head.clock.fastForward(16_000);
    await head.locator('.c-exercise__count', { hasText: '2 of 4' }).waitFor();
    expect(
      await world.rows(
        'select harm, breakdown, why from case_rating where person_id = any ($1) order by why',
        [[juniper, pip]],
      ),
    ).toEqual([
      { harm: 'amber', breakdown: 'red', why: 'Juno carries the home.' },
      { harm: 'amber', breakdown: 'green', why: 'Pip is quieter than in May.' },
    ]);

    await head.goto(`${at}?show=all`);
    await head.click('main th a:has-text("Otto")');
    await head.waitForURL(/\/rating-cases\//);
    await head.click('summary:has-text("Discuss together")');
    await head.fill('[name="question"]', 'Is he safe on weekends?');
    await head.click('main form[action$="/table"] button');
    await head.goto(`${at}/table`);
    await expectSound(head);
    await head.click('main th a:has-text("Otto")');
    await head.waitForURL(/from=table/);
    const pressed = await countTouches(head);
    await head.keyboard.press('1');
    await head.keyboard.press('1');
    await head.keyboard.type('He stays with Gran on weekends.');
    await head.keyboard.press('Tab');
    await head.keyboard.type('We close with the family.');
    await head.keyboard.press('Control+Enter');
    await head.waitForURL(/\/table$/);
    expectWithin('rating', 'keys beside the words', (await pressed()).keys);
    expect(own).not.toBe('');

    await head.goto(at);
    await head.fill('[name="note"]', 'One of early help is rated next week.');
    await head.click('main form[action$="/closing"] button');
    await head.waitForURL(at);
    await head.click('main a[href$="/comparison"]');
    await head.waitForURL(/\/comparison$/);
    await expectSound(head);
    expect(await head.textContent('main')).toContain('Rated for the first time: 3');
    const phone = await journey.worker('hugo', TELEPHONE);
    for (const path of ['', '?show=all', '/comparison', '/table']) {
      await phone.goto(`${at}${path}`);
      await expectSound(phone);
    }
  }, 120_000);

  it('lets nobody rate with whom the child works, nobody else in at all, and nothing in after the end', async () => {
    const { world, address } = journey;
    const mira = await world.as('mira');
    const child = await openChild(world, { givenName: 'Fen', team: TEAM, worker: mira.staffId });
    const hugo = await world.as('hugo');
    const begun = await hugo.post('/rating-exercises', { title: 'Once more' });
    const exercise = String(begun.headers.location).replace('/dealing/new', '');
    const [row] = await world.rows<{ id: string }>(
      'select c.id from rating_case c join rating_exercise e on e.id = c.exercise_id where person_id = $1 and closed_at is null',
      [child],
    );
    const at = `${address}/rating-cases/${row?.id}`;
    const page = await journey.worker('mira', TELEPHONE);
    await page.goto(at);
    await expectSound(page);
    const write = async () => {
      for (const axis of ['harm', 'breakdown']) await page.check(`[name="${axis}"][value="green"]`);
      await page.fill('[name="why"]', 'My own view of it.');
      await page.fill('[name="toDo"]', 'We go on.');
      await page.click('button:has-text("Save and next")');
      await page.waitForSelector('.govuk-error-summary');
    };
    await write();
    expect(await page.textContent('main')).toContain('another manager rates the case');
    expect(await page.inputValue('[name="why"]')).toBe('My own view of it.');
    await expectSound(page);
    await hugo.post(`${exercise}/closing`, { note: 'Enough.' });
    await write();
    expect(await page.textContent('main')).toContain('The exercise is closed');
    expect(await page.inputValue('[name="why"]')).toBe('My own view of it.');
    for (const key of ['tess', 'nell']) {
      const other = await journey.worker(key, DESK);
      const answer = await other.goto(`${address}${exercise}`);
      expect(answer?.status()).toBe(403);
      expect((await other.goto(at))?.status()).toBe(403);
    }
  }, 60_000);
});
