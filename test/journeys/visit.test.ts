import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson, relate } from '../../src/practice/people/person/index.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';
import { expectWithin } from '../support/tasks.ts';
import { countTouches } from '../support/touches.ts';

describe('A visit', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  const childOfTess = async (givenName: string): Promise<Id> => {
    const { staffId } = await journey.world.as('tess');
    return journey.world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2016-05-05') });
      const on = { referred_at: made.now, referred_on: made.today, accepted_on: made.today };
      const said = { source: '2A', what_was_said: 'Said.', reason: 'Worried.' };
      await made.db
        .insertInto('referral')
        .values({ id: made.newId(), person_id: id, ...on, ...said })
        .execute();
      await allocate(made, { personId: id, staffId, fromOn: made.today });
      return id;
    });
  };

  const box = (page: Page, name: string, value: string) =>
    page.locator(`main [name="${name}"][value="${value}"] + label`);

  it('is written on a telephone in at most eight taps, the child’s own words first', async () => {
    const child = await childOfTess('Otto');
    const page = await journey.worker('tess', TELEPHONE);
    await page.goto(`${journey.address}/people/${child}`);
    const touches = await countTouches(page);
    await page.locator('main a[href$="/visits/new"]').tap();
    await page.waitForURL(/\/visits\/new$/);
    await page.locator('main [name="children.0.said"]').tap();
    expectWithin('4', 'taps to writing', (await touches()).taps);
    await page.keyboard.type('I like it when Gran comes.');
    for (const sight of ['seen', 'alone', 'bedroom']) await box(page, 'children.0.sight', sight).tap();
    await box(page, 'place', 'home').tap();
    await box(page, 'manner', 'planned').tap();
    await expectSound(page);
    await page.locator('main form button[type="submit"]').tap();
    await page.waitForURL(/\/visits$/);
    expectWithin('4', 'taps in all', (await touches()).taps);
    await expectSound(page);
    expect(await page.locator('main').textContent()).toContain('“I like it when Gran comes.”');
    await page.locator('main th a[href*="/visits/"]').click();
    await page.waitForURL(/\/visits\/[0-9a-f-]{36}$/);
    await expectSound(page);
    await page.locator('main a[href$="/corrections/new"]').click();
    await page.waitForURL(/\/corrections\/new$/);
    await expectSound(page);
  });

  const threeSiblings = async (): Promise<readonly [Id, Id, Id]> => {
    const [otto, wren, kit] = [
      await childOfTess('Otto'),
      await childOfTess('Wren'),
      await childOfTess('Kit'),
    ];
    for (const otherId of [wren, kit])
      await journey.world.within((made) =>
        relate(made, { personId: otto, otherId, kind: 'brother or sister' }),
      );
    return [otto, wren, kit];
  };

  it('is written once for three siblings, with at most three taps more for each', async () => {
    const [otto, wren, kit] = await threeSiblings();
    const page = await journey.worker('tess', TELEPHONE);
    await page.goto(`${journey.address}/people/${otto}/visits/new`);
    await page.locator('main [name="words"]').fill('The kitchen was warm.');
    const touches = await countTouches(page);
    for (const at of ['children.1', 'children.2']) {
      await box(page, `${at}.part`, 'yes').tap();
      for (const sight of ['seen', 'alone']) await box(page, `${at}.sight`, sight).tap();
    }
    expectWithin('5', 'taps', (await touches()).taps / 2);
    await box(page, 'place', 'video').tap();
    await box(page, 'manner', 'planned').tap();
    await expectSound(page);
    await page.locator('main form button[type="submit"]').tap();
    await page.waitForURL(/\/visits$/);
    const kept = await journey.world.rows(
      'select count(distinct visit_id)::int as visits, count(*)::int as children, count(*) filter (where alone)::int as alone from visit_child where person_id = any($1)',
      [[otto, wren, kit]],
    );
    expect(kept).toEqual([{ visits: 1, children: 3, alone: 2 }]);
    const desk = await journey.worker('tess', DESK);
    await desk.goto(`${journey.address}/people/${otto}/visits/new`);
    const pressed = await countTouches(desk);
    for (const name of ['part', 'sight'])
      for (const label of await desk.locator(`main [name="children.1.${name}"] + label`).all())
        if ((await pressed()).clicks < 3) await label.click();
    expectWithin('5', 'clicks', (await pressed()).clicks);
    expect(await desk.locator('main [name^="children.1."]:checked').count()).toBe(3);
  });

  it('is still there, each word under its own child, when the page was left before it was sent', async () => {
    const [otto, wren] = [await childOfTess('Otto'), await childOfTess('Wren')];
    await journey.world.within((made) =>
      relate(made, { personId: otto, otherId: wren, kind: 'brother or sister' }),
    );
    const page = await journey.worker('tess', DESK);
    await page.goto(`${journey.address}/people/${otto}/visits/new`);
    const saved = page.waitForResponse((reply) => reply.url().includes('/drafts/'));
    await page.locator('main [name="children.1.said"]').fill('Wren said this.');
    await saved;
    // Somebody is born or found between the two: the list of brothers and sisters is another now.
    const baby = await childOfTess('Aal');
    await journey.world.rows("update person set born_on = '2010-01-01' where id = $1", [baby]);
    await journey.world.within((made) =>
      relate(made, { personId: otto, otherId: baby, kind: 'brother or sister' }),
    );
    await page.goto(`${journey.address}/people/${otto}/visits/new`);
    const place = await page.locator(`main input[value="${wren}"]`).getAttribute('name');
    expect(place).toBe('children.2.personId');
    expect(await page.locator('main [name="children.2.said"]').inputValue()).toBe('Wren said this.');
    expect(await page.locator('main [name="children.1.said"]').inputValue()).toBe('');
  });

  it('is offered to nobody who does not work with the child, and visible children neither', async () => {
    const child = await childOfTess('Otto');
    const ivo = await journey.worker('ivo', TELEPHONE);
    expect((await ivo.goto(`${journey.address}/people/${child}/visits/new`))?.status()).toBe(404);
    const nell = await journey.worker('nell', DESK);
    expect((await nell.goto(`${journey.address}/people/${child}/visits`))?.status()).toBe(403);
    await nell.goto(`${journey.address}/people/${child}`);
    expect(await nell.locator('main a[href*="/visits"]').count()).toBe(0);
    const mira = await journey.worker('mira', TELEPHONE);
    await mira.goto(`${journey.address}/visible-children`);
    await expectSound(mira);
  });
});
