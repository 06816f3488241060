import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../../../test/support/later.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { insert, staffOf, visitTo } from '../../../../test/trust/records.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { counting } from '../../../platform/database/counting.ts';
import { addAddress, addName, createPerson, relate } from '../person/index.ts';

type Pair = { readonly kept: Id; readonly other: Id; readonly duplicateId: string };

describe('Two records of one person', () => {
  let world: World;
  let cleo: Worker;
  let nell: Worker;
  let hugo: Worker;
  beforeAll(async () => {
    world = await openWorld();
    [cleo, nell, hugo] = await Promise.all([world.as('cleo'), world.as('nell'), world.as('hugo')]);
  });
  afterAll(() => world.close());

  const born = (givenName: string, familyName: string) =>
    world.within(async (made) => {
      const person = {
        names: [{ kind: 'used' as const, givenName, familyName }],
        bornOn: day('2015-06-08'),
        sex: 'F' as const,
      };
      return (await createPerson(made, person)).id;
    });
  const pairOf = async (given: string, family = 'Cuttlebone'): Promise<Pair> => {
    const [kept, other] = [await born(given, family), await born(given, family)];
    const [one, two] = [kept, other].sort();
    const duplicateId = await insert(world, 'duplicate_proposal', {
      person_id: one ?? '',
      other_id: two ?? '',
      occasion: 'at night',
      likelihood: '0.98',
      proposed_at: '2026-11-20T10:00:00Z',
    });
    return { kept, other, duplicateId };
  };
  const sent = (pair: Pair, more: Record<string, string | readonly string[]> = {}) => ({
    keptId: pair.kept,
    identifiers: ['date of birth', 'family name'],
    reason: 'One school place, one mother.',
    ...more,
  });
  const merge = async (pair: Pair) => {
    const done = await cleo.post(`/duplicates/${pair.duplicateId}/merges`, sent(pair));
    expect(done.statusCode).toBe(303);
    const [row] = await world.rows<{ id: string }>(
      'select id from merge where other_id = $1 and undone_at is null',
      [pair.other],
    );
    return row?.id ?? '';
  };
  const undo = async (pair: Pair, mergeId: string, to: (fact: string) => string, who = cleo) => {
    const at = `/people/${pair.kept}/merges/${mergeId}`;
    const page = (await who.get(`${at}/undoings/new`)).body;
    const facts = [...page.matchAll(/name="facts\.(\d+)\.fact" value="([^"]+)"/gu)];
    const answers = Object.fromEntries(
      facts.flatMap(([, n, fact = '']) => [
        [`facts.${n}.fact`, fact],
        [`facts.${n}.to`, to(fact)],
      ]),
    );
    return {
      facts: facts.map(([, , fact]) => fact),
      done: await who.post(`${at}/undoings`, { reason: 'Two cousins.', ...answers }),
    };
  };

  it('become one at once: the old address leads to the record that is kept, which says so and shows what stands on both', async () => {
    const pair = await pairOf('Isolde');
    await world.within((made) => addAddress(made, pair.other, { lines: '9 Winkle Row' }));
    const before = (await cleo.get(`/people/${pair.kept}/details`)).body;
    expect(before).not.toContain('9 Winkle Row');
    await merge(pair);
    const led = await cleo.get(`/people/${pair.other}/details?x=1`);
    expect([led.statusCode, led.headers['location']]).toEqual([303, `/people/${pair.kept}/details?x=1`]);
    const page = (await cleo.get(`/people/${pair.kept}/details`)).body;
    expect(page).toContain('9 Winkle Row');
    expect(page).toContain('Also on record as');
    expect(page).toContain('not reviewed yet');
    expect((await cleo.get('/duplicates')).body).not.toContain('Isolde');
  });

  it('become one only with two identifiers that say the same on both, and the reason', async () => {
    const pair = await pairOf('Perpetua');
    const refusedWith = async (more: Record<string, string | readonly string[]>, words: string) => {
      const reply = await cleo.post(`/duplicates/${pair.duplicateId}/merges`, sent(pair, more));
      expect(reply.statusCode).toBe(422);
      expect(reply.body).toContain(words);
    };
    await refusedWith({ identifiers: ['date of birth'] }, 'Tick at least two');
    await refusedWith(
      { identifiers: ['date of birth', 'telephone'] },
      'Telephone does not say the same on both records',
    );
    await refusedWith({ reason: '' }, 'Say why they are one person');
    await refusedWith({ keptId: randomUUID() }, 'Select which record is kept');
    expect(await world.rows('select 1 from merge where other_id = $1', [pair.other])).toEqual([]);
  });

  it('stay two while work goes on with the one that would be left, and it says what is ended first', async () => {
    const pair = await pairOf('Thomasina');
    await insert(world, 'allocation', {
      person_id: pair.other,
      staff_id: await staffOf(world, 'tess'),
      kind: 'worker',
      from_on: '2026-01-01',
    });
    const reply = await cleo.post(`/duplicates/${pair.duplicateId}/merges`, sent(pair));
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Somebody works with this record');
    const other = await cleo.post(
      `/duplicates/${pair.duplicateId}/merges`,
      sent(pair, { keptId: pair.other }),
    );
    expect(other.headers['location']).toBe(`/people/${pair.other}`);
  });

  it('are kept apart from a third that would take the kept one away, and from being merged twice', async () => {
    const pair = await pairOf('Euphemia');
    await merge(pair);
    const again = await cleo.post(`/duplicates/${pair.duplicateId}/merges`, sent(pair));
    expect(again.body).toContain('They cannot be made one this way round');
    const third = await born('Euphemia', 'Cuttlebone');
    const [one = '', two = ''] = [pair.kept, third].sort();
    const proposal = { person_id: one, other_id: two, occasion: 'at night', likelihood: '0.98' };
    const duplicateId = await insert(world, 'duplicate_proposal', {
      ...proposal,
      proposed_at: '2026-11-20T10:00:00Z',
    });
    const leaving = { kept: third, other: pair.kept, duplicateId };
    expect((await cleo.post(`/duplicates/${duplicateId}/merges`, sent(leaving))).statusCode).toBe(422);
    const into = { kept: pair.kept, other: third, duplicateId };
    expect((await cleo.post(`/duplicates/${duplicateId}/merges`, sent(into))).statusCode).toBe(303);
  });

  it('stand once on the page of a mother, and she once on theirs', async () => {
    const pair = await pairOf('Ermintrude');
    const mother = await born('Rosa', 'Limpetshell');
    await world.within(async (made) => {
      for (const child of [pair.kept, pair.other])
        await relate(made, { personId: child, otherId: mother, kind: 'mother' });
    });
    const times = async (who: Id, words: string) =>
      (await cleo.get(`/people/${who}/details`)).body.split(words).length - 1;
    const before = await times(mother, `href="/people/${pair.kept}"`);
    await merge(pair);
    expect(await times(mother, `href="/people/${pair.other}"`)).toBe(0);
    expect(await times(mother, `href="/people/${pair.kept}"`)).toBe(before);
    expect(await times(pair.kept, `href="/people/${mother}"`)).toBe(1);
  });

  it('are found once, with the other number, and looked at together', async () => {
    const pair = await pairOf('Zenobia', 'Hornwrack');
    const [row] = await world.rows<{ number: string }>('select number from person where id = $1', [
      pair.other,
    ]);
    await merge(pair);
    const found = (await cleo.find(String(row?.number))).body;
    expect(found).toContain(`href="/people/${pair.kept}"`);
    expect(found).not.toContain(`href="/people/${pair.other}"`);
    expect(found).toContain(`lso on record under number ${row?.number}`);
    await nell.get(`/people/${pair.kept}/details`);
    const looks = await world.rows(
      'select 1 from audit where persons @> array[$1, $2]::uuid[] and act = $3',
      [pair.kept, pair.other, 'person: read'],
    );
    expect(looks).toHaveLength(1);
  });

  it('show nobody more than before, until somebody else has reviewed it', async () => {
    const pair = await pairOf('Quillona');
    await world.within((made) => addAddress(made, pair.other, { lines: '4 Limpet Steps' }));
    await insert(world, 'allocation', {
      person_id: pair.kept,
      staff_id: await staffOf(world, 'tess'),
      kind: 'worker',
      from_on: '2026-01-01',
    });
    const tess = await world.as('tess');
    const hidden = await tess.get(`/people/${pair.other}`);
    const mergeId = await merge(pair);
    const page = (await tess.get(`/people/${pair.kept}/details`)).body;
    expect(page).not.toContain('4 Limpet Steps');
    expect(page).not.toContain('Also on record');
    const still = await tess.get(`/people/${pair.other}`);
    expect([still.statusCode, still.body.length]).toEqual([404, hidden.body.length]);
    const at = `/people/${pair.kept}/merges/${mergeId}/reviews`;
    expect((await cleo.post(at, { words: 'I look at my own.' })).body).toContain(
      'Nobody reviews their own merge',
    );
    expect((await hugo.post(at, { words: 'The school and the mother say so.' })).statusCode).toBe(303);
    expect((await tess.get(`/people/${pair.kept}/details`)).body).toContain('4 Limpet Steps');
    const undone = await undo(pair, mergeId, () => 'kept', cleo);
    expect(undone.done.statusCode).toBe(303);
    expect((await tess.get(`/people/${pair.other}`)).statusCode).toBe(404);
    expect((await tess.get(`/people/${pair.kept}/details`)).body).not.toContain('4 Limpet Steps');
  });

  it('are behind the walls of both as long as they are one, also behind one that is put up meanwhile', async () => {
    const pair = await pairOf('Walburga');
    const wall = await insert(world, 'wall', {
      person_id: pair.other,
      kind: 'restricted',
      reason: 'x',
      began_at: '2026-01-01',
      decided_by: await staffOf(world, 'cleo'),
    });
    await world.rows('insert into wall_name (wall_id, staff_id) values ($1, $2)', [
      wall,
      await staffOf(world, 'cleo'),
    ]);
    expect((await nell.get(`/people/${pair.kept}`)).statusCode).toBe(200);
    const mergeId = await merge(pair);
    expect((await nell.get(`/people/${pair.kept}`)).statusCode).toBe(404);
    expect((await cleo.get(`/people/${pair.kept}`)).statusCode).toBe(200);
    await undo(pair, mergeId, () => 'kept');
    expect((await nell.get(`/people/${pair.kept}`)).statusCode).toBe(200);
    expect((await nell.get(`/people/${pair.other}`)).statusCode).toBe(404);
  });

  it('are two again when somebody has given each fact that was written meanwhile to one of them', async () => {
    const pair = await pairOf('Ottoline');
    const mergeId = await merge(pair);
    await world.within(async (made) => {
      await addName(made, pair.kept, { kind: 'former', givenName: 'Ottilie', familyName: 'Bladder' });
      await addAddress(made, pair.kept, { lines: '1 Whelk Lane', guarded: true });
    });
    const none = await cleo.post(`/people/${pair.kept}/merges/${mergeId}/undoings`, { reason: 'Two girls.' });
    expect(none.body).toContain('More was written since this page was opened');
    const half = await undo(pair, mergeId, (fact) => (fact.startsWith('address') ? '' : 'other'));
    expect(half.facts).toHaveLength(2);
    expect(half.done.statusCode).toBe(422);
    expect(half.done.body).toContain('Select which record it belongs to');
    const whole = await undo(pair, mergeId, (fact) => (fact.startsWith('address') ? 'other' : 'kept'));
    expect(whole.done.statusCode).toBe(303);
    const stands = await world.rows(
      'select person_id, lines as words from address where person_id in ($1, $2) union all select person_id, given_name from person_name where given_name = $3',
      [pair.kept, pair.other, 'Ottilie'],
    );
    expect(stands).toEqual([
      { person_id: pair.other, words: '1 Whelk Lane' },
      { person_id: pair.kept, words: 'Ottilie' },
    ]);
    expect(
      await world.rows('select person_id from guarded_person where person_id in ($1, $2)', [
        pair.kept,
        pair.other,
      ]),
    ).toEqual([{ person_id: pair.other }]);
    expect((await cleo.get(`/people/${pair.other}`)).statusCode).toBe(200);
  });

  it('are two in what was known before the merge, and one in what was known while it stood', async () => {
    const pair = await pairOf('Rosamund');
    await world.within((made) => addAddress(made, pair.other, { lines: '2 Barnacle Hill' }));
    const at = async (who: Id, instant: string) =>
      later(6, () => cleo.get(`/people/${who}/details?known=${encodeURIComponent(instant)}`));
    const before = new Date().toISOString();
    const mergeId = await merge(pair);
    const meanwhile = new Date().toISOString();
    await undo(pair, mergeId, () => 'kept');
    expect((await at(pair.other, before)).body).toContain('2 Barnacle Hill');
    expect((await at(pair.kept, before)).body).not.toContain('2 Barnacle Hill');
    expect((await at(pair.kept, meanwhile)).body).toContain('2 Barnacle Hill');
    expect((await at(pair.other, meanwhile)).statusCode).toBe(303);
    expect((await cleo.get(`/people/${pair.kept}/details`)).body).not.toContain('2 Barnacle Hill');
  });

  it('take what is begun with the other one to the one that is kept', async () => {
    const pair = await pairOf('Clementina');
    await merge(pair);
    await insert(world, 'allocation', {
      person_id: pair.other,
      staff_id: await staffOf(world, 'ivo'),
      kind: 'worker',
      from_on: '2026-01-01',
    });
    expect(
      await world.rows('select person_id from allocation where person_id in ($1, $2)', [
        pair.kept,
        pair.other,
      ]),
    ).toEqual([{ person_id: pair.kept }]);
  });

  it('were last seen, and are counted, as one child', async () => {
    const pair = await pairOf('Wilhelmina');
    const began = { began_on: '2026-11-20', began_by: await staffOf(world, 'mira') };
    const decided = { kind: 'in need', basis: 'decided', basis_words: 'Needed.', ...began };
    await insert(world, 'period_of_service', { person_id: pair.kept, ...decided });
    await visitTo(world, pair.other);
    const lastSeen = () =>
      world.within(async ({ db }) => {
        const row = await db
          .selectFrom('child_clock')
          .select('seen_on')
          .where('person_id', '=', pair.kept)
          .executeTakeFirst();
        return row?.seen_on;
      });
    const counted = () =>
      world.within(({ db }) =>
        counting(db, async () => {
          const rows = await db
            .selectFrom('period_of_service')
            .select('person_id')
            .where('person_id', 'in', [pair.kept, pair.other])
            .execute();
          return new Set(rows.map(({ person_id }) => person_id)).size;
        }),
      );
    expect([await lastSeen(), await counted()]).toEqual([null, 2]);
    const mergeId = await merge(pair);
    expect([await lastSeen(), await counted()]).toEqual(['2026-11-20', 1]);
    await undo(pair, mergeId, () => 'kept');
    expect([await lastSeen(), await counted()]).toEqual([null, 2]);
  });

  it('are no business of who may not merge', async () => {
    const pair = await pairOf('Hildegard');
    expect((await nell.get(`/duplicates/${pair.duplicateId}/merges/new`)).statusCode).toBe(403);
    expect((await nell.get(`/duplicates/${pair.duplicateId}`)).body).not.toContain('Make them one record');
    const mira = await world.as('mira');
    expect((await mira.post(`/duplicates/${pair.duplicateId}/merges`, sent(pair))).statusCode).toBe(404);
  });

  it('have an answer for every table that names a person: what a merge does to it', async () => {
    const named = await world.rows<{ name: string }>(
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       where c.relnamespace = 'island'::regnamespace and c.relkind = 'r' and c.relname not like '%\\_history'
         and (a.attname = 'person_id' or c.relname = 'person' or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
           and k.confrelid = 'island.person'::regclass and a.attnum = any (k.conkey)))`,
    );
    const ruled = await world.rows<{ name: string }>('select relation as name from merge_rule');
    const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).sort();
    expect(names(named)).toEqual(names(ruled));
    const unread = await world.rows(
      `select relation from merge_rule where answer not in ('stays', 'mirrored') and to_regclass('island_one.' || relation) is null`,
    );
    expect(unread).toEqual([]);
  });
});
