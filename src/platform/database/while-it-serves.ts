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

/** What is taken out of a migration's way before it, and put back after it, within it: nobody reads without it meanwhile. */
export type OutOfTheWay = { before(): Promise<void>; after(): Promise<void> };

/**
 * Runs a migration of an authority, and takes out of its way what records are read as one through (0039-merges.sql): at first nothing, then
 * the views that the database names, as few as will do, because whoever reads what the migration holds waits for as long as it takes; and
 * where those cannot stand on what it made, all of them.
 */
export async function withoutWhatIsInTheWay(
  client: pg.Client,
  authority: string,
  run: (out: OutOfTheWay) => Promise<void>,
  names: readonly string[] = [],
): Promise<void> {
  try {
    return await run(someViews(client, shadeOf(authority), names));
  } catch (fault) {
    if (fault instanceof CannotStandAgain) return run(allViews(client, shadeOf(authority)));
    const more = viewsNamed(fault, authority).filter((name) => !names.includes(name));
    if (more.length === 0) throw fault;
    return withoutWhatIsInTheWay(client, authority, run, [...names, ...more]);
  }
}

/** Views cannot be put back as they were: what they read has gone, or is of another kind. */
class CannotStandAgain extends Error {}

function viewsNamed(fault: unknown, authority: string): string[] {
  if (!(fault instanceof pg.DatabaseError) || !DERIVED_FROM.includes(fault.code)) return [];
  return [...(fault.detail ?? '').matchAll(new RegExp(`\\b${authority}_one\\.(\\w+)`, 'g'))].map(
    ([, name = '']) => name,
  );
}

/** These views and those that read them. They name their columns, so they stand as well on a table that has more. */
function someViews(client: pg.Client, shade: string, names: readonly string[]): OutOfTheWay {
  let gone: { name: string; body: string }[] = [];
  const each = async (statement: (name: string, body: string) => string) => {
    for (const { name, body } of gone)
      await client.query(statement(`${shade}.${pg.escapeIdentifier(name)}`, body));
  };
  return {
    async before() {
      if (names.length === 0) return;
      const found = await client.query(
        `with recursive gone as (
           select c.oid from pg_class c where c.relnamespace = to_regnamespace($1) and c.relname = any ($2)
           union select r.ev_class from gone join pg_depend d on d.refobjid = gone.oid and d.refclassid = 'pg_class'::regclass
             and d.classid = 'pg_rewrite'::regclass join pg_rewrite r on r.oid = d.objid where r.ev_class <> gone.oid)
         select c.relname as name, pg_get_viewdef(c.oid) as body from gone join pg_class c using (oid) order by c.oid`,
        [shade, names],
      );
      gone = found.rows;
      await each((name) => `drop view if exists ${name} cascade`);
    },
    async after() {
      const again = (name: string, body: string) =>
        `create view ${name} with (security_invoker = true) as ${body}; grant select on ${name} to continuum_app`;
      await each(again).catch((fault: unknown) => {
        throw COMES_FREE.includes(codeOf(fault)) ? fault : new CannotStandAgain();
      });
    },
  };
}

function allViews(client: pg.Client, shade: string): OutOfTheWay {
  return {
    before: async () => void (await client.query(`drop schema if exists ${shade} cascade`)),
    after: async () => void (await client.query('call one_record()')),
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
