import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceOfThisYear } from '../../../test/support/from-now.ts';
import { asBody } from '../../../test/support/nasty.ts';
import { hiddenIn, keyIn } from '../../../test/support/public-page.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { openHouse } from '../../commands/open-house.ts';
import { buildServer } from '../../commands/serve.ts';

const ADDRESS = '/requests/new';
type Typed = Readonly<Record<string, string | readonly string[]>>;

const YOU = {
  name: 'Ada Lugsail',
  role: 'Class teacher',
  profession: '2A',
  agency: 'Samphire School',
  email: 'ada@school.example',
};
const WHY = {
  happening: 'Saffron and her brothers come to school hungry.\nShe said: “There was nothing in.”',
  danger: 'no',
};
const PERMISSION = { permission: 'given', permissionOf: 'Mother, on Monday' };

describe('Sending a request', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ready = async () => {
    const key = keyIn((await world.anyone.get(ADDRESS)).body);
    await world.anyone.post(ADDRESS, { key, at: 'why', go: 'list', ...WHY });
    await world.anyone.post(ADDRESS, { key, at: 'you', go: 'list', ...YOU });
    await world.anyone.post(ADDRESS, { key, at: 'permission', go: 'list', ...PERMISSION });
    return { key, page: (await world.anyone.post(ADDRESS, { key, at: 'list', go: 'check' })).body };
  };
  const send = (page: string, more: Typed = {}) =>
    world.anyone.post(ADDRESS, { ...hiddenIn(page), go: 'send', ...more });
  const referenceIn = (page: string) => /class="c-reference">([^<]+)</.exec(page)?.[1];

  it('gives one reference to twenty that are sent at once, and to one that is sent long after', async () => {
    const { page } = await ready();
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(page)));
    const later = await send(page);
    const references = new Set([...replies, later].map(({ body }) => referenceIn(body)));
    expect([...references]).toEqual([expect.stringMatching(referenceOfThisYear())]);
    const links = new Set([...replies, later].map(({ body }) => /\/follow\/([\w-]+)/.exec(body)?.[1]));
    expect(links.size).toBe(1);
    expect(await world.rows('select 1 from contact')).toHaveLength(1);
  });

  it('gives the same reference after the program was started anew', async () => {
    const { page } = await ready();
    const reference = referenceIn((await send(page)).body);
    const application = { ...world.owner, user: 'continuum_app' };
    const again = await openHouse(
      { trustedProxyHops: 0, logLevel: 'error' },
      { owner: world.owner, application },
      () => undefined,
    );
    const { server } = await buildServer(again, again.authorities[0]);
    const payload = asBody({ ...hiddenIn(page), go: 'send' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const reply = await server.inject({ method: 'POST', url: ADDRESS, payload, headers });
    await server.close();
    await again.database.close();
    expect(referenceIn(reply.body)).toBe(reference);
  });

  it('refuses the same key with other answers, changes nothing, and loses nothing of what was typed', async () => {
    const { page } = await ready();
    const reference = referenceIn((await send(page)).body);
    const altered = await send(page, { happening: 'Something else altogether' });
    expect(altered.statusCode).toBe(409);
    const [contact] = await world.rows('select words from contact where reference = $1', [reference]);
    expect(contact?.['words']).toBe(WHY.happening);
    const asNew = await world.anyone.post(ADDRESS, { ...hiddenIn(altered.body), go: 'check' });
    expect(asNew.body).toContain('Something else altogether');
    const second = referenceIn((await send(asNew.body)).body);
    expect(second).toMatch(referenceOfThisYear());
    expect(second).not.toBe(reference);
  });

  it('forgets the draft, and says that it was sent to whoever goes back', async () => {
    const { key, page } = await ready();
    const reference = referenceIn((await send(page)).body);
    expect(
      await world.rows(
        "select 1 from draft where form = 'public: request' and answers ->> 'happening' = $1",
        [WHY.happening],
      ),
    ).toEqual([]);
    const back = await world.anyone.post(ADDRESS, { key, at: 'why', go: 'next', happening: 'More' });
    expect(back.body).toContain('This was sent already');
    expect(back.body).toContain(reference);
    const typing = await world.anyone.post(`${ADDRESS}/kept`, { key, at: 'why', happening: 'More' });
    expect(typing.statusCode).toBe(422);
  });

  it('refuses a name that no part asks for', async () => {
    const { page } = await ready();
    const refused = await send(page, { answeredAt: 'now' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('does not ask for');
  });
});
