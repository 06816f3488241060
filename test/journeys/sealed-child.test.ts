import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import { DESK, expectSound, type Journey, lookFor, openJourney, TELEPHONE } from '../support/journey.ts';

describe('A sealed child', () => {
  let journey: Journey;
  let child: Id;
  beforeAll(async () => {
    journey = await openJourney();
    const { staffId } = await journey.world.as('tess');
    child = await journey.world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Juniper', familyName: 'Limpet' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2015-06-08') });
      await allocate(made, { personId: id, staffId, fromOn: made.today });
      return id;
    });
  });
  afterAll(() => journey.close());

  const opened = async (page: Page, path: string) => (await page.goto(`${journey.address}${path}`))?.status();

  it('is sealed by one, agreed by another, and is not there for anybody else', async () => {
    const [cleo, nell] = [await journey.worker('cleo', DESK), await journey.worker('nell', TELEPHONE)];
    expect(await opened(nell, `/people/${child}`)).toBe(200);
    await cleo.goto(`${journey.address}/people/${child}`);
    await cleo.getByRole('link', { name: 'Who may see' }).click();
    await cleo.getByRole('link', { name: 'Restrict or seal this record' }).click();
    await cleo.getByRole('button', { name: 'Put up the wall' }).click();
    await expectSound(cleo);
    await cleo.getByLabel('Sealed: the same, and two people').check();
    await cleo.getByLabel('Why must others not open it?').fill('The child of a colleague.');
    await cleo.getByLabel('Person 1').selectOption({ label: 'Tess Windlass, works with them' });
    await cleo
      .getByLabel('If it is sealed: who is asked to agree?')
      .selectOption({ label: 'Hugo Pennant, head of service' });
    await cleo.getByLabel('When is it looked at again?').fill('tomorrow');
    await cleo.getByRole('button', { name: 'Put up the wall' }).click();
    await cleo.getByText('Stands; waits for the second person').waitFor();
    await cleo.getByText('Sealed record: only people who are named').waitFor();
    await expectSound(cleo);

    for (const path of ['', '/restrictions', '/timeline', '/details', '/visits'])
      expect(await opened(nell, `/people/${child}${path}`), path).toBe(
        [404, 403][path === '/visits' ? 1 : 0],
      );
    await lookFor(nell, journey.address, 'Juniper Limpet');
    expect(await nell.locator(`main a[href="/people/${child}"]`).count()).toBe(0);

    const hugo = await journey.worker('hugo', DESK);
    await hugo.goto(`${journey.address}/restrictions`);
    await hugo.getByRole('link', { name: 'Juniper Limpet' }).click();
    await hugo.getByLabel('I agree').check();
    await expectSound(hugo);
    await hugo.getByRole('button', { name: 'Answer' }).click();
    await hugo.getByText('Waiting for your answer').waitFor({ state: 'detached' });
    const tess = await journey.worker('tess', DESK);
    expect(await opened(tess, `/people/${child}`)).toBe(200);
  });

  it('cannot be sealed by who is no manager, and nobody agrees to their own wish', async () => {
    const tess = await journey.worker('tess', DESK);
    expect(await opened(tess, `/people/${child}/restrictions/new`)).toBe(403);
    expect(await tess.getByText('Your role cannot do this').count()).toBe(1);
    await tess.goto(`${journey.address}/people/${child}/restrictions`);
    expect(await tess.getByRole('link', { name: 'Restrict or seal' }).count()).toBe(0);
    const cleo = await journey.worker('cleo', DESK);
    await cleo.goto(`${journey.address}/people/${child}/restrictions`);
    await cleo.getByRole('link', { name: 'Open it', exact: true }).click();
    await cleo.getByLabel('Why can it come down?').fill('It is over.');
    await cleo.getByRole('button', { name: 'Ask for it' }).click();
    await cleo.getByRole('link', { name: 'Juniper Limpet' }).click();
    expect(await cleo.getByRole('button', { name: 'Answer' }).count()).toBe(0);
  });

  it('is closed to whoever says that it is a relative’s', async () => {
    const bea = await journey.worker('bea', TELEPHONE);
    await bea.goto(`${journey.address}/own-account`);
    await bea.getByRole('link', { name: 'Add somebody' }).click();
    await bea.getByLabel('First name').fill('Juniper');
    await bea.getByLabel('Family name').fill('Limpet');
    await bea.getByLabel('Date of birth').fill('8 6 2015');
    await bea.getByLabel('A relative').check();
    await bea.getByRole('button', { name: 'Keep this' }).click();
    await bea.getByText('Juniper Limpet').waitFor();
    await expectSound(bea);
    expect(await opened(bea, `/people/${child}`)).toBe(404);
  });
});
