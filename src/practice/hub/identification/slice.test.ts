import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { createPerson } from '../../people/person/index.ts';
import { recordContact } from '../contact/index.ts';

describe('Saying who a child of a contact is', () => {
  let world: World;
  let nell: Worker;
  let saffron: Id;
  let address: string;
  let contactId: Id;

  beforeAll(async () => {
    world = await openStillWorld();
    nell = await world.as('nell');
    saffron = await world.within(async (made) => {
      const { id } = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' }],
        bornOn: day('2015-06-08'),
      });
      return id;
    });
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    contactId = await world.within(async (made) => {
      const { id } = await recordContact(made, {
        ...A_CONTACT,
        channel: 'call', source: '2A', about: 'help', toldAt: new Date('2026-11-20T10:00:00Z'),
        words: 'Saffron has been late on nine of the last fourteen days.',
        referrer: { kind: 'professional', name: 'Ada Lugsail' },
        children: [{
          givenName: 'Safron', familyName: 'Barnacle', alsoKnownAs: 'Saff Whelk', bornOn: day('2015-06-08'), sex: 'F',
          languages: ['pt'], school: 'gull rock school', generalPractice: 'Harbour Surgery', address: '7 Shingle Lane', parish: 'st-clement',
        }],
        familyMembers: [{
          name: 'Rosa Maria Barnacle', relation: 'Mum', inHome: true, telephone: '07797 700123', parentalResponsibility: 'yes',
          language: 'pt', safeWays: ['text message'], notToSay: 'who told us',
        }],
      }); // biome-ignore format: a contact reads as a contact
      return id;
    });
    const [child] = await world.rows<{ id: string }>('select id from contact_child where contact_id = $1', [
      contactId,
    ]);
    address = `/contacts/${contactId}/children/${child?.id}/identification`;
  });

  const hidden = (page: string, name: string) =>
    new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const seen = async () => hidden((await nell.get(address)).body, 'candidatesSeen');
  const identified = async () =>
    (
      await world.rows('select person_id, identified_by from contact_child where contact_id = $1', [
        contactId,
      ])
    )[0];

  it('shows what was said beside who is on record, with the reason, and chooses nobody beforehand', async () => {
    const page = (await nell.get(address)).body;
    expect(page).toContain('Saffron Barnacle, 11');
    expect(page).toContain('Born that day, spelt nearly so');
    expect(page).toContain('gull rock school');
    expect(page).not.toMatch(/type="radio"[^>]*checked/);
  });

  it('takes the child for somebody on record', async () => {
    const reply = await nell.post(address, { choice: saffron, candidatesSeen: await seen() });
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/contacts/${contactId}`]);
    expect(await identified()).toEqual({ person_id: saffron, identified_by: nell.staffId });
  });

  it('puts the child on record with what was said, and nothing is typed twice', async () => {
    const page = (await nell.get(address)).body;
    const reply = await nell.post(address, {
      choice: 'nobody of these',
      candidatesSeen: hidden(page, 'candidatesSeen'),
      guarded: 'yes',
      'members.0.memberId': hidden(page, 'members.0.memberId'),
      'members.0.choice': 'nobody of these',
      'members.0.relationship': 'mother',
      'members.0.parentalResponsibility': 'yes',
    });
    expect(reply.statusCode).toBe(303);
    const personId = (await identified())?.['person_id'];
    const shown = (await (await world.as('dara')).get(`/people/${personId}/details`)).body;
    for (const words of [
      'Safron Barnacle, 11',
      'Saff Whelk',
      'Portuguese',
      'Gull Rock School',
      'Harbour Surgery',
      '7 Shingle Lane',
      'Guarded',
      'Rosa Maria Barnacle',
      'Parental responsibility: yes',
      'same household',
      'Whoever told us',
    ])
      expect(shown).toContain(words);
    const [mother] = await world.rows(
      'select d.value, s.not_to_say from relationship r join contact_details d on d.person_id = r.other_id join safe_contact s on s.person_id = r.other_id where r.person_id = $1',
      [personId],
    );
    expect(mother).toEqual({ value: '07797 700123', not_to_say: 'who told us' });
  });

  it('offers the mother who came on record with a brother', async () => {
    expect((await nell.get(address)).body).toContain('Rosa Maria Barnacle');
    expect((await nell.get(address)).body).toContain('Telephone, same name');
  });

  it('creates nobody before the candidates were shown, nor from a list that has changed since', async () => {
    const before = await world.rows('select 1 from person');
    const unseen = await nell.post(address, { choice: 'nobody of these' });
    expect(unseen.statusCode).toBe(422);
    expect(unseen.body).toContain('Look at who is on record first');
    const mark = await seen();
    await world.within((made) =>
      createPerson(made, {
        names: [{ kind: 'used', givenName: 'Safron', familyName: 'Barnacle' }],
        bornOn: day('2015-06-08'),
      }),
    );
    const changed = await nell.post(address, { choice: 'nobody of these', candidatesSeen: mark });
    expect(changed.statusCode).toBe(422);
    expect(changed.body).toContain('The list has changed since you saw it');
    expect(await world.rows('select 1 from person')).toHaveLength(before.length + 1);
  });

  it('takes nobody who was not shown', async () => {
    const other = await world.within((made) =>
      createPerson(made, { names: [{ kind: 'used', givenName: 'Otto' }] }),
    );
    for (const choice of [other.id, 'nonsense', '00000000-0000-4000-8000-000000000009']) {
      const reply = await nell.post(address, { choice, candidatesSeen: await seen() });
      expect(reply.statusCode).toBe(422);
    }
    expect((await identified())?.['person_id']).toBeNull();
  });

  it('corrects a mistake only with a reason, and keeps who the child was taken for', async () => {
    await nell.post(address, { choice: saffron, candidatesSeen: await seen() });
    const answers = { choice: 'nobody of these', candidatesSeen: await seen() };
    const without = await nell.post(address, answers);
    expect(without.body).toContain('Say why this child was taken for somebody else');
    const reply = await nell.post(address, { ...answers, reason: 'A cousin of the same age' });
    expect(reply.statusCode).toBe(303);
    const [row] = await world.rows('select what, was, reason from correction where contact_id = $1', [
      contactId,
    ]);
    expect(row).toMatchObject({ what: 'who a child is', reason: 'A cousin of the same age' });
    expect(row?.['was']).toContain('Saffron Barnacle');
  });

  it('acts once, however often the same answer is sent at once', async () => {
    const answers = {
      choice: 'nobody of these',
      candidatesSeen: await seen(),
      'submission-key': 'the-same-key-of-one-form',
    };
    const before = await world.rows('select 1 from person');
    const replies = await Promise.all([1, 2, 3].map(() => nell.post(address, answers)));
    expect(replies.map((reply) => reply.statusCode)).toEqual([303, 303, 303]);
    expect(await world.rows('select 1 from person')).toHaveLength(before.length + 1);
  });

  it('lets one of two workers say it, and tells the other', async () => {
    const sol = await world.as('sol');
    const mark = await seen();
    const replies = await Promise.all(
      [nell, sol].map((worker) => worker.post(address, { choice: saffron, candidatesSeen: mark })),
    );
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([303, 422]);
  });

  it('is not for a social worker, nor for a partner; and a child of another contact is not there', async () => {
    for (const who of ['tess', 'halyard', 'quill'])
      expect((await (await world.as(who)).get(address)).statusCode).toBe(403);
    const elsewhere = address.replace(contactId, '00000000-0000-4000-8000-000000000009');
    expect((await nell.get(elsewhere)).statusCode).toBe(404);
    expect((await nell.get(`/contacts/${contactId}/children/nonsense/identification`)).statusCode).toBe(404);
  });
});
