import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { type Day, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';

const ANSWERS = { beganOn: '3/3/2024', category: 'NEG', decidedBy: 'Conference, chaired by Mira Spindrift' };
const ENDING = { endedOn: '5/5/2025', endDecidedBy: 'Review conference' };

describe('A protection plan', () => {
  let world: World;
  let tess: Worker;
  beforeAll(async () => {
    world = await openWorld();
    tess = await world.as('tess');
  });
  afterAll(() => world.close());

  const childOf = (givenName: string, born: { bornOn?: Day; dueOn?: Day } = { bornOn: day('2015-06-08') }) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Limpet' }] as const;
      const { id } = await createPerson(made, { names, ...born });
      await allocate(made, { personId: id, staffId: tess.staffId, fromOn: day('2026-11-02') });
      return id;
    });
  const begin = (child: Id, more = {}) =>
    tess.post(`/people/${child}/protection-plans`, { ...ANSWERS, ...more });
  const idOf = async (child: Id) =>
    (await world.rows<{ id: string }>('select id from protection_plan where person_id = $1', [child]))[0]?.id;

  it('begins with what it protects from, stands on the page about the child, and ends', async () => {
    const child = await childOf('Juniper');
    expect((await begin(child)).statusCode).toBe(303);
    const page = (await tess.get(`/people/${child}`)).body;
    for (const words of [
      'On a protection plan',
      'Neglect',
      'Since 3 March 2024',
      'chaired by Mira Spindrift',
    ])
      expect(page).toContain(words);
    expect((await begin(child, { beganOn: '1/6/2025' })).body).toContain('End it first');
    const ending = `/protection-plans/${await idOf(child)}/ending`;
    const typed = await tess.post(ending, { endedOn: '1/1/2024', endDecidedBy: 'Review conference' });
    expect(typed.statusCode).toBe(422);
    expect(typed.body).toContain('value="Review conference"');
    expect((await tess.post(ending, ENDING)).statusCode).toBe(303);
    expect((await tess.post(ending, ENDING)).body).toContain('ended on 5 May 2025 already');
    expect((await tess.get(`/people/${child}`)).body).toContain('Was on a protection plan');
  });

  it('may protect a child who is expected, and no earlier than the child is', async () => {
    const child = await childOf('Elder', { dueOn: day('2027-02-01') });
    expect((await begin(child, { beganOn: '1/3/2026' })).body).toContain('nine months before the birth');
    expect((await begin(child, { beganOn: '1/11/2026' })).statusCode).toBe(303);
  });

  it('can be read as it was known before it ended', async () => {
    const child = await childOf('Coral');
    await begin(child);
    await world.rows('set session_replication_role = replica');
    for (const table of ['person', 'person_name', 'protection_plan'])
      await world.rows(`update ${table} set recorded_at = recorded_at - interval '2 hours'`);
    await world.rows('set session_replication_role = default');
    await tess.post(`/protection-plans/${await idOf(child)}/ending`, ENDING);
    const before = new Date(Date.now() - 3_600_000).toISOString();
    const known = (await tess.get(`/people/${child}?known=${before}`)).body;
    expect(known).toContain('On a protection plan');
    expect(known).not.toContain('/ending/new');
    expect((await tess.get(`/people/${child}`)).body).toContain('until 5 May 2025');
  });

  it('is begun and ended by nobody who may not, and is not there for whoever does not see the child', async () => {
    const child = await childOf('Damson');
    await begin(child);
    const ending = `/protection-plans/${await idOf(child)}/ending`;
    for (const [who, status] of [
      ['nell', 403],
      ['fern', 403],
      ['wren', 403],
      ['ivo', 404],
    ] as const) {
      const worker = await world.as(who);
      const answers = await Promise.all([
        worker.get(`/people/${child}/protection-plans/new`),
        worker.post(`/people/${child}/protection-plans`, ANSWERS),
        worker.get(`${ending}/new`),
        worker.post(ending, ENDING),
      ]);
      expect([who, ...answers.map((answer) => answer.statusCode)]).toEqual([
        who,
        status,
        status,
        status,
        status,
      ]);
    }
  });
});
