import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild } from '../../../../test/support/open-child.ts';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';

describe('The register of complex cases', () => {
  let world: World;
  let [tess, mira, ivo, cleo, nell]: Worker[] = [];
  beforeAll(async () => {
    world = await openStillWorld();
    [tess, mira, ivo, cleo, nell] = await Promise.all(
      ['tess', 'mira', 'ivo', 'cleo', 'nell'].map((key) => world.as(key)),
    );
  });
  afterAll(() => world.close());

  const entry = (more: Record<string, string> = {}) => ({
    enteredOn: '3/11/2026',
    why: 'Five agencies work with them, and school is about to end.',
    leadId: tess?.staffId ?? '',
    'agencies.0.named': 'The harbour school',
    'agencies.0.who': 'The head',
    ...more,
  });
  const entered = async (more?: Record<string, string>) => {
    const { child } = await openChild(world, 'Otto', tess?.staffId);
    const reply = await mira?.post(`/people/${child}/complex-cases`, entry(more));
    expect(reply?.statusCode, reply?.body.slice(-2000)).toBe(303);
    return { child, at: String(reply?.headers.location) };
  };
  const timeOf = async (child: Id) =>
    (await world.rows<{ id: string }>('select id from thinking_time where person_id = $1', [child]))[0]?.id;

  it('is entered by a manager’s decision, with the reason, who leads, and the agencies', async () => {
    const { child, at } = await entered();
    const page = (await tess?.get(at))?.body ?? '';
    for (const words of [
      'Five agencies work with them',
      'Tess Windlass',
      'The harbour school',
      'The head',
      'Mira Spindrift',
    ])
      expect(page).toContain(words);
    expect((await cleo?.get('/complex-cases'))?.body).toContain('1 on the register');
    expect((await ivo?.get('/complex-cases'))?.body).toContain('Nobody is on the register');
    expect((await nell?.get('/complex-cases'))?.statusCode).toBe(403);
    expect((await ivo?.get(at))?.statusCode).toBe(404);
    expect((await tess?.post(`/people/${child}/complex-cases`, entry()))?.statusCode).toBe(403);
    const again = await mira?.post(`/people/${child}/complex-cases`, entry());
    expect([again?.statusCode, again?.body.includes('They are on the register already')]).toEqual([
      422,
      true,
    ]);
    expect((await tess?.get(`/people/${child}/timeline`))?.body).toContain(
      'Put on the register of complex cases',
    );
  });

  it.each([
    ['without a reason', { why: '' }, 'Say what makes it complex'],
    ['in the future', { enteredOn: '1/1/2031' }, 'The day must be'],
    ['with nobody who leads', { leadId: '00000000-0000-4000-8000-000000000000' }, 'Select who leads from the list'],
    ['with somebody of no agency', { 'agencies.0.named': '' }, 'Select an agency, or write which other'],
  ])('asks at the field about an entry %s, and loses no word', async (_what, more, message) => {
    const { child } = await openChild(world, 'Otto', tess?.staffId);
    const refused = await mira?.post(`/people/${child}/complex-cases`, entry(more));
    expect([refused?.statusCode, refused?.body.includes(message)], refused?.body.slice(-2500)).toEqual([422, true]);
    expect(refused?.body).toContain('The head');
    expect(await world.rows('select 1 from complex_case where person_id = $1', [child])).toEqual([]);
  }); // biome-ignore format: a table reads as a table

  it('counts thinking time booked against held, on the register, on the case and as a file', async () => {
    const { child, at } = await entered();
    const book = (bookedOn: string) =>
      tess?.post(`${at}/thinking-times`, { bookedOn, bookedMinutes: '60', attending: 'The nurse and we' });
    expect((await book('20/11/2026'))?.statusCode).toBe(303);
    const time = await timeOf(child);
    const end = (who: Worker | undefined, answers: Record<string, string>) =>
      who?.post(`/thinking-times/${time}/ending`, answers);
    expect((await end(ivo, { outcome: 'held' }))?.statusCode).toBe(404);
    expect((await end(cleo, { outcome: 'held' }))?.statusCode).toBe(403);
    expect((await end(tess, { outcome: 'held' }))?.body).toContain('Enter the day on which it was held');
    expect((await end(tess, { outcome: 'not held', heldMinutes: '45', why: 'Ill.' }))?.body).toContain(
      'It was not held, so leave',
    );
    const held = { outcome: 'held', heldOn: '21/11/2026', heldMinutes: '45' };
    const both = await Promise.all([
      end(tess, held),
      end(mira, { outcome: 'not held', why: 'The nurse was ill.' }),
    ]);
    expect(both.map((reply) => reply?.statusCode).toSorted()).toEqual([303, 422]);
    await world.rows('update thinking_time set booked_minutes = 60 where id = $1', [time]);
    await book('1/1/2031');
    const minutes = both[0]?.statusCode === 303 ? 45 : 0;
    expect((await mira?.get(at))?.body).toContain(
      `${minutes} of 60 minutes that were booked until today have been held.`,
    );
    expect((await mira?.get('/complex-cases'))?.body).toContain(`${minutes} of 60`);
    const file = await mira?.get('/complex-cases/csv');
    expect(file?.body).toContain(
      `Otto Sandpiper,Tess Windlass,The harbour school,2026-11-03,60,${minutes},2026-12-01`,
    );
    expect((await tess?.get('/complex-cases/csv'))?.statusCode).toBe(403);
    await expect(
      world.rows('update thinking_time set ended_by = $2 where id = $1', [time, cleo?.staffId]),
    ).rejects.toThrow('set once');
  });

  it('names the agencies that take part until somebody takes one off, with the day', async () => {
    const { at } = await entered();
    const [part] = await world.rows<{ id: string }>('select id from complex_case_agency where complex_case_id = $1', [at.split('/').at(-1)]); // biome-ignore format: one question
    const off = (who: Worker | undefined, agencyLeftOn = '20/11/2026') =>
      who?.post(`${at}/agencies/leaving`, { partId: part?.id ?? '', agencyLeftOn });
    expect((await off(cleo))?.statusCode).toBe(403);
    expect((await off(ivo))?.statusCode).toBe(404);
    expect((await off(tess, '2/11/2026'))?.body).toContain('when the case came on the register');
    const both = await Promise.all([off(tess), off(mira)]);
    expect(both.map((reply) => reply?.statusCode).toSorted()).toEqual([303, 422]);
    const page = (await tess?.get(at))?.body ?? '';
    expect(page).toContain('The head, took part until 20 November');
    expect(page).not.toContain('Take an agency off');
    expect((await mira?.get('/complex-cases/csv'))?.body).not.toContain('The harbour school,2026-11-03,,');
    await expect(
      world.rows("update complex_case_agency set left_on = '2026-11-21' where id = $1", [part?.id]),
    ).rejects.toThrow('set once');
  });

  it('asks for a review by the clock of the profile, counted anew from each', async () => {
    const { at } = await entered({ enteredOn: '1/10/2026' });
    expect((await mira?.get(at))?.body).toContain('Review overdue since 29 October');
    expect((await mira?.get('/complex-cases'))?.body).toContain('English default, confirm locally');
    const early = await tess?.post(`${at}/reviews`, { reviewedOn: '30/9/2026', reviewWords: 'Better.' });
    expect([early?.statusCode, early?.body.includes('It was not on the register yet')]).toEqual([422, true]);
    expect(
      (await tess?.post(`${at}/reviews`, { reviewedOn: '21/11/2026', reviewWords: 'It is better.' }))
        ?.statusCode,
    ).toBe(303);
    const page = (await mira?.get(at))?.body ?? '';
    expect(page).not.toContain('Review overdue');
    expect(page).toContain('It is better.');
    expect((await tess?.get('/what-is-asked-of-us'))?.body).toContain(
      'A case on the register of complex cases is reviewed',
    );
  });

  it('is left by a manager’s decision, once; nothing more is booked then, and a child may come on it again', async () => {
    const { child, at } = await entered();
    expect((await tess?.post(`${at}/ending`, { leftOn: '20/11/2026', leftWhy: 'School is settled.' }))?.statusCode).toBe(403);
    expect((await mira?.post(`${at}/ending`, { leftOn: '2/11/2026', leftWhy: 'x' }))?.body).toContain('when they came on it');
    const leave = () => mira?.post(`${at}/ending`, { leftOn: '20/11/2026', leftWhy: 'School is settled.' });
    const both = await Promise.all([leave(), leave(), tess?.post(`${at}/reviews`, { reviewedOn: '20/11/2026', reviewWords: 'Done.' })]);
    expect(both.slice(0, 2).map((reply) => reply?.statusCode).toSorted()).toEqual([303, 422]);
    expect([303, 422]).toContain(both[2]?.statusCode);
    const late = await tess?.post(`${at}/thinking-times`, { bookedOn: '21/11/2026', bookedMinutes: '30', attending: 'We' });
    expect(late?.statusCode).toBe(422);
    const insert = "insert into complex_case_review (id, complex_case_id, person_id, reviewed_on, reviewed_by, words) values (gen_random_uuid(), $1, $2, '2026-11-20', $3, 'x')";
    await expect(world.rows(insert, [at.split('/').at(-1), child, tess?.staffId])).rejects.toThrow('not on the register');
    expect((await mira?.get(at))?.body).toContain('School is settled.');
    expect((await mira?.post(`/people/${child}/complex-cases`, entry({ enteredOn: '10/11/2026' })))?.body).toContain('when they left the register');
    expect((await mira?.post(`/people/${child}/complex-cases`, entry({ enteredOn: '20/11/2026' })))?.statusCode).toBe(303);
  }); // biome-ignore format: acts read in one line
});
