import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../test/support/world.ts';

const SUBJECT = '00000000-0000-4000-8000-00000000000a';
const path = (form = 'contact: rate', subject = SUBJECT) => `/drafts/${encodeURIComponent(form)}/${subject}`;

describe('Keeping what is typed', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  it('keeps a draft exactly as it was typed, also where it is not valid, and counts its versions', async () => {
    const first = await nell.post(path(), { reason: 'Half a  \u00e9 sente', colour: 'mauve' });
    expect([first.statusCode, first.json().version]).toEqual([200, 1]);
    const next = await nell.post(path(), { reason: 'Half a sentence', 'draft-version': '1' });
    expect(next.json()).toMatchObject({ kept: true, version: 2 });
    const [row] = await world.rows('select answers from draft where subject_id = $1', [SUBJECT]);
    expect(row?.['answers']).toEqual({ reason: 'Half a sentence' });
  });

  it('gives both texts where the same author wrote in another window, and overwrites neither', async () => {
    const subject = '00000000-0000-4000-8000-00000000000b';
    await nell.post(path('x', subject), { words: 'first window' });
    const stale = await nell.post(path('x', subject), { words: 'second window' });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ kept: false, version: 1, theirs: { words: 'first window' } });
  });

  it('keeps one of two first drafts that arrive in the same moment, and says so to the other', async () => {
    const subject = '00000000-0000-4000-8000-00000000000c';
    const answers = await Promise.all([1, 2, 3].map((n) => nell.post(path('x', subject), { words: `${n}` })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409]);
  });

  it('is private: a colleague with the same form and subject begins with nothing', async () => {
    const sol = await world.as('sol');
    expect((await sol.post(path(), { reason: 'mine' })).json()).toMatchObject({ kept: true, version: 1 });
  });

  it('refuses what cannot be kept, and never fails', async () => {
    const bad = await Promise.all([
      nell.post(path('x', 'nonsense'), { words: 'x' }),
      nell.post(path('x'.repeat(150)), { words: 'x' }),
      nell.post(path(), { words: 'x', 'draft-version': '-1' }),
      nell.post(path(), { words: 'x\0y' }),
      nell.post(path(), { words: 'x'.repeat(400_000) }),
    ]);
    expect(bad.map((answer) => answer.statusCode)).toEqual([400, 400, 400, 400, 400]);
    expect((await nell.post(path(), { words: 'x', 'form-token': 'another' })).statusCode).toBe(403);
    expect((await world.anyone.post(path(), { words: 'x' })).statusCode).toBe(303);
  });
});
