import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../test/support/contacts.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { addMonths, startOfDay, startOfMonth } from '../language/day.ts';
import { recordContact } from '../practice/hub/contact/index.ts';
import { countBeforehand, pauseAfter } from './counted.ts';

const DAY = 86_400_000;

describe('Figures counted beforehand', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const count = (now = new Date()) => {
    const [authority] = world.house.authorities;
    if (authority === undefined) throw new Error('no authority');
    const settings = { authority: authority.schema, now };
    return countBeforehand(authority, now, (work) => world.house.database.transaction(settings, work));
  };
  /** A contact of the middle of the newest complete month. */
  const tell = () =>
    world.within((surroundings) =>
      recordContact(surroundings, {
        ...A_CONTACT,
        toldAt: new Date(startOfDay(addMonths(startOfMonth(surroundings.today), -1)).getTime() + 14 * DAY),
        children: [{ givenName: 'Kit' }],
      }),
    );
  const page = async (path: string) => {
    const { statusCode, body } = await (await world.as('quill')).get(path);
    expect(statusCode).toBe(200);
    return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  it('are shown with the time at which they were counted, and are counted again for who asks', async () => {
    await count();
    await tell();
    const before = await page('/measures/H1');
    expect(before).toContain('No contacts in');
    expect(before).toMatch(/Counted today at \d\d:\d\d\. Count again now/);
    expect(await page('/measures')).toContain('No contacts in');
    expect(await page('/measures/H1/csv')).toMatch(/\d{4}-\d\d,0,/);
    expect(await page('/measures/H1?count=now')).toContain('1 contact in');
    await count();
    expect(await page('/measures/H1')).toContain('1 contact in');
    expect(await page('/measures')).toContain('1 contact in');
  });

  it('are not shown on another day than that on which they were counted', async () => {
    await count(new Date(Date.now() - 2 * DAY));
    await tell();
    expect(await page('/measures/H1')).toContain('2 contacts in');
  });

  it('are said to be counted while that goes on for the first time, and no page waits for it', async () => {
    const other = await openWorld();
    const [authority] = other.house.authorities;
    if (authority === undefined) throw new Error('no authority');
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const now = new Date();
    const counting = countBeforehand(authority, now, async (work) => {
      await held;
      return other.house.database.transaction({ authority: authority.schema, now }, work);
    });
    const quill = await other.as('quill');
    const asked = await Promise.all(['', '/H1', '/H1/csv'].map((path) => quill.get(`/measures${path}`)));
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(asked[0]?.body).toContain('Look again in a minute');
    expect(asked[1]?.body).toContain('Look again in a minute');
    expect(asked[2]?.body).toBe('not yet counted\r\n');
    goOn();
    await counting;
    expect((await quill.get('/measures/H1')).body).toContain('Counted today at');
    await other.close();
  });

  it('leave the machine to others: the longer counting takes, the longer the pause', () => {
    expect(pauseAfter(400)).toBe(60_000);
    expect(pauseAfter(40_000)).toBe(800_000);
  });
});
