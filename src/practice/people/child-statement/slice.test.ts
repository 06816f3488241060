import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../allocation/index.ts';
import { createPerson } from '../person/index.ts';

describe('A statement about a child', () => {
  let world: World;
  let tess: Worker;
  let child: Id;
  beforeAll(async () => {
    world = await openWorld();
    tess = await world.as('tess');
    child = await world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Juniper', familyName: 'Limpet' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2015-06-08') });
      await allocate(made, { personId: id, staffId: tess.staffId, fromOn: day('2026-11-02') });
      return id;
    });
  });
  afterAll(() => world.close());

  const at = () => `/people/${child}/statements`;
  const say = (kind: string, words: string, who = tess) => who.post(at(), { kind, words });
  const kept = () =>
    world.rows<{ id: string; words: string; ended_on: string | null }>(
      'select id, words, ended_on from child_statement where person_id = $1 order by ended_on nulls last, recorded_at',
      [child],
    );

  it('carries its day and the name of the worker, and stands first on the page about the child', async () => {
    expect((await tess.get(`${at()}/new`)).statusCode).toBe(200);
    const reply = await say('worry', 'Juno cooks and puts the twins to bed.');
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/people/${child}`]);
    await say('trust', 'Nan Coral');
    const page = (await tess.get(`/people/${child}`)).body;
    for (const words of [
      'Juno cooks and puts the twins to bed.',
      'Tess Windlass, ',
      'Who I trust',
      'Nan Coral',
    ])
      expect(page).toContain(words);
    expect((await tess.get(`/people/${child}/timeline?kind=statements`)).body).toContain('Nan Coral');
  });

  it('is asked for again with what was typed, and is not said twice while it stands', async () => {
    const empty = await say('', 'School every day now');
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Select what it is about');
    expect(empty.body).toContain('value="School every day now"');
    const twice = await say('worry', 'Juno cooks and puts the twins to bed.');
    expect([twice.statusCode, twice.body.includes('This stands there already')]).toEqual([422, true]);
    expect((await say('worry', 'x'.repeat(301))).statusCode).toBe(422);
  });

  it('ends once, stays on record, and may be said again', async () => {
    const [first] = await kept();
    const end = () => tess.post(`${at()}/${first?.id}/ending`);
    expect((await end()).headers.location).toBe(at());
    expect((await end()).statusCode).toBe(422);
    expect((await tess.get(`/people/${child}`)).body).not.toContain('puts the twins to bed');
    const all = (await tess.get(at())).body;
    expect(all).toContain('puts the twins to bed');
    expect(all).toContain('No longer true since');
    expect((await say('worry', 'Juno cooks and puts the twins to bed.')).statusCode).toBe(303);
  });

  it('is kept once when two workers say the same at the same moment', async () => {
    const mira = await world.as('mira');
    const replies = await Promise.all([say('going well', 'The twins started nursery'), say('going well', 'The twins started nursery', mira)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
  }); // biome-ignore format: a list reads as a list

  it('is never changed, not even past the form', async () => {
    const [first] = await kept();
    for (const change of ["words = 'Other'", "kind = 'trust'", "stated_on = '2020-01-01'", 'ended_on = ended_on + 1'])
      await expect(
        world.rows(`update child_statement set ${change} where id = $1`, [first?.id]),
        change,
      ).rejects.toThrow('set once');
  }); // biome-ignore format: a list reads as a list

  it('is written by who works with the child; a child who may not be seen is not there', async () => {
    const [first] = await kept();
    const answers = { kind: 'worry', words: 'Tired' };
    for (const key of ['nell', 'hugo', 'wren'])
      expect((await (await world.as(key)).post(at(), answers)).statusCode, key).toBe(403);
    const ivo = await world.as('ivo');
    expect((await ivo.post(at(), answers)).statusCode).toBe(404);
    expect((await ivo.post(`${at()}/${first?.id}/ending`)).statusCode).toBe(404);
    expect((await ivo.get(at())).statusCode).toBe(404);
    expect((await (await world.as('nell')).get(at())).statusCode).toBe(200);
  });
});
