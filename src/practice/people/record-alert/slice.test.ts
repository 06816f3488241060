import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { RECORD_ALERT_RULES } from '../../../profile/record-alerts.ts';
import { allocate } from '../allocation/index.ts';
import { createPerson } from '../person/index.ts';

const DOG = 'A dog that bites. Ring before you come.';

describe('Alerts of a record', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStillWorld();
  });
  afterAll(() => world.close());

  const child = async (): Promise<Id> => {
    const { staffId } = await world.as('tess');
    return world.within(async (made) => {
      const names = [{ kind: 'used', givenName: 'Bryn', familyName: 'Winkle' }] as const;
      const one = await createPerson(made, { names, bornOn: day('2015-06-08') });
      await allocate(made, { personId: one.id, staffId, fromOn: made.today });
      return one.id;
    });
  };
  const asked = (more: Readonly<Record<string, string>> = {}) => ({
    kind: 'hazard at home',
    words: DOG,
    told: 'yes',
    reviewOn: 'tomorrow',
    ...more,
  });
  const putUp = async (personId: string, more = {}) =>
    (await world.as('tess')).post(`/people/${personId}/record-alerts`, asked(more));
  const alertOf = async (personId: string) => {
    const [row] = await world.rows<{ id: string; review_on: string; ended_at: Date | null }>(
      'select id, review_on::text, ended_at from record_alert where person_id = $1',
      [personId],
    );
    if (row === undefined) throw new Error('no alert');
    return row;
  };

  it('stands above every page of the record from then on, with the day of looking at it again', async () => {
    const one = await child();
    const tess = await world.as('tess');
    expect((await tess.get(`/people/${one}`)).body).not.toContain(DOG);
    expect((await putUp(one)).statusCode).toBe(303);
    for (const path of ['', '/timeline', '/details', '/record-alerts']) {
      const page = (await tess.get(`/people/${one}${path}`)).body;
      expect(page, path).toContain(`Hazard at the home: ${DOG}`);
      expect(page, path).toContain('Review by');
    }
    expect((await tess.get(`/people/${one}/timeline?kind=alerts`)).body).toContain('Alert put up');
  });

  it('asks whether they were told, and by when somebody looks again, and keeps what was typed', async () => {
    const one = await child();
    const far = await putUp(one, { told: 'no', reviewOn: '1/1/2039' });
    expect(far.statusCode).toBe(422);
    expect(far.body).toContain('Enter why they were not told');
    const told = await putUp(one, {
      told: 'no',
      toldWords: 'It would put her at risk.',
      reviewOn: '1/1/2039',
    });
    expect(told.body).toContain(`The day must be within ${RECORD_ALERT_RULES.longestDays} days`);
    expect(told.body).toContain('It would put her at risk.');
    expect((await putUp(one, { reviewOn: 'yesterday' })).body).toContain('The day must lie ahead');
    expect(await world.rows('select from record_alert where person_id = $1', [one])).toHaveLength(0);
  });

  it('goes on when somebody looked at it again, and is on the worklist until then', async () => {
    const one = await child();
    await putUp(one);
    const { id, review_on: first } = await alertOf(one);
    const tess = await world.as('tess');
    expect((await tess.get('/desk')).body).toContain(`/record-alerts/${id}`);
    const words = { words: 'The dog is still there.', reviewOn: '28/2/2027' };
    expect((await tess.post(`/record-alerts/${id}/reviews`, words)).statusCode).toBe(303);
    expect((await alertOf(one)).review_on).toBe('2027-02-28');
    expect(first).not.toBe('2027-02-28');
    expect((await tess.get('/desk')).body).not.toContain(`/record-alerts/${id}`);
    expect((await tess.get(`/record-alerts/${id}`)).body).toContain('The dog is still there.');
  });

  it('ends with its reason, once, and stays on record', async () => {
    const one = await child();
    await putUp(one);
    const { id } = await alertOf(one);
    const tess = await world.as('tess');
    expect((await tess.post(`/record-alerts/${id}/ending`, {})).body).toContain('Enter why it ends');
    expect((await tess.post(`/record-alerts/${id}/ending`, { why: 'They moved.' })).statusCode).toBe(303);
    expect((await tess.get(`/people/${one}`)).body).not.toContain(DOG);
    const kept = (await tess.get(`/people/${one}/record-alerts`)).body;
    for (const words of [DOG, 'They moved.', 'No alert stands on this record']) expect(kept).toContain(words);
    for (const [act, answers] of [
      ['ending', { why: 'Again.' }],
      ['reviews', { words: 'It goes on.', reviewOn: 'tomorrow' }],
    ] as const) {
      const again = await tess.post(`/record-alerts/${id}/${act}`, answers);
      expect([again.statusCode, again.body.includes('It has ended.')], act).toEqual([422, true]);
    }
  });

  it('is not there for whoever may not open the record, and business support does not end it', async () => {
    const one = await child();
    await putUp(one);
    const { id } = await alertOf(one);
    const fern = await world.as('fern');
    for (const path of [`/people/${one}/record-alerts`, `/record-alerts/${id}`])
      expect((await fern.get(path)).statusCode, path).toBe(404);
    expect((await fern.post(`/record-alerts/${id}/ending`, { why: 'No.' })).statusCode).toBe(404);
    const bea = await world.as('bea');
    expect((await bea.get(`/record-alerts/${id}`)).statusCode).toBe(200);
    expect((await bea.post(`/record-alerts/${id}/ending`, { why: 'No.' })).statusCode).toBe(403);
    expect((await alertOf(one)).ended_at).toBeNull();
  });

  it('is moved by the database for a review and for nothing else', async () => {
    const one = await child();
    await putUp(one);
    const { id } = await alertOf(one);
    const moved = "update record_alert set review_on = '2027-05-01' where id = $1";
    await expect(world.rows(moved, [id])).rejects.toThrow(
      'the day moves when somebody has looked at it again',
    );
    await expect(world.rows("update record_alert set words = 'A cat.' where id = $1", [id])).rejects.toThrow(
      'words of record_alert is set once',
    );
  });
});
