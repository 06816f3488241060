import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { type Id, id } from '../../../language/id.ts';
import { type NewContact, recordContact } from '../contact/index.ts';

const told: NewContact = {
  ...A_CONTACT,
  channel: 'call',
  source: '2A',
  about: 'safeguarding concern',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'Secret words of the teacher.',
  referrer: { kind: 'professional', name: 'Ada Lugsail' },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
  familyMembers: [{ name: 'Marina Barnacle', relation: 'mother' }],
};

describe('What a partner agency is asked', () => {
  let world: World;
  let halyard: Worker;
  let wren: Worker;
  beforeAll(async () => {
    world = await openWorld();
    [halyard, wren] = await Promise.all([world.as('halyard'), world.as('wren')]);
  });
  afterAll(() => world.close());

  /** A check on the police about a new contact: its id. */
  async function asked(): Promise<string> {
    const { id: contactId } = await world.within((surroundings) => recordContact(surroundings, told));
    const dara = await world.as('dara');
    const [police] = await world.rows<{ id: string }>("select id from agency where title = 'Police'");
    await dara.post(`/contacts/${contactId}/mash-enquiries`, {
      purpose: 'Whether she was hurt before',
      permission: 'given',
      'checks.0.agency': police?.id ?? '',
      'checks.0.fields': 'call-outs',
    });
    const [check] = await world.rows<{ id: string }>('select id from partner_check where contact_id = $1', [
      contactId,
    ]);
    return check?.id ?? '';
  }

  it('shows its agency whom it is about, what is asked and why, and not what was said', async () => {
    const check = await asked();
    const list = await halyard.get('/partner-checks');
    expect(list.body).toContain('Saffron Barnacle');
    const page = await halyard.get(`/partner-checks/${check}`);
    expect(page.body).toContain('Call-outs to the address or the family');
    expect(page.body).toContain('Whether she was hurt before');
    for (const hidden of ['Secret words', 'Ada Lugsail', 'Marina', 'C-26-']) {
      expect(page.body).not.toContain(hidden);
      expect(list.body).not.toContain(hidden);
    }
  });

  it('is where signing in leads for a partner', async () => {
    const place = String((await halyard.get('/work')).headers.location);
    expect((await halyard.get(place)).body).toContain('/partner-checks');
  });

  it('is answered with words, or with nothing held and no words', async () => {
    const check = await asked();
    const path = `/partner-checks/${check}/answer`;
    expect((await halyard.post(path, { holds: 'something' })).body).toContain('Say what your agency holds');
    expect((await halyard.post(path, { words: 'x' })).statusCode).toBe(422);
    expect((await halyard.post(path, { holds: 'nothing' })).statusCode).toBe(303);
    const [row] = await world.rows(
      'select holds, words, answered_by, provenance from partner_answer where partner_check_id = $1',
      [check],
    );
    expect(row).toEqual({
      holds: false,
      words: '',
      answered_by: halyard.staffId,
      provenance: 'partner agency',
    });
  });

  it('is answered once, however many press at the same moment', async () => {
    const check = await asked();
    const answers = await Promise.all(
      [1, 2, 3].map(() => halyard.post(`/partner-checks/${check}/answer`, { holds: 'nothing' })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 422, 422]);
    const again = await halyard.post(`/partner-checks/${check}/answer`, {
      holds: 'something',
      words: 'Late',
    });
    expect(again.body).toContain('Jo Halyard has answered this already');
  });

  it('is not there for another agency, exactly like one that never was', async () => {
    const check = await asked();
    const another = await wren.get(`/partner-checks/${check}`);
    const absent = await wren.get('/partner-checks/00000000-0000-4000-8000-000000000000');
    expect([another.statusCode, absent.statusCode]).toEqual([404, 404]);
    const plain = (body: string) => body.replace(/nonce="[^"]*"/g, '');
    expect(plain(another.body)).toBe(plain(absent.body));
    expect((await wren.post(`/partner-checks/${check}/answer`, { holds: 'nothing' })).statusCode).toBe(404);
    expect((await wren.get('/partner-checks')).body).not.toContain('Saffron');
  });

  it('is not there for another agency in the database either', async () => {
    const check = await asked();
    const seenBy = async (title: string) => {
      const [agency] = await world.rows<{ id: Id }>('select id from agency where title = $1', [title]);
      const { database } = world.house;
      return database.transaction({ authority: 'island', now: new Date(), agency: agency?.id }, (db) =>
        db.selectFrom('partner_check').select('id').where('id', '=', id(check)).execute(),
      );
    };
    expect(await seenBy('Police')).toHaveLength(1);
    expect(await seenBy('Health')).toHaveLength(0);
  });

  it('opens no contact and no person to a partner', async () => {
    for (const path of ['/hub', '/people', '/alerts']) {
      expect([403, 404]).toContain((await halyard.get(path)).statusCode);
    }
  });

  it('is not a page of the hub’s workers', async () => {
    expect((await (await world.as('nell')).get('/partner-checks')).statusCode).toBe(403);
  });
});
