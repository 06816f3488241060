import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../allocation/index.ts';
import { createPerson } from '../person/index.ts';

describe('Saying who somebody is to a person', () => {
  let world: World;
  let child: Id;
  let grandmother: Id;
  beforeAll(async () => {
    world = await openWorld();
    const tess = (await world.as('tess')).staffId;
    [child, grandmother] = await world.within(async (made) => {
      const juniper = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Juniper', familyName: 'Limpet' }],
        bornOn: day('2015-06-08'),
      });
      const coral = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Coral', familyName: 'Limpet' }],
      });
      await allocate(made, { personId: juniper.id, staffId: tess, fromOn: day('2026-11-02') });
      return [juniper.id, coral.id];
    });
  });
  afterAll(() => world.close());

  const answers = (otherId: string) => ({
    otherId,
    relationship: 'grandparent',
    parentalResponsibility: 'no',
    sameHousehold: 'yes',
    provenance: 'family',
  });

  const searched = async (nell: Worker) => {
    const sent = await nell.post('/searches', { q: 'corel limpet', at: 'relationship', person: child });
    return (await nell.get(String(sent.headers.location))).body;
  };

  it('finds the other person first', async () => {
    const nell = await world.as('nell');
    expect((await nell.get(`/people/${child}/relationships/new`)).body).not.toContain('type="radio"');
    const page = await searched(nell);
    expect(page).toContain('Coral Limpet');
    expect(page).not.toContain(`value="${child}"`);
  });

  it('is read from both sides, and said twice is said once', async () => {
    const nell = await world.as('nell');
    for (const _ of ['once', 'again'])
      expect((await nell.post(`/people/${child}/relationships`, answers(grandmother))).statusCode).toBe(303);
    const page = (await nell.get(`/people/${child}/details`)).body;
    expect(page).toContain('Grandparent');
    expect(page).toContain('Parental responsibility: no, same household');
    expect((await nell.get(`/people/${grandmother}/details`)).body).toContain('Grandchild');
    expect(await world.rows('select 1 from relationship')).toHaveLength(2);
    expect(await world.rows('select 1 from household_membership')).toHaveLength(2);
  });

  it('refuses the same person, and somebody hidden as somebody who does not exist', async () => {
    const nell = await world.as('nell');
    expect((await nell.post(`/people/${child}/relationships`, answers(child))).statusCode).toBe(422);
    const tess = await world.as('tess');
    for (const other of [grandmother, '00000000-0000-4000-8000-000000000009']) {
      const reply = await tess.post(`/people/${child}/relationships`, answers(other));
      expect(reply.statusCode).toBe(422);
      expect(reply.body).not.toContain('Coral');
    }
  });

  it('says what is missing beside the people that were found, where nobody was chosen', async () => {
    const nell = await world.as('nell');
    const page = await searched(nell);
    const to = /action="([^"]+\/relationships\?[^"]+)"/.exec(page)?.[1] ?? '';
    const reply = await nell.post(to.replaceAll('&amp;', '&'), {});
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('govuk-error-summary');
    expect(reply.body).toContain('Coral Limpet');
  });

  it('shows again what was chosen and typed', async () => {
    const nell = await world.as('nell');
    const reply = await nell.post(`/people/${child}/relationships`, {
      ...answers(grandmother),
      provenance: '',
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Coral Limpet');
    expect(reply.body).toContain('Select who or what said so');
  });

  it('is not for a partner agency; and a child who may not be seen is not there', async () => {
    expect((await (await world.as('wren')).post(`/people/${child}/relationships`, {})).statusCode).toBe(403);
    expect((await (await world.as('ivo')).get(`/people/${child}/relationships/new`)).statusCode).toBe(404);
  });
});
