import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

describe('Emergency access and its review', () => {
  let journey: Journey;
  let child: string;
  beforeAll(async () => {
    journey = await openJourney();
    const made = await journey.world.within((surroundings) =>
      createPerson(surroundings, {
        names: [{ kind: 'used', givenName: 'Samphire', familyName: 'Limpet' }],
        bornOn: day('2016-06-08'),
      }),
    );
    child = made.id;
  });
  afterAll(() => journey.close());

  async function ask(page: Page, givenName: string): Promise<void> {
    await page.getByLabel('Or first name').fill(givenName);
    await page.getByLabel('Family name').fill('Limpet');
    await page.getByLabel('Date of birth').fill('8 6 2016');
    await page.getByLabel('A child may be in danger now').check();
    await page
      .getByLabel('Why must you see this record now?')
      .fill('The police rang: she stands on the pier alone.');
    await page.getByLabel('It cannot wait for somebody').check();
    await page.getByLabel('I know that my manager').check();
    await page.getByRole('button', { name: 'Open it now' }).click();
  }

  it('leads from nothing to the record in three actions, on a telephone at night', async () => {
    const tess = await journey.worker('tess', TELEPHONE);
    const hidden = await tess.goto(`${journey.address}/people/${child}`);
    expect(hidden?.status()).toBe(404);
    await tess.getByRole('link', { name: 'A child may be in danger now' }).click();
    await expectSound(tess);
    await ask(tess, 'Samphire');
    await tess.getByText('It is open to you').waitFor();
    await expectSound(tess);
    await tess.getByRole('link', { name: 'Open the record of Samphire Limpet' }).click();
    await tess.getByRole('heading', { name: /Samphire Limpet/ }).waitFor();
  });

  it('is reviewed by the manager, who sees who asked, why and what came of it', async () => {
    const mira = await journey.worker('mira', DESK);
    await mira.goto(`${journey.address}/emergency-accesses`);
    await expectSound(mira);
    await mira.getByRole('link', { name: 'Tess Windlass' }).click();
    await mira.getByText('she stands on the pier alone').waitFor();
    await mira.getByRole('button', { name: 'Keep the review' }).click();
    await mira.getByText('Select whether it was right').first().waitFor();
    await mira.getByLabel('It was right').check();
    await mira.getByLabel('What did you find out').fill('Tess found her and took her home.');
    await expectSound(mira);
    await mira.getByRole('button', { name: 'Keep the review' }).click();
    await mira.getByText('Reviewed: it was right').waitFor();
  });

  it('is not for everybody, opens nothing for a wrong name, and is reviewed by nobody themselves', async () => {
    const bea = await journey.worker('bea', DESK);
    expect((await bea.goto(`${journey.address}/emergency-access/new`))?.status()).toBe(403);
    const nell = await journey.worker('nell', DESK);
    await nell.goto(`${journey.address}/emergency-access/new`);
    await ask(nell, 'Saltmarsh');
    await nell.getByText('Nothing was opened').first().waitFor();
    await expectSound(nell);
    expect((await nell.goto(`${journey.address}/emergency-accesses`))?.status()).toBe(403);
    const ivo = await journey.worker('ivo', DESK);
    expect((await ivo.goto(`${journey.address}/people/${child}`))?.status()).toBe(404);
  });
});
