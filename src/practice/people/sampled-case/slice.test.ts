import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, fromNow } from '../../../../test/support/from-now.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import {
  careOf,
  insertAll,
  personOnRecord,
  staffOf,
  statementOf,
  visitTo,
  workWith,
} from '../../../../test/trust/records.ts';
import { sampleFor } from '../../../../test/trust/sampled-records.ts';
import { factInWords } from './rules.ts';

const COMMENT = 'The child was seen late, and nobody wrote why.';

describe('A sample of cases for an adviser', () => {
  let world: World;
  let children: string[];
  beforeAll(async () => {
    world = await openWorld();
    children = [];
    for (let n = 0; n < 6; n += 1) {
      const one = await personOnRecord(world);
      children.push(one);
      await careOf(world, one);
      if (n === 0) {
        await visitTo(world, one);
        await statementOf(world, one);
        await workWith(world, one);
      }
    }
    await visitTo(world, children[1] ?? '', fromNow(-30 * DAY));
    const rare = {
      person_id: children[5] ?? '',
      began_on: '2026-01-05',
      ended_on: '2026-02-05',
      end_decided_by: 'Royal Court',
    };
    await insertAll(world, [
      [
        'period_of_care',
        {
          ...rare,
          basis: 'secure accommodation',
          placement: 'secure home',
          on_island: true,
          decided_by: 'Royal Court',
        },
      ],
    ]);
  });
  afterAll(() => world.close());

  const asked = async (more: Record<string, string> = {}) => ({
    adviserId: await staffOf(world, 'ada'),
    secondId: await staffOf(world, 'mira'),
    purpose: 'How well we listen to children.',
    population: 'care',
    size: '4',
    seed: 'first',
    untilOn: 'tomorrow',
    ...more,
  });
  const chosen = async (more: Record<string, string> = {}) => {
    const told = await (await world.as('hugo')).post('/case-samples', await asked(more));
    expect(told.statusCode).toBe(303);
    const sampleId = String(told.headers.location).replace('/case-samples/', '');
    const cases = await world.rows<{ id: string; person_id: string }>(
      'select id, person_id from case_sample_case where case_sample_id = $1 order by number',
      [sampleId],
    );
    return { sampleId, cases };
  };
  const confirm = async (sampleId: string, who = 'mira') =>
    (await world.as(who)).post(`/case-samples/${sampleId}/answers`, { agree: 'yes' });

  it('is chosen by chance, the same again with the same seed, and by other cases with another', async () => {
    const of = async (seed: string) => (await chosen({ seed })).cases.map((one) => one.person_id);
    const first = await of('first');
    expect(first).toHaveLength(4);
    expect(await of('first')).toEqual(first);
    const others = await Promise.all(['b', 'c', 'd'].map(of));
    expect(others.some((other) => other.join() !== first.join())).toBe(true);
  });

  it('is read by the adviser once another person confirmed it, under numbers and without a name', async () => {
    const { sampleId, cases } = await chosen({ population: 'care', size: '6' });
    const ada = await world.as('ada');
    const path = `/sampled-cases/${cases[0]?.id}`;
    expect((await ada.get(path)).statusCode).toBe(404);
    expect((await confirm(sampleId, 'hugo')).statusCode).toBe(422);
    expect((await confirm(sampleId, 'cleo')).statusCode).toBe(422);
    expect((await ada.get(path)).statusCode).toBe(404);
    expect((await confirm(sampleId)).statusCode).toBe(303);
    const list = (await ada.get('/sampled-cases')).body;
    expect(list).toContain('Case 6');
    for (const { id, person_id } of cases) {
      const page = (await ada.get(`/sampled-cases/${id}`)).body;
      expect(page).toContain('10 to 15 years');
      expect(page).not.toMatch(
        /Barnacle|Saffron|2015|Tess Windlass|Royal Court|often tired|Warm and tidy|20 November|M0000/,
      );
      expect(page + list).not.toContain(person_id);
    }
    const all = (
      await Promise.all(cases.map(async ({ id }) => (await ada.get(`/sampled-cases/${id}`)).body))
    ).join(' ');
    for (const told of [
      'Care order',
      'Neglect',
      'Not told: fewer than five children have it',
      '1 time',
      'Attach a document',
    ])
      expect(all).toContain(told);
    expect(all).not.toContain('Secure accommodation');
  });

  it('is found by its address however many cases an adviser reads', async () => {
    const many = Array.from({ length: 51 }, () => sampleFor(world, { persons: children }));
    await Promise.all(many);
    const { caseId } = await sampleFor(world, { until: fromNow(364 * DAY) });
    expect((await (await world.as('ada')).get(`/sampled-cases/${caseId}`)).statusCode).toBe(200);
  });

  it('opens to nobody else, and opens nothing else to the adviser: neither rows, records, lists nor the staff', async () => {
    const { caseId, sampleId, personId = '' } = await sampleFor(world, { persons: [children[0] ?? ''] });
    for (const key of ['quill', 'hugo', 'halyard'])
      expect((await (await world.as(key)).get(`/sampled-cases/${caseId}`)).statusCode, key).toBe(403);
    const ada = await world.as('ada');
    for (const path of [
      `/people/${personId}`,
      '/people',
      '/case-samples',
      `/case-samples/${sampleId}`,
      '/directory',
      '/caseloads',
      '/hub',
    ])
      expect((await ada.get(path)).statusCode, path).toBe(403);
    expect((await ada.get('/measures')).statusCode).toBe(200);
    const settings = { authority: 'island', now: new Date(), actor: ada.staffId, principals: [ada.staffId] };
    const rows = await world.house.database.transaction(settings, async (db) => {
      const tables = [
        'person',
        'case_sample',
        'case_sample_case',
        'case_sample_comment',
        'period_of_care',
        'audit',
      ] as const;
      const counts = await Promise.all(
        tables.map(async (table) => (await db.selectFrom(table).select('id').execute()).length),
      );
      const facts = await sql`select from sampled_facts(${caseId})`.execute(db);
      return { counts, facts: facts.rows.length > 0 };
    });
    expect(rows).toEqual({ counts: [0, 0, 0, 0, 0, 0], facts: true });
  });

  it('takes comments until it ends, keeps them for the managers, and gives back what came too late', async () => {
    const { caseId, sampleId } = await sampleFor(world, { persons: [children[1] ?? ''] });
    const ada = await world.as('ada');
    const send = (words: string) => ada.post(`/sampled-cases/${caseId}/comments`, { words });
    expect((await send(COMMENT)).statusCode).toBe(303);
    expect((await ada.get(`/sampled-cases/${caseId}`)).body).toContain(COMMENT);
    const hugo = await world.as('hugo');
    expect(
      (await hugo.post(`/case-samples/${sampleId}/ending`, { why: 'She has reported.' })).statusCode,
    ).toBe(303);
    const late = await send('One more thing, about the visits.');
    expect([late.statusCode, late.body.includes('One more thing, about the visits.')]).toEqual([404, true]);
    expect((await ada.get(`/sampled-cases/${caseId}`)).statusCode).toBe(404);
    const page = (await hugo.get(`/case-samples/${sampleId}`)).body;
    for (const told of [COMMENT, 'Ada Sextant', 'She has reported.']) expect(page).toContain(told);
    expect(page).not.toContain('One more thing');
  });

  it('is in the list of who looked, and never holds a record behind a wall', async () => {
    const { caseId, personId } = await sampleFor(world, { persons: [children[2] ?? ''] });
    await (await world.as('ada')).get(`/sampled-cases/${caseId}`);
    const looks = (await (await world.as('hugo')).get(`/people/${personId}/looks`)).body;
    for (const told of ['Ada Sextant', 'In a sample for an adviser, without a name'])
      expect(looks).toContain(told);
    const [row] = await world.rows<{ number: string }>('select number from person where id = $1', [
      children[3],
    ]);
    await world.rows(
      "insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Why', now(), $2)",
      [children[3], await staffOf(world, 'hugo')],
    );
    const walled = await (await world.as('hugo')).post(
      '/case-samples',
      await asked({ population: 'named', numbers: row?.number ?? '' }),
    );
    const unknown = await (await world.as('hugo')).post(
      '/case-samples',
      await asked({ population: 'named', numbers: 'ZZZZZZ' }),
    );
    for (const { statusCode, body } of [walled, unknown])
      expect([statusCode, body.includes('Nothing you can open stands under one of these')]).toEqual([
        422,
        true,
      ]);
    const { cases } = await chosen({ size: '30' });
    expect(cases.map((one) => one.person_id)).not.toContain(children[3]);
  });

  it('speaks of weeks and counts in plain words', () => {
    const fact = { code: undefined, weeks: undefined, weeksTo: undefined, n: undefined };
    expect(factInWords({ ...fact, part: 'service', code: 'in need', weeks: 12, weeksTo: 1 })).toBe(
      'Child in need, from 12 weeks before until 1 week before',
    );
    expect(factInWords({ ...fact, part: 'plan', weeks: 0 })).toBe(
      'Not told: fewer than five children have it, from less than a week before',
    );
    expect(factInWords({ ...fact, part: 'seen alone', n: 0 })).toBe('Never');
    expect(factInWords({ ...fact, part: 'nothing known' })).toBe('');
  });
});
