import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { type NewContact, recordContact } from '../contact/index.ts';

const told: NewContact = {
  ...A_CONTACT,
  channel: 'call',
  source: '2A',
  about: 'help',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'Saffron has been late on nine of the last fourteen days.',
  referrer: { kind: 'professional', name: 'Ada Lugsail' },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
  familyMembers: [],
};

let world: World;
let nell: Worker;
let sol: Worker;
let cleo: Worker;
let contactId: Id;
beforeAll(async () => {
  world = await openWorld();
  [nell, sol, cleo] = await Promise.all([world.as('nell'), world.as('sol'), world.as('cleo')]);
});
afterAll(() => world.close());
beforeEach(async () => {
  contactId = (await world.within((surroundings) => recordContact(surroundings, told))).id;
});

const takings = () =>
  world.rows('select taken_by, released_by from contact_taking where contact_id = $1 order by recorded_at', [
    contactId,
  ]);
const rate = (worker: Worker, colour: string, reason = 'It is so') =>
  worker.post(`/contacts/${contactId}/ratings`, { colour, reason });

describe('Taking a contact', () => {
  it('gives it to one of two who press at once, and tells the other who has it', async () => {
    const [one, two] = await Promise.all([
      nell.post(`/contacts/${contactId}/taking`),
      sol.post(`/contacts/${contactId}/taking`),
    ]);
    expect([one.statusCode, two.statusCode].sort()).toEqual([303, 422]);
    expect(await takings()).toHaveLength(1);
    const second = one.statusCode === 422 ? one : two;
    expect(second.body).toMatch(/(Nell Capstan|Sol Bollard) has this contact since/);
  });

  it('does no harm when the same worker takes it twice', async () => {
    await nell.post(`/contacts/${contactId}/taking`);
    expect((await nell.post(`/contacts/${contactId}/taking`)).statusCode).toBe(303);
    expect(await takings()).toHaveLength(1);
  });

  it('leads back to the board for whoever came from there', async () => {
    const answer = await nell.post(`/contacts/${contactId}/taking`, { from: 'board' });
    expect(answer.headers.location).toBe('/hub');
  });

  it('is handed back by whoever has it or by a manager, and not by a colleague', async () => {
    await nell.post(`/contacts/${contactId}/taking`);
    expect((await sol.post(`/contacts/${contactId}/taking/release`)).statusCode).toBe(422);
    expect((await cleo.post(`/contacts/${contactId}/taking/release`)).statusCode).toBe(303);
    await sol.post(`/contacts/${contactId}/taking`);
    const rows = await takings();
    expect(rows[0]).toMatchObject({ taken_by: nell.staffId, released_by: cleo.staffId });
    expect(rows[1]).toMatchObject({ taken_by: sol.staffId, released_by: null });
  });

  it('is not for business support, who record and do not screen', async () => {
    const bea = await world.as('bea');
    expect((await bea.post(`/contacts/${contactId}/taking`)).statusCode).toBe(403);
  });

  it('answers alike for a contact that is not there and one behind a wall', async () => {
    const [hidden] = await world.rows<{ id: Id }>(
      `with p as (insert into person (id, number, born_on) values (gen_random_uuid(), 'SEALED1', '2015-01-01') returning id),
        w as (insert into wall (id, person_id, kind, reason, began_at, decided_by) select gen_random_uuid(), id, 'sealed', 'test', now(), gen_random_uuid() from p)
        select id from p`,
    );
    await world.rows('update contact_child set person_id = $1 where contact_id = $2', [
      hidden?.id,
      contactId,
    ]);
    const sealed = await nell.post(`/contacts/${contactId}/taking`);
    const absent = await nell.post('/contacts/00000000-0000-4000-8000-000000000000/taking');
    const nonsense = await nell.post('/contacts/nonsense/taking');
    expect([sealed.statusCode, absent.statusCode, nonsense.statusCode]).toEqual([404, 404, 404]);
    expect(sealed.body.replace(/nonce="[^"]*"/g, '')).toBe(absent.body.replace(/nonce="[^"]*"/g, ''));
  });
});

describe('Rating a contact', () => {
  it('keeps every rating with its reason, the latest first on the page', async () => {
    await rate(nell, 'green', 'Late, and fed');
    await rate(sol, 'amber', 'School rang again');
    const page = await nell.get(`/contacts/${contactId}/ratings/new`);
    expect(page.body.indexOf('School rang again')).toBeLessThan(page.body.indexOf('Late, and fed'));
    expect(page.body).toContain('Sol Bollard');
  });

  it('makes a red one reach whoever is on duty, once', async () => {
    await rate(nell, 'red', 'Alone at home now');
    await rate(nell, 'red', 'Still alone');
    const waiting = await world.rows(
      'select 1 from contact_alert where contact_id = $1 and acknowledged_at is null',
      [contactId],
    );
    expect(waiting).toHaveLength(1);
  });

  it('asks for a colour and a reason, and shows again what was typed', async () => {
    const answer = await nell.post(`/contacts/${contactId}/ratings`, {
      reason: 'Because of the <b>bruise</b>',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Select how soon this must be decided');
    expect(answer.body).toContain('Because of the &lt;b>bruise');
  });

  it('is for the front door and not for a partner agency or business support', async () => {
    for (const key of ['bea', 'halyard', 'tess', 'quill'])
      expect((await rate(await world.as(key), 'amber')).statusCode).toBe(403);
  });

  it('is possible at night for the duty worker, who cannot take it', async () => {
    const otis = await world.as('otis');
    expect((await rate(otis, 'amber')).statusCode).toBe(303);
    expect((await otis.post(`/contacts/${contactId}/taking`)).statusCode).toBe(403);
  });
});

describe('Judging a safeguarding concern', () => {
  it('keeps what it was, why it changed and who said so', async () => {
    await nell.post(`/contacts/${contactId}/concerns`, { reason: 'A mark on her arm' });
    const [row] = await world.rows(
      'select was, is_now, reason, judged_by from contact_concern where contact_id = $1',
      [contactId],
    );
    expect(row).toEqual({
      was: 'help',
      is_now: 'safeguarding concern',
      reason: 'A mark on her arm',
      judged_by: nell.staffId,
    });
    const [contact] = await world.rows('select about from contact where id = $1', [contactId]);
    expect(contact?.['about']).toBe('safeguarding concern');
  });

  it('is said once: a second time it is refused in plain words', async () => {
    await nell.post(`/contacts/${contactId}/concerns`, { reason: 'A mark on her arm' });
    const again = await nell.post(`/contacts/${contactId}/concerns`, { reason: 'Again' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('is a safeguarding concern already');
  });
});
