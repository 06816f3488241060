import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { mergedWith } from '../../../../test/trust/merged-records.ts';
import { KINDS, type Records } from '../../../../test/trust/records.ts';
import { relativeOf, restrictedTo } from '../../../../test/trust/walled-records.ts';
import { id } from '../../../language/id.ts';
import { changeSafeContact } from '../../people/person/index.ts';

/** Pages whose address names a record that is not one person: a contact, a meeting, a list, a figure, a worker. */
const NOT_ABOUT_ONE_PERSON = [
  '/agencies', '/alerts', '/authorisations', '/case-samples', '/caseloads', '/contact-notices', '/contacts', '/decisions', '/declared-periods', '/drafts', '/duplicates', '/emergency-accesses', '/follow', '/look-reviews', '/invitations', '/mash-enquiries',
  '/measures', '/partner-checks', '/police-notifications', '/post-holdings', '/pt', '/rating-exercises', '/requests', '/right-requests', '/sampled-cases', '/screening-meetings', '/shared-children', '/staff', '/teams',
]; // biome-ignore format: a list reads as a list

describe('The identity bar on every page about a child', () => {
  let world: World;
  let records: Records;
  let everywhere: readonly string[];
  let mira: Worker;
  beforeAll(async () => {
    world = await openStillWorld();
    mira = await world.as('mira');
    const make = KINDS['a child of Tess'];
    if (make === undefined) throw new Error('there is a child of Tess');
    records = await make(world);
    const personId = records['personId'] ?? '';
    const wall = { by: 'mira', named: ['tess', 'hugo', 'fern', 'cleo', 'nell'] };
    records = {
      ...records,
      ...(await restrictedTo(world, personId, wall)),
      ...(await relativeOf(world, personId, 'bea')),
      ...(await mergedWith(world, personId)),
    };
    everywhere = world.routes
      .filter(({ method, path }) => method === 'GET' && path.includes('/:') && !path.endsWith('/csv'))
      .map(({ path }) => path)
      .filter((path) => !NOT_ABOUT_ONE_PERSON.some((start) => path.startsWith(`${start}/`)));
    await world.within((made) =>
      changeSafeContact(made, id(records['personId'] ?? ''), {
        ways: ['school'],
        language: 'en',
        notToSay: 'that she told us',
        fromOn: made.today,
        reviewOn: made.today,
      }),
    );
  });
  afterAll(() => world.close());

  const addressOf = (path: string) =>
    path.replaceAll(/:([A-Za-z]+)/gu, (_, name: string) => records[name] ?? 'none');
  /** The first of those whom the page is open to. */
  const opened = async (path: string) => {
    for (const key of ['mira', 'tess', 'hugo', 'fern', 'cleo']) {
      const reply = await (await world.as(key)).get(addressOf(path));
      if (reply.statusCode === 200) return reply.body;
    }
    throw new Error(`nobody may open ${path}`);
  };

  it('stands on each of them, with the alert and the tabs, and a page to come cannot forget it', async () => {
    expect(everywhere.length).toBeGreaterThan(18);
    const without: string[] = [];
    for (const path of everywhere) {
      const page = await opened(path);
      const holds = ['c-identity', 'Saffron Barnacle, 11', 'Do not say: that she told us.', 'Parts of this record', '<h1'];
      if (!holds.every((words) => page.includes(words))) without.push(path);
    }
    expect(without).toEqual([]);
  }, 60_000); // biome-ignore format: a list reads as a list

  it('also stands above a form that is shown again', async () => {
    const reply = await mira.post(`/people/${records['personId']}/names`, { kind: 'legal' });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Saffron Barnacle, 11');
  });

  it('says who works with the child, what plan and order stand, when the child was seen and what is due', async () => {
    const page = (await mira.get(`/people/${records['personId']}/timeline`)).body;
    const bar = page.slice(page.indexOf('c-identity'), page.indexOf('<main'));
    for (const words of ['In care, and on a protection plan', 'Care order', 'Tess Windlass', 'Last seen', 'Next due', 'Review by'])
      expect(bar).toContain(words);
    expect(bar).toMatch(/href="\/people\/[^"]+\/timeline"[^>]*aria-current="page"/u);
  }); // biome-ignore format: a list reads as a list

  it('says nothing of visits to who may not read them', async () => {
    const page = (await (await world.as('nell')).get(`/people/${records['personId']}`)).body;
    expect(page).toContain('In care, and on a protection plan');
    expect(page).not.toContain('Last seen');
    expect(page).not.toContain(`/people/${records['personId']}/visits`);
  });

  it('is the same nothing for a child who may not be seen', async () => {
    const reply = await (await world.as('ivo')).get(`/people/${records['personId']}/timeline`);
    expect(reply.statusCode).toBe(404);
    expect(reply.body).not.toContain('Barnacle');
  });
});
