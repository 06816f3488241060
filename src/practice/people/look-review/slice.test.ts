import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { newId } from '../../../platform/web/house.ts';
import { LOOK_MODEL } from '../../../profile/look-model.ts';
import { addAddress, createPerson } from '../person/index.ts';
import { goThroughLooks } from './going-through.ts';
import { nextDay, pointsOf, toReview } from './rules.ts';

describe('Looks to judge', () => {
  let world: World;
  let nell: Worker;
  let pip: Worker;
  let child: { id: Id; number: string };
  beforeAll(async () => {
    world = await openWorld();
    [nell, pip] = [await world.as('nell'), await world.as('pip')];
    child = await world.within(async (surroundings) => {
      const made = await createPerson(surroundings, {
        names: [{ kind: 'used', givenName: 'Otto', familyName: 'Capstan' }],
        bornOn: day('2015-05-05'),
      });
      await addAddress(surroundings, made.id, { lines: '3 Samphire Rise' });
      return made;
    });
    await nell.post('/own-account/street', { street: 'Samphire Rise' });
    // On duty at any hour, so that the day and hour of the test say nothing.
    await world.rows("insert into duty (id, kind, staff_id, from_at, until_at) select gen_random_uuid(), 'hub', id, '2019-01-01', '2039-01-01' from staff");
    await nell.get(`/people/${child.id}`);
    await (await world.as('sol')).get(`/people/${child.id}`);
  }); // biome-ignore format: a statement reads in one line
  afterAll(() => world.close());

  /** Goes through today's looks as if tomorrow had come. */
  async function tomorrow(): Promise<number> {
    const authority = world.house.authorities[0];
    if (authority === undefined) throw new Error('the template has an authority');
    const now = new Date(Date.now() + 86_400_000);
    let days = 0;
    const next = () =>
      world.house.database.transaction({ authority: 'island', now }, (db) =>
        goThroughLooks({ db, now, profile: authority.profile, newId }, now),
      );
    while ((await next()) !== undefined) days += 1;
    return days;
  }

  it('adds up signs, and asks from so many points on', () => {
    expect(pointsOf(['no relation', 'same family name'], LOOK_MODEL)).toBe(6);
    const look = { staffId: child.id, personId: child.id, looks: 1, firstAt: new Date() };
    const odd = [
      { ...look, signs: ['no relation'] as const },
      { ...look, signs: ['no relation', 'same street'] as const },
      { ...look, signs: ['no relation', 'same street', 'same family name'] as const },
    ];
    expect(toReview(odd, LOOK_MODEL).map(({ score }) => score)).toEqual([10, 6]);
    expect(nextDay(day('2026-11-19'), day('2026-11-21'))).toBe('2026-11-20');
    expect(nextDay(day('2026-11-20'), day('2026-11-21'))).toBeUndefined();
  });

  it('finds whoever shares name and street with a child who is no work of theirs, once, and not the colleague who does not', async () => {
    expect(await tomorrow()).toBe(1);
    expect(await tomorrow()).toBe(0);
    const kept = await world.rows('select staff_id, person_id, reasons, looks from look_review');
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ staff_id: nell.staffId, person_id: child.id });
    expect(kept[0]?.['reasons']).toEqual(expect.arrayContaining(['no relation', 'same family name', 'same street']));
  }); // biome-ignore format: a list reads in one line

  it('shows the reviewer who, whose record and why; by number alone where the record is not theirs to open', async () => {
    const [{ id } = {}] = await world.rows<{ id: string }>('select id from look_review');
    const list = (await pip.get('/look-reviews')).body;
    expect(list).toContain('Nell Capstan');
    expect(list).toContain(child.number);
    expect(list).not.toContain('Otto');
    const page = (await pip.get(`/look-reviews/${id}`)).body;
    for (const words of ['The same family name', 'They live in the same street', 'It may be a neighbour'])
      expect(page).toContain(words);
    expect((await (await world.as('hugo')).get(`/look-reviews/${id}`)).body).toContain('Otto Capstan');
    expect((await pip.get('/my-work')).body).toContain('Looks to judge');
  });

  it('is no page of whoever looked, and nobody judges their own look', async () => {
    const [{ id } = {}] = await world.rows<{ id: string }>('select id from look_review');
    expect((await nell.get('/look-reviews')).statusCode).toBe(403);
    expect((await nell.get(`/look-reviews/${id}`)).statusCode).toBe(403);
    await world.rows('update look_review set staff_id = $1', [pip.staffId]);
    expect((await pip.get('/look-reviews')).body).not.toContain(child.number);
    expect((await pip.get(`/look-reviews/${id}`)).statusCode).toBe(404);
    const own = world.rows(
      "insert into look_answer (id, review_id, answer, words, answered_by, answered_at) values (gen_random_uuid(), $1, 'lawful', 'It was me.', $2, now())",
      [id, pip.staffId],
    );
    await expect(own).rejects.toThrow(/by somebody else/);
    await world.rows('update look_review set staff_id = $1', [nell.staffId]);
  });

  it('tells nobody but reviewers that a look was judged, also where their work shows who looked', async () => {
    const tess = await world.as('tess');
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values (gen_random_uuid(), $1, $2, 'worker', '2026-01-01')",
      [child.id, tess.staffId],
    );
    const seen = (await (await world.as('mira')).get(`/people/${child.id}/looks`)).body;
    expect(seen).toContain('Nell Capstan');
    expect(seen).not.toContain('Judged a look');
    expect((await (await world.as('hugo')).get(`/people/${child.id}/looks`)).body).toContain('Judged a look');
  });

  it('stays on the list while somebody is asked, and leaves it when it is judged, once', async () => {
    const [{ id } = {}] = await world.rows<{ id: string }>('select id from look_review');
    const say = (answer: string, words: string) => pip.post(`/look-reviews/${id}/answers`, { answer, words });
    expect((await say('lawful', '')).statusCode).toBe(422);
    expect((await say('ask the person', 'I ring her tomorrow.')).statusCode).toBe(303);
    expect((await pip.get('/look-reviews')).body).toContain('Somebody is being asked');
    expect((await say('lawful', 'She took a call from the school.')).statusCode).toBe(303);
    expect((await pip.get('/look-reviews')).body).not.toContain('Nobody has judged it');
    const late = await say('concern raised', 'I thought again.');
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('Somebody judged it meanwhile');
    expect(await world.rows('select answer from look_answer order by answered_at')).toHaveLength(2);
  });

  it('tells a reviewer nothing of a record behind a wall that does not name them', async () => {
    const [{ id } = {}] = await world.rows<{ id: string }>('select id from look_review');
    const [wall] = await world.rows<{ id: string }>(
      "insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Adoption', now() - interval '1 year', $2) returning id",
      [child.id, nell.staffId],
    );
    expect((await pip.get(`/look-reviews/${id}`)).statusCode).toBe(404);
    expect((await pip.get('/look-reviews')).body).not.toContain('Nell Capstan');
    await world.rows('delete from wall where id = $1', [wall?.id]);
  });

  it('is gone through by the house alone: asked by a member of staff the database finds nothing', async () => {
    const bounds = JSON.stringify({ ...LOOK_MODEL.bounds, zone: 'Europe/Jersey' });
    const asked = async (actor?: Id) => {
      const settings = { authority: 'island', now: new Date(), actor } as const;
      const { rows } = await world.house.database.transaction(settings, (db) =>
        sql`select * from looks_without_relation(now() - interval '1 day', now(), current_date, ${bounds}::jsonb)`.execute(db),
      );
      return rows.length;
    };
    expect(await asked()).toBeGreaterThan(0);
    expect(await asked(nell.staffId)).toBe(0);
  }); // biome-ignore format: a statement reads in one line
});
