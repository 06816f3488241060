import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { createPerson } from '../../people/person/index.ts';

const call = {
  channel: 'call',
  about: 'help',
  source: '1A',
  callerName: 'Marram Limpet',
  relation: 'Mother',
  'children.0.givenName': 'Juniper',
  'children.0.familyName': 'Limpet',
  'children.0.birthOrAge': '8 6 2015',
  words: 'I am so tired.\r\nJuniper does everything.',
};

describe('A call', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('asks no more than twelve short fields before the words', async () => {
    const page = (await (await world.as('bea')).get('/contacts/new')).body;
    const form = page.slice(page.indexOf('action="/contacts"'), page.indexOf('name="words"'));
    const shown = form.replace(/<details[\s\S]*?<\/details>/g, '');
    const names = new Set(
      [...shown.matchAll(/ name="([\w.]+)"/g)]
        .map(([, name]) => name)
        .filter((name) => !name?.endsWith('personId')),
    );
    names.delete('form-token');
    names.delete('submission-key');
    expect(names.size).toBeGreaterThan(6);
    expect(names.size).toBeLessThanOrEqual(12);
  });

  it('becomes a contact with every word as it was said', async () => {
    const bea = await world.as('bea');
    const sent = await bea.post('/contacts', call);
    expect(sent.statusCode).toBe(303);
    const [contact] = await world.rows(
      'select c.words, k.given_name, k.born_on, r.name, r.kind from contact c join contact_child k on k.contact_id = c.id join contact_referrer r on r.contact_id = c.id',
    );
    expect(contact).toMatchObject({
      words: 'I am so tired.\nJuniper does everything.',
      given_name: 'Juniper',
      name: 'Marram Limpet',
      kind: 'family',
    });
    expect(sent.headers.location).toMatch(/^\/contacts\/[\da-f-]{36}$/);
  });

  it('finds a child who is on record first, and then keeps the contact with them', async () => {
    const { id } = await world.within((surroundings) =>
      createPerson(surroundings, {
        names: [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' }],
        bornOn: day('2015-04-03'),
        bornOnCertainty: 'known',
      }),
    );
    const bea = await world.as('bea');
    const sent = await bea.post('/searches', { q: 'Safron Barnacle', at: 'contact' });
    const found = await bea.get(String(sent.headers.location));
    expect(found.body).toContain(`/contacts/new?person=${id}`);
    const chosen = await bea.get(`/contacts/new?person=${id}`);
    expect(chosen.body).toContain('value="Barnacle"');
    await bea.post('/contacts', { ...call, 'children.0.personId': id, 'children.0.givenName': 'Saffron' });
    expect(await world.rows('select 1 from contact_person where person_id = $1', [id])).toHaveLength(1);
  });

  it('keeps everything that was typed when something is missing', async () => {
    const bea = await world.as('bea');
    const refused = await bea.post('/contacts', { ...call, about: '', words: 'Half of it' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Select what it is about');
    for (const typed of ['Half of it', 'Marram Limpet', 'Juniper', '8 6 2015'])
      expect(refused.body).toContain(typed);
  });

  it('goes on with the same draft after a refusal: no other window is blamed for it', async () => {
    const bea = await world.as('bea');
    const draft = '/drafts/call/00000000-0000-0000-0000-000000000000';
    const kept = await bea.post(draft, { words: 'Half of it', 'draft-version': '0' });
    const refused = await bea.post('/contacts', { ...call, about: '', words: 'Half of it' });
    expect(refused.body).toContain(`name="draft-version" value="${kept.json().version}"`);
    await world.rows('delete from draft');
  });

  it('acts once, however often the button is pressed', async () => {
    const bea = await world.as('bea');
    const before = await world.rows('select 1 from contact');
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => bea.post('/contacts', { ...call, 'submission-key': 'the same press' })),
    );
    expect(new Set(sent.map((answer) => answer.headers.location)).size).toBe(1);
    expect(await world.rows('select 1 from contact')).toHaveLength(before.length + 1);
    const altered = await bea.post('/contacts', {
      ...call,
      words: 'Other words',
      'submission-key': 'the same press',
    });
    expect(altered.statusCode).toBe(422);
    expect(altered.body).toContain('sent before');
  });

  it('in which a child is in danger reaches whoever is on duty', async () => {
    await (await world.as('bea')).post('/contacts', { ...call, danger: 'yes' });
    const [alert] = await world.rows(
      "select cause, family_name from contact_alert a join staff on staff.id = a.to_staff where cause = 'immediate danger'",
    );
    expect(alert).toEqual({ cause: 'immediate danger', family_name: 'Foghorn' });
  });

  it('cannot be written down by somebody who does not take calls, nor about a child who is not there', async () => {
    expect((await (await world.as('tess')).post('/contacts', call)).statusCode).toBe(403);
    const bea = await world.as('bea');
    const absent = await bea.post('/contacts', {
      ...call,
      'children.0.personId': '00000000-0000-4000-8000-000000000000',
    });
    expect(absent.statusCode).toBe(422);
  });
});
