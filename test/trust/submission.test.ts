import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id } from '../../src/language/id.ts';
import { KeyUsedForOtherAnswers, keyHash, once } from '../../src/platform/submission.ts';
import { openWorld, type World } from '../support/world.ts';

describe('A submission', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const send = (key: string, answers: Record<string, string>, work = async () => undefined as unknown) =>
    world.house.database.transaction({ authority: 'island', now: new Date(), key: keyHash(key) }, (db) =>
      once(db, { key, form: 'household', formVersion: 1, answers }, async () => {
        const household = id(randomUUID());
        await db
          .insertInto('household')
          .values({ id: household, title: answers['title'] ?? '' })
          .execute();
        await work();
        return { household };
      }),
    );

  const rowsTitled = async (title: string) =>
    (await world.rows('select 1 from household where title = $1', [title])).length;

  it('acts once, and answers every repeat alike, for 100 keys each sent five times at once', async () => {
    const title = `parallel ${randomUUID()}`;
    const keys = Array.from({ length: 100 }, () => randomBytes(16).toString('base64url'));
    const replies = await Promise.all(
      keys.map((key) => Promise.all(Array.from({ length: 5 }, () => send(key, { title })))),
    );
    for (const five of replies) expect(new Set(five.map(({ reply }) => reply['household'])).size).toBe(1);
    expect(replies.flat().filter(({ repeated }) => !repeated)).toHaveLength(100);
    expect(await rowsTitled(title)).toBe(100);
  });

  it('is refused when its key comes back with other answers', async () => {
    const key = randomBytes(16).toString('base64url');
    await send(key, { title: 'the first' });
    await expect(send(key, { title: 'another' })).rejects.toBeInstanceOf(KeyUsedForOtherAnswers);
    expect(await rowsTitled('another')).toBe(0);
  });

  it('leaves its key free when the act failed', async () => {
    const key = randomBytes(16).toString('base64url');
    const title = `failed ${randomUUID()}`;
    const failing = send(key, { title }, async () => {
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await rowsTitled(title)).toBe(0);
    expect((await send(key, { title })).repeated).toBe(false);
  });

  it('and what it said can be read with its key alone', async () => {
    const key = randomBytes(16).toString('base64url');
    await send(key, { title: 'mine' });
    const stranger = await world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true, key: keyHash('another key') },
      (db) => db.selectFrom('submission').selectAll().execute(),
    );
    expect(stranger).toEqual([]);
  });
});
