import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { recordContact } from '../../src/practice/hub/contact/index.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import {
  changeSafeContact,
  createPerson,
  joinHousehold,
  relate,
} from '../../src/practice/people/person/index.ts';
import { A_CONTACT } from '../support/contacts.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';
import { expectWithin } from '../support/tasks.ts';
import { countTouches } from '../support/touches.ts';

/** The two screens in which the eight questions have their answers: one at a desk, two on a small telephone. */
const [FIRST_SCREEN, TWO_SCREENS] = [800, 2 * 667] as const;

/** Run in the page: how far down an answer reaches, by where its words stand. */
const ANSWERS: Readonly<Record<string, string>> = {
  'Who am I?': 'h1',
  'What is the plan or order?': 'dl.c-identity__facts > div:has(dt:text-is("Plan or order"))',
  'Who is my worker?': 'dl.c-identity__facts > div:has(dt:text-is("Worker"))',
  'When was I last seen, alone?': 'dl.c-identity__facts > div:has(dt:text-is("Last seen"))',
  'What is next and when?': 'dl.c-identity__facts > div:has(dt:text-is("Next due"))',
  'What do I say?': 'main .c-voice__words',
  'What worries people?': 'main .c-said__worry >> nth=0',
  'Who looks after me?': 'main section:has(h2:text-is("Who looks after me")) li >> nth=0',
};

describe('A child at a glance', () => {
  let journey: Journey;
  let child: Id;
  beforeAll(async () => {
    journey = await openJourney();
    child = await made();
  });
  afterAll(() => journey.close());

  /** A child in need, on a plan, with an alert, seen alone six days ago by Tess. */
  async function made(): Promise<Id> {
    const { staffId } = await journey.world.as('tess');
    return journey.world.within(async (surroundings) => {
      const { db, newId, today } = surroundings;
      const named = (givenName: string) => [{ kind: 'used', givenName, familyName: 'Limpet' }] as const;
      const { id } = await createPerson(surroundings, { names: named('Juniper'), bornOn: day('2015-06-08') });
      const mother = await createPerson(surroundings, { names: named('Marram'), bornOn: day('1990-01-01') });
      await relate(surroundings, { personId: id, otherId: mother.id, kind: 'mother', parentalResponsibility: 'yes' });
      await joinHousehold(surroundings, [id, mother.id]);
      await allocate(surroundings, { personId: id, staffId, fromOn: addDays(today, -60) });
      await changeSafeContact(surroundings, id, {
        ways: ['text message'],
        language: 'en',
        notToSay: 'where she goes on Thursdays',
        fromOn: today,
        reviewOn: addDays(today, 90),
      });
      const of = { person_id: id, began_on: addDays(today, -60) };
      await db.insertInto('period_of_service').values({ id: newId(), ...of, kind: 'in need', basis: 'decided', basis_words: 'Help.' }).execute();
      await db.insertInto('protection_plan').values({ id: newId(), ...of, category: 'NEG', decided_by: 'Conference' }).execute();
      const visit = { id: newId(), visited_on: addDays(today, -6), place: 'school', manner: 'planned', visited_by: staffId };
      await db.insertInto('visit').values(visit).execute();
      const said = 'I want somebody to help Mum so I can go to drama on Thursdays. And I want to know before people come.';
      const seen = { seen: true, alone: true, bedroom_seen: false, said };
      await db.insertInto('visit_child').values({ id: newId(), visit_id: visit.id, person_id: id, ...seen }).execute();
      const stated = { person_id: id, stated_on: today, stated_by: staffId };
      for (const [kind, words] of [
        ['worry', 'Juno cooks and puts the twins to bed most nights.'],
        ['worry', 'Mother’s low mood since January.'],
        ['going well', 'Nan Coral has the children every Sunday.'],
        ['proud', 'I taught Pip and Tam to swim.'],
        ['trust', 'Nan Coral and Miss Lugsail'],
      ] as const)
        await db.insertInto('child_statement').values({ id: newId(), ...stated, kind, words }).execute();
      return id;
    });
  } // biome-ignore format: facts read as facts

  /** The same child behind a wall that Tess is named for, at a guarded address, with a risk to who goes there. */
  async function moreAlerts(): Promise<void> {
    const { staffId } = await journey.world.as('tess');
    const wall = randomUUID();
    const { rows } = journey.world;
    await rows("insert into wall (id, person_id, kind, reason, began_at, decided_by) values ($1, $2, 'restricted', 'A test', now(), $3)", [wall, child, staffId]);
    await rows('insert into wall_name (wall_id, staff_id) values ($1, $2)', [wall, staffId]);
    await rows("insert into address (id, person_id, lines, guarded) values ($1, $2, '1 Shingle Lane', true)", [randomUUID(), child]);
    await journey.world.within(async (made) => {
      const contact = await recordContact(made, {
        ...A_CONTACT,
        children: [{ givenName: 'Juniper', familyName: 'Limpet', personId: child }],
        familyMembers: [{ name: 'Marram Limpet', relation: 'mother', riskToStaff: 'A large dog at the back door' }],
      });
      expect(contact.id).not.toBe('');
    });
  } // biome-ignore format: facts read as facts

  const reachOf = async (page: Page) => {
    // Words written in another font while the right one is on its way are wider.
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const reach: Record<string, number> = {};
    for (const [question, where] of Object.entries(ANSWERS)) {
      const box = await page.locator(where).boundingBox();
      reach[question] = box === null ? Number.POSITIVE_INFINITY : Math.round(box.y + box.height);
    }
    return reach;
  };
  const below = (reach: Readonly<Record<string, number>>, most: number) =>
    Object.entries(reach).filter(([, bottom]) => bottom > most);

  it('answers the eight questions in the first screen at a desk', async () => {
    const page = await journey.worker('tess', DESK);
    await page.setViewportSize({ width: 1280, height: FIRST_SCREEN });
    await page.goto(`${journey.address}/people/${child}`);
    const touches = await countTouches(page);
    const reach = await reachOf(page);
    expect(Object.keys(reach)).toHaveLength(8);
    expect(below(reach, FIRST_SCREEN)).toEqual([]);
    const { keys, clicks } = await touches();
    expectWithin('9', 'keys and clicks', keys + clicks);
    expect(await page.locator('.c-alert').count()).toBe(1);
    await expectSound(page);
  });

  it('answers them in the first two screens of a small telephone', async () => {
    const page = await journey.worker('tess', TELEPHONE);
    await page.setViewportSize({ width: 375, height: 667 });
    await page.goto(`${journey.address}/people/${child}`);
    const touches = await countTouches(page);
    expect(below(await reachOf(page), TWO_SCREENS)).toEqual([]);
    expectWithin('9', 'taps', (await touches()).taps);
    await expectSound(page);
  });

  it('keeps the alert on every tab, and each tab is reached and sound', async () => {
    const page = await journey.worker('tess', DESK);
    await page.goto(`${journey.address}/people/${child}`);
    const tabs = await page.locator('.c-tabs a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(tabs.length).toBeGreaterThan(4);
    for (const tab of tabs) {
      await page.goto(`${journey.address}${tab}`);
      expect(await page.locator('.c-alert').textContent(), tab).toContain('where she goes on Thursdays');
      expect(await page.locator('.c-tabs a[aria-current="page"]').getAttribute('href')).toBe(tab);
      await expectSound(page);
    }
  }, 60_000); // biome-ignore format: a list reads as a list

  it('takes what worries people from a form, by keyboard alone', async () => {
    const page = await journey.worker('tess', DESK);
    await page.goto(`${journey.address}/people/${child}/statements/new`);
    await expectSound(page);
    await page.locator('main [name="kind"]').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('School 84%, was 97% last term.');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    expect(await page.locator('main').textContent()).toContain('School 84%, was 97% last term.');
  });

  it('answers the eight questions on a small telephone also below four alerts', async () => {
    await moreAlerts();
    const page = await journey.worker('tess', TELEPHONE);
    await page.setViewportSize({ width: 375, height: 667 });
    await page.goto(`${journey.address}/people/${child}`);
    expect(await page.locator('.c-alert').count()).toBe(4);
    expect(below(await reachOf(page), TWO_SCREENS)).toEqual([]);
    await expectSound(page);
    await page.setViewportSize({ width: 1280, height: FIRST_SCREEN });
    expect(below(await reachOf(page), FIRST_SCREEN)).toEqual([]);
  });

  it('answers a worker who may not see the child as if the child were not there', async () => {
    const page = await journey.worker('ivo', DESK);
    const hidden = await page.goto(`${journey.address}/people/${child}`);
    const words = await page.locator('main').textContent();
    const unknown = await page.goto(`${journey.address}/people/00000000-0000-4000-8000-000000000009`);
    expect([hidden?.status(), unknown?.status()]).toEqual([404, 404]);
    expect(await page.locator('main').textContent()).toBe(words);
    expect(words).not.toContain('Limpet');
  });
});
