import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, type Made, makeContact, seal } from '../../../../test/support/contacts.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';

const ADVICE = {
  'decisions.0.levelOfNeed': '1',
  'decisions.0.outcome': 'advice and information',
  'decisions.0.reason': 'School and family sort this out together.',
  'decisions.0.adviceGiven': 'Breakfast club.',
};
const EARLY_HELP = {
  'decisions.0.levelOfNeed': '2',
  'decisions.0.outcome': 'early help offered',
  'decisions.0.reason': 'Mum would like somebody at her side.',
  'decisions.0.earlyHelpReply': 'not answered yet',
};

describe('A screening meeting', () => {
  let world: World;
  let nell: Worker;
  let sol: Worker;
  let made: readonly Made[];
  let meeting: string;
  const names = ['Saffron', 'Otto', 'Wren', 'Kit', 'Jem'];

  beforeAll(async () => {
    world = await openWorld();
    [nell, sol] = [await world.as('nell'), await world.as('sol')];
    const contacts: Made[] = [];
    for (const [index, givenName] of names.entries()) {
      contacts.push(
        await makeContact(world, {
          ...FROM_SCHOOL,
          toldAt: new Date(Date.UTC(2026, 10, 16 + index, 10)),
          words: `${givenName} is tired at school.`,
          children: [{ givenName, familyName: 'Barnacle' }],
        }),
      );
    }
    made = contacts;
  });
  afterAll(() => world.close());

  const now = async () => (await nell.get(`/screening-meetings/${meeting}`)).body;
  const decide = (index: number, typed: Record<string, string>, by = nell) =>
    by.post(`/screening-meetings/${meeting}/contacts/${made[index]?.id}/decisions`, typed);
  const begin = async (by: Worker, contacts: readonly (string | undefined)[]) => {
    const [police] = await world.rows("select id from agency where kind = 'police'");
    return by.post('/screening-meetings', {
      'staff.0.id': nell.staffId,
      'staff.0.sits': 'yes',
      'staff.1.id': sol.staffId,
      'staff.1.sits': 'yes',
      'agencies.0.id': String(police?.['id']),
      'agencies.0.sits': 'yes',
      'agencies.0.named': 'Sgt Halyard',
      ...Object.fromEntries(
        contacts.flatMap((contact, index) => [
          [`contacts.${index}.id`, contact ?? ''],
          [`contacts.${index}.taken`, 'yes'],
        ]),
      ),
    });
  };

  it('offers what is unanswered, the one due first at the top', async () => {
    const page = await nell.get('/screening-meetings');
    expect(page.statusCode).toBe(200);
    const order = names.map((name) => page.body.indexOf(`${name} Barnacle, C-26`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect([...order].sort((one, other) => one - other)).toEqual(order);
  });

  it('needs somebody in it and something to take, and keeps what was ticked', async () => {
    const nobody = await nell.post('/screening-meetings', {
      'contacts.0.id': made[0]?.id ?? '',
      'contacts.0.taken': 'yes',
    });
    expect(nobody.statusCode).toBe(422);
    expect(nobody.body).toContain('Select who of the hub sits');
    expect((await begin(nell, [])).statusCode).toBe(422);
    expect((await begin(nell, [randomUUID()])).statusCode).toBe(422);
  });

  it('begins once, however many try', async () => {
    const all = made.map(({ id }) => id);
    const both = await Promise.all([begin(nell, all), begin(sol, all)]);
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([303, 422]);
    const running = await world.rows('select id from screening_meeting where ended_at is null');
    expect(running).toHaveLength(1);
    meeting = String(running[0]?.['id']);
    const seats = await world.rows('select 1 from screening_seat where screening_meeting_id = $1', [meeting]);
    expect(seats).toHaveLength(3);
  });

  it('takes one contact a page, and the next opens by itself', async () => {
    expect(await now()).toContain('Saffron is tired at school.');
    expect(await now()).toContain('<strong>1 of 5</strong>, 5 to go');
    expect(await now()).toContain('With: Police (Sgt Halyard)');
    const saved = await decide(0, ADVICE);
    expect(saved.statusCode).toBe(303);
    expect(saved.headers.location).toBe(`/screening-meetings/${meeting}?decided=${made[0]?.id}`);
    const next = await nell.get(String(saved.headers.location));
    expect(next.body).toContain('Otto is tired at school.');
    expect(next.body).toContain('Saffron Barnacle: decided');
    expect(next.body).toContain(`/screening-meetings/${meeting}/contacts/${made[0]?.id}/withdrawal`);
    const [row] = await world.rows(
      'select screening_meeting_id, signed_by from decision where contact_id = $1',
      [made[0]?.id],
    );
    expect(row).toEqual({ screening_meeting_id: meeting, signed_by: nell.staffId });
  });

  it('takes the last decision back, and is at its turn again', async () => {
    const undone = await nell.post(`/screening-meetings/${meeting}/contacts/${made[0]?.id}/withdrawal`);
    expect(undone.statusCode).toBe(303);
    expect(await now()).toContain('Saffron is tired at school.');
    expect((await decide(0, EARLY_HELP)).statusCode).toBe(303);
  });

  it('shows again what was typed where something is missing', async () => {
    const reply = await decide(1, { ...EARLY_HELP, 'decisions.0.earlyHelpReply': '' });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Mum would like somebody at her side.');
    expect(reply.body).toContain('Select what the family said');
  });

  it('puts a contact off only with a reason', async () => {
    const at = `/screening-meetings/${meeting}/contacts/${made[1]?.id}/deferral`;
    expect((await nell.post(at)).statusCode).toBe(422);
    expect(
      (await nell.post(at, { deferredReason: 'The health visitor rings back at three.' })).statusCode,
    ).toBe(303);
    expect(await now()).toContain('Wren is tired at school.');
  });

  it('knows earlier contacts of the same child', async () => {
    await decide(2, ADVICE);
    await world.rows('update contact_child set person_id = $1 where id = $2', [
      made[0]?.persons[0],
      made[3]?.children[0],
    ]);
    expect(await now()).toContain('Kit is tired at school.');
    expect(await now()).toMatch(/School, early help, level 2/);
  });

  it('shows everything that was decided and by whom at its end, and then stands still', async () => {
    await decide(3, ADVICE, sol);
    await decide(4, ADVICE);
    const end = await now();
    expect(end).toContain('Everything has been through');
    expect(end).toContain('Put off: The health visitor rings back at three.');
    expect(end).toContain('Sol Bollard');
    expect((await nell.post(`/screening-meetings/${meeting}/ending`)).statusCode).toBe(303);
    expect((await nell.post(`/screening-meetings/${meeting}/ending`)).statusCode).toBe(422);
    expect((await decide(1, ADVICE)).statusCode).toBe(422);
    expect((await nell.get(`/screening-meetings/${meeting}`)).body).toContain('Nell Capstan');
    const then = new Date(Date.now() - 3_600_000).toISOString();
    expect((await nell.get(`/screening-meetings?known=${then}`)).statusCode).toBe(200);
  });

  it('is not for a role that may not, and a hidden contact is as if it were not there', async () => {
    const bea = await world.as('bea');
    expect((await bea.get('/screening-meetings')).statusCode).toBe(403);
    expect((await bea.get(`/screening-meetings/${meeting}`)).statusCode).toBe(403);
    expect((await decide(1, ADVICE, bea)).statusCode).toBe(403);
    const hidden = made[1]?.persons[0];
    if (hidden !== undefined) await seal(world, hidden);
    const unknown = await nell.post(
      `/screening-meetings/${meeting}/contacts/${randomUUID()}/decisions`,
      ADVICE,
    );
    expect([(await decide(1, ADVICE)).statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect((await nell.get(`/screening-meetings/${meeting}`)).body).not.toContain('Otto');
    expect((await nell.get('/screening-meetings')).body).not.toContain('Otto');
    expect((await nell.get('/screening-meetings/nothing')).statusCode).toBe(404);
  });
});
