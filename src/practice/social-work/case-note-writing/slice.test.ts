import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild } from '../../../../test/support/open-child.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { relate } from '../../people/person/index.ts';

describe('Writing a case note down', () => {
  let world: World;
  let [tess, mira, ivo, nell, hugo]: Worker[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [tess, mira, ivo, nell, hugo] = await Promise.all(
      ['tess', 'mira', 'ivo', 'nell', 'hugo'].map((key) => world.as(key)),
    );
  });
  afterAll(() => world.close());

  const childOfTess = async (name: string, worker = tess) =>
    (await openChild(world, name, worker?.staffId)).child;
  const siblings = (one: Id, other: Id) =>
    world.within((made) => relate(made, { personId: one, otherId: other, kind: 'brother or sister' }));
  const note = (child: Id, more: Record<string, string> = {}) => ({
    kind: 'telephone',
    happenedOn: '20/11/2026',
    happenedTime: '9.05',
    withWhom: 'The school nurse',
    words: 'She eats her lunch again.',
    follows: 'Ring again on Friday.',
    'children.0.personId': child,
    ...more,
  });
  const notesOf = (child: Id) =>
    world.rows<{ id: string; words: string; version: number }>(
      'select c.id, n.words, n.version from case_note_child c join case_note n on n.id = c.case_note_id where c.person_id = $1',
      [child],
    );

  it('keeps what was said, with whom, when, and what follows, on a page of the child’s own file', async () => {
    const child = await childOfTess('Otto');
    const kept = await tess?.post(`/people/${child}/case-notes`, note(child, { toldOn: '21/11/2026' }));
    expect([kept?.statusCode, kept?.headers.location]).toEqual([303, `/people/${child}/case-notes`]);
    const [row] = await notesOf(child);
    const page = (await tess?.get(`/people/${child}/case-notes/${row?.id}`))?.body ?? '';
    for (const words of ['Telephone call', 'The school nurse', 'She eats her lunch again.', 'Ring again on Friday.', '09:05', 'Told to us', '21 November'])
      expect(page).toContain(words); // biome-ignore format: a list reads as a list
    expect((await tess?.get(`/people/${child}/case-notes`))?.body).toContain('She eats her lunch again.');
    expect((await tess?.get(`/people/${child}/timeline`))?.body).toContain('She eats her lunch again.');
  });

  it('is written once for brothers and sisters; nothing of one, and nothing withheld, reaches another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-z]{12}$/),
        fc.stringMatching(/^[A-Z]{12}$/),
        async (own, secret) => {
          const [otto, wren] = [await childOfTess('Otto'), await childOfTess('Wren')];
          await siblings(otto, wren);
          const sent = note(otto, {
            'children.0.withheld': secret,
            'children.0.about': own,
            'children.1.personId': wren,
            'children.1.part': 'yes',
            'children.1.about': 'Wren slept.',
          });
          expect((await tess?.post(`/people/${otto}/case-notes`, sent))?.statusCode).toBe(303);
          const pagesOf = async (child: Id) => {
          const [row] = await notesOf(child);
          const paths = ['', '/case-notes', `/case-notes/${row?.id}`, `/case-notes/${row?.id}/corrections/new`, '/timeline', '/case-notes/new'];
          return (await Promise.all(paths.map((path) => tess?.get(`/people/${child}${path}`)))).map((one) => one?.body).join('\n');
        }; // biome-ignore format: a list reads as a list
          const [his, hers] = [await pagesOf(otto), await pagesOf(wren)];
          for (const words of [secret, own])
            expect([his.includes(words), hers.includes(words)]).toEqual([true, false]);
          expect([his.includes('Wren slept.'), hers.includes('Wren slept.')]).toEqual([false, true]);
          expect(hers).toContain('She eats her lunch again.');
        },
      ),
      { numRuns: 3 },
    );
  });

  it('is withheld in the database, too, from whoever sees a sibling alone', async () => {
    const [otto, wren] = [await childOfTess('Otto'), await childOfTess('Wren')];
    await siblings(otto, wren);
    const withheld = {
      'children.0.withheld': 'secret',
      'children.1.personId': wren,
      'children.1.part': 'yes',
    };
    await tess?.post(`/people/${otto}/case-notes`, note(otto, withheld));
    await world.rows('update allocation set ended_on = current_date where person_id = $1', [wren]);
    await world.rows("insert into allocation (id, person_id, staff_id, kind, from_on) values (gen_random_uuid(), $1, $2, 'worker', '2026-11-20')", [wren, ivo?.staffId]); // biome-ignore format: one statement
    const [his] = await notesOf(otto);
    const seen = await world.house.database.transaction(
      { authority: 'island', now: new Date(), actor: ivo?.staffId as Id, principals: [ivo?.staffId as Id] },
      async (db) => [
        (await db.selectFrom('case_note_withheld').select('words').execute()).length,
        (await db.selectFrom('case_note_child').select('id').where('person_id', '=', otto).execute()).length,
        (await db.selectFrom('case_note_child').select('id').where('person_id', '=', wren).execute()).length,
      ],
    );
    expect(seen).toEqual([0, 0, 1]);
    expect((await ivo?.get(`/people/${wren}/case-notes/${his?.id}`))?.statusCode).toBe(404);
  });

  it.each([
    ['in the future', { happenedOn: '1/1/2031' }, 'The day must be'],
    ['told to us before it happened', { toldOn: '19/11/2026' }, 'It cannot have come to us before it happened'],
    ['of no kind', { kind: '' }, 'Select what it was'],
    ['that says nothing', { words: '' }, 'Say what was said or found'],
    ['at a time that is none', { happenedTime: '25:00' }, 'Enter a time, like 14:30'],
    ['on a day that is none', { happenedOn: '29/2/2025' }, 'The day must be a real date'],
  ])('asks at the field about a note %s, and loses no word', async (_what, more, message) => {
    const child = await childOfTess('Otto');
    const refused = await tess?.post(`/people/${child}/case-notes`, note(child, more));
    expect([refused?.statusCode, refused?.body.includes(message)], refused?.body.slice(-2500)).toEqual([422, true]);
    expect(refused?.body).toContain('Ring again on Friday.');
    expect(await notesOf(child)).toEqual([]);
  }); // biome-ignore format: a table reads as a table

  it('drops nothing that was said of a child who was not selected, and the database takes no note of tomorrow', async () => {
    const [otto, wren] = [await childOfTess('Otto'), await childOfTess('Wren')];
    await siblings(otto, wren);
    const left = await tess?.post(`/people/${otto}/case-notes`, note(otto, { 'children.1.personId': wren, 'children.1.about': 'I was there.' })); // biome-ignore format: one form
    expect(left?.body).toContain('Select that the note is about this child too');
    expect(left?.body).toContain('I was there.');
    const insert =
      "insert into case_note (id, kind, happened_on, written_by) values (gen_random_uuid(), 'other', current_date + 2, $1)";
    await expect(world.rows(insert, [tess?.staffId])).rejects.toThrow('case_note in the future');
  });

  it('is corrected by a new version with its reason, once at a time', async () => {
    const child = await childOfTess('Otto');
    await tess?.post(`/people/${child}/case-notes`, note(child));
    const [row] = await notesOf(child);
    const at = `/people/${child}/case-notes/${row?.id}`;
    expect((await tess?.get(`${at}/corrections/new`))?.body).toContain('She eats her lunch again.');
    const { 'children.0.personId': _, ...now } = note(child, { words: 'She eats half of it.', version: '1' });
    expect((await tess?.post(`${at}/corrections`, now))?.body).toContain('Say why it is corrected');
    expect((await tess?.post(`${at}/corrections`, { ...now, reason: 'I misheard.' }))?.statusCode).toBe(303);
    const late = await mira?.post(`${at}/corrections`, { ...now, reason: 'Again.' });
    expect([late?.statusCode, late?.body.includes('Somebody corrected this note')]).toEqual([422, true]);
    const page = (await mira?.get(at))?.body ?? '';
    for (const words of ['She eats half of it.', 'I misheard.', 'What stood before is kept.'])
      expect(page).toContain(words);
    expect(await world.rows('select 1 from case_note_history where words = $1', ['She eats her lunch again.'])).not.toEqual([]); // biome-ignore format: one question
  });

  it('is for whoever works with the child, and nobody else', async () => {
    const child = await childOfTess('Otto');
    const by = async (who: Worker | undefined) =>
      (await who?.post(`/people/${child}/case-notes`, note(child)))?.statusCode;
    expect([await by(mira), await by(ivo), await by(nell), await by(hugo)]).toEqual([303, 404, 403, 403]);
    expect((await ivo?.get(`/people/${child}/case-notes`))?.statusCode).toBe(404);
    expect((await nell?.get(`/people/${child}/case-notes`))?.statusCode).toBe(403);
    expect((await hugo?.get(`/people/${child}/case-notes`))?.statusCode).toBe(200);
  });
});
