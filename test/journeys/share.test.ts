import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { addAttendance, createPerson } from '../../src/practice/people/person/index.ts';
import { ageToday } from '../support/from-now.ts';
import { DESK, expectSound, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

const TYPED = 'She was at the station on her own on Monday night.';

describe('What is shared with an agency', () => {
  let journey: Journey;
  let child: Id;
  beforeAll(async () => {
    journey = await openJourney();
    const { staffId } = await journey.world.as('tess');
    child = await journey.world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Juniper', familyName: 'Limpet' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2015-06-08') });
      await allocate(made, { personId: id, staffId, fromOn: made.today });
      await addAttendance(made, id, { kind: 'school', named: 'Samphire School' });
      return id;
    });
  });
  afterAll(() => journey.close());

  const opened = async (page: Page, path: string) => (await page.goto(`${journey.address}${path}`))?.status();

  it('is recorded with consent, read by the agency, and gone while their page is open', async () => {
    const tess = await journey.worker('tess', DESK);
    await tess.goto(`${journey.address}/people/${child}`);
    await tess.getByRole('link', { name: 'Sharing' }).click();
    await expectSound(tess);
    await tess.getByRole('link', { name: 'Record consent' }).click();
    await tess.getByLabel('Which agency may know?').selectOption({ label: 'Police' });
    await tess.getByLabel('Somebody with parental responsibility').check();
    await tess.getByLabel('Their name').fill('Rhona Limpet');
    await tess.getByLabel('When did they say it?').fill('yesterday');
    await tess.getByLabel('By telephone or video').check();
    await tess.getByLabel('What did they agree to?').fill('The police may know her school.');
    await expectSound(tess);
    await tess.getByRole('button', { name: 'Keep this' }).click();
    await tess.getByRole('link', { name: /With Police: Rhona Limpet/ }).waitFor();

    await tess.getByRole('link', { name: 'Share with an agency' }).click();
    await tess.getByRole('button', { name: 'Share this' }).click();
    await tess.getByText('Select what they read').first().waitFor();
    await expectSound(tess);
    await tess.getByLabel('Which agency?').selectOption({ label: 'Police' });
    await tess.getByLabel('To keep the child safe').check();
    await tess.getByLabel('In your words').fill('She goes missing at night.');
    await tess.getByLabel('School, nursery, doctor').check();
    await tess.getByLabel('Consent, which is on record').check();
    await tess.getByLabel('Which consent?').selectOption({ index: 1 });
    await tess.getByLabel('What is the last day?').fill('tomorrow');
    await tess.getByRole('button', { name: 'Share this' }).click();
    await tess.getByText('Nobody has opened it yet.').waitFor();
    await expectSound(tess);

    const jo = await journey.worker('halyard', TELEPHONE);
    await jo.goto(`${journey.address}/my-work`);
    await jo.getByRole('link', { name: 'Children shared with you' }).click();
    await expectSound(jo);
    await jo.getByRole('link', { name: `Juniper Limpet, ${ageToday('2015-06-08')}` }).click();
    await jo.getByText('Samphire School').waitFor();
    await expectSound(jo);
    await jo.getByLabel('What do you want to tell?').fill(TYPED);

    await tess.reload();
    await tess.getByText('Jo Halyard').waitFor();
    await tess.getByLabel('Why does it end?').fill('She is home, and the plan has ended.');
    await tess.getByRole('button', { name: 'End the share' }).click();
    await tess.getByText('Ended early: She is home').waitFor();

    await jo.getByRole('button', { name: 'Send it' }).click();
    await jo.getByText('There is nothing here you can open').waitFor();
    await jo.getByText(TYPED).waitFor();
    for (const gone of ['Juniper', 'Limpet', 'Samphire'])
      expect(await jo.getByText(gone).count(), gone).toBe(0);
    await expectSound(jo);
    await jo.goBack();
    expect(await opened(jo, '/shared-children')).toBe(200);
    expect(await jo.getByText('Juniper').count()).toBe(0);
  });

  it('is not there for another agency, and is not shared by whoever has no right to', async () => {
    const wren = await journey.worker('wren', TELEPHONE);
    const [share] = await journey.world.rows<{ id: string }>('select id from share where person_id = $1', [
      child,
    ]);
    expect(await opened(wren, `/shared-children/${share?.id}`)).toBe(404);
    expect(await opened(wren, `/people/${child}/shares`)).toBe(403);
    const nell = await journey.worker('nell', DESK);
    expect(await opened(nell, `/people/${child}/shares`)).toBe(200);
    expect(await nell.getByRole('link', { name: 'Share with an agency' }).count()).toBe(0);
    expect(await opened(nell, `/people/${child}/shares/new`)).toBe(403);
    const ivo = await journey.worker('ivo', DESK);
    expect(await opened(ivo, `/people/${child}/shares/new`)).toBe(404);
  });
});
