import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/language/id.ts';
import {
  DESK,
  expectSound,
  expectVisibleFocus,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';
import { openChild, parentOf } from '../support/open-child.ts';
import { expectWithin } from '../support/tasks.ts';
import { countTouches } from '../support/touches.ts';

describe('Closing with a family', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  const childOf = async (key: string, name: string): Promise<Id> => {
    const { staffId } = await journey.world.as(key);
    const { child } = await openChild(journey.world, name, staffId);
    await parentOf(journey.world, child, 'Rosa');
    return child;
  };
  const isOpen = async (child: Id) =>
    (await journey.world.rows('select 1 from open_period where person_id = $1 and ended_on is null', [child]))
      .length > 0;

  /** Proposes a closing as somebody does who works with the child, from the child's own page. */
  const propose = async (child: Id) => {
    const page = await journey.worker('tess', TELEPHONE);
    await page.goto(`${journey.address}/people/${child}/periods-of-service`);
    await page.locator('main a[href^="/periods-of-service/"]').first().click();
    await page.waitForURL(/\/periods-of-service\/[0-9a-f-]{36}$/);
    await page.locator('main a[href$="/closings"]').click();
    await page.waitForURL(/\/closings$/);
    await expectSound(page);
    await page.locator('main a[href$="/closings/new"]').click();
    await page.waitForURL(/\/closings\/new$/);
    await expectSound(page);
    // Sent too early: asked again at the fields, and nothing is lost.
    await page.locator('main [name="views.0.words"]').fill('I do not need you any more.');
    await page.locator('main form[action$="/closings"] button.govuk-button').click();
    await page.locator('.govuk-error-summary').waitFor();
    await expectSound(page);
    expect(await page.locator('main [name="views.0.words"]').inputValue()).toBe(
      'I do not need you any more.',
    );
    await page.locator('main [name="views.1.words"]').fill('We can do it ourselves now.');
    await page.locator('main [name="disagreed"]').fill('The first visit was too early in the day.');
    await page.locator('main [name="reason"][value="no longer in need"] + label').click();
    await page.locator('main [name="reached"]').fill('Mornings go well now.');
    await page.locator('main [name="othersTold"]').fill('Tess tells the school on Friday.');
    await page.locator('main form[action$="/closings"] button.govuk-button').click();
    await page.waitForURL(/\/closings\/[0-9a-f-]{36}$/);
    await expectSound(page);
    return page;
  };

  /** The same, sent without a browser: the address of what was proposed. */
  const proposed = async (key: string, child: Id): Promise<string> => {
    const [row] = await journey.world.rows(
      'select p.id as period, r.other_id as mother from period_of_service p join relationship r on r.person_id = p.person_id where p.person_id = $1',
      [child],
    );
    const reply = await (await journey.world.as(key)).post(`/people/${child}/closings`, {
      periodId: String(row?.['period']),
      reason: 'no longer in need',
      reached: 'Mornings go well now.',
      comeBack: 'Ring us.',
      othersTold: 'Nobody has to be told.',
      'views.0.of': 'child',
      'views.0.words': 'I do not need you any more.',
      'views.1.of': String(row?.['mother']),
      'views.1.words': 'We can do it ourselves now.',
    });
    return `${journey.address}${reply.headers.location}`;
  };

  it('goes from what the child says to the last day, and the manager needs three clicks', async () => {
    const child = await childOf('tess', 'Otto');
    const worker = await propose(child);
    expect(await worker.locator('main form[action$="/authorisation"]').count()).toBe(0);
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/my-work`);
    const touches = await countTouches(page);
    const click = async (selector: string, leads: RegExp) => {
      await page.locator(selector).first().click();
      await page.waitForURL(leads);
    };
    await click('main a[href="/closings"]', /\/closings$/);
    await expectSound(page);
    await click('main th a[href^="/closings/"]', /\/closings\/[0-9a-f-]{36}$/);
    await expectSound(page);
    expect(await page.locator('main').textContent()).toContain('“I do not need you any more.”');
    await click('main form[action$="/authorisation"] button', /\/closings$/);
    expectWithin('7', 'clicks', (await touches()).clicks);
    expect(await isOpen(child)).toBe(false);
    expect((await worker.reload())?.status()).toBe(404);
  });

  it('is authorised from the list with at most six keys', async () => {
    const child = await childOf('tess', 'Wren');
    await proposed('tess', child);
    const page = await journey.worker('mira', DESK);
    await page.goto(`${journey.address}/closings`);
    const touches = await countTouches(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/closings\/[0-9a-f-]{36}$/);
    await page.keyboard.press('a');
    await page.waitForURL(/\/closings$/);
    expectWithin('7', 'keys', (await touches()).keys);
    expect(await isOpen(child)).toBe(false);
  });

  it('is not authorised by the worker who proposed it, also where they are a manager, nor seen by who does not work with the child', async () => {
    const child = await childOf('mira', 'Kit');
    const at = await proposed('mira', child);
    const page = await journey.worker('mira', DESK);
    await page.goto(at);
    expect(await page.locator('main form[action$="/authorisation"]').count()).toBe(0);
    const { pathname } = new URL(at);
    const own = await (await journey.world.as('mira')).post(`${pathname}/authorisation`);
    expect([own.statusCode, own.body.includes('Another manager')]).toEqual([422, true]);
    expect((await (await journey.world.as('tess')).post(`${pathname}/authorisation`)).statusCode).toBe(403);
    const ivo = await journey.worker('ivo', TELEPHONE);
    expect((await ivo.goto(at))?.status()).toBe(404);
    const nell = await journey.worker('nell', DESK);
    expect((await nell.goto(at))?.status()).toBe(403);
    expect(await isOpen(child)).toBe(true);
  });

  it('goes back for more work with words, on a telephone too, and stands again as it was typed', async () => {
    const child = await childOf('tess', 'Jem');
    const at = await proposed('tess', child);
    const page = await journey.worker('mira', TELEPHONE);
    await page.goto(at);
    await expectSound(page);
    await expectVisibleFocus(page, 3);
    await page.locator('main [name="words"]').fill('Ask the father too.');
    await page.locator('main form[action$="/return"] button').click();
    await page.waitForURL(/\/closings$/);
    const worker = await journey.worker('tess', DESK);
    await worker.goto(at);
    await worker.locator('main a[href*="/closings/new?again="]').click();
    await worker.waitForURL(/again=/);
    expect(await worker.locator('main [name="views.1.words"]').inputValue()).toBe(
      'We can do it ourselves now.',
    );
    const hugo = await journey.worker('hugo', DESK);
    await hugo.goto(`${journey.address}/closing-letters`);
    await expectSound(hugo);
  });
});
