import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseUnsafe, UnsafeDatabase } from '../../src/platform/database/safe-settings.ts';
import { recordContact } from '../../src/practice/hub/contact/index.ts';
import { A_CONTACT } from '../support/contacts.ts';
import { openWorld, type World } from '../support/world.ts';

describe('State is derived from dated rows', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('and an end is set once: it cannot be taken back or moved, by nobody', async () => {
    const { id } = await world.within((surroundings) =>
      recordContact(surroundings, {
        ...A_CONTACT,
        channel: 'call',
        source: '1A',
        about: 'help',
        toldAt: new Date('2026-03-02T09:00:00Z'),
        words: 'We need help.',
        referrer: { kind: 'family' },
        children: [],
        familyMembers: [],
      }),
    );
    await world.rows("update contact set answered_at = '2026-03-03 09:00Z' where id = $1", [id]);
    await expect(
      world.rows("update contact set answered_at = '2026-03-04 09:00Z' where id = $1", [id]),
    ).rejects.toThrow(/set once/);
    await world.rows("update contact set summary = 'A family asks for help' where id = $1", [id]);
  });

  it('and the database refuses two workers for one child, and an end before its start', async () => {
    const person = randomUUID();
    const [worker] = await world.rows<{ id: string }>("select id from staff where family_name = 'Windlass'");
    await world.rows(
      "insert into person (id, number, born_on_certainty) values ($1, 'TWOWORK', 'not known')",
      [person],
    );
    const allocate = (from: string, ended: string | null) =>
      world.rows(
        "insert into allocation (id, person_id, staff_id, kind, from_on, ended_on) values ($1, $2, $3, 'worker', $4, $5)",
        [randomUUID(), person, worker?.id, from, ended],
      );
    await allocate('2026-01-01', null);
    await expect(allocate('2026-02-01', null)).rejects.toThrow(/allocation_one_worker/);
    await world.rows("update allocation set ended_on = '2026-03-01' where person_id = $1", [person]);
    await expect(
      world.rows('update allocation set ended_on = null where person_id = $1', [person]),
    ).rejects.toThrow(/set once/);
    await expect(allocate('2026-02-01', '2026-01-01')).rejects.toThrow(/check constraint/);
  });

  it('and a server that does not keep what it acknowledged is refused, with every reason', async () => {
    // The server of the tests keeps nothing: it is the very thing that must be refused.
    const client = new pg.Client(world.owner);
    await client.connect();
    const refused = await refuseUnsafe(client).catch((fault: unknown) => fault);
    await client.end();
    expect(refused).toBeInstanceOf(UnsafeDatabase);
    expect(String(refused)).toMatch(/fsync is off/);
  });
});
