import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../../../test/support/later.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../allocation/index.ts';
import { addAddress, createPerson } from '../person/index.ts';

describe('The timeline of a child', () => {
  let world: World;
  let tess: Worker;
  beforeAll(async () => {
    world = await openWorld();
    tess = await world.as('tess');
  });
  afterAll(() => world.close());

  /** A child whom Tess works with, in need since 2 November. */
  const childOf = (givenName: string) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2015-05-05') });
      await made.db
        .insertInto('period_of_service')
        .values({
          id: made.newId(),
          person_id: id,
          kind: 'in need',
          basis: 'decided',
          basis_words: 'Needs help at home.',
          began_on: day('2026-11-02'),
        })
        .execute();
      await allocate(made, { personId: id, staffId: tess.staffId, fromOn: day('2026-11-03') });
      return id;
    });
  const visited = (children: readonly Id[], visit: { on: string; time?: string }, words: (index: number) => string) =>
    world.within(async ({ db, newId }) => {
      const visitId = newId();
      await db
        .insertInto('visit')
        .values({
          id: visitId,
          visited_on: day(visit.on),
          visited_time: visit.time,
          place: 'home',
          manner: 'planned',
          visited_by: tess.staffId,
        })
        .execute();
      for (const [index, person] of children.entries()) {
        const own = newId();
        const seen = { visit_id: visitId, person_id: person, seen: true, alone: true, bedroom_seen: false };
        await db
          .insertInto('visit_child')
          .values({ id: own, ...seen, said: `${words(index)} said`, words: `${words(index)} about` })
          .execute();
        await db
          .insertInto('visit_withheld')
          .values({ id: own, person_id: person, words: `${words(index)} withheld` })
          .execute();
      }
    }); // biome-ignore format: a visit reads as a visit
  const timeline = async (child: Id, query = '', who = tess) =>
    (await who.get(`/people/${child}/timeline${query}`)).body;
  const titlesIn = (page: string) =>
    [...page.slice(page.indexOf('<main')).matchAll(/<strong>(?:<a[^>]*>)?([^<]+)/gu)].map(
      ([, title]) => title,
    );

  it('tells what happened, newest first, who did it, and a time only where somebody wrote one down', async () => {
    const child = await childOf('Otto');
    await visited([child], { on: '2026-11-20', time: '09:05' }, () => 'Otto');
    const page = await timeline(child);
    const at = (words: string) => page.indexOf(words);
    expect(at('Visit, at home, seen alone')).toBeGreaterThan(0);
    expect(at('Visit, at home, seen alone')).toBeLessThan(at('Tess Windlass became their worker'));
    expect(at('Tess Windlass became their worker')).toBeLessThan(at('Child in need began'));
    for (const words of ['09:05', 'Put on record', 'Name recorded', 'Needs help at home.'])
      expect(page).toContain(words);
    expect(page).not.toContain('00:00');
  });

  it('puts the newest day first; within a day whatever has no time comes last, and is never given midnight', async () => {
    const child = await childOf('Fern');
    await visited([child], { on: '2026-11-20' }, () => 'No time');
    await visited([child], { on: '2026-11-20', time: '00:00' }, () => 'Midnight');
    await visited([child], { on: '2026-11-21' }, () => 'Next day');
    await visited([child], { on: '2026-11-20', time: '14:00' }, () => 'Afternoon');
    const said = [...(await timeline(child)).matchAll(/“([^”]+) said”/gu)].map(([, words]) => words);
    expect(said).toEqual(['Next day', 'Afternoon', 'Midnight', 'No time']);
  });

  it('is narrowed by kind, by day and by who did it, and says so in the address', async () => {
    const child = await childOf('Kit');
    await visited([child], { on: '2026-11-10' }, () => 'Kit');
    await visited([child], { on: '2026-11-20' }, () => 'Kit');
    expect(titlesIn(await timeline(child, '?kind=visits'))).toHaveLength(2);
    expect(titlesIn(await timeline(child, '?kind=visits&from=15/11/2026'))).toHaveLength(1);
    expect(titlesIn(await timeline(child, '?kind=visits&until=2026-11-09'))).toHaveLength(0);
    expect(titlesIn(await timeline(child, '?by=windl'))).toEqual(['Visit, at home, seen alone', 'Visit, at home, seen alone']);
    expect(titlesIn(await timeline(child, '?by=%25_'))).toEqual([]);
    expect((await tess.get(`/people/${child}/timeline?kind=nonsense&before=x&from=31/2/2026`)).statusCode).toBe(200);
  }); // biome-ignore format: a list reads as a list

  it('is read page by page, each entry once, and never more than a page at a time', async () => {
    const child = await childOf('Wren');
    for (let one = 0; one < 90; one += 1)
      await visited([child], { on: '2026-11-20', ...(one % 2 === 0 ? { time: '10:00' } : {}) }, () => `Wren ${one}.`);
    await world.rows('update visit_child set recorded_at = (select min(recorded_at) from visit_child where person_id = $1) where person_id = $1', [child]);
    const seen: string[] = [];
    let query: string | undefined = '?kind=visits';
    const sizes: number[] = [];
    while (query !== undefined) {
      const page: string = await timeline(child, query);
      const said = [...page.matchAll(/“(Wren \d+\.)/gu)].map(([, words = '']) => words);
      sizes.push(said.length);
      seen.push(...said);
      const next: string | undefined = /\?([^"]*before=[^"]*)"[^>]*>Show what was before/u.exec(page)?.[1];
      query = next === undefined ? undefined : `?${next.replaceAll('&amp;', '&')}`;
    }
    expect(sizes).toEqual([40, 40, 10]);
    expect(new Set(seen).size).toBe(90);
  }); // biome-ignore format: a list reads as a list

  it('shows what one form recorded in the order in which it was written, also within a thousandth of a second', async () => {
    const child = await childOf('Elm');
    const [high, low] = ['f0000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001'];
    await world.rows('alter table contact_details disable trigger user');
    for (const [row, value, at] of [[high, 'first@island.example', '.0001'], [low, 'second@island.example', '.0002']] as const)
      await world.rows(
        "insert into contact_details (id, person_id, kind, value, recorded_at) values ($1, $2, 'email', $3, $4)",
        [row, child, value, `2026-11-20T10:00:00${at}Z`],
      );
    await world.rows('alter table contact_details enable trigger user');
    const page = await timeline(child, '?kind=details');
    expect(page.indexOf('second@island.example')).toBeGreaterThan(0);
    expect(page.indexOf('second@island.example')).toBeLessThan(page.indexOf('first@island.example'));
  }); // biome-ignore format: a table reads as a table

  it('is asked with few statements and fewer messages to the database, however many kinds of things stand on it', async () => {
    const child = await childOf('Ash');
    const asked = { statements: 0, messages: 0 };
    const counted = new WeakSet<object>();
    const noting =
      (what: keyof typeof asked, self: object, act: (...words: never[]) => unknown) =>
      (...words: unknown[]) => {
        asked[what] += 1;
        return Reflect.apply(act, self, words);
      };
    const count = (client: PoolClient) => {
      if (counted.has(client)) return;
      counted.add(client);
      const {
        stream,
        stream: { _write, _writev },
      } = client.connection;
      Object.assign(client, { query: noting('statements', client, client.query) });
      Object.assign(stream, {
        _write: noting('messages', stream, _write),
        _writev: noting('messages', stream, _writev ?? _write),
      });
    };
    world.house.pool.on('acquire', count);
    await timeline(child);
    world.house.pool.off('acquire', count);
    expect(asked.statements).toBeGreaterThan(20);
    expect(asked.statements).toBeLessThan(30);
    expect(asked.messages).toBeLessThan(asked.statements / 2);
  });

  it('never shows what was written of a brother or sister, nor what is withheld from them', async () => {
    const [one, other] = [await childOf('Bo'), await childOf('Fay')];
    const words = fc.sample(fc.stringMatching(/^[a-z]{12}$/), 12);
    for (const [index, word] of words.entries())
      await visited([one, other], { on: `2026-11-${10 + (index % 8)}` }, (who) => `${word}${who}x`);
    const [ones, others] = [await timeline(one), await timeline(other)];
    for (const word of words) {
      expect(ones).toContain(`${word}0x said`);
      expect(others).toContain(`${word}1x said`);
      expect(ones).not.toContain(`${word}1x`);
      expect(others).not.toContain(`${word}0x`);
      for (const page of [ones, others]) expect(page).not.toMatch(new RegExp(`${word}.x withheld`, 'u'));
    }
  });

  it('can be read as it was known before', async () => {
    const child = await childOf('Jo');
    const before = new Date();
    await world.within((made) => addAddress(made, child, { lines: '7 Shingle Lane' }));
    const known = await later(60, () => timeline(child, `?known=${before.toISOString()}`));
    expect(known).toContain('Put on record');
    expect(known).not.toContain('Shingle');
    expect(await timeline(child)).toContain('7 Shingle Lane');
  });

  it('shows a guarded address, visits and contacts to nobody who may not read them', async () => {
    const child = await childOf('Ada');
    await world.within((made) => addAddress(made, child, { lines: '9 Hidden Row', guarded: true }));
    await visited([child], { on: '2026-11-20' }, () => 'Ada');
    const nell = await timeline(child, '', await world.as('nell'));
    expect(nell).not.toContain('Hidden Row');
    expect(nell).not.toContain('Ada said');
    expect(nell).toContain('Child in need began');
    expect(await timeline(child, '', await world.as('dara'))).toContain('9 Hidden Row');
    const read = await world.rows<{ field_classes: string[]; actor: string }>(
      'select field_classes, actor from audit where subject_id = $1',
      [child],
    );
    const dara = (await world.as('dara')).staffId;
    expect(
      read.filter((one) => one.field_classes.includes('guarded address')).map(({ actor }) => actor),
    ).toEqual([dara]);
  });

  it('is not for a partner agency; and a child who may not be seen is not there', async () => {
    const child = await childOf('Max');
    expect((await (await world.as('wren')).get(`/people/${child}/timeline`)).statusCode).toBe(403);
    const hidden = await (await world.as('ivo')).get(`/people/${child}/timeline`);
    const unknown = await (await world.as('ivo')).get(
      '/people/00000000-0000-4000-8000-000000000000/timeline',
    );
    expect([hidden.statusCode, unknown.statusCode]).toEqual([404, 404]);
  });
});
