import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askMeasure } from '../../test/support/ask-measure.ts';
import { numberOf, shareThemOut, tellTheirStory } from '../../test/support/twelve-children.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { JERSEY } from '../profile/jersey.ts';

const FEBRUARY = 'month=2024-02';
const CEILING = JERSEY.caseload.ceiling.children;

describe('The figure of caseloads', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await tellTheirStory(world);
    await shareThemOut(world);
    await world.rows(
      `insert into wall (id, person_id, kind, reason, began_at, decided_by)
       select $1, $2, 'sealed', 'Why', '2024-01-01', id from staff where family_name = 'Pennant'`,
      [numberOf('wall'), numberOf('Elder')],
    );
  });
  afterAll(() => world.close());

  const bodyOf = async (who: string, path: string) => {
    const answer = await (await world.as(who)).get(path);
    expect(answer.statusCode).toBe(200);
    return answer.body;
  };
  const textOf = async (who: string, path: string) =>
    (await bodyOf(who, path)).replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('says the average and the most of one, counts a sealed child for everybody, and names no worker', async () => {
    for (const who of ['quill', 'cleo', 'mira', 'dara', 'ada']) {
      const text = await textOf(who, `/measures/W1?${FEBRUARY}`);
      expect(text).toContain('2 children for each worker at the end of February; the most of one is 3.');
      expect(text).toContain('3 workers have 1 to 3 children.');
      expect(text).not.toMatch(/Windlass|Jetty|Mainsail/);
    }
    expect(await textOf('quill', `/measures?${FEBRUARY}`)).toContain('the most of one is 3.');
  });

  it('says that each worker counts as one, and where the ceiling comes from', async () => {
    const text = await textOf('quill', `/measures/W1?${FEBRUARY}`);
    expect(text).toContain(
      'Each worker counts as one: how much of full time somebody works is not recorded.',
    );
    expect(text).toContain(`${CEILING} children of a full-time worker`);
    expect(text).toContain(JERSEY.caseload.ceiling.source);
    expect(text).toContain('English default, confirm locally');
  });

  it('draws each worker below the ceiling as a disc and each at it as a triangle, with the same in a table', async () => {
    const before = await bodyOf('quill', `/measures/W1?${FEBRUARY}`);
    expect(before.match(/class="c-dots__in"/g)).toHaveLength(3);
    expect(before).not.toContain('class="c-dots__over"');
    expect(before).toContain('0 of them at the ceiling');
    await world.rows(
      `with child as (insert into person (id, number, born_on)
         select gen_random_uuid(), 'F' || lpad(at::text, 6, '0'), '2015-05-05' from generate_series(1, $1) at returning id)
       insert into allocation (id, person_id, staff_id, kind, from_on)
       select gen_random_uuid(), child.id, staff.id, 'worker', '2024-04-02' from child, staff where family_name = 'Jetty'`,
      [CEILING - 2],
    );
    const full = await bodyOf('quill', '/measures/W1?month=2024-04');
    expect(full.match(/class="c-dots__in"/g)).toHaveLength(2);
    expect(full.match(/class="c-dots__over"/g)).toHaveLength(1);
    expect(full).toMatch(new RegExp(`<th[^>]*>${CEILING}</th><td[^>]*>(<[^>]+>)*1\\b`));
    expect(full).toContain('Reached');
    const text = await textOf('quill', '/measures/W1?month=2024-04');
    expect(text).toContain(`One has ${CEILING} or more`);
  });

  it('lists the workers by name, most children first, to whoever may: those whose caseloads they may open', async () => {
    const text = await textOf('hugo', `/measures/W1/lines?${FEBRUARY}`);
    expect(text).toContain('The 3 workers behind it');
    expect(text).toMatch(/Fern Jetty .* 3 .*Tess Windlass .* 2 .*Ivo Mainsail .* 1 /);
    const team = await bodyOf('mira', `/measures/W1/lines?${FEBRUARY}`);
    expect(team).toContain('1 not shown to you.');
    expect(team).toContain('Tess Windlass');
    expect(team).not.toContain('Jetty');
    const [, page = ''] = team.match(/href="(\/caseloads\/[^"]+)"/) ?? [];
    expect((await (await world.as('mira')).get(page)).statusCode).toBe(200);
  });

  it('names whoever has no caseload any longer, without a page of theirs', async () => {
    await world.rows(
      `insert into staff (id, given_name, family_name, started_on, left_on) values ($1, 'Gone', 'Before', '2020-01-01', '2023-12-31')`,
      [numberOf('Gone')],
    );
    await world.rows(
      `insert into allocation (id, person_id, staff_id, kind, from_on, ended_on) values ($1, $2, $3, 'worker', '2023-06-01', '2023-12-31')`,
      [numberOf('Gone has Alder'), numberOf('Alder'), numberOf('Gone')],
    );
    const lines = await bodyOf('hugo', '/measures/W1/lines?month=2023-11');
    expect(lines).toContain('Gone Before');
    expect(lines).toContain('Has no caseload today');
    expect(lines).not.toContain(`/caseloads/${numberOf('Gone')}`);
  });

  it('is refused, list and file of workers, to whoever may read the figure alone', async () => {
    for (const who of ['quill', 'dara', 'ada'])
      for (const path of ['/measures/W1/lines', '/measures/W1/lines/csv'])
        expect((await (await world.as(who)).get(path)).statusCode).toBe(403);
    for (const who of ['tess', 'nell'])
      expect((await (await world.as(who)).get('/measures/W1')).statusCode).toBe(403);
  });

  it('goes into a spreadsheet with the most of one, and its workers with the children of each', async () => {
    const months = await bodyOf('quill', `/measures/W1/csv?${FEBRUARY}`);
    const [header, ...rows] = months.trim().split('\r\n');
    expect(header).toMatch(/,most of one$/);
    expect(rows.at(-1)).toMatch(/^2024-02,2,3,3,0,.*,3$/);
    const lines = (await bodyOf('hugo', `/measures/W1/lines/csv?${FEBRUARY}`)).trim().split('\r\n');
    expect(lines[0]).toBe('worker,at the end of,children');
    expect(lines.slice(1).map((line) => line.split(',').slice(1))).toEqual([
      ['2024-02-29', '3'],
      ['2024-02-29', '2'],
      ['2024-02-29', '1'],
    ]);
  });

  it('is the same on the command line, with the most of one', async () => {
    expect(await askMeasure(world, 'W1', '--month', '2024-02', '--json')).toMatchObject({
      measure: 'W1',
      value: 2,
      most: 3,
      n: 3,
      of: 3,
    });
    const then = ['--known-at', '2024-03-05T09:00:00Z', '--json'];
    expect(await askMeasure(world, 'W1', '--month', '2024-02', ...then)).toMatchObject({ value: 5 / 3 });
  });
});
