import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { createPerson } from '../person/index.ts';
import { groundInWords, lookInWords } from './rules.ts';

const LISTED = 20;

describe('Who looked', () => {
  let world: World;
  let child: Id;
  beforeAll(async () => {
    world = await openWorld();
    const made = await world.within((surroundings) =>
      createPerson(surroundings, {
        names: [{ kind: 'used', givenName: 'Otto', familyName: 'Barnacle' }],
        bornOn: day('2015-05-05'),
      }),
    );
    child = made.id;
  });
  afterAll(() => world.close());

  it('tells the head of service who opened a record, when, and on what ground', async () => {
    await (await world.as('nell')).get(`/people/${child}`);
    const tess = await world.as('tess');
    const asked = {
      ground: 'missing',
      words: 'She did not come home from school.',
      cannotWait: 'yes',
      isHeard: 'yes',
    };
    await tess.post('/emergency-accesses', {
      givenName: 'Otto',
      familyName: 'Barnacle',
      bornOn: '5 5 2015',
      ...asked,
    });
    await tess.get(`/people/${child}`);
    const page = (await (await world.as('hugo')).get(`/people/${child}/looks`)).body;
    for (const told of [
      'Nell Capstan',
      'Tess Windlass',
      'In an emergency',
      'Read the record',
      'By their role or work',
    ])
      expect(page).toContain(told);
    const nell = (await world.as('nell')).staffId;
    const one = (await (await world.as('hugo')).get(`/people/${child}/looks?staff=${nell}`)).body;
    expect(one.split('<tbody')[1]).not.toContain('Tess Windlass');
  });

  it('leaves lists out until they are asked for, and shows fifty looks a page', async () => {
    const [nell] = [await world.as('nell')];
    await world.rows(
      `insert into audit (id, actor, request, act, persons, allowed, decided_by)
       select gen_random_uuid(), $2, 'r', 'board: read', array[$1::uuid] || array(select gen_random_uuid() from generate_series(1, ${LISTED})), true, 'role'
         from generate_series(1, 60)`,
      [child, nell.staffId],
    );
    const hugo = await world.as('hugo');
    expect((await hugo.get(`/people/${child}/looks`)).body).not.toContain('Stood in a list');
    const lists = (await hugo.get(`/people/${child}/looks?lists=yes`)).body;
    expect(lists).toContain('Stood in a list (board)');
    expect(lists).toContain('1 to 50 of');
  });

  it('is for nobody else, and for nobody where the record is not theirs to open', async () => {
    expect((await (await world.as('cleo')).get(`/people/${child}/looks`)).statusCode).toBe(403);
    expect((await (await world.as('pip')).get(`/people/${child}/looks`)).statusCode).toBe(404);
  });

  it('finds the looks by their index, among many', async () => {
    const plan = await world.rows<{ 'QUERY PLAN': string }>(
      `explain select id from audit where persons @> array['${child}']::uuid[] and allowed order by at desc limit 50`,
    );
    await world.rows('set enable_seqscan = off');
    const asked = await world.rows<{ 'QUERY PLAN': string }>(
      `explain select id from audit where persons @> array['${child}']::uuid[] and allowed order by at desc limit 50`,
    );
    await world.rows('set enable_seqscan = on');
    expect([...plan, ...asked].map((row) => row['QUERY PLAN']).join('\n')).toContain('audit_persons');
  });

  it('says what was done in words that somebody outside understands', () => {
    expect(lookInWords({ act: 'person: read', persons: 1 })).toBe('Read the record');
    expect(lookInWords({ act: 'visit: read', persons: 2 })).toBe('Read: visit');
    expect(lookInWords({ act: 'case note: write', persons: 1 })).toBe('Acted: case note, write');
    expect(lookInWords({ act: 'person: search', persons: 3 })).toBe('Stood in a list (person)');
    expect(groundInWords(undefined)).toBe('By their role or work');
  });
});
