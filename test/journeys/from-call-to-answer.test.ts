import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import { FROM_SCHOOL, makeContact } from '../support/contacts.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

/** Answers the form of a page by the names of its controls, and presses the button that sends it. */
async function send(page: Page, to: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator(`form[method="post"][action$="${to}"]`).first();
  for (const [name, value] of Object.entries(typed)) {
    const control = form.locator(`[name="${name}"]`).first();
    const kind = await control.getAttribute('type');
    if (kind === 'radio' || kind === 'checkbox')
      await form.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
    else if ((await form.locator(`select[name="${name}"]`).count()) > 0) await control.selectOption(value);
    else await control.fill(value);
  }
  await form.locator('button[type="submit"]').last().click();
  await page.waitForLoadState();
}

const ADVICE = {
  'decisions.0.levelOfNeed': '1',
  'decisions.0.outcome': 'advice and information',
  'decisions.0.adviceGiven': 'Breakfast club, from Monday.',
  'decisions.0.reason': 'School and home sort this out together.',
};

describe('From a call to an answer', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await openJourney();
  });
  afterAll(() => journey.close());

  it('a call is taken: search first, then the words, and it stands on the board and on the record', async () => {
    const page = await journey.worker('nell', DESK);
    await page.goto(`${journey.address}/contacts/new`);
    await page.locator('main [name="q"]').fill('Barnacle');
    await page.locator('main [name="q"]').press('Enter');
    await page.waitForURL(/\/contacts\/new\?search=/);
    expect(await page.locator('main').textContent()).toContain('Nobody found');
    await send(page, '/contacts', {});
    await expectSound(page);
    expect(await page.locator('.govuk-error-summary').count()).toBe(1);
    await send(page, '/contacts', {
      channel: 'call',
      about: 'help',
      source: '2A',
      callerName: 'Ada Lugsail',
      'children.0.givenName': 'Saffron',
      'children.0.familyName': 'Barnacle',
      words: 'Late on nine of the last fourteen days.',
    });
    await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/);
    expect(await page.locator('main').textContent()).toContain('Late on nine of the last fourteen days.');
    await page.goto(`${journey.address}/hub`);
    expect(await page.locator('main').textContent()).toContain('Saffron Barnacle');
  });

  it('a decision for advice is signed and the referrer told; who may not decide is refused', async () => {
    const { id } = await makeContact(journey.world, { ...FROM_SCHOOL, referrerLevel: undefined });
    const page = await journey.worker('nell', DESK);
    await page.goto(`${journey.address}/contacts/${id}/decisions/new`);
    expect(await page.locator('main [type="radio"]:checked').count()).toBe(0);
    await send(page, `/contacts/${id}/decisions`, { ...ADVICE, 'decisions.0.reason': '' });
    await expectSound(page);
    await send(page, `/contacts/${id}/decisions`, ADVICE);
    await page.goto(`${journey.address}/contacts/${id}/answers/new`);
    await expectSound(page);
    const kept = await journey.world.rows('select outcome, signed_by from decision where contact_id = $1', [
      id,
    ]);
    expect(kept).toEqual([{ outcome: 'advice and information', signed_by: expect.any(String) }]);
    const bea = await journey.worker('bea', DESK);
    expect((await bea.goto(`${journey.address}/contacts/${id}/decisions/new`))?.status()).toBe(403);
  });

  for (const [outcome, opened, more] of [
    ['early help offered', 'early_help_episode', { 'decisions.0.earlyHelpReply': 'accepted' }],
    ['referral to social care', 'referral', {}],
  ] as const) {
    it(`a decision for "${outcome}" opens what follows, with what was said`, async () => {
      const { id } = await makeContact(journey.world);
      const page = await journey.worker('nell', DESK);
      await page.goto(`${journey.address}/contacts/${id}/decisions/new`);
      await send(page, `/contacts/${id}/decisions`, {
        'decisions.0.levelOfNeed': outcome === 'early help offered' ? '2' : '4',
        'decisions.0.outcome': outcome,
        'decisions.0.reason': 'We would like somebody at your side.',
        ...more,
      });
      const hugo = await journey.worker('hugo', DESK);
      const [decision] = await journey.world.rows<{ id: string; authorisation_asked: boolean }>(
        'select id, authorisation_asked from decision where contact_id = $1',
        [id],
      );
      if (decision?.authorisation_asked) {
        await hugo.goto(`${journey.address}/authorisations`);
        await expectSound(hugo);
        await send(hugo, `/decisions/${decision.id}/authorisation`, {});
      }
      const rows = await journey.world.rows(`select what_was_said from ${opened} where contact_id = $1`, [
        id,
      ]);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.['what_was_said']).toContain(FROM_SCHOOL.words);
    });
  }

  it('what was wrong is put right, and the page still shows what was known before', async () => {
    const { id, children } = await makeContact(
      journey.world,
      { ...FROM_SCHOOL, children: [{ givenName: 'Saffron', familyName: 'Barnacel' }] },
      { known: false },
    );
    const page = await journey.worker('cleo', DESK);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const before = new Date().toISOString();
    await page.goto(
      `${journey.address}/contacts/${id}/corrections/new?what=family%20name&child=${children[0]}`,
    );
    await expectSound(page);
    await send(page, `/contacts/${id}/corrections`, { isNow: 'Barnacle', reason: 'typed wrongly' });
    await page.goto(`${journey.address}/contacts/${id}`);
    expect(await page.locator('main').textContent()).toContain('Saffron Barnacle');
    // A page is asked only as known a few seconds ago and longer: a transaction that still runs may carry an earlier instant.
    await new Promise((resolve) => setTimeout(resolve, 5200));
    await page.goto(`${journey.address}/contacts/${id}?known=${before}`);
    const known = (await page.locator('main').textContent()) ?? '';
    expect(known).toContain('Saffron Barnacel');
    expect(known).not.toContain('Saffron Barnacle');
    expect(await page.content()).toContain('As known on');
    const tess = await journey.worker('tess', DESK);
    expect((await tess.goto(`${journey.address}/contacts/${id}/corrections/new`))?.status()).toBe(403);
  }, 40_000);

  it('a contact passed to the wrong child’s worker goes along when the child is put right', async () => {
    const { world, address } = journey;
    const { id, children, persons } = await makeContact(world);
    const right = await world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' }] as const;
      return (await createPerson(made, { names })).id;
    });
    const staffId = (await world.as('tess')).staffId;
    await world.within((made) =>
      allocate(made, { personId: persons[0] ?? right, staffId, fromOn: day('2026-11-02') }),
    );
    const nell = await journey.worker('nell', DESK);
    await nell.goto(`${address}/contacts/${id}/decisions/new`);
    await send(nell, `/contacts/${id}/decisions`, {
      'decisions.0.levelOfNeed': '3',
      'decisions.0.outcome': 'already open',
      'decisions.0.reason': 'Her worker takes it up.',
    });
    const tess = await journey.worker('tess', TELEPHONE);
    await tess.goto(`${address}/my-work`);
    await tess.locator('main a[href="/contact-notices"]').click();
    await tess.getByText('Her worker takes it up.').waitFor();
    await expectSound(tess);
    const identification = `/contacts/${id}/children/${children[0]}/identification`;
    await nell.goto(`${address}${identification}`);
    const typed = { choice: right, reason: 'A cousin of the same name' };
    await send(nell, identification, typed);
    await expectSound(nell);
    expect(await nell.locator('#goesAlong-error, .govuk-error-message').first().textContent()).toContain(
      'Tess Windlass works with',
    );
    await send(nell, identification, { goesAlong: 'yes' });
    expect(nell.url()).toBe(`${address}/contacts/${id}`);
    await tess.goto(`${address}/contact-notices`);
    expect(await tess.locator('main').textContent()).toContain('Nothing waits for you');
    expect((await tess.goto(`${address}${identification}`))?.status()).toBe(403);
  }, 40_000);

  it('a batch of the police is taken in as a file, on a telephone too', async () => {
    const page = await journey.worker('bea', TELEPHONE);
    await page.goto(`${journey.address}/police-notifications/batch`);
    await expectSound(page);
    const lines = ['incident,happened_on,given_name,family_name,born_on,words'];
    lines.push('J-77,2026-11-20,Otto,Limpet,2015-02-03,"A door was broken, the child was there."');
    lines.push('J-77,2026-11-20,Wren,Limpet,,"A door was broken, the child was there."');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'night.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\r\n')),
    });
    await page.locator('main button[type="submit"]').last().click();
    await page.getByText('It is kept').waitFor();
    const kept = await journey.world.rows(
      "select given_name, contact_id from police_notification where incident = 'J-77' order by 1",
    );
    expect(kept.map((row) => row['given_name'])).toEqual(['Otto', 'Wren']);
    expect(new Set(kept.map((row) => row['contact_id'])).size).toBe(1);
    const fern = await journey.worker('fern', DESK);
    expect((await fern.goto(`${journey.address}/police-notifications/batch`))?.status()).toBe(403);
  });
});
