import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';
import { careOf, personOnRecord } from '../trust/records.ts';
import { sampleFor } from '../trust/sampled-records.ts';

const NOTES = 'My notes about how soon she was seen.';
const DOCUMENT = '%PDF-1.7\nNot a word of it is looked at.';
const COMMENT = 'She was seen late, and nobody wrote down why.';

describe('An adviser far away', () => {
  let journey: Journey;
  let child = '';
  let caseAddress = '';
  beforeAll(async () => {
    journey = await openJourney();
    child = await personOnRecord(journey.world);
    await careOf(journey.world, child);
  });
  afterAll(() => journey.close());

  const opened = async (page: Page, path: string) => (await page.goto(`${journey.address}${path}`))?.status();

  it('reads the figures and the cases that two people let them read, and comments', async () => {
    const hugo = await journey.worker('hugo', DESK);
    await hugo.goto(`${journey.address}/my-work`);
    await hugo.getByRole('link', { name: 'Case samples' }).click();
    await expectSound(hugo);
    await hugo.getByRole('link', { name: 'Choose a sample' }).click();
    await hugo.getByRole('button', { name: 'Choose them' }).click();
    await hugo.getByText('Select the adviser').first().waitFor();
    await expectSound(hugo);
    await hugo.getByLabel('For which adviser?').selectOption({ index: 1 });
    await hugo.getByLabel('What is it for?').fill('How well we listen to children.');
    await hugo.getByLabel('Every child in care now').check();
    await hugo.getByLabel('How many, by chance?').fill('3');
    await hugo.getByLabel('Who confirms it?').selectOption({ label: 'Cleo Fathom, hub manager' });
    await hugo.getByLabel('What is the last day?').fill('tomorrow');
    await hugo.getByRole('button', { name: 'Choose them' }).click();
    await hugo.getByText('Waits for the second person').waitFor();
    await expectSound(hugo);

    const ada = await journey.worker('ada', TELEPHONE);
    expect(await opened(ada, '/sampled-cases')).toBe(200);
    await ada.getByText('No case is chosen for you now').waitFor();
    await expectSound(ada);

    const cleo = await journey.worker('cleo', DESK);
    await cleo.goto(hugo.url());
    await cleo.getByLabel('I confirm it').check();
    await expectSound(cleo);
    await cleo.getByRole('button', { name: 'Answer' }).click();
    await cleo.getByText('Read by the adviser').waitFor();

    await ada.goto(`${journey.address}/work`);
    await ada.getByRole('link', { name: 'Cases to read' }).click();
    await expectSound(ada);
    await ada.getByRole('link', { name: 'Case 1', exact: true }).click();
    await ada.getByText('10 to 15 years').waitFor();
    await expectSound(ada);
    for (const hidden of ['Saffron', 'Barnacle', '2015'])
      expect(await ada.getByText(hidden).count(), hidden).toBe(0);
    await ada.getByLabel('What do you think of it?').fill(COMMENT);
    await ada.getByRole('button', { name: 'Keep it' }).click();
    await ada.getByText('What you wrote').waitFor();
    caseAddress = new URL(ada.url()).pathname;
    await ada.getByRole('link', { name: 'Attach a document' }).click();
    await expectSound(ada);
    await ada.getByLabel('What is it?').fill(NOTES);
    await ada.getByRole('button', { name: 'Attach it' }).click();
    await ada.getByText('Choose the document').first().waitFor();
    await expectSound(ada);
    expect(await ada.getByLabel('What is it?').inputValue()).toBe(NOTES);
    await ada.getByLabel('The document').setInputFiles({
      name: 'notes.pdf',
      mimeType: 'text/html',
      buffer: Buffer.from(DOCUMENT),
    });
    await ada.getByRole('button', { name: 'Attach it' }).click();
    await ada.getByText('What you attached').waitFor();
    await ada.getByText(NOTES).waitFor();
    await expectSound(ada);
    await ada.goto(`${journey.address}/measures`);
    expect(await ada.getByRole('heading', { level: 1 }).count()).toBe(1);
    await hugo.reload();
    await hugo.getByText(COMMENT).waitFor();
    await hugo.getByText('Not checked for viruses').waitFor();
    await expectSound(hugo);
    const download = hugo.waitForEvent('download');
    await hugo.getByRole('link', { name: 'Take document 1' }).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toBe('notes.pdf');
    expect(readFileSync(await taken.path(), 'utf8')).toBe(DOCUMENT);
  });

  it('reads no record, no list and no name, and nobody else reads their cases; when it ends it is gone', async () => {
    const ada = await journey.worker('ada', DESK);
    for (const path of [`/people/${child}`, '/people', '/directory', '/case-samples', '/case-samples/new'])
      expect(await opened(ada, path), path).toBe(403);
    const quill = await journey.worker('quill', DESK);
    expect(await opened(quill, caseAddress)).toBe(403);
    expect(await opened(quill, `${caseAddress}/documents/new`)).toBe(403);
    const [document] = await journey.world.rows('select id from case_sample_document');
    expect(await opened(quill, `${caseAddress}/documents/${document?.['id']}`)).toBe(403);
    const another = await sampleFor(journey.world, { persons: [child], adviser: 'quill' });
    for (const path of ['', '/documents/new', `/documents/${document?.['id']}`])
      expect(await opened(ada, `/sampled-cases/${another['caseId']}${path}`), path).toBe(404);
    expect(await opened(ada, caseAddress)).toBe(200);
    await ada.getByLabel('What do you think of it?').fill('And one more thing about this case.');
    const hugo = await journey.worker('hugo', TELEPHONE);
    await hugo.goto(`${journey.address}/case-samples`);
    await hugo
      .getByRole('link', { name: /1 case$/ })
      .first()
      .click();
    await hugo.getByLabel('Why does it end?').fill('She has reported.');
    await hugo.getByRole('button', { name: 'End the sample' }).click();
    await hugo.getByText('Ended early').first().waitFor();
    await expectSound(hugo);
    await ada.getByRole('button', { name: 'Keep it' }).click();
    await ada.getByText('There is nothing here you can open').waitFor();
    await ada.getByText('And one more thing about this case.').waitFor();
    expect(await opened(ada, caseAddress)).toBe(404);
    expect(await opened(ada, `${caseAddress}/documents/${document?.['id']}`)).toBe(404);
  });
});
