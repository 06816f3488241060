import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyIn } from '../../../test/support/public-page.ts';
import { openWorld, type World } from '../../../test/support/world.ts';

const ADDRESS = '/requests/new';
const OWN = {
  name: 'Ada Lugsail',
  role: 'Designated safeguarding lead',
  agency: 'Gull Rock School',
  telephone: '01632 960 123',
  email: 'lugsail@island.example',
};
const FILLED_IN = 'we filled in what we know of you';

describe('A request by somebody who is signed in', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.rows("update staff set telephone = $1 where family_name = 'Lugsail'", [OWN.telephone]);
    await world.rows(
      `update post set title = $1 where id in
         (select post_id from post_holding h join staff s on s.id = h.staff_id where s.family_name = 'Lugsail')`,
      [OWN.role],
    );
  });
  afterAll(() => world.close());

  /** A browser at the public pages, with a session beside it or none. */
  async function browserOf(key?: string) {
    const cookie = key === undefined ? '' : `__Host-continuum=${(await world.as(key)).token}`;
    const send = (answers: Record<string, string>) =>
      world.server.inject({
        method: 'POST',
        url: ADDRESS,
        payload: new URLSearchParams(answers).toString(),
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
      });
    const opening = await world.server.inject({ url: ADDRESS, headers: { cookie } });
    return { send, opening: opening.body, request: keyIn(opening.body) };
  }

  /** Begins a request and opens the page about oneself. */
  async function pageAboutOneself(who?: string, purpose = 'request') {
    const { send, request: key } = await browserOf(who);
    await send({ key, at: 'opening', go: `begin.${purpose}` });
    const { body } = await send({ key, at: 'list', go: 'you' });
    return { send, key, body };
  }

  const valueIn = (page: string, name: string) =>
    new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(page)?.[0].match(/ value="([^"]*)"/)?.[1] ?? '';
  const valuesIn = (page: string) =>
    Object.fromEntries(Object.keys(OWN).map((name) => [name, valueIn(page, name)]));

  it.each(['request', 'advice'])('begins with a partner’s own details, and says so: %s', async (purpose) => {
    const { body } = await pageAboutOneself('lugsail', purpose);
    expect(valuesIn(body)).toEqual(OWN);
    expect(body).toContain(FILLED_IN);
  });

  it('has nothing chosen for anybody: neither a box nor a list', async () => {
    const { body } = await pageAboutOneself('lugsail');
    expect(body).not.toMatch(/<input[^>]* checked/);
    expect(body).not.toMatch(/<option[^>]* selected[^>]* value="[^"]/);
  });

  it('takes what they change, says no more of it, and fills nothing in again', async () => {
    const { send, key } = await pageAboutOneself('lugsail');
    const { name, role, agency, telephone } = OWN;
    await send({ key, at: 'you', go: 'list', name, role, agency, telephone, email: 'office@school.example' });
    await send({ key, at: 'list', go: 'begin.advice' });
    await send({ key, at: 'list', go: 'begin.request' });
    const { body } = await send({ key, at: 'list', go: 'you' });
    expect(valuesIn(body)).toEqual({ ...OWN, email: 'office@school.example' });
    expect(body).not.toContain(FILLED_IN);
    await send({ key, at: 'you', go: 'list', name: '' });
    expect(valueIn((await send({ key, at: 'list', go: 'you' })).body, 'name')).toBe('');
  });

  it('goes to the hub in their name when they send it', async () => {
    const { send, key } = await pageAboutOneself('lugsail', 'advice');
    await send({ key, at: 'why', go: 'list', happening: 'He comes to school hungry.', danger: 'no' });
    const check = await send({ key, at: 'list', go: 'check' });
    expect(check.body).toContain(OWN.telephone);
    expect(check.body).toContain(OWN.agency);
  });

  it.each([undefined, 'nell', 'cleo'])(
    'is empty for a stranger, and for the hub, who ask for somebody else: %s',
    async (who) => {
      const { body } = await pageAboutOneself(who);
      expect(Object.values(valuesIn(body)).join('')).toBe('');
      expect(body).not.toContain(FILLED_IN);
    },
  );

  it('is empty once they signed out, left, or where the password was handed over and not yet changed', async () => {
    const emptyAfter = async (key: string, sql: string) => {
      const { send, request } = await browserOf(key);
      await world.rows(sql, [`${key}@island.example`]);
      await send({ key: request, at: 'opening', go: 'begin.request' });
      return valueIn((await send({ key: request, at: 'list', go: 'you' })).body, 'name');
    };
    const of = '(select id from directory.account where sign_in_name = $1)';
    for (const [key, sql] of [
      ['edu', `update directory.session set ended_at = now() where account_id = ${of}`],
      ['halyard', "update staff set left_on = '2024-01-01' where email = $1"],
      ['wren', 'update directory.account set password_handed_over_at = now() where sign_in_name = $1'],
    ] as const)
      expect(await emptyAfter(key, sql), key).toBe('');
  });

  it('shows nothing of them on the page that anybody opens', async () => {
    expect((await browserOf('lugsail')).opening).not.toContain('Lugsail');
  });
});
