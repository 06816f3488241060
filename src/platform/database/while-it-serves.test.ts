import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../test/support/database.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { migrate } from './migrate.ts';

describe('A migration while the program serves', () => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'continuum-migrations-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'authority', name), text);
  beforeAll(async () => {
    world = await openWorld();
    cpSync(MIGRATIONS, folder, { recursive: true });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });
  const shade = () =>
    world.rows<{ name: string; id: number }>(
      "select nspname as name, oid::int as id from pg_namespace where nspname like 'island\\_one%'",
    );
  const openTeams = async () => {
    const hugo = await world.as('hugo');
    return (await Promise.all(Array.from({ length: 12 }, () => hugo.get('/team')))).map(
      (one) => one.statusCode,
    );
  };

  it('that adds columns to what is read fails no page, though each connection holds plans of before', async () => {
    expect(new Set(await openTeams())).toEqual(new Set([200]));
    write(
      '9001-columns.sql',
      "alter table safe_contact add column g18 text; call versioned('safe_contact'); alter table team add column g18 text; call versioned('team');",
    );
    expect(await migrate(world.owner, folder)).toEqual(['island: 9001-columns.sql']);
    expect(new Set(await openTeams())).toEqual(new Set([200]));
    const rows = await world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true },
      (db) => db.selectFrom('team').selectAll().execute(),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it('runs each statement of before again on plans that hold: without that, this one fails', async () => {
    const read = () =>
      world.house.database.transaction({ authority: 'island', now: new Date(), wide: true }, (db) =>
        db.selectFrom('team').selectAll().execute(),
      );
    await Promise.all(Array.from({ length: 10 }, read));
    await world.rows('alter table team add column g18_again text');
    const found = await Promise.all(Array.from({ length: 10 }, read));
    await world.rows("call versioned('team')").catch(() => undefined);
    expect(found.every(([team]) => team !== undefined && 'g18_again' in team)).toBe(true);
  });

  it('gives way to whoever works, and is tried again until the table is free', async () => {
    const other = new pg.Client(world.owner);
    await other.connect();
    await other.query('begin; lock table island.team in row exclusive mode');
    write('9002-busy.sql', "alter table team add column g18_busy text; call versioned('team');");
    const migrated = migrate(world.owner, folder);
    const tried = await Promise.race([
      migrated,
      new Promise((resolve) => setTimeout(resolve, 1000, 'waits')),
    ]);
    expect(tried).toBe('waits');
    await other.query('commit');
    await other.end();
    expect(await migrated).toEqual(['island: 9002-busy.sql']);
  });

  it('puts what records are read as one through in the place of the old in one step, and only when something was applied', async () => {
    const before = await shade();
    expect(before.map(({ name }) => name)).toEqual(['island_one']);
    await migrate(world.owner, folder);
    expect(await shade()).toEqual(before);
    // Views are derived from the column that goes: they go with it, and are there again when it is kept.
    write(
      '9003-gone.sql',
      "drop view safe_contact_known; alter table safe_contact drop column g18; alter table safe_contact_history drop column g18; call versioned('safe_contact');",
    );
    await migrate(world.owner, folder);
    const after = await shade();
    expect(after.map(({ name }) => name)).toEqual(['island_one']);
    expect(after[0]?.id).not.toBe(before[0]?.id);
    const columns = await world.rows(
      "select from information_schema.columns where table_schema = 'island_one' and table_name = 'safe_contact' and column_name = 'g18'",
    );
    expect(columns).toEqual([]);
  });

  it('that was killed before the old views went finds and removes them at the next start', async () => {
    await world.rows(
      'create schema island_one_before; create view island_one_before.person as select 1 as one',
    );
    await migrate(world.owner, folder);
    expect((await shade()).map(({ name }) => name)).toEqual(['island_one']);
  });
});
