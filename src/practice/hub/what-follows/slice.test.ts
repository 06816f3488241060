import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, type Made, makeContact, seal } from '../../../../test/support/contacts.ts';
import { later } from '../../../../test/support/later.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';

const REFERRAL = { levelOfNeed: '4', outcome: 'referral to social care', reason: 'Is she safe at home?' };
const EARLY_HELP = {
  levelOfNeed: '2',
  outcome: 'early help offered',
  reason: 'Mum would like somebody at her side.',
  earlyHelpReply: 'accepted',
};
const PASSED = { levelOfNeed: '3', outcome: 'already open', reason: 'Her worker takes it up.' };

const BORN = day('2015-06-08');

describe('A child who was taken for somebody else, after something was opened', () => {
  let world: World;
  let nell: Worker;
  let [cleo, mira, tess, ivo]: Worker[] = [];
  let right: Id;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
    [cleo, mira, tess, ivo] = await Promise.all(['cleo', 'mira', 'tess', 'ivo'].map((key) => world.as(key)));
    right = await world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' }] as const;
      // Born on the day that is said of each child, so that among many of the name this one is shown first.
      return (await createPerson(made, { names, bornOn: BORN })).id;
    });
  });
  afterAll(() => world.close());

  const addressOf = (made: Made) => `/contacts/${made.id}/children/${made.children[0]}/identification`;
  const wrongOf = (made: Made) => made.persons[0] ?? right;
  const decide = async (made: Made, answers: Record<string, string>) => {
    const typed = Object.entries(answers).map(([name, value]) => [`decisions.0.${name}`, value]);
    expect((await nell.post(`/contacts/${made.id}/decisions`, Object.fromEntries(typed))).statusCode).toBe(
      303,
    );
    const [decision] = await world.rows('select id from decision where contact_id = $1', [made.id]);
    await cleo?.post(`/decisions/${decision?.['id']}/authorisation`);
  };
  const contactAbout = (familyName = 'Barnacle') =>
    makeContact(world, { ...FROM_SCHOOL, children: [{ givenName: 'Saffron', familyName, bornOn: BORN }] });
  const referred = async (familyName?: string) => {
    const made = await contactAbout(familyName);
    await decide(made, REFERRAL);
    const [referral] = await world.rows<{ id: Id }>('select id from referral where contact_id = $1', [
      made.id,
    ]);
    return { made, at: `/referrals/${referral?.id}` };
  };
  const shown = async (made: Made, by = nell) => (await by.get(addressOf(made))).body;
  const seen = (page: string) => /name="candidatesSeen" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const putRight = async (made: Made, typed: Record<string, string> = {}, by = nell) =>
    by.post(addressOf(made), {
      choice: right,
      candidatesSeen: seen(await shown(made, by)),
      reason: 'A cousin of the same name',
      goesAlong: 'yes',
      ...typed,
    });
  const allocated = (personId: Id, worker: Worker | undefined) =>
    world.within((made) =>
      allocate(made, { personId, staffId: worker?.staffId ?? right, fromOn: day('2026-11-02') }),
    );
  const openFor = (person: Id, principal: Worker | undefined, knownAt?: Date) =>
    world.house.database.transaction(
      { authority: 'island', now: new Date(), principals: principal ? [principal.staffId] : [], knownAt },
      async (db) => {
        const asked = db.selectFrom('open_period').select('kind').where('person_id', '=', person);
        return (await asked.execute()).map((row) => row.kind);
      },
    );
  const whose = async (table: 'referral' | 'early_help_episode', made: Made) =>
    (await world.rows(`select person_id from ${table} where contact_id = $1`, [made.id]))[0]?.['person_id'];

  it('moves the referral to the right person, with the reason, and shows it before as it was', async () => {
    const fern = await world.as('fern');
    const { made, at } = await referred();
    await mira?.post(`${at}/acceptance`);
    await allocated(wrongOf(made), fern);
    expect((await fern.get(at)).statusCode).toBe(200);
    const page = await shown(made);
    expect(page).toMatch(/The referral of [^,<]+, which is open/);
    expect(page).toContain('Fern Jetty works with the person they were taken for');
    const [clock] = await world.rows<{ before: Date }>('select clock_timestamp() as before');
    const reply = await putRight(made);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/contacts/${made.id}`]);
    expect(await whose('referral', made)).toBe(right);
    expect((await fern.get(at)).statusCode).toBe(404);
    expect((await fern.get(`/contacts/${made.id}`)).statusCode).toBe(404);
    expect((await mira?.get(at))?.body).toContain(`/people/${right}`);
    expect(await openFor(wrongOf(made), fern)).toEqual([]);
    expect(await openFor(wrongOf(made), fern, clock?.before)).toEqual(['assessment']);
    const [history] = await world.rows(
      `select h.person_id, r.recorded_by, h.superseded_at = r.recorded_at as joined
       from referral r join referral_history h on h.id = r.id where r.contact_id = $1 order by h.superseded_at desc`,
      [made.id],
    );
    expect(history).toEqual({ person_id: made.persons[0], recorded_by: nell.staffId, joined: true });
    const [kept] = await world.rows(
      'select reason, words, corrected_by from correction where contact_id = $1',
      [made.id],
    );
    expect(kept).toMatchObject({ reason: 'A cousin of the same name', corrected_by: nell.staffId });
    expect(kept?.['words']).toMatch(/^Went along: The referral of [^,]+, which is open\.$/);
    const [audit] = await world.rows(
      "select persons, allowed from audit where subject_id = $1 and act = 'contact: correct'",
      [made.children[0]],
    );
    expect(audit).toEqual({ persons: [made.persons[0], right], allowed: true });
  });

  it('shows on the pages of both children where it stands, and where it stood', async () => {
    const { made, at } = await referred();
    await mira?.post(`${at}/acceptance`);
    const [clock] = await world.rows<{ before: Date }>('select clock_timestamp() as before');
    const other = await world.within(async (own) => {
      const names = [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' }] as const;
      return (await createPerson(own, { names })).id;
    });
    expect((await putRight(made, { choice: other })).statusCode).toBe(303);
    const open = async (path: string) => !(await nell.get(path)).body.includes('None, not open');
    expect([await open(`/people/${wrongOf(made)}`), await open(`/people/${other}`)]).toEqual([false, true]);
    const known = `?known=${clock?.before.toISOString()}`;
    await later(6, async () => {
      expect(await open(`/people/${wrongOf(made)}${known}`)).toBe(true);
      expect((await nell.get(`/contacts/${made.id}${known}`)).body).toContain(`/people/${wrongOf(made)}`);
      expect((await nell.get(`/contacts/${made.id}${known}`)).body).not.toContain(`/people/${other}`);
    });
  }, 30_000);

  it('gives the team the right child and takes the wrong one from it', async () => {
    const { made } = await referred();
    const sights = async (person: Id) =>
      (await world.rows("select 1 from sight where person_id = $1 and ground = 'what follows'", [person]))
        .length;
    expect(await sights(wrongOf(made))).toBe(1);
    expect((await putRight(made)).statusCode).toBe(303);
    expect([await sights(wrongOf(made)), await sights(right)]).toEqual([0, 1]);
  });

  it('says at the field what happens, and moves nothing until somebody says so', async () => {
    const { made } = await referred();
    await allocated(wrongOf(made), tess);
    await allocated(right, ivo);
    const reply = await putRight(made, { goesAlong: '' });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Tick that this goes along to Saffron Barnacle');
    expect(reply.body).toContain('which social care has not answered yet');
    expect(reply.body).toMatch(/Tess Windlass works with Saffron Barnacle, \w+\. Ivo Mainsail works with/);
    expect(reply.body).toContain('A cousin of the same name');
    expect(await whose('referral', made)).toBe(made.persons[0]);
    expect(await world.rows('select 1 from correction where contact_id = $1', [made.id])).toEqual([]);
  });

  it('moves also what has ended, and it stays ended', async () => {
    const made = await contactAbout();
    await decide(made, EARLY_HELP);
    await world.rows(
      'update early_help_episode set began_on = offered_on, ended_on = offered_on where contact_id = $1',
      [made.id],
    );
    expect(await shown(made)).toContain('and stays ended');
    expect((await putRight(made)).statusCode).toBe(303);
    const [row] = await world.rows(
      'select person_id, ended_on is not null as ended from early_help_episode where contact_id = $1',
      [made.id],
    );
    expect(row).toEqual({ person_id: right, ended: true });
  });

  it('moves to a child who comes on record now, and what was taken back goes along unseen', async () => {
    const made = await contactAbout();
    await decide(made, EARLY_HELP);
    await nell.post(`/contacts/${made.id}/decisions/withdrawal`);
    const reply = await putRight(made, { choice: 'nobody of these', goesAlong: '' });
    expect(reply.statusCode).toBe(303);
    const [child] = await world.rows('select person_id from contact_child where contact_id = $1', [made.id]);
    expect(child?.['person_id']).not.toBe(made.persons[0]);
    expect(await whose('early_help_episode', made)).toBe(child?.['person_id']);
  });

  it('is opened for the right child where a decision is signed while the child is put right', async () => {
    const made = await contactAbout();
    await world.rows('begin');
    await world.rows('select 1 from contact where id = $1 for update', [made.id]);
    const deciding = decide(made, EARLY_HELP);
    await new Promise((wait) => setTimeout(wait, 400));
    await world.rows('update contact_child set person_id = $2 where contact_id = $1', [made.id, right]);
    await world.rows('commit');
    await deciding;
    expect(await whose('early_help_episode', made)).toBe(right);
  });

  it('takes the notice from the wrong worker and tells the right one', async () => {
    const made = await contactAbout();
    await allocated(wrongOf(made), tess);
    await allocated(right, ivo);
    await decide(made, PASSED);
    expect((await tess?.get('/contact-notices'))?.body).toContain(made.reference);
    expect((await putRight(made)).statusCode).toBe(303);
    expect((await tess?.get('/contact-notices'))?.body).not.toContain(made.reference);
    expect((await ivo?.get('/contact-notices'))?.body).toContain(made.reference);
  });

  it('shows the page again where somebody took a step meanwhile, and refuses who they are already', async () => {
    // A name of its own: the page shows ten candidates, and this child must be among them.
    const { made, at } = await referred('Whelkington');
    const candidatesSeen = seen(await shown(made));
    await mira?.post(`${at}/acceptance`);
    const late = await putRight(made, { candidatesSeen });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('has changed since you saw it');
    const same = await putRight(made, { choice: wrongOf(made) });
    expect(same.statusCode).toBe(422);
    expect(same.body).toContain('identified as already');
    expect(await whose('referral', made)).toBe(made.persons[0]);
  });

  it('is not for business support, nor for a social worker, and a sealed child is not there', async () => {
    const { made } = await referred();
    const bea = await world.as('bea');
    expect(await shown(made, bea)).not.toContain('name="goesAlong"');
    const refused = await putRight(made, {}, bea);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Somebody who decides about contacts puts it right');
    expect((await tess?.post(addressOf(made), { choice: right }))?.statusCode).toBe(403);
    await seal(world, wrongOf(made));
    expect((await nell.get(addressOf(made))).statusCode).toBe(404);
    expect(await whose('referral', made)).toBe(made.persons[0]);
  });
});
