import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, makeContact } from '../support/contacts.ts';
import {
  DESK,
  expectSound,
  expectSoundOnBoth,
  expectVisibleFocus,
  type Journey,
  openJourney,
} from '../support/journey.ts';
import { KINDS, type Records } from '../trust/records.ts';

type Opened = readonly [who: string | undefined, path: string];

/** Pages that no journey goes to, by who opens them; the names of records are filled in. */
// biome-ignore format: a table reads as a table
const BESIDE_THE_WAY: readonly Opened[] = [
  [undefined, '/'], [undefined, '/pt'], [undefined, '/worried-about-a-child'], [undefined, '/come-back'],
  [undefined, '/what-we-do-with-what-you-tell-us'], [undefined, '/follow/AAAAAAAAAAAAAAAAAAAAAA'],
  ['cleo', '/contacts/new'], ['cleo', '/alerts'], ['cleo', '/early-help-episodes/:episodeId'], ['cleo', '/measures/H3'], ['cleo', '/measures/H3/lines'],
  ['nell', '/people/:personId/names/new'], ['nell', '/people/:personId/safe-contact/new'], ['hugo', '/referrals/:referralId'],
  ['tess', '/police-notifications'], ['bea', '/police-notifications/new'], ['abe', '/directory'], ['ada', '/what-is-recorded'], ['ada', '/help'],
];
/** Pages that journeys hold against all of this where they come by; `npm run prove -- left-out` opens them here too. */
// biome-ignore format: a table reads as a table
const ON_THE_WAY: readonly Opened[] = [
  [undefined, '/pt/ask-for-help'], [undefined, '/requests/new'],
  ['cleo', '/hub'], ['cleo', '/contacts/:contactId'], ['cleo', '/contacts/:contactId/ratings/new'], ['cleo', '/contacts/:contactId/decisions/new'],
  ['cleo', '/contacts/:decidedContactId'], ['cleo', '/contacts/:decidedContactId/answers/new'], ['cleo', '/contacts/:contactId/corrections/new'],
  ['cleo', '/contacts/:contactId/children/:childId/identification'], ['cleo', '/contacts/:openContactId/mash-enquiries/new'],
  ['dara', '/mash-enquiries/:enquiryId'], ['cleo', '/authorisations'], ['cleo', '/screening-meetings/:meetingId'],
  ['nell', '/people'], ['nell', '/people/:personId'], ['nell', '/people/:personId/timeline'], ['nell', '/people/:personId/details'],
  ['hugo', '/referrals'], ['cleo', '/early-help-episodes'], ['tess', '/contact-notices'], ['bea', '/police-notifications/batch'],
  ['halyard', '/partner-checks'], ['halyard', '/partner-checks/:checkId'], ['cleo', '/measures'], ['quill', '/own-account'], ['ada', '/hub'],
];
const OPENED = process.env['LEFT_OUT'] === undefined ? BESIDE_THE_WAY : [...BESIDE_THE_WAY, ...ON_THE_WAY];

describe('Every page', () => {
  let journey: Journey;
  let records: Records;
  beforeAll(async () => {
    journey = await openJourney();
    const made = await KINDS['a child of Tess']?.(journey.world);
    const open = await makeContact(journey.world, { ...FROM_SCHOOL, about: 'safeguarding concern' });
    records = { ...made, openContactId: open.id };
  });
  afterAll(() => journey.close());

  it('is found wanting where something is wrong', async () => {
    const page = await journey.visitor(DESK);
    await page.goto(`${journey.address}/`);
    await page.evaluate("document.querySelector('h1').after(document.createElement('img'))");
    await expect(expectSound(page)).rejects.toThrow('image-alt');
  });

  it('is sound at a desk and on a telephone, down to 320 pixels', async () => {
    const unsound: string[] = [];
    const pages = new Map<string | undefined, Page>();
    for (const [who, path] of OPENED) {
      const page =
        pages.get(who) ?? (await (who === undefined ? journey.visitor(DESK) : journey.worker(who, DESK)));
      pages.set(who, page);
      const faults = await faultsOf(page, journey.address + addressOf(path, records));
      unsound.push(...faults.map((fault) => `${path}: ${fault}`));
    }
    expect(unsound).toEqual([]);
  }, 180_000);
});

function addressOf(path: string, records: Records): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => records[name] ?? name);
}

/** Opened once, and made narrow where it stands: what a telephone shows is the same document. */
async function faultsOf(page: Page, address: string): Promise<readonly string[]> {
  await page.setViewportSize(DESK);
  const status = (await page.goto(address))?.status() ?? 500;
  const faults = status < 500 ? [] : [`answered ${status}`];
  const keep = (fault: Error) => faults.push(fault.message);
  await expectVisibleFocus(page, 12).catch(keep);
  await expectSoundOnBoth(page).catch(keep);
  return faults;
}
