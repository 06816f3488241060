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

  it('is for nobody else, and for nobody where a wall stands that does not name them', async () => {
    expect((await (await world.as('cleo')).get(`/people/${child}/looks`)).statusCode).toBe(403);
    const mira = await world.as('mira');
    expect((await mira.get(`/people/${child}/looks`)).statusCode).toBe(404);
    const tess = await world.as('tess');
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values (gen_random_uuid(), $1, $2, 'worker', '2026-01-01')",
      [child, tess.staffId],
    );
    expect((await mira.get(`/people/${child}/looks`)).body).toContain('Nell Capstan');
  });

  it('answers the data protection officer by the number, which stands in no address, and shows nothing of the record', async () => {
    const pip = await world.as('pip');
    const [{ number = '' } = {}] = await world.rows<{ number: string }>('select number from person where id = $1', [child]);
    const found = await pip.post('/looks', { number: number.toLowerCase() });
    expect(found.headers.location).toBe(`/people/${child}/looks`);
    const page = (await pip.get(`/people/${child}/looks`)).body;
    expect(page).toContain(`record ${number}`);
    expect(page).toContain('Nell Capstan');
    expect(page).not.toContain('Otto');
    expect(page).not.toContain('2015');
    const [wall] = await world.rows<{ id: string }>(
      "insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Adoption', now() - interval '1 year', $2) returning id",
      [child, pip.staffId],
    );
    const sealed = await pip.post('/looks', { number });
    const nobody = await pip.post('/looks', { number: 'ZZ999999' });
    expect(sealed.statusCode).toBe(422);
    expect(nobody.statusCode).toBe(422);
    expect(sealed.body).toContain('There is no record with this number that you may ask about');
    expect((await pip.get(`/people/${child}/looks`)).statusCode).toBe(404);
    await world.rows('delete from wall where id = $1', [wall?.id]);
  }); // biome-ignore format: a statement reads in one line

  it('leaves as a file that no spreadsheet runs, and on one page for paper', async () => {
    await world.rows("update staff set given_name = '=cmd()' where given_name = 'Nell'");
    const hugo = await world.as('hugo');
    const file = await hugo.get(`/people/${child}/looks/csv`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain('When,Who,What,Why they could');
    expect(file.body).toContain(",'=cmd() Capstan,Read the record,By their role or work");
    expect(file.body.split('\r\n').length).toBeLessThan(60);
    const paper = (await hugo.get(`/people/${child}/looks?lists=yes&paper=yes`)).body;
    expect(paper).not.toContain('1 to 50 of');
    expect(paper.split('Stood in a list (board)')).toHaveLength(61);
    expect((await hugo.get(`/people/${child}/looks?page=99`)).body).toContain('Read the record');
    await world.rows("update staff set given_name = 'Nell' where given_name = '=cmd()'");
  });

  it('finds the looks by their index, as the one whose rows they are', async () => {
    await world.rows('set enable_seqscan = off');
    const plan = await world.rows<{ 'QUERY PLAN': string }>(
      `explain select id from audit where persons @> array['${child}'::uuid] and allowed order by at desc, id limit 10000`,
    );
    await world.rows('set enable_seqscan = on');
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('audit_persons');
  });

  it('says what was done in words that somebody outside understands', () => {
    expect(lookInWords({ act: 'person: read', persons: 1 })).toBe('Read the record');
    expect(lookInWords({ act: 'visit: read', persons: 2 })).toBe('Read: visit');
    expect(lookInWords({ act: 'case note: write', persons: 1 })).toBe('Acted: case note, write');
    expect(lookInWords({ act: 'person: search', persons: 3 })).toBe('Stood in a list (person)');
    expect(groundInWords(undefined)).toBe('By their role or work');
  });
});
