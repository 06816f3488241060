import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild } from '../../../../test/support/open-child.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';

describe('Management decisions', () => {
  let world: World;
  let [tess, mira, ivo, cleo, hugo]: Worker[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [tess, mira, ivo, cleo, hugo] = await Promise.all(
      ['tess', 'mira', 'ivo', 'cleo', 'hugo'].map((key) => world.as(key)),
    );
  });
  afterAll(() => world.close());

  const decision = (more: Record<string, string> = {}) => ({
    occasion: 'supervision',
    decidedOn: '20/11/2026',
    decided: 'Visit every week until Christmas.',
    why: 'The nights are hard at home.',
    'actions.0.what': 'Ask the school about the mornings.',
    'actions.0.staffId': tess?.staffId ?? '',
    'actions.0.dueOn': '27/11/2026',
    ...more,
  });
  const decided = async (more?: Record<string, string>) => {
    const { child } = await openChild(world, 'Otto', tess?.staffId);
    const reply = await mira?.post(`/people/${child}/management-decisions`, decision(more));
    expect(reply?.statusCode, reply?.body.slice(-2000)).toBe(303);
    return { child, at: String(reply?.headers.location) };
  };
  const actionOf = async (child: Id) =>
    (await world.rows<{ id: string; outcome: string | null }>('select id, outcome from management_decision_action where person_id = $1', [child]))[0]; // biome-ignore format: one question

  it('say what was decided and why, signed, with what must be done by whom and until when', async () => {
    const { child, at } = await decided({ 'actions.1.what': 'Come to the meeting.', 'actions.1.named': 'The grandmother', 'actions.1.dueOn': '1/12/2026' }); // biome-ignore format: one form
    const page = (await tess?.get(at))?.body ?? '';
    for (const words of ['Visit every week until Christmas.', 'The nights are hard at home.', 'In supervision', 'Mira Spindrift', 'Ask the school about the mornings.', 'Tess Windlass', '27 November', 'The grandmother'])
      expect(page).toContain(words); // biome-ignore format: a list reads as a list
    expect((await tess?.get(`/people/${child}/management-decisions`))?.body).toContain('2, the first by');
    expect((await tess?.get('/management-decision-actions'))?.body).toContain('Come to the meeting.');
    expect((await ivo?.get('/management-decision-actions'))?.body).not.toContain('Come to the meeting.');
    expect((await tess?.get(`/people/${child}/timeline`))?.body).toContain(
      'Management decision, in supervision',
    );
  });

  it('are made by managers alone, about a child whom they may see', async () => {
    const { child } = await openChild(world, 'Otto', tess?.staffId);
    const by = async (who: Worker | undefined) =>
      (await who?.post(`/people/${child}/management-decisions`, decision()))?.statusCode;
    expect([await by(mira), await by(hugo), await by(tess), await by(ivo), await by(cleo)]).toEqual([303, 303, 403, 403, 403]); // biome-ignore format: one line
    expect((await tess?.get(`/people/${child}/management-decisions/new`))?.statusCode).toBe(403);
    expect((await ivo?.get(`/people/${child}/management-decisions`))?.statusCode).toBe(404);
    const { child: other } = await openChild(world, 'Wren', undefined);
    expect((await mira?.post(`/people/${other}/management-decisions`, decision()))?.statusCode).toBe(404);
  });

  it.each([
    ['in the future', { decidedOn: '1/1/2031' }, 'The day of the decision must be'],
    ['without a reason', { why: ' ' }, 'Say why, in words the family could read'],
    ['with something nobody does', { 'actions.0.staffId': '' }, 'Select who does it, or write who else'],
    ['with something two do', { 'actions.0.named': 'Gran' }, 'One person does it'],
    ['with something without a day', { 'actions.0.dueOn': '' }, 'Enter the day until which it is done'],
    ['with something due before it', { 'actions.0.dueOn': '19/11/2026' }, 'It cannot be due before it was decided'],
    ['with somebody who is not on the list', { 'actions.0.staffId': '00000000-0000-4000-8000-000000000000' }, 'Select somebody from the list'],
  ])('ask at the field about a decision %s, and lose no word', async (_what, more, message) => {
    const { child } = await openChild(world, 'Otto', tess?.staffId);
    const refused = await mira?.post(`/people/${child}/management-decisions`, decision(more));
    expect([refused?.statusCode, refused?.body.includes(message)], refused?.body.slice(-2500)).toEqual([422, true]);
    expect(refused?.body).toContain('Visit every week until Christmas.');
    expect(await world.rows('select 1 from management_decision where person_id = $1', [child])).toEqual([]);
  }); // biome-ignore format: a table reads as a table

  it('are carried out by whoever works with the child, and set aside by a manager alone with the reason', async () => {
    const { child, at } = await decided();
    const act = await actionOf(child);
    const end = (who: Worker | undefined, answers: Record<string, string>) =>
      who?.post(`/management-decision-actions/${act?.id}/ending`, answers);
    expect((await end(tess, { outcome: 'not needed', words: 'Holidays.' }))?.body).toContain(
      'Only a manager sets aside',
    );
    expect((await end(mira, { outcome: 'not needed' }))?.body).toContain('Say why it is no longer needed');
    expect((await end(ivo, { outcome: 'done' }))?.statusCode).toBe(404);
    expect((await end(cleo, { outcome: 'done' }))?.statusCode).toBe(403);
    const both = await Promise.all([end(tess, { outcome: 'done' }), end(mira, { outcome: 'done' })]);
    expect(both.map((reply) => reply?.statusCode).toSorted()).toEqual([303, 422]);
    expect((await actionOf(child))?.outcome).toBe('done');
    expect((await tess?.get(at))?.body).toContain('Done');
    const other = await decided();
    const aside = await actionOf(other.child);
    expect((await mira?.get(`${other.at}?aside=${aside?.id}`))?.body).toContain(
      'Why is it no longer needed?',
    );
    await mira?.post(`/management-decision-actions/${aside?.id}/ending`, {
      outcome: 'not needed',
      words: 'They moved.',
    });
    expect((await actionOf(other.child))?.outcome).toBe('not needed');
    const undo = "update management_decision_action set outcome = 'done' where id = $1";
    await expect(world.rows(undo, [aside?.id])).rejects.toThrow(
      'outcome of management_decision_action is set once',
    );
  });

  it('are corrected by a new version with its reason, and stay signed by who decided', async () => {
    const { at } = await decided();
    const { occasion, decidedOn, decided: what, why } = decision({ decided: 'Visit every second week.' });
    const now = { occasion, decidedOn, decided: what, why, version: '1', reason: 'Typed wrongly.' };
    expect((await tess?.post(`${at}/corrections`, now))?.statusCode).toBe(403);
    expect((await hugo?.post(`${at}/corrections`, now))?.statusCode).toBe(303);
    expect((await mira?.post(`${at}/corrections`, now))?.body).toContain('Somebody corrected this decision');
    const page = (await mira?.get(at))?.body ?? '';
    for (const words of ['Visit every second week.', 'Typed wrongly.', 'by Mira Spindrift'])
      expect(page).toContain(words);
    await expect(
      world.rows('update management_decision set signed_by = $1 where id = $2', [
        hugo?.staffId,
        at.split('/').at(-1),
      ]),
    ).rejects.toThrow('signed_by of management_decision is set once');
  });
});
