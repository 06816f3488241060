import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ageToday, DAY, fromNow } from '../../../../test/support/from-now.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { agencyOf, insert, KINDS, visitTo } from '../../../../test/trust/records.ts';
import { shareOf } from '../../../../test/trust/shared-records.ts';
import { restrictedTo } from '../../../../test/trust/walled-records.ts';
import { day } from '../../../language/day.ts';
import { type Id, id } from '../../../language/id.ts';
import { DISABILITIES } from '../../../profile/code-sets/disabilities.ts';
import { SHARED_PARTS } from '../../../profile/code-sets/sharing.ts';
import { ROLE_NAMES, ROLES } from '../../../profile/roles.ts';
import { allocate } from '../allocation/index.ts';
import { addAddress, addAttendance, createPerson, relate } from '../person/index.ts';

const SENTENCE = 'He was not at training on Monday.';

describe('Sharing with an agency', () => {
  let world: World;
  let police: string;
  beforeAll(async () => {
    world = await openWorld();
    police = await agencyOf(world, 'Police');
  });
  afterAll(() => world.close());

  const child = async (givenName: string): Promise<Id> => {
    const { staffId } = await world.as('tess');
    return world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Winkle' }] as const;
      const one = await createPerson(made, { names, bornOn: day('2015-06-08') });
      await addAttendance(made, one.id, { kind: 'school', named: 'Samphire School' });
      await allocate(made, { personId: one.id, staffId, fromOn: made.today });
      return one.id;
    });
  };
  const asked = (more: Record<string, string | readonly string[]> = {}) => ({
    agencyId: police,
    purpose: 'keep safe',
    purposeWords: 'So that they know whom to ring at night.',
    parts: ['workers', 'attendance'],
    basis: 'public function',
    basisWords: 'Mira Spindrift decided it: his father must not know.',
    untilOn: 'tomorrow',
    ...more,
  });
  /** Shared by Tess, with the police. */
  const given = async (personId: Id, more = {}) => {
    const told = await (await world.as('tess')).post(`/people/${personId}/shares`, asked(more));
    expect([told.statusCode, told.headers.location]).toEqual([303, expect.stringMatching(/^\/shares\//)]);
    return id(String(told.headers.location).replace('/shares/', ''));
  };
  const reading = async (key: string, shareId: Id) =>
    (await world.as(key)).get(`/shared-children/${shareId}`);

  it('V15.3.1: shows the agency the parts that were ticked, and neither the ground nor anything else', async () => {
    const one = await child('Ansel');
    const shareId = await given(one);
    const page = (await reading('halyard', shareId)).body;
    for (const told of [
      `Ansel Winkle, ${ageToday('2015-06-08')}`,
      'Tess Windlass',
      'Samphire School',
      'So that they know whom to ring',
    ])
      expect(page).toContain(told);
    for (const kept of ['his father must not know', one, 'Public function']) expect(page).not.toContain(kept);
    expect((await (await world.as('halyard')).get('/shared-children')).body).toContain(
      `Ansel Winkle, ${ageToday('2015-06-08')}`,
    );
    for (const key of ['wren', 'edu', 'lugsail']) {
      expect((await reading(key, shareId)).statusCode, key).toBe(404);
      expect((await (await world.as(key)).get('/shared-children')).body).not.toContain('Ansel');
    }
    expect((await (await world.as('halyard')).get(`/people/${one}`)).statusCode).toBe(403);
  });

  it('is made by whoever works with the child or manages, and never of a guarded address', async () => {
    const one = await child('Bryn');
    const ivo = await world.as('ivo');
    expect((await ivo.post(`/people/${one}/shares`, asked())).statusCode).toBe(404);
    expect((await (await world.as('nell')).post(`/people/${one}/shares`, asked())).statusCode).toBe(403);
    await world.rows("insert into sight (principal, person_id, ground) values ($1, $2, 'handover')", [
      ivo.staffId,
      one,
    ]);
    const notTheirs = await ivo.post(`/people/${one}/shares`, asked());
    expect([notTheirs.statusCode, notTheirs.body.includes('Only whoever works with this child')]).toEqual([
      422,
      true,
    ]);
    await world.within(async (made) => {
      const { id: mother } = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Rhona', familyName: 'Winkle' }],
      });
      await relate(made, { personId: one, otherId: mother, kind: 'mother' });
      await addAddress(made, mother, { lines: '4 Quiet Steps', guarded: true });
    });
    const tess = await world.as('tess');
    const gives = await tess.post(`/people/${one}/shares`, asked({ words: 'They moved to 4 quiet steps.' }));
    expect([gives.statusCode, gives.body.includes('give away where somebody lives')]).toEqual([422, true]);
    const shareId = await given(one, { words: 'They moved house.' });
    const page = (await reading('halyard', shareId)).body;
    expect(page).toContain('They moved house.');
    expect(page).not.toContain('Samphire');
  });

  it('answers a guess at a guarded address as it answers any words: it tells nobody who may not read it that it was right', async () => {
    const one = await child('Dewi');
    const aunt = await world.within(async (made) => {
      const { id: near } = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Rhona', familyName: 'Winkle' }],
      });
      await relate(made, { personId: one, otherId: near, kind: 'aunt or uncle' });
      await addAddress(made, near, { lines: 'Quiet Steps House', guarded: true });
      return near;
    });
    const guess = async (key: string, words: string) => {
      const answer = await (await world.as(key)).post(`/people/${one}/shares`, asked({ words }));
      return [answer.statusCode, /id="field-words-error".*?<\/p>/su.exec(answer.body)?.[0]];
    };
    // Whom she does not see she cannot try out.
    expect((await (await world.as('tess')).get(`/people/${aunt}`)).statusCode).toBe(404);
    expect(await guess('tess', 'They are at quiet steps house.')).toEqual([303, undefined]);
    expect(await guess('tess', 'They are at loud steps house.')).toEqual([303, undefined]);
    // Who may not read the class, and may know that there is such an address, writes no words near it.
    const fern = await world.as('fern');
    await world.within(async (made) => {
      await addAddress(made, one, { lines: 'Quiet Steps House', guarded: true });
    });
    const worker = { person_id: one, staff_id: fern.staffId, kind: 'co-worker', from_on: '2026-11-20' };
    await insert(world, 'allocation', worker);
    const right = await guess('fern', 'They are at quiet steps house.');
    expect(right).toEqual([422, expect.stringContaining('Ask the hub manager to share this')]);
    expect(await guess('fern', 'They are at loud steps house.')).toEqual(right);
    expect(await guess('tess', 'They are at quiet steps house.')).toEqual([
      422,
      expect.stringContaining('give away where somebody lives'),
    ]);
    for (const key of ['tess', 'hugo'])
      expect(await guess(key, 'They are at 14 Kelp Steps.')).toEqual([
        422,
        expect.stringContaining('reads like an address'),
      ]);
  });

  it('is gone at the instant of its end: page, list, facts, what was begun to be written, and what an open page sends', async () => {
    const one = await child('Caradoc');
    const shareId = await given(one);
    const halyard = await world.as('halyard');
    expect(
      (await halyard.post(`/drafts/shared%20child%3A%20tell/${shareId}`, { words: SENTENCE })).statusCode,
    ).toBe(200);
    expect(
      (await halyard.post(`/shared-children/${shareId}/messages`, { words: 'He came to us by himself.' }))
        .statusCode,
    ).toBe(303);
    const log = (await (await world.as('tess')).get(`/people/${one}/shares`)).body;
    for (const told of ['Police', 'He came to us by himself.', 'Jo Halyard']) expect(log).toContain(told);
    const ended = await (await world.as('tess')).post(`/shares/${shareId}/ending`, {
      why: 'He is safe now.',
    });
    expect(ended.statusCode).toBe(303);

    expect((await reading('halyard', shareId)).statusCode).toBe(404);
    expect((await halyard.get('/shared-children')).body).not.toContain('Caradoc');
    const late = await halyard.post(`/shared-children/${shareId}/messages`, { words: SENTENCE });
    expect(late.statusCode).toBe(404);
    expect(late.body).toContain(SENTENCE);
    for (const gone of ['Caradoc', 'Samphire', 'Tess Windlass', one]) expect(late.body).not.toContain(gone);
    const nowhere = await halyard.post('/shared-children/00000000-0000-4000-8000-000000000000/messages', {
      words: SENTENCE,
    });
    const masked = (body: string) => body.replace(/nonce="[^"]*"/g, '');
    expect(masked(nowhere.body)).toBe(masked(late.body));
    expect(await world.rows('select from draft where subject_id = $1', [shareId])).toEqual([]);
    expect(await world.rows('select from share_message where words = $1', [SENTENCE])).toEqual([]);
    expect(await seenInTheDatabase(shareId, one)).toEqual(NOTHING);
    const after = (await (await world.as('tess')).get(`/people/${one}/shares`)).body;
    expect(after).toContain('Ended early: He is safe now.');
  });

  const NOTHING = { facts: 0, persons: 0, rows: 0, grounds: 0, records: 0, log: 0 };
  /** What a transaction of Jo Halyard finds in the database itself, whatever the pages do. */
  const seenInTheDatabase = async (shareId: Id, personId: Id) => {
    const { staffId } = await world.as('halyard');
    const settings = {
      authority: 'island',
      now: new Date(),
      actor: staffId,
      principals: [staffId],
      agency: id(police),
    };
    return world.house.database.transaction(settings, async (db) => {
      const count = async (
        table: 'share' | 'share_ground' | 'person' | 'attendance' | 'audit' | 'sharing_consent',
      ) => (await db.selectFrom(table).select('id').execute()).length;
      const { rows: facts } = await sql`select * from shared_facts(${shareId})`.execute(db);
      const { rows: persons } = await sql`select * from shared_person(${shareId})`.execute(db);
      const own = await db.selectFrom('share').select('id').where('person_id', '=', personId).execute();
      const grounds = (await count('share_ground')) + (await count('sharing_consent'));
      const records = (await count('person')) + (await count('attendance'));
      return {
        facts: facts.length,
        persons: persons.length,
        rows: own.length,
        grounds,
        records,
        log: await count('audit'),
      };
    });
  };

  it('opens no table but its own to the agency in the database, while it stands', async () => {
    const one = await child('Derwen');
    const shareId = await given(one);
    expect(await seenInTheDatabase(shareId, one)).toEqual({ ...NOTHING, facts: 2, persons: 1, rows: 1 });
  });

  it('tells each part in its own words when all of them are shared, and still no address, note, reporter or word that is withheld', async () => {
    const made = await KINDS['a child of Tess']?.(world);
    const personId = made?.['personId'] ?? '';
    await visitTo(world, personId, fromNow(-30 * DAY));
    await world.rows("update person set disabilities = array['HAND'] where id = $1", [personId]);
    await insert(world, 'address', { person_id: personId, lines: '9 Plain Row', guarded: false });
    const parts = SHARED_PARTS.codes.map(({ code }) => code);
    const { shareId } = await shareOf(world, personId, { parts });
    const page = (await reading('halyard', id(shareId))).body;
    for (const told of [
      'Tess Windlass',
      'Child in need',
      'Neglect',
      'Care order',
      'seen, alone',
      'She is often tired.',
    ])
      expect(page, told).toContain(told);
    const { codes } = DISABILITIES;
    expect(codes.some(({ code, label }) => code === 'HAND' && page.includes(label))).toBe(true);
    for (const kept of [
      '9 Plain Row',
      '01632 960111',
      'Officers were called',
      'Warm and tidy',
      'same clothes',
      'Bruise',
      'We are worried',
    ])
      expect(page, kept).not.toContain(kept);
    const facts = await world.rows<{ words: string }>(
      'select words from case_note union all select decided from management_decision',
    );
    expect(facts.length).toBeGreaterThan(0);
    for (const { words } of facts.filter((fact) => fact.words)) expect(page).not.toContain(words);
  });

  it('ends with the consent it stands on, at the same instant', async () => {
    const one = await child('Emlyn');
    const tess = await world.as('tess');
    const consent = {
      agencyId: police,
      saidBy: 'parental responsibility',
      saidName: 'Rhona Winkle',
      saidOn: 'yesterday',
      way: 'telephone',
      words: 'They may know about school.',
    };
    expect((await tess.post(`/people/${one}/sharing-consents`, consent)).statusCode).toBe(303);
    const [row] = await world.rows<{ id: string }>('select id from sharing_consent where person_id = $1', [
      one,
    ]);
    const consentId = row?.id ?? '';
    const shareId = await given(one, { basis: 'consent', consentId });
    expect((await reading('halyard', shareId)).statusCode).toBe(200);
    const withdrawal = `/sharing-consents/${consentId}/withdrawal`;
    expect(
      (await (await world.as('bea')).post(withdrawal, { words: 'She rang and said no.' })).statusCode,
    ).toBe(303);
    expect((await reading('halyard', shareId)).statusCode).toBe(404);
    const [ended] = await world.rows(
      'select s.ended_at = c.withdrawn_at as "at once", s.ended_why from share s, sharing_consent c where s.id = $1 and c.id = $2',
      [shareId, consentId],
    );
    expect(ended).toEqual({ 'at once': true, ended_why: 'Consent was withdrawn: She rang and said no.' });
    const again = await tess.post(`/people/${one}/shares`, asked({ basis: 'consent', consentId }));
    expect([again.statusCode, again.body.includes('Select consent to this agency')]).toEqual([422, true]);
  });

  it('stands behind every wall, and behind what somebody of the agency says is a relative’s', async () => {
    const [one, two] = [await child('Folant'), await child('Gwyn')];
    const [first, second] = [await given(one), await given(two)];
    await restrictedTo(world, one, { by: 'mira', named: ['tess'] });
    expect((await reading('halyard', first)).statusCode).toBe(404);
    expect(await seenInTheDatabase(first, one)).toEqual(NOTHING);
    expect((await (await world.as('tess')).get(`/people/${one}/shares`)).body).toContain(
      'Hidden by the wall',
    );
    const halyard = await world.as('halyard');
    await halyard.post('/own-account/own-or-relatives', {
      givenName: 'Gwyn',
      familyName: 'Winkle',
      bornOn: '8 6 2015',
      kind: 'relative',
    });
    expect((await reading('halyard', second)).statusCode).toBe(404);
  });

  it('tells whoever works with the child and whoever reviews who looked, on what ground', async () => {
    const one = await child('Howel');
    const shareId = await given(one);
    await reading('halyard', shareId);
    await reading('halyard', shareId);
    const share = (await (await world.as('tess')).get(`/shares/${shareId}`)).body;
    expect(share.slice(share.indexOf('Who looked</h2>'))).toMatch(/Jo Halyard<\/strong>, 2 times/);
    const looks = (await (await world.as('hugo')).get(`/people/${one}/looks`)).body;
    for (const told of ['Jo Halyard', 'It was shared with their agency', 'Read: shared child'])
      expect(looks).toContain(told);
  });

  it('runs out by itself, and its drafts with it; the mail that says it was shared names nobody', async () => {
    const one = await child('Idris');
    const { shareId } = await shareOf(world, one, { until: fromNow(-DAY) });
    await insert(world, 'draft', {
      author: (await world.as('halyard')).staffId,
      form: 'shared child: tell',
      form_version: 1,
      subject_id: shareId,
      answers: '{}',
    });
    expect((await reading('halyard', id(shareId))).statusCode).toBe(404);
    await world.rows("select forget_drafts(now() - interval '1 year')");
    expect(await world.rows('select from draft where subject_id = $1', [shareId])).toEqual([]);
    await given(one);
    const mails = await world.rows<{ all: string }>(
      "select subject || body as all from outbox where recipient = 'halyard@island.example'",
    );
    expect(mails.length).toBeGreaterThan(0);
    for (const { all } of mails) expect(all).not.toMatch(/Winkle|Idris|[0-9a-f]{8}-/);
  });

  it('cannot be carried away by a file: no role of an agency has one', () => {
    const partners = ROLE_NAMES.filter((role) => ROLES[role].kind === 'partner');
    const theirs = world.house.authorities[0]?.profile.permissionsOf(partners) ?? [];
    const files = world.routes
      .filter(({ path }) => /csv/.test(path))
      .map(({ rule }) => rule.replace(/^may: /, ''));
    expect(files.length).toBeGreaterThan(3);
    expect(theirs.filter((permission) => files.includes(permission))).toEqual([]);
    expect(theirs.length).toBeGreaterThan(3);
  });
});
