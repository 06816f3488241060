import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { createPerson } from '../../people/person/index.ts';
import { teamFor } from '../../people/team/index.ts';

describe('An offer of early help', () => {
  let world: World;
  let fern: Worker;
  beforeAll(async () => {
    world = await openWorld();
    fern = await world.as('fern');
  });
  afterAll(() => world.close());

  const offer = (givenName: string): Promise<{ episode: Id; person: Id }> =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Limpet' }] as const;
      const { id: person } = await createPerson(made, { names });
      const episode = made.newId();
      await made.db
        .insertInto('early_help_episode')
        .values({
          id: episode,
          person_id: person,
          team_id: await teamFor(made.db, made.profile, 'early help'),
          offered_on: made.today,
          reply: 'not answered yet',
          what_was_said: 'Mum is tired and would like a hand in the mornings.',
        })
        .execute();
      return { episode, person };
    });
  const open = (person: Id) =>
    world.rows('select kind from open_period where person_id = $1 and ended_on is null', [person]);
  const at = (episode: Id, step: string) => `/early-help-episodes/${episode}/${step}`;

  it('reaches the early help team with what was said', async () => {
    const { episode } = await offer('Juniper');
    expect((await fern.get('/early-help-episodes')).body).toContain('Juniper Limpet');
    expect((await fern.get(`/early-help-episodes/${episode}`)).body).toContain('a hand in the mornings');
  });

  it('begins only after a yes, is open while it goes on, and ends', async () => {
    const { episode, person } = await offer('Coral');
    expect((await fern.post(at(episode, 'beginning'))).statusCode).toBe(422);
    expect((await fern.post(at(episode, 'replies'), { reply: 'accepted' })).statusCode).toBe(303);
    expect((await fern.get(`/early-help-episodes/${episode}`)).body).toContain('To begin by');
    expect(await open(person)).toEqual([]);
    const both = await Promise.all([
      fern.post(at(episode, 'beginning')),
      fern.post(at(episode, 'beginning')),
    ]);
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([303, 422]);
    expect(await open(person)).toEqual([{ kind: 'early help' }]);
    expect((await fern.post(at(episode, 'replies'), { reply: 'accepted' })).statusCode).toBe(422);
    expect((await fern.get(`/early-help-episodes/${episode}`)).body).toContain(
      `/people/${person}/closings/new`,
    );
    expect((await fern.post(at(episode, 'ending'))).statusCode).toBe(422);
    expect(await open(person)).toEqual([{ kind: 'early help' }]);
    const inError = { reason: 'in error', words: 'They had said no on the telephone.' };
    expect((await fern.post(at(episode, 'ending'), inError)).statusCode).toBe(303);
    expect(await open(person)).toEqual([]);
  });

  it('waits in “My work” and on the worklist until it begins, and no longer', async () => {
    const { episode, person } = await offer('Bryony');
    const listed = async (path: string) =>
      (await fern.get(path)).body.includes(`/early-help-episodes/${episode}`);
    const waiting = async () => Number(/(\d+) offer/u.exec((await fern.get('/my-work')).body)?.[1] ?? 0);
    const before = await waiting();
    expect(await listed('/desk')).toBe(false);
    await fern.post(at(episode, 'replies'), { reply: 'accepted' });
    expect([await listed('/desk'), await waiting()]).toEqual([true, before]);
    await fern.post(at(episode, 'beginning'));
    expect([await listed('/desk'), await waiting()]).toEqual([false, before - 1]);
    expect(await open(person)).toEqual([{ kind: 'early help' }]);
  });

  it('is declined with a reason, in the family’s words where none of ours fits', async () => {
    const { episode } = await offer('Reed');
    expect((await fern.post(at(episode, 'replies'), { reply: 'declined' })).statusCode).toBe(422);
    const typed = { reply: 'declined', declinedReason: 'other', declinedWords: 'Gran moves in.' };
    expect((await fern.post(at(episode, 'replies'), typed)).statusCode).toBe(303);
    expect(
      await world.rows('select reply, declined_reason from early_help_episode where id = $1', [episode]),
    ).toEqual([{ reply: 'declined', declined_reason: 'Gran moves in.' }]);
  });

  it('is not for who may not, nor for whoever does not see the child', async () => {
    const { episode } = await offer('Sable');
    expect((await (await world.as('quill')).get('/early-help-episodes')).statusCode).toBe(403);
    expect(
      (await (await world.as('bea')).post(at(episode, 'replies'), { reply: 'accepted' })).statusCode,
    ).toBe(403);
    expect((await (await world.as('tess')).get(`/early-help-episodes/${episode}`)).statusCode).toBe(404);
    expect((await (await world.as('mira')).post(at(episode, 'beginning'))).statusCode).toBe(404);
  });
});
