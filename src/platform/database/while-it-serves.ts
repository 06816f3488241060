import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** While a lock that shuts others out is waited for, whoever comes later waits behind it: so it is not waited for long. Milliseconds. */
const LONGEST_WAIT = 400;
const BETWEEN_TRIES = 500;
const MOST_TRIES = 240;

/** Others hold what is needed, or two wait for each other: both end by themselves. */
const COMES_FREE: readonly unknown[] = ['55P03', '40P01'];
/** Something is derived from what is to be taken away or changed. */
const DERIVED_FROM: readonly unknown[] = ['2BP01', '0A000'];

/**
 * Runs work in one transaction that waits for no lock longer than others can wait behind it. Where a lock is not free, nothing was done, and
 * it is tried again until it is free, for two minutes.
 */
export async function brieflyLocking(
  client: pg.Client,
  path: string,
  work: () => Promise<unknown>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(
        `begin; set local search_path = ${path}; set local lock_timeout = '${LONGEST_WAIT}ms'`,
      );
      await work();
      await client.query('commit');
      return;
    } catch (fault) {
      await client.query('rollback');
      if (!COMES_FREE.includes(codeOf(fault)) || tries === MOST_TRIES) throw fault;
      await pause(BETWEEN_TRIES);
    }
  }
}

/** Whether what records are read as one through (0039-merges.sql) may be what stands in the way of a migration. */
export function isInTheWay(fault: unknown): boolean {
  return DERIVED_FROM.includes(codeOf(fault));
}

/** Takes away what stands in the way, and puts it there again, both within the migration: nobody reads without it meanwhile. */
export function taken(authority: string): { readonly away: string; readonly again: string } {
  return {
    away: `drop schema if exists ${shadeOf(authority)} cascade`,
    again: "do $$ begin if to_regproc('one_record') is not null then call one_record(); end if; end $$",
  };
}

/**
 * Makes anew what records are read as one through, if the tables have changed since, and puts it in the place of the old in one step. What
 * was begun on the old goes on there, and the old goes when nobody reads it.
 */
export async function insteadOfTheOld(client: pg.Client, authority: string): Promise<void> {
  const [shade, before] = [shadeOf(authority), pg.escapeIdentifier(`${authority}_one_before`)];
  const path = `${pg.escapeIdentifier(authority)}, extensions`;
  const dropOld = () =>
    brieflyLocking(client, path, () => client.query(`drop schema if exists ${before} cascade`));
  await dropOld();
  const found = await client.query(
    `select s.made_of is not distinct from m.made_of as is_new, to_regproc($2) is not null as known, s.made_of is not null or to_regnamespace($3) is not null as there
       from (select ${MADE_OF} as made_of from directory.migration where scope = $1) m,
         (select obj_description(to_regnamespace($3), 'pg_namespace') as made_of) s`,
    [authority, `${pg.escapeIdentifier(authority)}.one_record`, shade],
  );
  const { is_new: isNew, known, there } = found.rows[0];
  // An authority that stops before 0039-merges.sql, as a test of what came earlier has it, knows no merges.
  if (isNew || !known) return;
  await brieflyLocking(client, path, async () => {
    if (there) await client.query(`alter schema ${shade} rename to ${before}`);
    await client.query('call one_record()');
    await client.query(`do $$ begin execute format('comment on schema ${shade} is %L',
      (select ${MADE_OF} from directory.migration where scope = ${pg.escapeLiteral(authority)})); end $$`);
  });
  if (there) await dropOld();
}

/** Every migration of an authority and what was in it, in one word. */
const MADE_OF = "encode(sha256(convert_to(string_agg(name || checksum, ' ' order by name), 'UTF8')), 'hex')";

function shadeOf(authority: string): string {
  return pg.escapeIdentifier(`${authority}_one`);
}

function codeOf(fault: unknown): unknown {
  return fault instanceof pg.DatabaseError ? fault.code : undefined;
}
