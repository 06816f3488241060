import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/platform/audit/verify/verify.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import { NotKept } from '../../src/platform/database/transaction.ts';
import { seal } from '../support/sealed-history.ts';
import { openWorld, type World } from '../support/world.ts';

const VERIFIER = join(import.meta.dirname, '..', '..', 'src', 'platform', 'audit', 'verify');

/** Verifies without heads and gives what it names first. */
async function named(world: World): Promise<string | undefined> {
  const verdict = await asOwner(world.owner, (client) => verifyAudit(client, 'island', undefined));
  const [first] = verdict.findings;
  return first && `${first.what} ${first.which}`;
}

describe('The audit', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('has a row, in the same transaction, for a look that was refused', async () => {
    const insight = await world.as('quill');
    const answer = await insight.get('/work');
    expect(answer.statusCode).toBe(303);
    const before = await world.rows('select 1 from audit where not allowed');
    await insight.find('Limpet');
    const refused = await world.rows<{ act: string; actor: string }>(
      'select act, actor from audit where not allowed',
    );
    expect(refused.length).toBe(before.length + 1);
    expect(refused.at(-1)).toEqual({ act: 'person: search', actor: insight.staffId });
  });

  it('V16.5.3: shows nothing when its row cannot be written', async () => {
    const nell = await world.as('nell');
    expect((await nell.find('Limpet')).statusCode).toBe(200);
    await world.rows('revoke insert on audit from continuum_app');
    const [search, look] = [await nell.find('Limpet'), await nell.get('/hub')];
    await world.rows('grant insert on audit to continuum_app');
    expect([search.statusCode, look.statusCode]).toEqual([500, 500]);
    expect(search.body).not.toContain('Nobody found');
    expect(look.body).not.toContain('no answer yet');
    expect((await nell.get('/hub')).body).toContain('no answer yet');
  });

  it('V16.5.3: shows nothing when the commit of its row fails', async () => {
    const nell = await world.as('nell');
    await world.rows(
      "create function not_now() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$",
    );
    await world.rows(
      'create constraint trigger not_now after insert on audit deferrable initially deferred for each row execute function not_now()',
    );
    const answer = await nell.find('Limpet');
    await world.rows('drop trigger not_now on audit');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Nobody found');
    expect((await nell.find('Limpet')).statusCode).toBe(200);
  });

  it('is not taken for kept when a statement that nobody waited for had failed', async () => {
    const kept = world.house.database.transaction({ authority: 'island', now: new Date() }, async (db) => {
      void sql`select 1 / 0`.execute(db).catch(() => undefined);
      await sql`select 1`.execute(db).catch(() => undefined);
    });
    await expect(kept).rejects.toThrow(NotKept);
  });

  it('takes no question after the last statement of its transaction', async () => {
    const asked = world.house.database.transaction(
      { authority: 'island', now: new Date() },
      async (db, { lastly }) => {
        await lastly(sql`select 1`.compile(db));
        await sql`select 2`.execute(db);
      },
    );
    await expect(asked).rejects.toThrow(NotKept);
  });

  it('V16.4.2: cannot be changed or emptied by the application, no more than its seals and the tries to sign in', async () => {
    const tables = ['audit', 'audit_seal', 'directory.sign_in_attempt'];
    for (const statement of tables.flatMap((table) => [
      `update ${table} set ${table.endsWith('seal') ? 'n = 1' : 'id = id'}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])) {
      await expect(
        world.house.pool.query(`set search_path = island; set role continuum_app; ${statement}`),
      ).rejects.toThrow(/permission denied|only grows/);
    }
  });

  it('V16.4.2: is read by nobody whom the database does not know as one who may, however they ask', async () => {
    await (await world.as('nell')).find('Limpet');
    const seen = (fieldClasses: readonly string[]) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), wide: true, fieldClasses },
        async (db) => (await db.selectFrom('audit').select('id').execute()).length,
      );
    expect(await seen([])).toBe(0);
    expect(await seen(['audit'])).toBeGreaterThan(0);
  });

  it('is chained after commit, and every alteration of a sealed row is found', async () => {
    const nell = await world.as('nell');
    for (let turn = 0; turn < 3; turn += 1) {
      await nell.find('Limpet');
      await seal(world);
    }
    const [seals] = await world.rows('select 1 from audit_seal');
    expect(seals).toBeDefined();
    expect(await named(world)).toBeUndefined();
    await world.rows('alter table audit disable trigger append_only');
    const [row] = await world.rows<{ id: string }>(
      'select ids[1] as id from audit_seal order by n desc limit 1',
    );
    await world.rows("update audit set ground = 'altered' where id = $1", [row?.id]);
    expect(await named(world)).toBe(`row ${row?.id}`);
    await world.rows('delete from audit where id = $1', [row?.id]);
    expect(await named(world)).toBe(`row ${row?.id}`);
    await world.rows('alter table audit enable trigger append_only');
  });

  it('still agrees where its first seals are of the form before', async () => {
    const other = await openWorld();
    await (await other.as('nell')).find('Limpet');
    await seal(other);
    await other.rows('alter table audit_seal disable trigger append_only');
    // One or two of them, as the transactions of other tests ran: each is chained to the one before it.
    for (const { n } of await other.rows<{ n: string }>('select n from audit_seal order by n'))
      await other.rows(
        `update audit_seal s set form = 1, digests = null, previous = b.previous, hash = sha256(b.previous || convert_to((
          select string_agg(row_to_json(a)::text || E'\\n', '' order by i.place) from unnest(s.ids) with ordinality i (id, place) join audit a using (id)), 'UTF8'))
        from (select coalesce((select hash from audit_seal e where e.n < $1 order by e.n desc limit 1), (select previous from audit_seal where n = $1)) as previous) b
        where s.n = $1`,
        [n],
      );
    await (await other.as('nell')).find('Limpet');
    await seal(other);
    expect(await named(other)).toBeUndefined();
    await other.rows('alter table audit disable trigger append_only');
    await other.rows("update audit set act = 'x' where n = (select min(n) from audit)");
    expect(await named(other)).toBe('seal 1');
    await other.close();
  });

  it('is sealed in the order of its transactions also where their numbers grow by a digit', async () => {
    const other = await openWorld();
    await other.rows(`insert into audit (id, xid, request, act, allowed, decided_by)
      select gen_random_uuid(), x::text::xid8, x::text, 'a', true, 'b' from unnest(array[8, 9, 10, 98, 99, 100]) x`);
    await seal(other);
    const sealed = await other.rows<{ request: string }>(
      'select a.request from audit_seal s, unnest(s.ids) with ordinality i (id, place) join audit a using (id) order by s.n, i.place',
    );
    expect(sealed.map(({ request }) => request)).toEqual(['8', '9', '10', '98', '99', '100']);
    expect(await named(other)).toBeUndefined();
    await other.close();
  });

  it('is sealed with every column that it has: another column needs another form of the seal', async () => {
    const columns = await world.rows<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = 'audit'::regclass and attnum > 0 and not attisdropped order by attnum",
    );
    expect(columns.map(({ name }) => name).join(' ')).toBe(
      'id xid n at actor session request act subject_kind subject_id persons field_classes ground allowed decided_by',
    );
  });

  it('is verified by code that shares nothing with the code that seals it', () => {
    const files = readdirSync(VERIFIER).filter((name) => name.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(3);
    const outward = files.flatMap((name) =>
      [...readFileSync(join(VERIFIER, name), 'utf8').matchAll(/from '(\.\.[^']*)'/g)].map(([, path]) => path),
    );
    expect(outward).toEqual([]);
  });
});
