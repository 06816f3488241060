import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAudit } from '../../src/platform/audit/seal.ts';
import { NotKept } from '../../src/platform/database/transaction.ts';
import { openWorld, type World } from '../support/world.ts';

const seal = (world: World) =>
  world.house.database.transaction({ authority: 'island', now: new Date(), duty: 'sealer' }, sealAudit);

/** Written apart from the sealer: recomputes the chain from the rows themselves and names the first seal that is wrong. */
async function firstWrongSeal(world: World): Promise<number | undefined> {
  const seals = await world.rows<{ n: number; ids: string[]; previous: Buffer; hash: Buffer }>(
    'select n::int, ids, previous, hash from audit_seal order by n',
  );
  let before: Buffer = Buffer.alloc(32);
  for (const { n, ids, previous, hash } of seals) {
    const rows = await world.rows<{ line: string }>(
      'select row_to_json(a)::text as line from unnest($1::uuid[]) with ordinality as i (id, at) left join audit a on a.id = i.id order by i.at',
      [ids],
    );
    const lines = rows.map(({ line }) => `${line}\n`).join('');
    const again = createHash('sha256').update(before).update(lines).digest();
    if (!previous.equals(before) || !again.equals(hash)) return n;
    before = hash;
  }
  return undefined;
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
    await insight.get('/people?q=Limpet');
    const refused = await world.rows<{ act: string; actor: string }>(
      'select act, actor from audit where not allowed',
    );
    expect(refused.length).toBe(before.length + 1);
    expect(refused.at(-1)).toEqual({ act: 'person: search', actor: insight.staffId });
  });

  it('shows nothing when its row cannot be written', async () => {
    const nell = await world.as('nell');
    expect((await nell.get('/people?q=Limpet')).statusCode).toBe(200);
    await world.rows('revoke insert on audit from continuum_app');
    const answer = await nell.get('/people?q=Limpet');
    await world.rows('grant insert on audit to continuum_app');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Nobody found');
  });

  it('shows nothing when the commit of its row fails', async () => {
    const nell = await world.as('nell');
    await world.rows(
      "create function not_now() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$",
    );
    await world.rows(
      'create constraint trigger not_now after insert on audit deferrable initially deferred for each row execute function not_now()',
    );
    const answer = await nell.get('/people?q=Limpet');
    await world.rows('drop trigger not_now on audit');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Nobody found');
    expect((await nell.get('/people?q=Limpet')).statusCode).toBe(200);
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

  it('cannot be changed or emptied by the application', async () => {
    for (const statement of ["update audit set act = 'x'", 'delete from audit', 'truncate audit']) {
      await expect(
        world.house.pool.query(`set search_path = island; set role continuum_app; ${statement}`),
      ).rejects.toThrow(/permission denied|only grows/);
    }
  });

  it('is chained after commit, and every alteration of a sealed row is found at its seal', async () => {
    const nell = await world.as('nell');
    for (let turn = 0; turn < 3; turn += 1) {
      await nell.get('/people?q=Limpet');
      await seal(world);
    }
    expect(await seal(world)).toBe(0);
    expect(await firstWrongSeal(world)).toBeUndefined();
    await world.rows('alter table audit disable trigger append_only');
    const [row] = await world.rows<{ id: string; n: number }>(
      'select ids[1] as id, n::int from audit_seal order by n desc limit 1',
    );
    await world.rows("update audit set ground = 'altered' where id = $1", [row?.id]);
    expect(await firstWrongSeal(world)).toBe(row?.n);
    await world.rows('delete from audit where id = $1', [row?.id]);
    expect(await firstWrongSeal(world)).toBe(row?.n);
    await world.rows('alter table audit enable trigger append_only');
  });
});
