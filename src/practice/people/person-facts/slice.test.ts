import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nastyAnswers } from '../../../../test/support/nasty.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { createPerson } from '../person/index.ts';
import { addAddressTo, addAttendanceTo, addContactDetailsTo, addNameTo, saySafeContact } from './actions.ts';

const FACTS = {
  names: { kind: 'chosen', givenName: 'Juno', provenance: 'child' },
  addresses: {
    lines: '7 Shingle Lane\r\nFlat 2',
    parish: 'st-clement',
    guarded: 'yes',
    provenance: 'family',
  },
  'contact-details': { telephone: '07797 700123', email: 'mum@island.example', provenance: 'family' },
  'safe-contact': {
    ways: ['telephone', 'school'],
    language: 'pt',
    notToSay: 'where they live',
    provenance: 'worker',
  },
  attendances: {
    kind: 'school',
    named: 'Gull Rock School',
    fromOn: '1/9/2025',
    provenance: 'partner agency',
  },
} as const;

const ACTIONS = {
  names: addNameTo,
  addresses: addAddressTo,
  'contact-details': addContactDetailsTo,
  'safe-contact': saySafeContact,
  attendances: addAttendanceTo,
};

describe('Adding facts about a person', () => {
  let world: World;
  let nell: Worker;
  let child: Id;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
    child = await world.within(
      async (made) =>
        (await createPerson(made, { names: [{ kind: 'used', givenName: 'Juniper', familyName: 'Limpet' }] }))
          .id,
    );
  });
  afterAll(() => world.close());

  it.each(Object.entries(FACTS))('keeps %s, and leads back to the person', async (path, answers) => {
    expect((await nell.get(`/people/${child}/${path}/new`)).statusCode).toBe(200);
    const reply = await nell.post(`/people/${child}/${path}`, answers);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/people/${child}/details`]);
  });

  it('shows every one of them with who said so, and the chosen name first', async () => {
    const page = (await (await world.as('dara')).get(`/people/${child}/details`)).body;
    for (const words of [
      '>Juno<',
      'Juniper Limpet',
      '7 Shingle Lane',
      'Guarded',
      '07797 700123',
      'Do not say: where they live.',
      'Gull Rock School',
      'The child, recorded',
      'A parent, carer or relative, recorded',
    ])
      expect(page).toContain(words);
  });

  it('lets the latest word on safe contact hold, and keeps the earlier one', async () => {
    await nell.post(`/people/${child}/safe-contact`, {
      ways: ['letter'],
      language: 'en',
      provenance: 'family',
    });
    const page = (await nell.get(`/people/${child}`)).body;
    expect(page).toContain('Reach them only by: letter.');
    expect(page).not.toContain('where they live');
    expect(await world.rows('select 1 from safe_contact where person_id = $1', [child])).toHaveLength(2);
  });

  it('says when to ask again, in the alert on every page about them, and not in the past', async () => {
    const answers = { ways: ['letter'], language: 'en', provenance: 'family' };
    const past = await nell.post(`/people/${child}/safe-contact`, { ...answers, reviewOn: '1/1/2020' });
    expect([past.statusCode, past.body.includes('must be today or later')]).toEqual([422, true]);
    await nell.post(`/people/${child}/safe-contact`, { ...answers, reviewOn: '30/3/2039' });
    expect((await nell.get(`/people/${child}/timeline`)).body).toMatch(/Review by [^<]*30 March 2039/u);
  });

  it('shows again what was typed, with what is wrong', async () => {
    const reply = await nell.post(`/people/${child}/names`, {
      kind: 'legal',
      familyName: 'Winkle',
      fromOn: '31/2/2020',
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('value="Winkle"');
    expect(reply.body).toContain('value="31/2/2020"');
    expect(reply.body).toContain('Select who or what said so');
  });

  it('refuses “Do not contact them” beside a way of contacting them', async () => {
    const answers = { ...FACTS['safe-contact'], ways: ['not at all', 'letter'] };
    expect((await nell.post(`/people/${child}/safe-contact`, answers)).statusCode).toBe(422);
  });

  it.each(Object.entries(ACTIONS))(
    'answers nothing about %s with a fault, whatever is sent',
    async (path, act) => {
      const sent = fc.sample(nastyAnswers(act.input.fields, day('2026-11-21')), {
        numRuns: 25,
        seed: 20261121,
      });
      const statuses = new Set<number>();
      // Half characters are sent as bytes, by the test of every form.
      const whole = sent.filter((one) =>
        Object.values(one)
          .flat()
          .every((text) => text.isWellFormed()),
      );
      for (const answers of whole)
        statuses.add((await nell.post(`/people/${child}/${path}`, answers)).statusCode);
      expect([...statuses].filter((status) => status >= 500)).toEqual([]);
      expect(statuses.has(303), 'some were taken').toBe(true);
    },
  );

  it('is not for a partner agency; and somebody who may not be seen is not there', async () => {
    for (const [path, answers] of Object.entries(FACTS)) {
      expect((await (await world.as('wren')).post(`/people/${child}/${path}`, answers)).statusCode).toBe(403);
      expect((await (await world.as('hugo')).post(`/people/${child}/${path}`, answers)).statusCode).toBe(403);
      expect((await (await world.as('tess')).post(`/people/${child}/${path}`, answers)).statusCode).toBe(404);
      expect((await (await world.as('tess')).get(`/people/${child}/${path}/new`)).statusCode).toBe(404);
    }
  });
});
