import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import { contactAboutSomebody, decisionOn, staffOf } from '../../test/trust/records.ts';
import { day } from '../language/day.ts';
import { id } from '../language/id.ts';
import { clockSince } from '../practice/hub/triage/index.ts';
import { measureNamed } from './measures/measures.ts';
import { monthOf } from './month.ts';
import { linesBehind } from './reckoning.ts';

const TOLD = new Date('2026-11-20T10:00:00Z');
const ASKED = 'Whoever told us has been told the outcome';

describe('One row of the table of times', () => {
  let world: World;
  let contact: { contactId: string; childId: string; personId: string };
  beforeAll(async () => {
    world = await openWorld();
    contact = await contactAboutSomebody(world);
    const { answerId, decisionId } = await decisionOn(world, contact, contact.personId);
    await world.rows('delete from answer where id = $1', [answerId]);
    await world.rows('update decision set authorised_at = signed_at, authorised_by = $2 where id = $1', [
      decisionId,
      await staffOf(world, 'hugo'),
    ]);
  });
  afterAll(() => world.close());

  const dueOn = () =>
    world.within(async ({ profile }) => clockSince(profile, 'contact answered', TOLD).due?.on);
  const onTheBoard = async () => {
    const page = (await (await world.as('cleo')).get('/hub')).body;
    const from = page.indexOf(`C-${contact.contactId.slice(0, 8)}`);
    return /c-clock__words">([^<]*)</.exec(page.slice(from))?.[1] ?? 'no clock';
  };
  const measured = async () => {
    const measure = measureNamed('H9');
    const authority = world.house.authorities[0]?.schema ?? '';
    if (measure === undefined) throw new Error('there is no H9');
    const lines = await world.house.database.transaction(
      { authority, now: new Date('2026-11-25T09:00:00Z') },
      (db) =>
        linesBehind(
          { db, asOf: day('2026-11-25'), zone: 'Europe/Jersey' },
          measure,
          monthOf(day('2026-11-20')),
        ),
    );
    return lines.find(({ subject }) => subject === id(contact.childId))?.met;
  };
  const page = async (who = 'tess') => {
    const body = (await (await world.as(who)).get('/what-is-asked-of-us')).body;
    const from = body.indexOf(`id="contact-answered"`);
    return body.slice(from, body.indexOf('</tr>', from));
  };

  it('changes the due day, the board, the figure and the page that says what is asked', async () => {
    const before = { due: await dueOn(), board: await onTheBoard(), met: await measured() };
    expect(before).toMatchObject({ due: '2026-11-27', met: null });
    expect(before.board).not.toBe('no clock');
    const asked = await page();
    for (const words of [
      ASKED,
      '5 working days',
      'English default, confirm locally',
      'Guernsey',
      '30\u00a0March\u00a02020',
    ])
      expect(asked).toContain(words);

    await world.rows(
      "update timescale set amount = 1, standing = 'local policy', source = 'Agreed with the schools' where clock = 'contact answered'",
    );
    expect(await dueOn()).toBe('2026-11-23');
    expect(await onTheBoard()).not.toBe(before.board);
    expect(await measured()).toBe(false);
    const now = await page();
    for (const words of ['1 working day', 'Local policy', 'Agreed with the schools'])
      expect(now).toContain(words);
    expect(now).not.toContain('confirm locally');
    const definition = (await (await world.as('cleo')).get('/measures/H9')).body;
    expect(definition).toContain('Agreed with the schools');
    expect(definition).toContain('/what-is-asked-of-us#contact-answered');
  });

  it('keeps what is asked later beside what is asked now, and no row without a whole time', async () => {
    const insert = (amount: number | null, unit: string) =>
      world.rows(
        `insert into timescale (clock, since, runs_from, amount, unit, source, standing)
         values ('contact answered', '2099-01-01', 'contact told to us', $1, $2, 'Plan for later', 'local policy')`,
        [amount, unit],
      );
    await expect(insert(0, 'working days')).rejects.toThrow('check constraint');
    await expect(insert(null, 'working days')).rejects.toThrow('check constraint');
    await insert(2, 'working days');
    expect(await page()).toContain('From 1 January 2099: 2 working days');
  });

  it('is shown to every member of staff, and led to from every page of theirs; to no partner agency', async () => {
    for (const who of ['fern', 'abe', 'quill', 'bea']) expect(await page(who)).toContain(ASKED);
    expect((await (await world.as('fern')).get('/own-account')).body).toContain(
      'href="/what-is-asked-of-us"',
    );
    const wren = await world.as('wren');
    expect((await wren.get('/what-is-asked-of-us')).statusCode).toBe(403);
    expect((await wren.get('/own-account')).body).not.toContain('what-is-asked-of-us');
  });
});
