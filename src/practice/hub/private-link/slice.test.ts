import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { recordContact } from '../contact/index.ts';
import { followPrivateLink, makePrivateLink, privateLinkOf, revokePrivateLinks } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A contact with a link to it, made as a public form makes one. */
async function linked(key: string): Promise<{ id: Id; reference: string; token: string }> {
  return world.within(async (surroundings) => {
    const contact = await recordContact(surroundings, {
      ...A_CONTACT,
      channel: 'public form',
      source: '1B',
      about: 'help',
      toldAt: surroundings.now,
      words: 'Saffron Barnacle is hungry after school.',
      referrer: { kind: 'public', name: 'Ada Lugsail' },
      children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
      familyMembers: [],
    });
    const { url } = await makePrivateLink(surroundings, contact.id, 'referrer', key);
    return { ...contact, token: url.replace('/follow/', '') };
  });
}

const followed = (token: string) => world.within((surroundings) => followPrivateLink(surroundings, token));

describe('A private link', () => {
  it('says how far things are, and names neither the child nor whoever told us', async () => {
    const { reference, token } = await linked('first key');
    expect(await followed(token)).toMatchObject({ reference, stage: 'received', words: undefined });
    const page = await world.anyone.get(`/follow/${token}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/Saffron|Barnacle|Lugsail|hungry/);
  });

  it('is being looked at as soon as a worker takes the contact', async () => {
    const { id, token } = await linked('key of one that is taken');
    await world.rows(
      `insert into contact_taking (id, contact_id, taken_by, taken_at)
       select gen_random_uuid(), $1, id, now() from staff where family_name = 'Capstan'`,
      [id],
    );
    expect((await followed(token))?.stage).toBe('being looked at');
  });

  it('is the same for the same key, and another for another', () => {
    expect(privateLinkOf({}, 'one')).toEqual(privateLinkOf({}, 'one'));
    expect(privateLinkOf({}, 'one')).not.toEqual(privateLinkOf({}, 'another'));
  });

  it('is not kept: what stands in the table opens nothing', async () => {
    await linked('key of a link');
    const links = await world.rows<{ token_hash: string }>('select token_hash from private_link');
    for (const { token_hash } of links) expect(await followed(token_hash)).toBeUndefined();
  });

  it('shows the same page unknown, ended and revoked', async () => {
    const ended = await linked('key of one that ended');
    const revoked = await linked('key of one that was revoked');
    await world.rows("update private_link set ends_at = now() - interval '1 second' where contact_id = $1", [
      ended.id,
    ]);
    const { staffId: by } = await world.as('cleo');
    await world.within((surroundings) => revokePrivateLinks({ ...surroundings, by }, revoked.id));
    const pages = await Promise.all(
      [ended.token, revoked.token, 'never-was'].map((token) => world.anyone.get(`/follow/${token}`)),
    );
    const withoutNonce = pages.map(({ body }) => body.replaceAll(/nonce="[^"]*"/g, ''));
    expect(new Set(withoutNonce).size).toBe(1);
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });

  it('ends once: revoking again leaves the first name under it', async () => {
    const { id } = await linked('key revoked twice');
    const [nell, cleo] = await Promise.all([world.as('nell'), world.as('cleo')]);
    for (const { staffId: by } of [nell, cleo])
      await world.within((surroundings) => revokePrivateLinks({ ...surroundings, by }, id));
    const [row] = await world.rows('select revoked_by from private_link where contact_id = $1', [id]);
    expect(row?.['revoked_by']).toBe(nell.staffId);
  });
});
