import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { type NewContact, recordContact } from '../contact/index.ts';

const told: NewContact = {
  ...A_CONTACT,
  channel: 'call',
  source: '6',
  about: 'safeguarding concern',
  toldAt: new Date('2025-11-22T23:30:00Z'),
  words: 'Shouting and a child crying.',
  referrer: { kind: 'professional', name: 'Jo Halyard' },
  children: [{ givenName: 'Otto', familyName: 'Sandpiper' }],
  familyMembers: [],
};
// A Saturday night, and a Friday morning on which the hub is open.
const night = new Date('2025-11-22T23:40:00Z');
const day = new Date('2025-11-21T10:00:00Z');

describe('An alert', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const comesAt = (now: Date, more: Partial<NewContact> = {}) =>
    world.within((surroundings) =>
      recordContact({ ...surroundings, now }, { ...told, toldAt: now, ...more }),
    );
  const alertsOf = (id: Id) =>
    world.rows<{ id: string; cause: string; family_name: string | null; acknowledged_by: string | null }>(
      `select a.id, a.cause, s.family_name, a.acknowledged_by from contact_alert a left join staff s on s.id = a.to_staff where a.contact_id = $1`,
      [id],
    );

  it('takes anything that comes at night to the out-of-hours duty worker, and mails them', async () => {
    const contact = await comesAt(night);
    expect(await alertsOf(contact.id)).toMatchObject([{ cause: 'at night', family_name: 'Foghorn' }]);
    const mails = await world.rows('select recipient, subject, body from outbox where contact_id = $1', [
      contact.id,
    ]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.['recipient']).toBe('otis@island.example');
    expect(JSON.stringify(mails)).not.toContain('Otto');
  });

  it('is not raised by an ordinary contact in the hours of the hub', async () => {
    expect(await alertsOf((await comesAt(day)).id)).toEqual([]);
  });

  it('is raised at any hour where a child is said to be in danger now', async () => {
    const { id } = await comesAt(day, { immediateDanger: true });
    expect(await alertsOf(id)).toMatchObject([{ cause: 'immediate danger' }]);
  });

  it('stands on every hub page until somebody on duty acknowledges it, once', async () => {
    const contact = await comesAt(night);
    const otis = await world.as('otis');
    const nell = await world.as('nell');
    const page = await nell.get(`/contacts/${contact.id}/ratings/new`);
    expect(page.body).toContain('Look now');
    const [alert] = await alertsOf(contact.id);
    const answers = await Promise.all([
      otis.post(`/alerts/${alert?.id}/acknowledgement`),
      nell.post(`/alerts/${alert?.id}/acknowledgement`),
    ]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 422]);
    const [after] = await alertsOf(contact.id);
    expect([otis.staffId, nell.staffId]).toContain(after?.acknowledged_by);
  });

  it('says plainly that it has reached nobody where nobody is on duty', async () => {
    await world.rows("update duty set until_at = '2025-01-01' where kind = 'out of hours'");
    const contact = await comesAt(night);
    expect(await alertsOf(contact.id)).toMatchObject([{ family_name: null }]);
    const page = await (await world.as('cleo')).get('/alerts');
    expect(page.body).toContain('it has reached nobody yet');
  });

  it('cannot be acknowledged by business support or a partner, and unknown alerts are not there', async () => {
    const contact = await comesAt(night);
    const [alert] = await alertsOf(contact.id);
    for (const key of ['bea', 'halyard', 'quill'])
      expect((await (await world.as(key)).post(`/alerts/${alert?.id}/acknowledgement`)).statusCode).toBe(403);
    const mira = await world.as('mira');
    const unseen = await mira.post(`/alerts/${alert?.id}/acknowledgement`);
    const absent = await mira.post('/alerts/00000000-0000-4000-8000-000000000000/acknowledgement');
    expect([unseen.statusCode, absent.statusCode]).toEqual([404, 404]);
  });
});
