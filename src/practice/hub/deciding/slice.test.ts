import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, type Made, makeContact, seal } from '../../../../test/support/contacts.ts';
import { nastyAnswers } from '../../../../test/support/nasty.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { sendNext } from '../../../platform/mail/outbox.ts';
import { answerWasSent } from '../answer/index.ts';
import { decisionForm } from './actions.ts';

type Typed = Record<string, string>;

const ADVICE: Typed = {
  'decisions.0.levelOfNeed': '1',
  'decisions.0.outcome': 'advice and information',
  'decisions.0.reason': 'School and family sort this out together.',
  'decisions.0.adviceGiven': 'Breakfast club, and whom to ring.',
};
const EARLY_HELP: Typed = {
  'decisions.0.levelOfNeed': '2',
  'decisions.0.outcome': 'early help offered',
  'decisions.0.reason': 'Mum would like somebody at her side for a while.',
  'decisions.0.earlyHelpReply': 'accepted',
};
const PASSED: Typed = {
  'decisions.0.levelOfNeed': '3',
  'decisions.0.outcome': 'already open',
  'decisions.0.reason': 'Her worker knows the family and takes it up.',
};
const REFERRAL: Typed = {
  'decisions.0.levelOfNeed': '4',
  'decisions.0.outcome': 'referral to social care',
  'decisions.0.reason': 'We need to know that the children are safe at home.',
  'decisions.0.discussionWantedToday': 'yes',
};

describe('Deciding about a contact', () => {
  let world: World;
  let nell: Worker;
  let cleo: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
    cleo = await world.as('cleo');
  });
  afterAll(() => world.close());

  const decide = (made: Made, typed: Typed, by = nell) => by.post(`/contacts/${made.id}/decisions`, typed);
  const withdraw = (made: Made, by = nell) => by.post(`/contacts/${made.id}/decisions/withdrawal`);
  const allocateTess = async (made: Made) =>
    world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'worker', '2026-11-02')",
      [randomUUID(), made.persons[0], (await world.as('tess')).staffId],
    );
  const decisions = (made: Made) =>
    world.rows('select * from decision where contact_id = $1 and withdrawn_at is null', [made.id]);
  const answered = async (made: Made) =>
    (await world.rows('select answered_at from contact where id = $1', [made.id]))[0]?.['answered_at'];
  const sendOutbox = async () => {
    await world.rows(
      'update outbox set leaves_at = clock_timestamp() where sent_at is null and cancelled_at is null',
    );
    const [authority] = world.house.authorities;
    const mailer = { send: async () => undefined };
    const now = new Date();
    const one = () =>
      world.house.database.transaction({ authority: authority?.schema ?? '', now, duty: 'sender' }, (db) =>
        sendNext(db, mailer, now, answerWasSent),
      );
    while (await one());
  };

  it('shows the questions with nothing chosen, and where the referrer put the level', async () => {
    const made = await makeContact(world);
    const page = await nell.get(`/contacts/${made.id}/decisions/new`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('referrer said');
    expect(page.body).not.toMatch(/type="radio"[^>]* checked/);
  });

  it('gives advice, and answers the school by mail a few seconds later', async () => {
    const made = await makeContact(world);
    const reply = await decide(made, ADVICE);
    expect(reply.statusCode).toBe(303);
    expect(await decisions(made)).toMatchObject([{ outcome: 'advice and information', level_of_need: 1 }]);
    const [mail] = await world.rows(
      'select recipient, subject, body, leaves_at > clock_timestamp() as held from outbox where answer_id is not null and contact_id = $1',
      [made.id],
    );
    expect(mail).toMatchObject({
      recipient: 'ada.lugsail@gull-rock.example',
      subject: `About ${made.reference}`,
      held: true,
    });
    expect(mail?.['body']).toContain('We gave advice and information.');
    expect(mail?.['body']).not.toContain('Saffron');
    expect(await answered(made)).toBeNull();
    await sendOutbox();
    expect(await answered(made)).not.toBeNull();
    expect((await nell.get(`/contacts/${made.id}/decisions`)).body).toContain('Advice and information');
  });

  it('asks what advice was given', async () => {
    const made = await makeContact(world);
    const { 'decisions.0.adviceGiven': _, ...without } = ADVICE;
    const reply = await decide(made, without);
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Say what advice was given');
    expect(reply.body).toContain('School and family sort this out together.');
    expect(await decisions(made)).toEqual([]);
  });

  it('offers early help with everything that was said, in the same act', async () => {
    const made = await makeContact(world);
    expect((await decide(made, EARLY_HELP)).statusCode).toBe(303);
    const [episode] = await world.rows('select * from early_help_episode where person_id = $1', [
      made.persons[0],
    ]);
    expect(episode).toMatchObject({ reply: 'accepted', began_on: null, contact_id: made.id });
    expect(episode?.['what_was_said']).toContain(FROM_SCHOOL.words);
    expect(episode?.['what_was_said']).toContain(FROM_SCHOOL.childWords);
    const page = await (await world.as('fern')).get(`/early-help-episodes/${episode?.['id']}`);
    expect(page.body).toContain('falls asleep after lunch');
  });

  it('opens a referral only with a manager’s signature, and not that of whoever signed', async () => {
    const made = await makeContact(world);
    expect((await decide(made, REFERRAL, cleo)).statusCode).toBe(303);
    const [signed] = await decisions(made);
    expect(signed).toMatchObject({ authorisation_asked: true, authorised_at: null });
    expect(await world.rows('select 1 from referral where contact_id = $1', [made.id])).toEqual([]);
    expect(
      await world.rows('select 1 from outbox where answer_id is not null and contact_id = $1', [made.id]),
    ).toEqual([]);
    const own = await cleo.post(`/decisions/${signed?.['id']}/authorisation`);
    expect(own.statusCode).toBe(422);
    expect(own.body).toContain('You signed this decision');
    expect((await nell.post(`/decisions/${signed?.['id']}/authorisation`)).statusCode).toBe(403);
    const hugo = await world.as('hugo');
    expect((await hugo.get('/authorisations')).body).toContain('We need to know that the children are safe');
    expect((await hugo.post(`/decisions/${signed?.['id']}/authorisation`)).statusCode).toBe(303);
    const [referral] = await world.rows('select * from referral where contact_id = $1', [made.id]);
    expect(referral).toMatchObject({
      person_id: made.persons[0],
      discussion_wanted_today: true,
      accepted_on: null,
    });
    expect(
      await world.rows('select 1 from outbox where answer_id is not null and contact_id = $1', [made.id]),
    ).toHaveLength(1);
    expect((await hugo.post(`/decisions/${signed?.['id']}/authorisation`)).statusCode).toBe(422);
    expect(await world.rows('select 1 from referral where contact_id = $1', [made.id])).toHaveLength(1);
  });

  it('is in force only for who signed and who authorised differ, also for raw SQL', async () => {
    const made = await makeContact(world);
    await decide(made, REFERRAL);
    await expect(
      world.rows(
        'update decision set authorised_by = signed_by, authorised_at = signed_at where contact_id = $1',
        [made.id],
      ),
    ).rejects.toThrow(/decision_check/);
  });

  it('authorises siblings about whom the same was signed with one signature', async () => {
    const made = await makeContact(world, {
      ...FROM_SCHOOL,
      children: [
        { givenName: 'Otto', familyName: 'Sandpiper' },
        { givenName: 'Wren', familyName: 'Sandpiper' },
      ],
    });
    await decide(made, REFERRAL);
    const [first] = await decisions(made);
    expect((await cleo.post(`/decisions/${first?.['id']}/authorisation`)).statusCode).toBe(303);
    expect(await world.rows('select 1 from referral where contact_id = $1', [made.id])).toHaveLength(2);
  });

  it('keeps both the signature and what it opens, or neither', async () => {
    const made = await makeContact(world);
    await world.rows(
      `create function island.fail_episode() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`,
    );
    await world.rows(
      'create trigger fail_episode before insert on early_help_episode for each row execute function island.fail_episode()',
    );
    const cut = await decide(made, EARLY_HELP);
    await world.rows('drop trigger fail_episode on early_help_episode; drop function island.fail_episode()');
    expect(cut.statusCode).toBe(500);
    expect(await decisions(made)).toEqual([]);
    expect(await world.rows('select 1 from early_help_episode where contact_id = $1', [made.id])).toEqual([]);
    expect((await decide(made, EARLY_HELP)).statusCode).toBe(303);
    expect(
      await world.rows('select 1 from early_help_episode where contact_id = $1', [made.id]),
    ).toHaveLength(1);
  });

  it('opens nothing for a child whom nobody has identified, and says where to', async () => {
    const made = await makeContact(world, FROM_SCHOOL, { known: false });
    const reply = await decide(made, REFERRAL);
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Say first who Saffron Barnacle is');
    expect(reply.body).toContain(`/contacts/${made.id}/children/${made.children[0]}/identification`);
    expect((await decide(made, ADVICE)).statusCode).toBe(303);
  });

  it('decides for each child apart', async () => {
    const made = await makeContact(world, {
      ...FROM_SCHOOL,
      children: [
        { givenName: 'Kit', familyName: 'Barnacle' },
        { givenName: 'Jem', familyName: 'Barnacle' },
      ],
    });
    const page = await nell.get(`/contacts/${made.id}/decisions/new?each=yes`);
    expect(page.body).toContain('decisions.1.levelOfNeed');
    const second = Object.fromEntries(
      Object.entries(EARLY_HELP).map(([name, value]) => [name.replace('.0.', '.1.'), value]),
    );
    const reply = await decide(made, {
      ...ADVICE,
      ...second,
      'decisions.0.child': made.children[0] ?? '',
      'decisions.1.child': made.children[1] ?? '',
    });
    expect(reply.statusCode).toBe(303);
    const outcomes = (await decisions(made)).map((one) => [one['contact_child_id'], one['outcome']]);
    expect(new Map(outcomes as [string, string][])).toEqual(
      new Map([
        [made.children[0], 'advice and information'],
        [made.children[1], 'early help offered'],
      ]),
    );
  });

  it('refuses a child of another contact and an agency that there is not', async () => {
    const [made, other] = [await makeContact(world), await makeContact(world)];
    expect((await decide(made, { ...ADVICE, 'decisions.0.child': other.children[0] ?? '' })).statusCode).toBe(
      422,
    );
    const agency = {
      ...ADVICE,
      'decisions.0.outcome': 'another agency',
      'decisions.0.agencyId': randomUUID(),
    };
    expect((await decide(made, agency)).statusCode).toBe(422);
    expect(await decisions(made)).toEqual([]);
  });

  it('signs once: the same form twice, and two workers at the same moment', async () => {
    const made = await makeContact(world);
    const form = { ...ADVICE, 'submission-key': 'the-same-key-twice-0001' };
    const replies = await Promise.all([decide(made, form), decide(made, form)]);
    expect(replies.map((reply) => reply.statusCode)).toEqual([303, 303]);
    expect(await decisions(made)).toHaveLength(1);
    const raced = await makeContact(world);
    const sol = await world.as('sol');
    const race = await Promise.all([decide(raced, ADVICE), decide(raced, EARLY_HELP, sol)]);
    expect(race.map((reply) => reply.statusCode).sort()).toEqual([303, 422]);
    expect(await decisions(raced)).toHaveLength(1);
  });

  it('is taken back with what it opened and the reply, until the reply has left', async () => {
    const made = await makeContact(world);
    await decide(made, EARLY_HELP);
    expect((await withdraw(made, await world.as('sol'))).statusCode).toBe(422);
    expect((await withdraw(made)).statusCode).toBe(303);
    expect(await decisions(made)).toEqual([]);
    expect(
      await world.rows('select 1 from early_help_episode where contact_id = $1 and withdrawn_at is null', [
        made.id,
      ]),
    ).toEqual([]);
    await sendOutbox();
    expect(
      await world.rows(
        'select sent_at, cancelled_at is not null as cancelled from outbox where answer_id is not null and contact_id = $1',
        [made.id],
      ),
    ).toEqual([{ sent_at: null, cancelled: true }]);
    expect(await answered(made)).toBeNull();
    expect((await decide(made, ADVICE)).statusCode).toBe(303);
    await sendOutbox();
    const late = await withdraw(made);
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('The reply has left');
    expect(await decisions(made)).toHaveLength(1);
  });

  it('is taken back by a manager, and with a referral that nobody has accepted yet', async () => {
    const made = await makeContact(world);
    await decide(made, REFERRAL);
    const [signed] = await decisions(made);
    await cleo.post(`/decisions/${signed?.['id']}/authorisation`);
    expect((await withdraw(made, cleo)).statusCode).toBe(303);
    expect(
      await world.rows('select 1 from referral where contact_id = $1 and withdrawn_at is null', [made.id]),
    ).toEqual([]);
    expect(await world.rows('select 1 from open_period where person_id = $1', [made.persons[0]])).toEqual([]);
  });

  it('stands once social care has accepted', async () => {
    const made = await makeContact(world);
    await decide(made, REFERRAL);
    const [signed] = await decisions(made);
    await cleo.post(`/decisions/${signed?.['id']}/authorisation`);
    const [referral] = await world.rows('select id from referral where contact_id = $1', [made.id]);
    const mira = await world.as('mira');
    expect((await mira.get('/referrals')).body).toContain('Saffron Barnacle');
    expect((await mira.post(`/referrals/${referral?.['id']}/acceptance`)).statusCode).toBe(303);
    expect(await world.rows('select kind from open_period where person_id = $1', [made.persons[0]])).toEqual([
      { kind: 'assessment' },
    ]);
    const late = await withdraw(made, cleo);
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('taken up');
  });

  it('writes down that nobody left a name, counts as answered, and can still be taken back that day', async () => {
    const made = await makeContact(world, { ...FROM_SCHOOL, source: '9', referrer: { kind: 'anonymous' } });
    await decide(made, ADVICE);
    expect(await world.rows('select why_not from answer where contact_id = $1', [made.id])).toEqual([
      { why_not: 'no name given' },
    ]);
    expect(await answered(made)).not.toBeNull();
    expect((await withdraw(made)).statusCode).toBe(303);
    expect(await answered(made)).toBeNull();
  });

  it('passes a contact to the worker and the manager, who read it under their own work', async () => {
    const made = await makeContact(world);
    const alone = await decide(made, PASSED);
    expect(alone.statusCode).toBe(422);
    expect(alone.body).toContain('Nobody works with Saffron Barnacle, so there is nobody to pass it to');
    const [tess, ivo, mira] = [await world.as('tess'), await world.as('ivo'), await world.as('mira')];
    await allocateTess(made);
    expect((await decide(made, PASSED)).statusCode).toBe(303);
    const told = await world.rows(
      'select id, staff_id from contact_notice where contact_id = $1 order by staff_id',
      [made.id],
    );
    expect(told.map((row) => row['staff_id'])).toEqual([tess.staffId, mira.staffId].sort());
    const [mail] = await world.rows(
      "select subject, body from outbox where recipient = 'tess@island.example'",
    );
    expect(mail?.['subject']).toBe('A contact waits for you');
    expect(mail?.['body']).not.toContain('Saffron');
    expect((await tess.get('/my-work')).body).toContain('1 contact waits');
    const page = (await tess.get('/contact-notices')).body;
    for (const words of ['Saffron Barnacle', 'falls asleep after lunch', 'takes it up', made.reference])
      expect(page).toContain(words);
    expect((await ivo.get('/contact-notices')).body).toContain('Nothing waits for you');
    const own = told.find((row) => row['staff_id'] === tess.staffId)?.['id'];
    expect((await ivo.post(`/contact-notices/${own}/acknowledgement`)).statusCode).toBe(404);
    expect((await mira.post(`/contact-notices/${own}/acknowledgement`)).statusCode).toBe(404);
    expect((await tess.post(`/contact-notices/${own}/acknowledgement`)).statusCode).toBe(303);
    expect((await tess.get('/my-work')).body).toContain('No contact waits');
    expect((await mira.get('/my-work')).body).toContain('1 contact waits');
  });

  it('takes the notice back with the decision, and tells nobody of a child who was not identified', async () => {
    const made = await makeContact(world);
    await allocateTess(made);
    await decide(made, PASSED);
    expect((await withdraw(made)).statusCode).toBe(303);
    expect((await (await world.as('tess')).get('/contact-notices')).body).not.toContain(made.reference);
    const unknown = await makeContact(world, FROM_SCHOOL, { known: false });
    expect((await decide(unknown, PASSED)).body).toContain('Say first who Saffron Barnacle is');
  });

  it('is not for a role that may not, and hidden and unknown answer alike', async () => {
    const made = await makeContact(world);
    const bea = await world.as('bea');
    expect((await bea.get(`/contacts/${made.id}/decisions/new`)).statusCode).toBe(403);
    expect((await decide(made, ADVICE, bea)).statusCode).toBe(403);
    expect((await (await world.as('tess')).get('/authorisations')).statusCode).toBe(403);
    expect((await bea.post(`/contacts/${made.id}/decisions/withdrawal`)).statusCode).toBe(403);
    await decide(made, REFERRAL);
    const [signed] = await decisions(made);
    if (made.persons[0] !== undefined) await seal(world, made.persons[0]);
    const unknown = await nell.get(`/contacts/${randomUUID()}/decisions/new`);
    const hidden = await nell.get(`/contacts/${made.id}/decisions/new`);
    expect([hidden.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect((await decide(made, ADVICE)).statusCode).toBe(404);
    expect((await cleo.post(`/decisions/${signed?.['id']}/authorisation`)).statusCode).toBe(404);
    expect((await cleo.get('/authorisations')).body).not.toContain(made.id);
  });

  it('never answers with a fault, whatever is typed', async () => {
    const made = await makeContact(world);
    const answers = fc.sample(nastyAnswers(decisionForm.fields, day('2026-11-20')), { numRuns: 25, seed: 7 });
    for (const typed of answers) {
      const reply = await nell.post(`/contacts/${made.id}/decisions`, typed);
      expect(reply.statusCode).toBeLessThan(500);
      if (reply.statusCode === 303) await withdraw(made);
    }
  }, 60_000);
});
