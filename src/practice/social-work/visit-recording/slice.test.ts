import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { type Day, day } from '../../../language/day.ts';
import { type Id, id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson, relate } from '../../people/person/index.ts';

const AT_HOME = { visitedOn: '20/11/2026', place: 'home', manner: 'planned' } as const;

describe('Writing a visit down', () => {
  let world: World;
  let [tess, mira, ivo]: Worker[] = [];
  const as = (worker: Worker | undefined): Worker => {
    if (worker === undefined) throw new Error('signed in before all');
    return worker;
  };
  beforeAll(async () => {
    world = await openWorld();
    [tess, mira, ivo] = await Promise.all([world.as('tess'), world.as('mira'), world.as('ivo')]);
  });
  afterAll(() => world.close());

  /** A child open to social care since 2 November, whom Tess works with. */
  const childOf = (givenName: string, worker: Worker | undefined, bornOn: Day = day('2015-05-05')) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
      const { id: person } = await createPerson(made, { names, bornOn });
      await made.db
        .insertInto('referral')
        .values({
          id: made.newId(),
          person_id: person,
          referred_at: new Date('2026-11-01T10:00:00Z'),
          referred_on: day('2026-11-01'),
          accepted_on: day('2026-11-02'),
          source: '2A',
          what_was_said: 'Said.',
          reason: 'Worried.',
        })
        .execute();
      await allocate(made, { personId: person, staffId: as(worker).staffId, fromOn: day('2026-11-02') });
      return person;
    });
  const related = (one: Id, other: Id) =>
    world.within((made) => relate(made, { personId: one, otherId: other, kind: 'brother or sister' }));
  const visitsOf = (person: Id) =>
    world.rows<{ id: string; said: string | null; version: number; words: string | null }>(
      'select c.id, c.said, v.words, v.version from visit_child c join visit v on v.id = c.visit_id where c.person_id = $1',
      [person],
    );
  const written = (person: Id, more: Record<string, string | string[]> = {}) => ({
    ...AT_HOME,
    'children.0.personId': person,
    'children.0.said': 'I like it when Gran comes.',
    'children.0.sight': ['seen', 'alone'],
    ...more,
  });

  it('keeps the child’s own words first on the page, with who went, where, and that they were seen alone', async () => {
    const child = await childOf('Otto', tess);
    expect((await as(tess).get(`/people/${child}`)).body).toContain(`/people/${child}/visits/new`);
    const form = (await as(tess).get(`/people/${child}/visits/new`)).body;
    expect(form.indexOf('What did Otto Sandpiper say?')).toBeLessThan(form.indexOf('Where was it?'));
    const kept = await as(tess).post(`/people/${child}/visits`, written(child, { visitedTime: '9.05' }));
    expect([kept.statusCode, kept.headers.location]).toEqual([303, `/people/${child}/visits`]);
    const list = (await as(tess).get(`/people/${child}/visits`)).body;
    for (const words of ['“I like it when Gran comes.”', 'Seen alone', 'English default, confirm locally'])
      expect(list).toContain(words);
    const [visit] = await visitsOf(child);
    const page = (await as(tess).get(`/people/${child}/visits/${visit?.id}`)).body;
    for (const words of ['Tess Windlass', 'At home', 'Planned with them', '09:05'])
      expect(page).toContain(words);
  });

  it('is written once for brothers and sisters, and nothing of one reaches the file of another', async () => {
    const [otto, wren, kit] = [
      await childOf('Otto', tess),
      await childOf('Wren', tess),
      await childOf('Kit', tess),
    ];
    await related(otto, wren);
    await related(otto, kit);
    const form = (await as(tess).get(`/people/${otto}/visits/new`)).body;
    const places = Object.fromEntries(
      [...form.matchAll(/name="children\.(\d)\.personId" value="([^"]+)"/g)].map(([, at, who]) => [who, at]),
    );
    expect(Object.keys(places).sort()).toEqual([otto, wren, kit].sort());
    const ofWren = `children.${places[wren]}`;
    const sent = written(otto, {
      words: 'The kitchen was warm.',
      'children.0.withheld': 'Otto is afraid of Wren.',
      [`${ofWren}.personId`]: wren,
      [`${ofWren}.part`]: 'yes',
      [`${ofWren}.said`]: 'School is fine.',
      [`${ofWren}.about`]: 'Wren looked away.',
      [`children.${places[kit]}.personId`]: kit,
    });
    expect((await as(tess).post(`/people/${otto}/visits`, sent)).statusCode).toBe(303);
    expect(await visitsOf(kit)).toEqual([]);
    const pages = async (person: Id) => {
      const [visit] = await visitsOf(person);
      const paths = [`/people/${person}`, `/people/${person}/visits`, `/people/${person}/visits/${visit?.id}`, `/people/${person}/visits/${visit?.id}/corrections/new`]; // biome-ignore format: a list reads as a list
      const shown = await Promise.all([...paths.map((path) => as(tess).get(path)), as(tess).find('Wren')]);
      return shown.map(({ body }) => body).join('\n');
    };
    const [ofOtto, hers] = [await pages(otto), await pages(wren)];
    for (const shared of [ofOtto, hers]) expect(shared).toContain('The kitchen was warm.');
    expect(ofOtto).toContain('Otto is afraid of Wren.');
    expect(hers).not.toMatch(/afraid|Gran comes/);
    expect(hers).toContain('Wren looked away.');
    expect(ofOtto).not.toMatch(/looked away|School is fine/);
    expect(hers).toContain('Otto Sandpiper</a>');
  });

  it('withholds in the database, too, from whoever sees a sibling alone', async () => {
    const [otto, wren] = [await childOf('Otto', tess), await childOf('Wren', ivo)];
    const [visit, hers, his] = [randomUUID(), randomUUID(), randomUUID()];
    await world.rows(
      `begin; insert into visit (id, visited_on, place, manner, visited_by) values ('${visit}', '2026-11-20', 'home', 'planned', '${as(tess).staffId}');
       insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen, said) values ('${his}', '${visit}', '${otto}', true, true, false, 'mine'), ('${hers}', '${visit}', '${wren}', true, false, false, 'hers');
       insert into visit_withheld (id, person_id, words) values ('${his}', '${otto}', 'secret'); commit`,
    );
    const seenBy = (worker: Worker) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), actor: worker.staffId, principals: [worker.staffId] },
        async (db) => {
          const withheld = await db.selectFrom('visit_withheld').select('words').where('id', '=', id(his)).execute();
          const own = await db.selectFrom('visit_child').select('said').where('visit_id', '=', id(visit)).execute();
          const shared = await db.selectFrom('visit').select('id').where('id', '=', id(visit)).execute();
          return [withheld.length, own.map(({ said }) => said), shared.length];
        },
      ); // biome-ignore format: a list reads as a list
    expect(await seenBy(as(tess))).toEqual([1, ['mine'], 1]);
    expect(await seenBy(as(ivo))).toEqual([0, ['hers'], 1]);
    expect((await as(ivo).get(`/people/${wren}/visits/${hers}`)).body).not.toContain('Otto');
    expect((await as(ivo).get(`/people/${wren}/visits/${his}`)).statusCode).toBe(404);
  });

  it.each([
    ['before birth', { visitedOn: '4/5/2015' }, 'is before Otto Sandpiper was born'],
    ['when nothing was open', { visitedOn: '31/10/2026' }, 'Nothing was open for Otto Sandpiper on this day'],
    ['in the future', { visitedOn: '1/1/2031' }, 'The day of the visit must be'],
    ['nobody in, and the child seen', { nobodyIn: 'yes' }, 'Nobody was in, so the child cannot have been seen'],
    ['by telephone, and the child seen', { place: 'telephone' }, 'A child is not seen by telephone'],
    ['alone, and not seen', { 'children.0.sight': 'alone' }, 'A child who was seen alone was seen'],
    ['a bedroom at school', { place: 'school', 'children.0.sight': ['seen', 'bedroom'] }, 'The bedroom is seen on a visit at home'],
    ['a time that is none', { visitedTime: '25:00' }, 'Enter a time, like 14:30'],
  ])('asks at the field about a visit %s, and loses no word', async (_what, more, message) => {
    const child = await childOf('Otto', tess);
    const refused = await as(tess).post(`/people/${child}/visits`, written(child, more));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(message);
    expect(refused.body).toContain('I like it when Gran comes.');
    expect(await visitsOf(child)).toEqual([]);
  }); // biome-ignore format: a table reads as a table

  it('is refused by the database where the form should have: before birth, in the future, nothing open', async () => {
    const child = await childOf('Otto', tess);
    const keep = (on: string, seen = true, place = 'home') => {
      const visit = randomUUID();
      return world.rows(
        `begin; insert into visit (id, visited_on, place, manner, visited_by) values ('${visit}', ${on}, '${place}', 'planned', '${as(tess).staffId}');
         insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen) values ('${randomUUID()}', '${visit}', '${child}', ${seen}, false, false); commit`,
      );
    };
    await expect(keep("'2015-05-04'")).rejects.toThrow('before birth');
    await expect(keep("'2026-10-31'")).rejects.toThrow('nothing open');
    await expect(keep('current_date + 2')).rejects.toThrow('in the future');
    await expect(keep("'2026-11-20'", true, 'telephone')).rejects.toThrow('telephone');
    await keep("'2026-11-20'");
    expect(await visitsOf(child)).toHaveLength(1);
  });

  it('is kept by the worker and the manager, and by nobody who does not work with the child', async () => {
    const child = await childOf('Otto', tess);
    const by = async (worker: Worker) =>
      (await worker.post(`/people/${child}/visits`, written(child))).statusCode;
    expect([await by(as(mira)), await by(as(ivo)), await by(await world.as('nell'))]).toEqual([
      303, 404, 403,
    ]);
    expect((await as(ivo).get(`/people/${child}/visits`)).statusCode).toBe(404);
    expect((await (await world.as('nell')).get(`/people/${child}/visits`)).statusCode).toBe(403);
    expect((await (await world.as('hugo')).get(`/people/${child}/visits`)).statusCode).toBe(200);
    expect(await by(await world.as('hugo'))).toBe(403);
  });

  it('takes no child who was not on the page, and drops nothing that was said of one not selected', async () => {
    const [otto, wren, far] = [
      await childOf('Otto', tess),
      await childOf('Wren', tess),
      await childOf('Far', tess),
    ];
    await related(otto, wren);
    const with_ = (more: Record<string, string>) =>
      as(tess).post(`/people/${otto}/visits`, written(otto, more));
    const stranger = await with_({ 'children.1.personId': far, 'children.1.part': 'yes' });
    expect([stranger.statusCode, stranger.body.includes('Choose from the children on this page')]).toEqual([
      422,
      true,
    ]);
    const left = await with_({ 'children.1.personId': wren, 'children.1.said': 'I was there.' });
    expect(left.body).toContain('Select that this child was part of the visit');
    expect(left.body).toContain('I was there.');
    expect(await visitsOf(otto)).toEqual([]);
  });

  it('is corrected by a new version with its reason; what stood before can be read as it was known', async () => {
    const child = await childOf('Otto', tess);
    await as(tess).post(`/people/${child}/visits`, written(child, { words: 'A dog barked.' }));
    const [visit] = await visitsOf(child);
    const [known] = await world.rows<{ at: Date }>('select clock_timestamp() as at');
    const at = `/people/${child}/visits/${visit?.id}`;
    const now = { ...AT_HOME, version: '1', sight: 'seen', said: 'I like Gran.', words: 'Two dogs barked.' };
    expect((await as(tess).post(`${at}/corrections`, now)).body).toContain('Say why it is corrected');
    const kept = await as(tess).post(`${at}/corrections`, { ...now, reason: 'There were two.' });
    expect(kept.statusCode).toBe(303);
    const page = (await as(tess).get(at)).body;
    for (const words of ['Two dogs barked.', 'There were two.', 'I like Gran.'])
      expect(page).toContain(words);
    const again = await as(mira).post(`${at}/corrections`, { ...now, words: 'Cats.', reason: 'Cats.' });
    expect([again.statusCode, again.body.includes('Somebody corrected this visit')]).toEqual([422, true]);
    const before = await world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true, ...(known && { knownAt: known.at }) },
      (db) => db.selectFrom('visit').innerJoin('visit_child', 'visit_child.visit_id', 'visit.id').select(['visit.words', 'visit_child.said']).where('visit_child.person_id', '=', child).execute(),
    ); // biome-ignore format: one question
    expect(before).toEqual([{ words: 'A dog barked.', said: 'I like it when Gran comes.' }]);
  });
});
