import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { proposeDuplicatesOf } from '../duplicate/index.ts';
import { createPerson } from '../person/index.ts';

describe('Possible duplicates', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const born = (givenName: string, familyName: string, bornOn = '2014-03-09') =>
    world.within(
      async (within) =>
        (
          await createPerson(within, {
            names: [{ kind: 'used', givenName, familyName }],
            bornOn: day(bornOn),
            sex: 'F',
          })
        ).id,
    );
  const propose = (id: Id) => world.within((within) => proposeDuplicatesOf(within, id, 'put on record'));
  const pairOf = async (id: Id) => {
    const [row] = await world.rows<{ id: string }>(
      'select id from duplicate_proposal where $1 in (person_id, other_id)',
      [id],
    );
    return row?.id ?? '';
  };

  it('are proposed with reasons, answered with a reason, and not proposed again when they are not one person', async () => {
    await born('Isolde', 'Cuttlebone');
    const second = await born('Isold', 'Cuttlebone');
    expect(await propose(second)).toBe(1);
    const pair = await pairOf(second);
    expect((await nell.get('/duplicates')).body).toContain('Isold Cuttlebone');
    const page = (await nell.get(`/duplicates/${pair}`)).body;
    expect(page).toContain('Given names spelt nearly the same: speaks for it');
    expect(page).toContain('Born the same day: speaks for it');
    expect((await nell.post(`/duplicates/${pair}/answers`, { answer: 'not the same' })).body).toContain(
      'Say why you think so',
    );
    const answered = await nell.post(`/duplicates/${pair}/answers`, {
      answer: 'not the same',
      reason: 'Two cousins, both known to the school.',
    });
    expect(answered.statusCode).toBe(303);
    expect((await nell.get('/duplicates')).body).not.toContain('Cuttlebone');
    expect(await propose(second)).toBe(0);
  });

  it('stay on the list while somebody is not sure', async () => {
    await born('Perpetua', 'Razorfish');
    const second = await born('Perpetua', 'Razorfish');
    await propose(second);
    await nell.post(`/duplicates/${await pairOf(second)}/answers`, {
      answer: 'not sure',
      reason: 'Nobody knows where the second one lives.',
    });
    const list = (await nell.get('/duplicates')).body;
    expect(list).toContain('Somebody was not sure');
    expect(list).toContain('Perpetua Razorfish');
  });

  it('of a sealed child are proposed to nobody, and shown to nobody whom the wall does not name', async () => {
    const [open, sealed] = [await born('Ottoline', 'Bladderwrack'), await born('Ottoline', 'Bladderwrack')];
    await propose(open);
    const pair = await pairOf(open);
    await world.rows(
      `insert into wall (id, person_id, kind, reason, began_at, decided_by) values ($1, $2, 'sealed', 'Adoption', now(), $1)`,
      [randomUUID(), sealed],
    );
    expect((await nell.get('/duplicates')).body).not.toContain('Ottoline');
    expect((await nell.get(`/duplicates/${pair}`)).statusCode).toBe(404);
    const answer = async (pairId: string) =>
      (await nell.get(`/duplicates/${pairId}`)).body.replaceAll(/nonce="[^"]*"/g, '');
    expect(await answer(randomUUID())).toBe(await answer(pair));
    const third = await born('Ottoline', 'Bladderwrack');
    await propose(third);
    expect(
      await world.rows('select 1 from duplicate_proposal where $1 in (person_id, other_id)', [sealed]),
    ).toHaveLength(1);
  });

  it('are nothing for a worker who does not review them', async () => {
    const tess = await world.as('tess');
    expect((await tess.get('/duplicates')).statusCode).toBe(403);
  });
});
