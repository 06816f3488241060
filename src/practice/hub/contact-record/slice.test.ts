import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { later } from '../../../../test/support/later.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { type NewContact, recordContact } from '../contact/index.ts';

const full: NewContact = {
  ...A_CONTACT,
  channel: 'request form',
  source: '2A',
  about: 'safeguarding concern',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'Saffron has been late on nine of the last fourteen days.',
  childWords: 'I do the tea because Mum is asleep.',
  goingWell: 'She likes her teacher.',
  tried: 'Breakfast club.',
  helpWanted: 'Somebody to talk to Mum.',
  referrerLevel: 3,
  permission: 'given',
  familyKnows: true,
  incident: 'INC-7',
  referrer: {
    kind: 'professional',
    name: 'Ada Lugsail',
    role: 'designated lead',
    agencyNamed: 'Gull Rock School',
    mayBeNamed: false,
  },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle', address: '7 Shingle Lane' }],
  familyMembers: [
    {
      name: 'Marina Barnacle',
      relation: 'mother',
      riskToStaff: 'A large dog',
      notToSay: 'Never mention the refuge',
    },
  ],
};

describe('The page of a contact', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const record = (more: Partial<NewContact> = {}) =>
    world.within((surroundings) => recordContact(surroundings, { ...full, ...more }));
  const open = async (id: string, worker = nell) => worker.get(`/contacts/${id}`);
  const person = async (number: string) => {
    const [row] = await world.rows<{ id: Id }>(
      "insert into person (id, number, born_on) values (gen_random_uuid(), $1, '2015-06-08') returning id",
      [number],
    );
    if (row === undefined) throw new Error('not made');
    return row.id;
  };

  it('shows the child’s words first, then the referrer’s, then what goes well, was tried and would help', async () => {
    const { id } = await record();
    const { body } = await open(id);
    const order = [full.childWords, full.words, full.goingWell, full.tried, full.helpWanted].map((words) =>
      body.indexOf(words ?? '?'),
    );
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(body).toContain('Ada Lugsail');
    expect(body).toContain('Do not tell the family who told us');
    expect(body).toContain('A large dog');
    expect(body).toContain('Never mention the refuge');
  });

  it('says of each further statement which child it is about', async () => {
    const [ethnicity, needs] = ['Their ethnicity', 'What they need more help with'];
    const { id } = await record({
      said: [
        { about: 'Child 1: Saffron Barnacle', question: ethnicity, words: 'Any other White background' },
        { about: 'Child 1: Saffron Barnacle', question: needs, words: 'Learning' },
        { about: 'Child 2: Otto Barnacle', question: needs, words: 'Hearing' },
      ],
    });
    const { body } = await open(id);
    const part = (about: string) => body.split(`<section aria-label="${about}">`)[1]?.split('</section>')[0];
    const [saffron, otto] = [part('Child 1: Saffron Barnacle'), part('Child 2: Otto Barnacle')];
    expect(saffron).toContain('Any other White background');
    expect(saffron).toContain('Learning');
    expect(saffron).not.toContain('Hearing');
    expect(otto).toContain('Hearing');
    expect(otto).not.toContain('Learning');
  });

  it('does not say who told us to a role that may not know', async () => {
    const { id } = await record();
    const { body, statusCode } = await open(id, await world.as('bea'));
    expect(statusCode).toBe(200);
    expect(body).not.toContain('Ada Lugsail');
    expect(body).toContain('Who it was is shown only to those who must know');
  });

  it('leads to finding out who a child is, and to the person once that is known', async () => {
    const { id } = await record();
    expect((await open(id)).body).toContain('/identification');
    const personId = await person('KNOWN1');
    await world.rows('update contact_child set person_id = $1 where contact_id = $2', [personId, id]);
    expect((await open(id)).body).toContain(`/people/${personId}`);
  });

  it('shows earlier contacts of the same child and of the same incident, with what came of them', async () => {
    const personId = await person('EARLIER1');
    const children = [{ givenName: 'Kit', personId }];
    const before = await record({ children, incident: undefined, toldAt: new Date('2026-03-02T10:00:00Z') });
    await world.rows(
      `insert into decision (id, contact_id, contact_child_id, level_of_need, outcome, reason, advice_given, signed_by, signed_at, signed_on)
       select gen_random_uuid(), contact_id, id, 2, 'advice and information', 'x', 'y', $2, now(), current_date from contact_child where contact_id = $1`,
      [before.id, nell.staffId],
    );
    const sameIncident = await record({ incident: 'INC-9' });
    const now = await record({ children, incident: 'INC-9' });
    const { body } = await open(now.id);
    expect(body).toContain(`/contacts/${before.id}`);
    expect(body).toContain('advice and information, level 2');
    expect(body).toContain(`/contacts/${sameIncident.id}`);
    expect(body).toContain('same incident');
  });

  it('keeps the six dates apart, and when it was recorded through every later change', async () => {
    const { id } = await record();
    const recordedLine = (body: string) => /Recorded<\/dt><dd[^>]*>([^<]*)/.exec(body)?.[1];
    const before = recordedLine((await open(id)).body);
    await world.rows("update contact set summary = 'changed', recorded_at = now() where id = $1", [id]);
    expect(recordedLine((await open(id)).body)).toBe(before);
    expect((await open(id)).body).toContain('Not asked for');
  });

  it('does not give away a guarded address, but says whom to ask', async () => {
    const personId = await person('GUARD1');
    const { id } = await record({ children: [{ givenName: 'Kit', personId, address: '7 Shingle Lane' }] });
    expect((await open(id)).body).toContain('7 Shingle Lane');
    await world.rows(
      "insert into address (id, person_id, lines, guarded) values (gen_random_uuid(), $1, '9 Hidden Row', true)",
      [personId],
    );
    const { body } = await open(id);
    expect(body).not.toContain('7 Shingle Lane');
    expect(body).toContain('Guarded. Ask the MASH decision maker.');
    expect((await open(id, await world.as('dara'))).body).toContain('7 Shingle Lane');
  });

  it('shows what partners hold only to those who may read enquiries', async () => {
    const personId = await person('PARTNER1');
    const { id } = await record({ children: [{ givenName: 'Kit', personId }] });
    await world.rows(
      `with e as (insert into mash_enquiry (id, contact_id, purpose, permission, opened_by, opened_at) values (gen_random_uuid(), $1, 'x', 'given', $2, now()) returning id, contact_id),
        c as (insert into partner_check (id, mash_enquiry_id, contact_id, agency_id, asked_about, purpose, fields, asked_by, asked_at)
          select gen_random_uuid(), e.id, e.contact_id, a.id, 'Kit', 'x', '{call-outs}', $2, now() from e, agency a where a.title = 'Police' returning id)
        select id from c`,
      [id, nell.staffId],
    );
    await world.rows(
      `insert into partner_answer (id, partner_check_id, holds, words, answered_by, answered_at)
       select gen_random_uuid(), id, true, 'One call in December.', $2, now() from partner_check where contact_id = $1`,
      [id, nell.staffId],
    );
    expect((await open(id)).body).toContain('One call in December.');
    const tess = await world.as('tess');
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values (gen_random_uuid(), $1, $2, 'worker', '2026-01-01')",
      [personId, tess.staffId],
    );
    const own = await open(id, tess);
    expect(own.statusCode).toBe(200);
    expect(own.body).not.toContain('One call in December.');
    expect((await open(id, await world.as('ivo'))).statusCode).toBe(404);
  });

  it('can be asked as it was known before a rating, and then offers nothing to do', async () => {
    const { id } = await record();
    const [clock] = await world.rows<{ then: Date }>('select clock_timestamp() as then');
    await nell.post(`/contacts/${id}/ratings`, { colour: 'green', reason: 'Fed and safe tonight' });
    const then = await later(6, () => nell.get(`/contacts/${id}?known=${clock?.then.toISOString()}`));
    expect(then.body).not.toContain('Fed and safe tonight');
    expect(then.body).toContain('Nobody has rated this contact yet');
    expect(then.body).not.toContain('/decisions/new');
    expect((await open(id)).body).toContain('Fed and safe tonight');
  });

  it('is not there for who may not see a child of it, exactly like one that never was', async () => {
    const { id } = await record();
    const [tess, halyard, quill] = await Promise.all([
      world.as('tess'),
      world.as('halyard'),
      world.as('quill'),
    ]);
    expect((await open(id, tess)).statusCode).toBe(404);
    expect((await open('00000000-0000-4000-8000-000000000000', tess)).statusCode).toBe(404);
    expect((await open(id, halyard)).statusCode).toBe(403);
    expect((await open(id, quill)).statusCode).toBe(403);
  });

  it('writes down that who told us and what partners hold was looked at', async () => {
    const personId = await person('LOOKED1');
    const { id } = await record({ children: [{ givenName: 'Kit', personId }] });
    await open(id);
    const [row] = await world.rows(
      `select persons, field_classes from audit where actor = $1 and subject_id = $2 and act = 'contact: read'`,
      [nell.staffId, id],
    );
    expect(row).toEqual({ persons: [personId], field_classes: ['reporter'] });
  });
});
