import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/language/id.ts';
import { type NewContact, recordContact } from '../../src/practice/hub/contact/index.ts';
import { A_CONTACT } from '../support/contacts.ts';
import {
  DESK,
  expectSound,
  expectVisibleFocus,
  type Journey,
  openJourney,
  TELEPHONE,
} from '../support/journey.ts';

const told: NewContact = {
  ...A_CONTACT,
  channel: 'request form',
  source: '2A',
  about: 'safeguarding concern',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'Saffron has been late on nine of the last fourteen days.',
  childWords: 'I do the tea because Mum is asleep.',
  referrerLevel: 3,
  referrer: { kind: 'professional', name: 'Ada Lugsail', agencyNamed: 'Gull Rock School' },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
  familyMembers: [{ name: 'Marina Barnacle', relation: 'mother' }],
};

describe('The hub at work', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  const record = (more: Partial<NewContact> = {}) =>
    journey.world.within((surroundings) => recordContact(surroundings, { ...told, ...more }));
  const answer = (id: Id) => journey.world.rows('update contact set answered_at = now() where id = $1', [id]);
  const open = async (page: Page, path: string) => {
    await page.goto(`${journey.address}${path}`);
    return page;
  };

  it('takes and rates a contact by the keyboard alone, from the board', async () => {
    const first = await record({ toldAt: new Date('2026-11-19T10:00:00Z') });
    const second = await record();
    const page = await open(await journey.worker('nell', DESK), '/hub');
    await expectSound(page);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.waitForLoadState();
    const row = page.locator(`[id="contact-${first.reference}"]`);
    await row.getByText('Nell Capstan').waitFor();
    expect(await page.locator(`[id="contact-${second.reference}"]`).textContent()).toContain('Nobody yet');
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.waitForURL(/ratings\/new$/);
    await expectSound(page);
    await page.keyboard.press('2');
    await page.getByLabel('Why').fill('Late, hungry, and nobody else to ask');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/contacts\/[\da-f-]+$/);
    await expectSound(page);
    expect(await page.textContent('main')).toContain('Late, hungry, and nobody else to ask');
    await Promise.all([answer(first.id), answer(second.id)]);
  });

  it('lists its keys under "?", and can turn them off', async () => {
    const { id } = await record();
    const page = await open(await journey.worker('sol', DESK), '/hub');
    await page.keyboard.press('?');
    expect(await page.locator('dialog#keys').textContent()).toContain('ask partners');
    await page.getByRole('button', { name: 'Turn single keys off' }).click();
    await page.waitForURL(/own-account$/);
    await expectSound(page);
    await open(page, '/hub');
    await page.keyboard.press('j');
    expect(await page.locator('[aria-current="true"][data-row]').count()).toBe(0);
    await answer(id);
  });

  it('asks the police inside a MASH enquiry, and shows what they hold beside the contact', async () => {
    const { id } = await record();
    const page = await open(await journey.worker('dara', DESK), `/contacts/${id}`);
    await page.getByRole('link', { name: 'Ask partners' }).click();
    await expectSound(page);
    await page.getByLabel('What do you need to know, and why?').fill('Whether she was hurt before');
    await page.getByLabel('Given').check();
    await page.getByLabel('Call-outs to the address or the family').check();
    await page.getByRole('button', { name: 'Ask the agencies ticked' }).click();
    await page.waitForURL(/mash-enquiries\/[\da-f-]+$/);
    await expectSound(page);

    const partner = await open(await journey.worker('halyard', TELEPHONE), '/partner-checks');
    await expectSound(partner);
    await partner.getByRole('link', { name: /Saffron Barnacle/ }).click();
    await expectSound(partner);
    expect(await partner.textContent('main')).not.toContain('Gull Rock');
    await partner.getByLabel('Yes, we hold something').check();
    await partner.getByLabel('What you hold').fill('One call in December.');
    await partner.getByRole('button', { name: 'Send the answer' }).click();
    await partner.waitForURL(/partner-checks$/);
    await expectSound(partner);

    await open(page, `/contacts/${id}`);
    await expectSound(page);
    expect(await page.locator('.c-partners').textContent()).toContain('One call in December.');
    await answer(id);
  });

  it('refuses partner checks for want of permission, and keeps what was typed', async () => {
    const { id } = await record();
    const page = await open(await journey.worker('dara', DESK), `/contacts/${id}/mash-enquiries/new`);
    await page.getByLabel('What do you need to know, and why?').fill('Whether she was hurt before');
    await page.getByLabel('Refused').check();
    await page.getByLabel('Call-outs to the address or the family').check();
    await page.getByRole('button', { name: 'Ask the agencies ticked' }).click();
    await expectSound(page);
    expect(await page.locator('.govuk-error-summary').textContent()).toContain(
      'a manager must open this enquiry',
    );
    expect(await page.getByLabel('What do you need to know, and why?').inputValue()).toBe(
      'Whether she was hurt before',
    );
    await answer(id);
  });

  it('V3.2.2: keeps what is typed, and shows both texts, as they were typed, where the same worker writes in two windows', async () => {
    const { id } = await record();
    const path = `/contacts/${id}/mash-enquiries/new`;
    const one = await open(await journey.worker('cleo', DESK), path);
    const two = await open(await journey.worker('cleo', DESK), path);
    const purpose = (page: Page) => page.getByLabel('What do you need to know, and why?');
    const kept = (page: Page) => page.waitForResponse((response) => response.url().includes('/drafts/'));
    await Promise.all([kept(one), purpose(one).pressSequentially('From the <b>first</b> window')]);
    await Promise.all([kept(two), purpose(two).pressSequentially('From the second window')]);
    await two.getByText(/From your other window, \d\d:\d\d: From the <b>first<\/b> window/).waitFor();
    await two.getByRole('button', { name: 'Use this text' }).click();
    expect(await purpose(two).inputValue()).toBe('From the <b>first</b> window');
    await kept(two);
    await open(one, path);
    expect(await purpose(one).inputValue()).toBe('From the <b>first</b> window');
    await answer(id);
  });

  it('works on a telephone: the board, a contact, an alert', async () => {
    const { id, reference } = await record({ immediateDanger: true });
    const page = await open(await journey.worker('otis', TELEPHONE), '/hub');
    await expectSound(page);
    await expectVisibleFocus(page, 8);
    await page.getByRole('button', { name: `I have it (${reference})` }).click();
    await page.waitForURL(new RegExp(`/contacts/${id}$`));
    await expectSound(page);
    expect(await page.textContent('main')).toContain('acknowledged it at');
    await answer(id);
  });

  it('is calm when nobody waits', async () => {
    const page = await open(await journey.worker('nell', DESK), '/hub');
    await expectSound(page);
    expect(await page.textContent('main')).toContain('Nobody is waiting for an answer');
  });
});
