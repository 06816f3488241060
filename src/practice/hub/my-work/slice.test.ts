import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';

describe('My work', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('has a line for each list that a role may open, first what it can take up, and none for another', async () => {
    const lines = async (key: string) => {
      const answer = await (await world.as(key)).get('/my-work');
      expect(answer.statusCode, key + answer.body.slice(-900)).toBe(200);
      const main =
        (await (await world.as(key)).get('/my-work')).body.split('<main')[1]?.split('</main>')[0] ?? '';
      return [...main.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, title]) => title);
    };
    expect(await lines('halyard')).toEqual(['Partner checks', 'Children shared with you']);
    expect(await lines('cleo')).toEqual([
      'Alerts',
      'Emergency access',
      'Police notifications',
      'Contacts passed to you',
      'Case samples',
      'Authorisations',
      'Children without a worker',
      'Early help',
      'Referrals',
      'Complex cases',
      'Visible children',
    ]);
    expect(await lines('mira')).toEqual([
      'Emergency access',
      'Police notifications',
      'Contacts passed to you',
      'Case samples',
      'Referrals',
      'My desk',
      'Closings with the family',
      'Decided, and to be done',
      'Complex cases',
      'Children without a worker',
      'Early help',
      'Visible children',
      'Cases by rating',
    ]);
    expect(await lines('ada')).toEqual(['Cases to read']);
    expect(await lines('quill')).toEqual([]);
  });

  it('says of what others take up that it waits for them, and offers nothing to do there', async () => {
    const [, own = '', others = ''] = (await (await world.as('cleo')).get('/my-work')).body.split(
      /Waiting for you|Waiting for others/,
    );
    expect(own).toContain('href="/early-help-episodes"');
    expect(own).not.toContain('href="/referrals"');
    expect(others).toContain('href="/referrals"');
    expect(others).not.toContain('Accept each');
  });

  it('can be reached by whoever may open one of its lists, business support too', async () => {
    const bea = await world.as('bea');
    expect((await bea.get('/directory')).body).toContain('href="/my-work"');
    expect((await bea.get('/my-work')).body).toContain('Waiting for others');
  });

  it('counts what waits for this person alone', async () => {
    const tess = await world.as('tess');
    expect((await tess.get('/my-work')).body).toContain('No notification waits');
    const told = randomUUID();
    await world.rows(
      "insert into police_notification (id, incident, happened_on, told_at, words) values ($1, 'I-1', '2026-01-02', now(), 'said')",
      [told],
    );
    await world.rows(
      'insert into notification_receipt (id, police_notification_id, staff_id, sent_at) values ($1, $2, $3, now())',
      [randomUUID(), told, (await world.as('cleo')).staffId],
    );
    expect((await (await world.as('cleo')).get('/my-work')).body).toContain('1 notification waits');
    expect((await tess.get('/my-work')).body).toContain('No notification waits');
  });

  it('stands once in the header, whatever opens it', async () => {
    const header = (await (await world.as('cleo')).get('/my-work')).body.split('</nav>')[0] ?? '';
    expect(header.match(/href="\/my-work"/g)).toHaveLength(1);
  });
});
