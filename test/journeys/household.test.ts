import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { addAddress, createPerson, relate } from '../../src/practice/people/person/index.ts';
import { DESK, expectSoundOnBoth, type Journey, openJourney, TELEPHONE } from '../support/journey.ts';

describe('With whom a child lives', () => {
  let journey: Journey;
  let child: Id;
  beforeAll(async () => {
    journey = await openJourney();
    const { staffId } = await journey.world.as('tess');
    child = await journey.world.within(async (made) => {
      const called = async (givenName: string, bornOn: string) =>
        (
          await createPerson(made, {
            names: [{ kind: 'used', givenName, familyName: 'Limpet' }],
            bornOn: day(bornOn),
          })
        ).id;
      const [juniper, rhona, otto] = [
        await called('Juniper', '2015-06-08'),
        await called('Rhona', '1988-02-01'),
        await called('Otto', '1986-05-05'),
      ];
      await relate(made, { personId: juniper, otherId: rhona, kind: 'mother' });
      await relate(made, { personId: juniper, otherId: otto, kind: 'father' });
      await addAddress(made, juniper, { lines: '7 Shingle Lane', fromOn: day('2015-06-08') });
      await allocate(made, { personId: juniper, staffId, fromOn: made.today });
      return juniper;
    });
  });
  afterAll(() => journey.close());

  it('is said when somebody moves in, moves out and moves along, and is told as years and in words', async () => {
    const tess = await journey.worker('tess', DESK);
    await tess.goto(`${journey.address}/people/${child}/details`);
    await tess.getByRole('link', { name: 'Household over time' }).click();
    await tess.getByText('Nobody has said with whom Juniper Limpet lives now').waitFor();
    const moves = async (name: RegExp, more: () => Promise<void>) => {
      await tess.getByRole('link', { name: 'Somebody moves in' }).click();
      await tess.getByLabel('Find them by name').fill('limpet');
      await tess.getByRole('button', { name: 'Find' }).click();
      await tess.getByRole('link', { name }).click();
      await tess.getByLabel('Juniper Limpet moves in with').check();
      await more();
      await tess.getByLabel('Known', { exact: true }).check();
      await tess.getByLabel('A parent, carer or relative').check();
      await tess.getByRole('button', { name: 'Keep this' }).click();
    };
    await moves(/Rhona Limpet/, async () => {
      await tess.getByLabel('It is their home').check();
      await tess.getByLabel('When did they come?').fill('8/6/2015');
      await tess.getByLabel('Why?', { exact: true }).fill('She was born there.');
    });
    await tess.getByText('She was born there.').first().waitFor();
    await moves(/Otto Limpet/, async () => {
      await tess.getByLabel('Part of the time').check();
      await tess.getByLabel('Friday').check();
      await tess.getByLabel('Saturday').check();
      await tess.getByLabel('Anything to add').fill('every other week');
      await tess.getByLabel('When did they come?').fill('1/9/2021');
      await tess.getByLabel('Why?', { exact: true }).fill('Her parents live apart.');
      await expectSoundOnBoth(tess);
      await tess.setViewportSize(DESK);
    });
    await tess.getByText('Part of the time: Friday, Saturday; every other week').waitFor();

    await tess.getByRole('link', { name: 'The household moves' }).click();
    await tess.getByLabel('Where do they live now?').fill('3 Gull Row');
    await tess.getByRole('button', { name: 'Keep this move' }).click();
    await tess.getByText('Enter the day').first().waitFor();
    for (const name of ['Rhona', 'Otto']) await tess.getByLabel(`${name} Limpet,`).uncheck();
    await tess.getByLabel('When did they move?').fill('5/5/2023');
    await tess.getByLabel('About', { exact: true }).check();
    await tess.getByLabel('The child', { exact: true }).check();
    await tess.getByLabel('Why?', { exact: true }).fill('The house was sold.');
    await tess.getByRole('button', { name: 'Keep this move' }).click();
    await tess.getByRole('rowheader', { name: 'Since about 5 May 2023' }).waitFor();
    await expectSoundOnBoth(tess);

    await tess.getByRole('link', { name: 'Moves out, or not right about Juniper Limpet' }).first().click();
    await tess.getByRole('button', { name: 'They moved out' }).click();
    await tess.getByText('Enter why, or that it is not known').first().waitFor();
    await expectSoundOnBoth(tess);
  });

  it('is not there for a worker of another child, nor to be changed by an agency', async () => {
    const status = async (key: string, path: string) => {
      const page = await journey.worker(key, TELEPHONE);
      return (await page.goto(`${journey.address}/people/${child}/${path}`))?.status();
    };
    expect(await status('ivo', 'household')).toBe(404);
    expect(await status('ivo', 'household-memberships/new')).toBe(404);
    expect(await status('wren', 'household-moves/new')).toBe(403);
  });
});
