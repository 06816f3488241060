import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../test/support/world.ts';
import { formToken } from './guard.ts';

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

  it('keeps what comes after the session ran out, and shows that session nothing', async () => {
    const subject = '00000000-0000-4000-8000-00000000000d';
    const late = await world.as('nell');
    await runOut(world);
    const kept = await late.post(path('x', subject), { words: 'typed too late' });
    expect([kept.statusCode, kept.json()]).toEqual([401, { kept: true, version: 1 }]);
    const again = await world.as('nell');
    await again.post(path('x', subject), { words: 'typed since', 'draft-version': '1' });
    await runOut(world);
    const stale = await late.post(path('x', subject), { words: 'too late again', 'draft-version': '1' });
    expect([stale.statusCode, stale.json()]).toEqual([401, { kept: false }]);
    await world.rows('update directory.session set ended_at = now()');
    expect((await late.post(path('x', subject), { words: 'signed out' })).statusCode).toBe(303);
    expect(await textsOf(world, subject)).toEqual([{ words: 'typed since' }]);
  });

  it('tells a page of an earlier session the token of the new one and whose it is, and takes nothing until then', async () => {
    const subject = '00000000-0000-4000-8000-00000000000e';
    const [before, now] = [await world.as('nell'), await world.as('nell')];
    const stale = { words: 'typed between', 'form-token': formToken(before.token) };
    const told = await now.post(path('x', subject), stale);
    expect(told.statusCode).toBe(403);
    expect(told.json()).toEqual({ kept: false, author: now.staffId, token: formToken(now.token) });
    expect(await textsOf(world, subject)).toEqual([]);
    const kept = await now.post(path('x', subject), { ...stale, 'form-token': told.json().token });
    expect(kept.statusCode).toBe(200);
  });
});

const runOut = (world: World) =>
  world.rows("update directory.session set seen_at = now() - interval '31 minutes'");

async function textsOf(world: World, subject: string): Promise<unknown[]> {
  const rows = await world.rows('select answers from draft where subject_id = $1', [subject]);
  return rows.map((row) => row['answers']);
}
