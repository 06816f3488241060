import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Id, id } from '../../src/language/id.ts';
import { addAuthority } from '../../src/platform/authority/authorities.ts';
import { asOwner, migrate } from '../../src/platform/database/migrate.ts';
import { contactById } from '../../src/practice/hub/contact/store.ts';
import { FROM_SCHOOL, type Made, makeContact } from '../support/contacts.ts';
import { MIGRATIONS, OWNER } from '../support/database.ts';
import { openWorld, type World } from '../support/world.ts';

describe('Where a guarded child was said to be', () => {
  let world: World;
  let made: Made;
  let beforeChange: Date;
  beforeAll(async () => {
    world = await openWorld();
    made = await makeContact(world, {
      ...FROM_SCHOOL,
      children: [
        { givenName: 'Kit', familyName: 'Barnacle', address: '9 Hidden Row', school: 'Hidden School' },
        { givenName: 'Jem', familyName: 'Barnacle', address: '9 Hidden Row', parish: 'st-ouen' },
        { givenName: 'Una', familyName: 'Barnacle' },
      ],
    });
    const [clock] = await world.rows<{ at: Date }>('select clock_timestamp() as at');
    beforeChange = clock?.at ?? new Date();
    await world.rows("update contact_child_place set school = 'Hidden Academy' where id = $1", [
      made.children[0],
    ]);
  });
  afterAll(() => world.close());

  type Asking = { principals?: readonly Id[]; wide?: boolean; may?: readonly string[]; knownAt?: Date };
  const seen = (table: 'contact_child_place' | 'contact_child_place_history', asking: Asking) =>
    world.house.database.transaction(
      {
        authority: 'island',
        now: new Date(),
        fieldClasses: [...(asking.may ?? [])],
        ...asking,
      },
      async (db) => {
        const rows = await db
          .selectFrom(table as 'contact_child_place')
          .select(['id', 'school'])
          .where('contact_id', '=', made.id)
          .execute();
        return rows.map((row) => row.school).sort();
      },
    );
  const guard = (person: Id | undefined, guarded: boolean) =>
    guarded
      ? world.rows(
          "insert into address (id, person_id, lines, guarded) values ($1, $2, '9 Hidden Row', true)",
          [randomUUID(), person],
        )
      : world.rows('update address set until_on = current_date where person_id = $1', [person]);

  it('is plain SQL to whoever may see the contact, while nobody is guarded; and nothing to nobody', async () => {
    expect(await seen('contact_child_place', { wide: true })).toEqual(['Hidden Academy', null]);
    expect(await seen('contact_child_place_history', { wide: true })).toEqual(['Hidden School']);
    expect(await seen('contact_child_place', {})).toEqual([]);
  });

  it('V8.2.3: is no row at all, nor a row of what stood before, without the field class; as known earlier neither', async () => {
    const before = new Date();
    await guard(made.persons[0], true);
    expect(await seen('contact_child_place', { wide: true })).toEqual([]);
    expect(await seen('contact_child_place_history', { wide: true })).toEqual([]);
    expect(await seen('contact_child_place', { wide: true, knownAt: before })).toEqual([]);
    const may = ['guarded address'];
    expect(await seen('contact_child_place', { wide: true, may })).toEqual(['Hidden Academy', null]);
    expect(await seen('contact_child_place_history', { wide: true, may })).toEqual(['Hidden School']);
  });

  it('V8.2.3: stays hidden from who sees the contact through a brother alone, and is not written over unseen', async () => {
    const fern = (await world.as('fern')).staffId;
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'worker', '2026-01-01')",
      [randomUUID(), made.persons[1], fern],
    );
    const page = await (await world.as('fern')).get(`/contacts/${made.id}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/Hidden|st-ouen|St Ouen/);
    expect(page.body).toContain('Guarded. Ask the MASH decision maker.');
    expect(await seen('contact_child_place', { principals: [fern] })).toEqual([]);
    const written = await world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true },
      (db) =>
        db
          .updateTable('contact_child_place')
          .set({ school: 'Overwritten' })
          .where('contact_id', '=', made.id)
          .executeTakeFirst(),
    );
    expect(written.numUpdatedRows).toBe(0n);
  });

  it('is there again when the guard ends, and as it was known before a correction', async () => {
    await guard(made.persons[0], false);
    const schools = (knownAt: Date | undefined) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), wide: true, knownAt },
        async (db) => (await contactById(db, made.id))?.children.map(({ school }) => school),
      );
    expect(await schools(undefined)).toEqual(['Hidden Academy', undefined, undefined]);
    expect(await schools(beforeChange)).toEqual(['Hidden School', undefined, undefined]);
    expect(await seen('contact_child_place', { wide: true })).toEqual(['Hidden Academy', null]);
  });
});

describe('Moving the places of children behind their wall', () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-before-'));
  const database = `before_${randomUUID().replaceAll('-', '')}`;
  const target = { host: inject('socket'), port: 5432, user: OWNER, database };
  const admin = (text: string) =>
    asOwner({ ...target, database: 'postgres' }, (client) => client.query(text));
  beforeAll(() => admin(`create database ${database}`));
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await admin(`drop database ${database} with (force)`);
  });

  it('loses nothing that was said, nor what was said before, nor when and by whom', async () => {
    cpSync(MIGRATIONS, folder, { recursive: true });
    for (const name of readdirSync(join(folder, 'authority')))
      if (name >= '0007') rmSync(join(folder, 'authority', name));
    await migrate(target, folder);
    const place = { schema: 'island', title: 'Before', profile: 'jersey', demonstration: true } as const;
    await addAuthority(target, place, folder);
    const [contact, child, silent, by] = [randomUUID(), randomUUID(), randomUUID(), id(randomUUID())];
    const client = new pg.Client(target);
    await client.connect();
    await client.query('set search_path = island, extensions');
    await client.query(
      "insert into contact (id, reference, channel, source, told_at, told_on, words) values ($1, 'C-26-0001', 'call', '2A', now(), current_date, 'said')",
      [contact],
    );
    await client.query(
      "insert into contact_child (id, contact_id, position, given_name, school, general_practice, address, parish, recorded_by) values ($1, $2, 1, 'Kit', 'One', 'Surgery', '7 Lane', 'st-ouen', $3)",
      [child, contact, by],
    );
    await client.query('insert into contact_child (id, contact_id, position) values ($1, $2, 2)', [
      silent,
      contact,
    ]);
    await client.query("update contact_child set school = 'Two' where id = $1", [child]);
    await client.query('update contact_child set school = null, address = null where id = $1', [child]);
    const told = (table: string) =>
      client.query(
        `select id, contact_id, school, general_practice, address, parish, recorded_at, recorded_by, superseded_at
         from (select *, null::timestamptz as superseded_at from ${table} union all select * from ${table}_history) one
         where id = $1 order by recorded_at`,
        [child],
      );
    const before = (await told('contact_child')).rows;
    await migrate(target, MIGRATIONS);
    const after = await told('contact_child_place');
    const others = await client.query('select 1 from contact_child_place where id = $1', [silent]);
    const known = await client.query('select given_name from contact_child_known where contact_id = $1', [
      contact,
    ]);
    await client.end();
    expect(before.map((row) => row.school)).toEqual(['One', 'Two', null]);
    expect(after.rows).toEqual(before);
    expect(others.rows).toEqual([]);
    expect(known.rows.map((row) => row.given_name)).toEqual(['Kit', null]);
  });
});
