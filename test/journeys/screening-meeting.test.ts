import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, type Made, makeContact } from '../support/contacts.ts';
import {
  DESK,
  expectInOrderEverywhere,
  expectSound,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';

const CONTACTS = 20;
const HOUR = 3_600_000;

describe('A meeting of twenty contacts', () => {
  let journey: Journey;
  let made: readonly Made[];
  beforeAll(async () => {
    journey = await openJourney();
    const contacts: Made[] = [];
    for (let index = 0; index < CONTACTS; index += 1) {
      const siblings = index % 7 === 3 ? [{ givenName: `Kit${index}`, familyName: 'Sandpiper' }] : [];
      contacts.push(
        await makeContact(journey.world, {
          ...FROM_SCHOOL,
          toldAt: new Date(Date.now() - (CONTACTS - index) * HOUR),
          children: [{ givenName: `Child${index}`, familyName: 'Sandpiper' }, ...siblings],
        }),
      );
    }
    made = contacts;
  });
  afterAll(() => journey.close());

  const decide = async (page: Page, index: number) => {
    await page.keyboard.press(String((index % 4) + 1));
    const isAdvice = index % 2 === 0;
    await page.keyboard.press(isAdvice ? 'a' : 'n');
    if (isAdvice) {
      await page.keyboard.press('Tab');
      await page.keyboard.type('Whom to ring.');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type(`Said of ${index}.`);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(`${Math.min(index + 2, CONTACTS)} of ${CONTACTS}`)
      .first()
      .waitFor();
  };

  it('is held with the keyboard alone, and the last decision is taken back and made again', async () => {
    const page = await journey.worker('nell', DESK);
    await page.goto(`${journey.address}/screening-meetings`);
    await expectSound(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText(`1 of ${CONTACTS}`).first().waitFor();
    await expectSound(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Select a level of need').first().waitFor();
    await expectSound(page);
    await decide(page, 0);
    const isOnUndo = () =>
      page.evaluate<boolean>("document.activeElement?.matches('.c-toast__undo') ?? false");
    while (!(await isOnUndo())) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText(`1 of ${CONTACTS}`).first().waitFor();
    for (let index = 0; index < CONTACTS; index += 1) await decide(page, index);
    await page.getByText('Everything has been through').waitFor();
    await expectSound(page);
    const decided = await journey.world.rows(
      'select 1 from decision where withdrawn_at is null and screening_meeting_id is not null',
    );
    expect(decided).toHaveLength(CONTACTS + made.filter(({ children }) => children.length > 1).length);
  }, 180_000);

  it('is a page for each step that anybody can read, at a desk and on a telephone', async () => {
    const [first] = made;
    const nell = await journey.world.as('nell');
    const referred = await makeContact(journey.world);
    await nell.post(`/contacts/${referred.id}/decisions`, {
      'decisions.0.levelOfNeed': '4',
      'decisions.0.outcome': 'referral to social care',
      'decisions.0.reason': 'We need to know that the child is safe.',
    });
    const open = await makeContact(journey.world, {
      ...FROM_SCHOOL,
      children: [...FROM_SCHOOL.children, { givenName: 'Kit', familyName: 'Barnacle' }],
    });
    const paths = [
      `/contacts/${open.id}/decisions/new`,
      `/contacts/${open.id}/decisions/new?each=yes`,
      `/contacts/${first?.id}/decisions`,
      `/contacts/${first?.id}/answers/new`,
      `/contacts/${first?.id}/corrections/new`,
      `/contacts/${first?.id}/corrections/new?what=told%20at`,
      `/contacts/${first?.id}/corrections/new?what=source`,
      '/authorisations',
      '/early-help-episodes',
      '/referrals',
    ];
    const page = await journey.worker('cleo', TELEPHONE);
    for (const path of paths) {
      await page.goto(`${journey.address}${path}`);
      await expectSound(page);
      await expectInOrderEverywhere(page);
    }
  }, 180_000);
});
