import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { type NewContact, recordContact } from '../contact/index.ts';
import { partnerAnswersOf } from './index.ts';

const told: NewContact = {
  ...A_CONTACT,
  channel: 'call',
  source: '2A',
  about: 'safeguarding concern',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'She would not let her teacher see her arm.',
  referrer: { kind: 'professional', name: 'Ada Lugsail' },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
  familyMembers: [{ name: 'Marina Barnacle', relation: 'mother' }],
};

let world: World;
let dara: Worker;
let cleo: Worker;
let contactId: Id;
const agency = new Map<string, string>();
beforeAll(async () => {
  world = await openWorld();
  [dara, cleo] = await Promise.all([world.as('dara'), world.as('cleo')]);
  for (const row of await world.rows<{ id: string; title: string }>('select id, title from agency'))
    agency.set(row.title, row.id);
});
afterAll(() => world.close());
beforeEach(async () => {
  contactId = (await world.within((surroundings) => recordContact(surroundings, told))).id;
});

const asking = (of: string, fields: readonly string[], more = {}) => ({
  purpose: 'Whether she was hurt before',
  permission: 'given',
  'checks.0.agency': agency.get(of) ?? '',
  'checks.0.fields': fields,
  ...more,
});
const openFor = (worker: Worker, more = {}) =>
  worker.post(`/contacts/${contactId}/mash-enquiries`, asking('Police', ['call-outs', 'missing'], more));
const theCheck = async () =>
  (
    await world.rows<{ id: string; asked_about: string; fields: string[]; purpose: string }>(
      'select id, asked_about, fields, purpose from partner_check where contact_id = $1 and withdrawn_at is null',
      [contactId],
    )
  )[0];

describe('A MASH enquiry', () => {
  it('is opened by a decision maker with permission, and tells the agency that it is asked', async () => {
    const answer = await openFor(dara);
    expect(answer.statusCode).toBe(303);
    const check = await theCheck();
    expect(check).toMatchObject({ fields: ['call-outs', 'missing'], purpose: 'Whether she was hurt before' });
    expect(check?.asked_about).toBe('Saffron Barnacle, date of birth not known');
    const mails = await world.rows('select recipient, subject, body from outbox where contact_id = $1', [
      contactId,
    ]);
    expect(mails.map((mail) => mail['recipient'])).toContain('halyard@island.example');
    expect(JSON.stringify(mails)).not.toContain('Saffron');
  });

  it('is shown on a page of its own, with what is asked and until when', async () => {
    const { headers } = await openFor(dara);
    const page = await dara.get(String(headers.location));
    expect(page.body).toContain('Call-outs to the address or the family');
    expect(page.body).toContain('Waiting');
  });

  it('needs a manager’s reason without permission: a decision maker alone is refused', async () => {
    const refused = await openFor(dara, { permission: 'refused', withoutPermissionReason: 'He would hear' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Without permission, a manager must open this enquiry');
    expect(refused.body).toContain('Whether she was hurt before');
    expect((await openFor(cleo, { permission: 'refused' })).statusCode).toBe(422);
    const opened = await openFor(cleo, { permission: 'refused', withoutPermissionReason: 'He would hear' });
    expect(opened.statusCode).toBe(303);
    const [row] = await world.rows(
      'select without_permission_reason, without_permission_by from mash_enquiry where contact_id = $1',
      [contactId],
    );
    expect(row).toEqual({ without_permission_reason: 'He would hear', without_permission_by: cleo.staffId });
  });

  it('is refused by the database itself without permission or a manager’s reason', async () => {
    const insert = `insert into mash_enquiry (id, contact_id, purpose, permission, opened_by, opened_at) values (gen_random_uuid(), $1, 'x', 'refused', $2, now())`;
    await expect(world.rows(insert, [contactId, dara.staffId])).rejects.toThrow(/check constraint/);
  });

  it('is refused by the database itself for a contact that is no safeguarding concern', async () => {
    await openFor(dara);
    await world.rows("update contact set about = 'help' where id = $1", [contactId]);
    const insert = `insert into partner_check (id, mash_enquiry_id, contact_id, agency_id, asked_about, purpose, fields, asked_by, asked_at)
      select gen_random_uuid(), id, contact_id, $2, 'x', 'x', '{known}', opened_by, now() from mash_enquiry where contact_id = $1`;
    await expect(world.rows(insert, [contactId, agency.get('Health')])).rejects.toThrow(
      'only for a safeguarding concern',
    );
  });

  it('asks nobody about a request for help, and says how it becomes a concern', async () => {
    await world.rows("update contact set about = 'help' where id = $1", [contactId]);
    const page = await dara.get(`/contacts/${contactId}/mash-enquiries/new`);
    expect(page.body).toContain('It is a safeguarding concern');
    expect((await openFor(dara)).statusCode).toBe(422);
    expect(await theCheck()).toBeUndefined();
  });

  it('is opened once, of two who try at the same moment', async () => {
    const answers = await Promise.all([openFor(dara), openFor(cleo)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 422]);
    expect(await world.rows('select 1 from partner_check where contact_id = $1', [contactId])).toHaveLength(
      1,
    );
  });

  it('asks an agency once, and only for what is listed for its kind', async () => {
    const { headers } = await openFor(dara);
    const path = `${headers.location}/partner-checks`;
    expect((await dara.post(path, asking('Health', ['call-outs']))).statusCode).toBe(422);
    const { purpose: _, permission: __, ...again } = asking('Police', ['missing']);
    expect((await dara.post(path, again)).statusCode).toBe(422);
    const { purpose: _p, permission: _q, ...more } = asking('Health', ['appointments']);
    expect((await dara.post(path, { ...more, nameAdults: 'yes' })).statusCode).toBe(303);
    const rows = await world.rows(
      'select asked_about from partner_check where contact_id = $1 order by asked_at, recorded_at',
      [contactId],
    );
    expect(rows.map((row) => row['asked_about'].includes('Marina Barnacle, adult'))).toEqual([false, true]);
  });

  it('withdraws what nobody answered when it ends, and can be asked no more', async () => {
    const { headers } = await openFor(dara);
    expect((await dara.post(`${headers.location}/ending`)).statusCode).toBe(303);
    expect(await theCheck()).toBeUndefined();
    const { purpose: _, permission: __, ...more } = asking('Health', ['appointments']);
    expect((await dara.post(`${headers.location}/partner-checks`, more)).statusCode).toBe(422);
    expect((await dara.post(`${headers.location}/ending`)).statusCode).toBe(422);
  });

  it('is not for hub workers to open, nor for partners to read', async () => {
    const { headers } = await openFor(dara);
    const [nell, halyard, tess] = await Promise.all([
      world.as('nell'),
      world.as('halyard'),
      world.as('tess'),
    ]);
    expect((await openFor(nell)).statusCode).toBe(403);
    expect((await nell.get(String(headers.location))).statusCode).toBe(200);
    expect((await halyard.get(String(headers.location))).statusCode).toBe(403);
    expect((await tess.get(String(headers.location))).statusCode).toBe(403);
    const absent = await nell.get('/mash-enquiries/00000000-0000-4000-8000-000000000000');
    expect(absent.statusCode).toBe(404);
  });
});

describe('What partners hold', () => {
  it('stands side by side once they have answered', async () => {
    const { headers } = await openFor(dara);
    const halyard = await world.as('halyard');
    const check = await theCheck();
    await halyard.post(`/partner-checks/${check?.id}/answer`, {
      holds: 'something',
      words: 'One call in December.',
    });
    const page = await dara.get(String(headers.location));
    expect(page.body).toContain('Holds something');
    expect(page.body).toContain('One call in December.');
    expect(page.body).toContain('Jo Halyard');
    const answers = await world.within(({ db }) => partnerAnswersOf(db, contactId));
    expect(answers).toMatchObject([
      { agencyTitle: 'Police', answer: { holds: true, words: 'One call in December.' } },
    ]);
  });

  it('can be withdrawn while nobody has answered, and not afterwards', async () => {
    await openFor(dara);
    const check = await theCheck();
    const halyard = await world.as('halyard');
    expect((await halyard.post(`/partner-checks/${check?.id}/withdrawal`)).statusCode).toBe(403);
    expect((await dara.post(`/partner-checks/${check?.id}/withdrawal`)).statusCode).toBe(303);
    const answer = await halyard.post(`/partner-checks/${check?.id}/answer`, { holds: 'nothing' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('You need not answer it');
    expect((await dara.post(`/partner-checks/${check?.id}/withdrawal`)).statusCode).toBe(422);
  });
});
