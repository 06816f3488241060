import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askMeasure } from '../../test/support/ask-measure.ts';
import { NAMES, numberOf, tellTheirStory } from '../../test/support/twelve-children.ts';
import { openWorld, type World } from '../../test/support/world.ts';

const FEBRUARY = 'month=2024-02';

describe('The figures', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await tellTheirStory(world);
    await world.rows(
      `insert into wall (id, person_id, kind, reason, began_at, decided_by)
       select $1, $2, 'sealed', 'Why', '2024-01-01', id from staff where family_name = 'Pennant'`,
      [numberOf('wall'), numberOf('Alder')],
    );
  });
  afterAll(() => world.close());

  const textOf = async (who: string, path: string) => {
    const answer = await (await world.as(who)).get(path);
    expect(answer.statusCode).toBe(200);
    return answer.body.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  const ask = (...words: string[]) => askMeasure(world, ...words);

  it('are listed with their sentences, and say that they cannot yet be judged', async () => {
    const text = await textOf('quill', `/measures?${FEBRUARY}`);
    expect(text).toContain('10 contacts in February.');
    expect(text).toContain('60% in February: 6 of 10.');
    expect(text).toContain('6.3 working hours in February.');
    expect(text).toContain('80% in February: 4 of 5.');
    expect(text).toContain('4 referrals in February.');
    expect(text).toContain('5 children open at the end of February.');
    expect(text).toContain('Cannot yet be judged: fewer than 12 months.');
    expect(text).toContain('9 cannot yet be judged.');
  });

  it('count a sealed child for everybody alike, and give its name to nobody', async () => {
    for (const who of ['quill', 'ada', 'cleo', 'mira', 'dara']) {
      expect(await textOf(who, `/measures/H1?${FEBRUARY}`)).toContain('10 contacts in February.');
    }
    const behind = await textOf('cleo', `/measures/H1/lines?${FEBRUARY}`);
    expect(behind).toContain('The 10 contacts behind it');
    expect(behind).toContain('1 not shown to you.');
    expect(behind).toContain('Damson');
    expect(behind).not.toContain('Alder');
    const file = await (await world.as('cleo')).get(`/measures/H1/lines/csv?${FEBRUARY}`);
    expect(file.body).not.toContain(numberOf('child Alder'));
    expect(file.body.trim().split('\r\n')).toHaveLength(10);
  });

  it('leave a manager who sees the own children alone with a number for the rest', async () => {
    await world.rows('insert into sight (principal, person_id, ground) select id, $1, $2 from staff where family_name = $3', [
      numberOf('Cedar'), 'test', 'Spindrift',
    ]); // biome-ignore format: parameters read in one line
    const behind = await textOf('mira', `/measures/O1/lines?${FEBRUARY}`);
    expect(behind).toContain('The 5 children behind it');
    expect(behind).toContain('4 not shown to you.');
  });

  it('write down whose line was looked at, and that a figure is about nobody', async () => {
    const hugo = await world.as('hugo');
    await hugo.get(`/measures/H3/lines?${FEBRUARY}`);
    await hugo.get(`/measures/H3?${FEBRUARY}`);
    const [lines, page] = await world.rows(
      "select act, persons from audit where actor = $1 and subject_kind = 'measure H3' order by n",
      [hugo.staffId],
    );
    expect(lines?.['act']).toBe('measure: see the children behind');
    expect(lines?.['persons']).toContain(numberOf('Damson'));
    expect(lines?.['persons']).not.toContain(numberOf('Alder'));
    expect(page?.['persons']).toEqual([]);
  });

  it('leave no sight behind them: after a figure the same transaction sees what it saw before', async () => {
    const quill = await world.as('quill');
    expect((await quill.get(`/measures/H1/lines?${FEBRUARY}`)).statusCode).toBe(403);
    const callers = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
      .filter((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes('/counting.ts'));
    expect(callers).toEqual(['insight/reckoning.ts']);
  });

  it.each([
    ['nell', '/measures'],
    ['nell', '/measures/H1'],
    ['ada', '/measures/H1/csv'],
    ['ada', '/measures/H1/lines'],
    ['dara', '/measures/H1/lines'],
    ['quill', '/measures/H1/lines/csv'],
    ['halyard', '/measures'],
  ])('are refused to whoever may not: %s at %s', async (who, path) => {
    expect((await (await world.as(who)).get(path)).statusCode).toBe(403);
  });

  it('answer an id that nobody knows as they answer what is hidden, and any month with a figure', async () => {
    const cleo = await world.as('cleo');
    for (const path of ['/measures/H99', '/measures/H99/csv', '/measures/H99/lines', '/measures/__proto__'])
      expect((await cleo.get(path)).statusCode).toBe(404);
    for (const odd of [
      'month=1000-01',
      'month=9999-12',
      'month=nonsense',
      'month=a&month=b',
      'known=never',
      'page=-1',
      'page=x',
      'known=1999-01-01T00:00:00Z',
    ])
      for (const path of ['/measures', '/measures/H5', '/measures/O1/lines', '/measures/R1/csv'])
        expect((await cleo.get(`${path}?${odd}`)).statusCode).toBe(200);
  });

  it('are shown as they were known on an earlier day, and say so', async () => {
    const then = `${FEBRUARY}&known=2024-03-02T00:00:00.000Z`;
    const text = await textOf('cleo', `/measures/H1?${then}`);
    expect(text).toContain('8 contacts in February.');
    expect(text).toContain('As known on');
    expect(await textOf('cleo', `/measures/H1/lines?${then}`)).toContain('The 8 contacts behind it');
    const all = await textOf('quill', `/measures?${then}`);
    expect(all).toContain('4 children open at the end of February.');
  });

  it('stand with what they count, by which clock, and how sure they are', async () => {
    const text = await textOf('quill', `/measures/H3?${FEBRUARY}`);
    expect(text).toContain('A contact has a signed decision: within 1 working day.');
    expect(text).toContain('English default, confirm locally');
    expect(text).toContain('6 of 10. With as many as this, the true share lies between 31% and 83%');
    expect(text).toContain('H3, version 1');
  });

  it('go into a spreadsheet month by month', async () => {
    const file = await (await world.as('quill')).get(`/measures/H3/csv?${FEBRUARY}`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body.split('\r\n').at(-2)).toMatch(/^2024-02,0\.6,6,10,0,/);
  });

  it('are the same on the command line and on the page, ids and all', async () => {
    const told = await ask('H3', '--month', '2024-02', '--json');
    expect(told).toMatchObject({
      measure: 'H3',
      month: '2024-02',
      monthIsOver: true,
      value: 0.6,
      n: 6,
      of: 10,
      knownAt: null,
    });
    const met = ['Alder', 'Birch', 'Cedar', 'Fir', 'Gorse', 'Hazel'].map((name) => numberOf(`child ${name}`));
    expect(told.ids).toEqual(met.toSorted());
    const then = await ask('h1', '--month', '2024-02', '--known-at', '2024-03-02T00:00:00Z', '--json');
    expect(then).toMatchObject({ value: 8, asOf: '2024-03-02', knownAt: '2024-03-02T00:00:00.000Z' });
    const open = await ask('O1', '--month', '2024-02', '--authority', 'island', '--json');
    expect(open.ids).toEqual(
      NAMES.filter((name) => /Alder|Cedar|Elder|Juniper|Larch/.test(name))
        .map(numberOf)
        .toSorted(),
    );
  });

  it.each([
    ['H99', '--month', '2024-02'],
    ['H1', '--month', 'February'],
    ['H1'],
    ['H1', '--month', '2024-02', '--authority', 'nowhere'],
    ['H1', '--month', '2024-02', '--known-at', 'yesterday'],
  ])('refuse on the command line what they do not understand: %s %s %s %s %s', async (...words) => {
    await expect(ask(...words.filter((word) => word !== undefined))).rejects.toThrow(/./);
  });
});
