import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { type Id, id } from '../../../language/id.ts';
import { createPerson } from '../../people/person/index.ts';
import { teamFor } from '../../people/team/index.ts';

describe('A referral', () => {
  let world: World;
  let mira: Worker;
  beforeAll(async () => {
    world = await openWorld();
    mira = await world.as('mira');
  });
  afterAll(() => world.close());

  const refer = async (givenName: string): Promise<{ referral: Id; person: Id }> => {
    const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
    return world.within(async (made) => {
      const { id: person } = await createPerson(made, { names });
      const referral = made.newId();
      await made.db
        .insertInto('referral')
        .values({
          id: referral,
          person_id: person,
          team_id: await teamFor(made.db, made.profile, 'social work'),
          referred_at: made.now,
          referred_on: made.today,
          source: '2A',
          what_was_said: `${givenName} came to school with a mark on the arm.`,
          reason: 'We need to know how it happened.',
          level_of_need: 4,
        })
        .execute();
      return { referral, person };
    });
  };
  const open = (person: Id) =>
    world.rows('select kind from open_period where person_id = $1 and ended_on is null', [person]);

  it('reaches the team that assesses, with what was said, before anybody is allocated', async () => {
    const { referral } = await refer('Otto');
    expect((await mira.get('/referrals')).body).toContain('Otto Sandpiper');
    const page = await mira.get(`/referrals/${referral}`);
    expect(page.body).toContain('a mark on the arm');
    expect(page.body).toContain('English default, confirm locally');
  });

  it('is open from the day it is accepted, and ends by itself only where it never became work, with why', async () => {
    const { referral, person } = await refer('Wren');
    expect(await open(person)).toEqual([]);
    const both = await Promise.all([
      mira.post(`/referrals/${referral}/acceptance`),
      mira.post(`/referrals/${referral}/acceptance`),
    ]);
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([303, 422]);
    expect(await open(person)).toEqual([{ kind: 'assessment' }]);
    expect((await mira.post(`/referrals/${referral}/declining`, { reason: 'No.' })).statusCode).toBe(422);
    expect((await mira.post(`/referrals/${referral}/ending`)).statusCode).toBe(422);
    expect(await open(person)).toEqual([{ kind: 'assessment' }]);
    const inError = { reason: 'in error', words: 'It was meant for another child.' };
    expect((await mira.post(`/referrals/${referral}/ending`, inError)).statusCode).toBe(303);
    expect(await open(person)).toEqual([]);
  });

  it('is declined only with a reason, and then out of the team’s sight', async () => {
    const { referral, person } = await refer('Kit');
    const without = await mira.post(`/referrals/${referral}/declining`);
    expect(without.statusCode).toBe(422);
    expect(
      (await mira.post(`/referrals/${referral}/declining`, { reason: 'The school is already helping.' }))
        .statusCode,
    ).toBe(303);
    expect(await open(person)).toEqual([]);
    expect((await mira.get(`/referrals/${referral}`)).statusCode).toBe(404);
  });

  it('is accepted by a manager alone, and unknown and unseen answer alike', async () => {
    const { referral } = await refer('Jem');
    const [tess, cleo, fern] = [await world.as('tess'), await world.as('cleo'), await world.as('fern')];
    expect((await tess.post(`/referrals/${referral}/acceptance`)).statusCode).toBe(403);
    expect((await cleo.post(`/referrals/${referral}/acceptance`)).statusCode).toBe(403);
    const unknown = await fern.get(`/referrals/${id(randomUUID())}`);
    expect([(await fern.get(`/referrals/${referral}`)).statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect((await (await world.as('quill')).get('/referrals')).statusCode).toBe(403);
  });
});
