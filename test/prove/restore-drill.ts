import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asOwnerOf } from './ledger.ts';
import { type Account, type Installation, newInstallation } from './program.ts';
import type { Proof, Result } from './proof.ts';

const PEOPLE = 20_000;
/** Rows written all the time, so that the moment that was hit can be measured. Milliseconds. */
const PACE = 100;
/** What the database holds besides, so that what a restoration takes can be told for a larger one. */
const BALLAST_MEGABYTES = Number(process.env['G17_MEGABYTES'] ?? 500);
const LARGE_GIGABYTES = 20;

/** What somebody saw before the owner of the database deleted everything: people, and every tick of a clock. */
type Seen = {
  readonly people: number;
  readonly ticks: readonly string[];
  readonly sessions: number;
  readonly open: number;
};

/** One drill: what it tried, what was wrong, and what was seen. */
type Drill = Pick<Result, 'attempts' | 'faults' | 'figures'>;

/** The drill through the commands that an operator types: backup, a mass delete, restore to the moment before, verify. */
export const G17: Proof = {
  id: 'G17',
  goal:
    `After a mass delete of ${PEOPLE.toLocaleString('en-GB')} people the database is put back as it was at the moment before, by root and by an ordinary user in a ` +
    'folder that is closed to everybody else: nothing missing, nothing of later, indexes and audit sound, sessions dead, what had ended since ended again, and what was lost ' +
    'said as a named gap.',
  seed: 'G17-1',
  async run(say) {
    const ordinary = ordinaryUser();
    const own = await drilled({}, BALLAST_MEGABYTES, say);
    if (ordinary === undefined) return { ...own, failures: own.faults.length };
    say('once more as an ordinary user');
    const other = await drilled(ordinary, 0, say);
    const faults = [...own.faults, ...other.faults.map((fault) => `as an ordinary user: ${fault}`)];
    return {
      attempts: own.attempts + other.attempts,
      failures: faults.length,
      figures: {
        ...own.figures,
        'As an ordinary user, in a folder closed to others: people there again':
          other.figures[PEOPLE_AGAIN] ?? 0,
      },
      faults: faults.slice(0, 20),
    };
  },
};

const PEOPLE_AGAIN = 'People deleted, and there again';

/** As root the drill is held twice: an installation should not run as root. */
function ordinaryUser(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((one) => one.split(':'))
    .find(([name]) => name === 'nobody');
  return line && { uid: Number(line[2]), gid: Number(line[3]) };
}

async function drilled(as: Account, megabytes: number, say: (line: string) => void): Promise<Drill> {
  const house = await newInstallation({ DEMONSTRATION: 'no' }, undefined, undefined, as);
  const into = mkdtempSync(join(tmpdir(), 'continuum-restored-'));
  // As root the database runs under another account, which must be able to enter.
  chmodSync(into, as.uid === undefined ? 0o755 : 0o700);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(into, as.uid, as.gid);
  try {
    return await drill(house, into, megabytes, say);
  } finally {
    await house.remove();
    rmSync(into, { recursive: true, force: true });
  }
}

async function drill(
  house: Installation,
  into: string,
  megabytes: number,
  say: (line: string) => void,
): Promise<Drill> {
  await house.command('authority', 'add', '--name', 'jersey', '--title', 'Jersey', '--profile', 'jersey');
  await house.start();
  await fill(house.folder, megabytes);
  const made = await house.command('backup', 'create');
  say(made);
  await tick(house.folder, 20);
  const target = new Date().toISOString();
  await pause(300);
  const before = await seen(house.folder, target);
  await deleteEverybody(house.folder);
  await tick(house.folder, 10);
  // Its head leaves when the program ends: a head of what the restoration will lose. Then people go on, until somebody sees what is missing.
  await house.stop();
  say(await house.command('backup', 'verify'));
  await house.start();
  const began = Date.now();
  const said = await house.command('restore', '--to', target, '--into', into);
  const seconds = (Date.now() - began) / 1000;
  say(said);
  await house.stop();
  const after = await seen(into, target);
  const later = await laterThan(into, target);
  const control = await seen(house.folder, target);
  const hit = (Date.parse(target) - Date.parse(after.ticks.at(-1) ?? '')) / 1000;
  return {
    attempts: before.people + before.ticks.length,
    faults: faultsOf({ before, after, control, later, said }),
    figures: {
      [PEOPLE_AGAIN]: after.people,
      'People there without restoring (control)': control.people,
      'Rows written each tenth of a second until the moment, there again': after.ticks.length,
      'Rows of later': later.length,
      'Seconds between the last row restored and the moment asked for': hit.toFixed(3),
      'Sessions that lived before, and after': `${before.sessions}, ${after.sessions}`,
      'Accounts and shares open at the moment and ended since, open after': `${before.open}, ${after.open}`,
      ...rateOf(made, seconds),
    },
  };
}

/** From asking to verified, and what that says of a larger database: everything is read as often, so it takes as much longer as there is more. */
function rateOf(made: string, seconds: number): Record<string, string> {
  const megabytes = Number(/(\d+) MB in/.exec(made)?.[1] ?? 0);
  const minutes = (LARGE_GIGABYTES * 1000 * (seconds / megabytes)) / 60;
  return {
    'Seconds from asking to verified': `${seconds.toFixed(1)} for ${megabytes} MB, ${(megabytes / seconds).toFixed(1)} MB a second`,
    [`Minutes that says for ${LARGE_GIGABYTES} GB on this machine`]: minutes.toFixed(0),
  };
}

type Looked = {
  readonly before: Seen;
  readonly after: Seen;
  readonly control: Seen;
  readonly later: readonly string[];
  readonly said: string;
};

function faultsOf({ before, after, control, later, said }: Looked): string[] {
  const missing = before.ticks.filter((one) => !after.ticks.includes(one));
  return [
    ...(after.people === before.people ? [] : [`${before.people} people were there and ${after.people} are`]),
    ...missing.map((one) => `lost: ${one}`),
    ...later.map((one) => `of later: ${one}`),
    ...(after.sessions === 0 ? [] : [`${after.sessions} sessions live`]),
    ...(before.open === 2 && after.open === 0
      ? []
      : [`${after.open} of ${before.open} that ended since are open`]),
    ...['Held ', 'This gap is named and signed', 'agree.', 'which are not there: 1.']
      .filter((words) => !said.includes(words))
      .map((words) => `not said: ${words}`),
    ...(said.includes('DAMAGED') || said.includes('ALTERED') ? ['not sound'] : []),
    // The control: without the restoration everybody is gone, and the same comparison says so.
    ...(control.people === 0 ? [] : ['the control did not lose anybody']),
  ].slice(0, 20);
}

/** What is restored: people, somebody signed in, a leaver who has not left yet, a share that has not ended yet, and weight. */
async function fill(folder: string, megabytes: number): Promise<void> {
  await asOwnerOf(folder, async (client) => {
    await client.query(
      'set search_path = jersey, extensions; create table tick (at timestamptz primary key default clock_timestamp())',
    );
    await client.query(
      `insert into person (id, number, born_on) select gen_random_uuid(), 'P' || lpad(i::text, 8, '0'), date '2012-05-01' from generate_series(1, ${PEOPLE}) i`,
    );
    await client.query(
      `insert into directory.account (id, sign_in_name) values ('00000000-0000-4000-8000-000000000001', 'drill')`,
    );
    await client.query(`insert into directory.session (token_hash, account_id, authority, manner, began_at, seen_at, ends_at, proved_at)
      values (sha256('drill'), '00000000-0000-4000-8000-000000000001', 'jersey', 'password', now(), now(), now() + interval '12 hours', now())`);
    await client.query(
      "insert into directory.account (id, sign_in_name) values ('00000000-0000-4000-8000-000000000002', 'leaver')",
    );
    await client.query(
      'create table ballast (words text); alter table ballast alter column words set storage external',
    );
    for (let done = 0; done < megabytes; done += 10)
      await client.query(
        'insert into ballast select (select string_agg(md5(random()::text), null) from generate_series(1, 250) where i > 0) from generate_series(1, 1250) i',
      );
    await client.query(
      "insert into staff (id, given_name, family_name, started_on) values (gen_random_uuid(), 'Tess', 'Windlass', '2020-01-01')",
    );
    await client.query('set session_replication_role = replica');
    await client.query(`insert into share (id, person_id, agency_id, purpose, purpose_words, parts, shared_by, shared_at, until_at)
      select gen_random_uuid(), id, gen_random_uuid(), 'school', 'Drill.', '{details}', (select id from staff), now(), now() + interval '90 days' from person limit 1`);
  });
}

/** Done after the moment that is restored: somebody leaves, a share ends, a wall is put up. */
const ENDED_SINCE = `
  update directory.account set disabled_at = clock_timestamp() where sign_in_name = 'leaver';
  update jersey.share set ended_at = clock_timestamp(), ended_by = shared_by, ended_why = 'Drill.';
  insert into jersey.restriction (id, person_id, kind, reason, put_by, put_at, review_on)
    select gen_random_uuid(), id, 'restricted', 'Drill.', gen_random_uuid(), clock_timestamp(), current_date from jersey.person limit 1;`;

async function tick(folder: string, times: number): Promise<void> {
  await asOwnerOf(folder, async (client) => {
    for (let done = 0; done < times; done += 1) {
      await client.query('insert into jersey.tick default values');
      await client.query(
        "insert into jersey.audit (id, request, act, allowed, decided_by) values (gen_random_uuid(), 'drill', 'drill', true, 'drill')",
      );
      await pause(PACE);
    }
  });
}

async function deleteEverybody(folder: string): Promise<void> {
  await asOwnerOf(folder, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(ENDED_SINCE);
    await client.query('delete from jersey.person');
  });
}

function seen(folder: string, until: string): Promise<Seen> {
  return asOwnerOf(folder, async (client) => {
    const people = await client.query('select count(*)::int as count from jersey.person');
    const ticks = await client.query('select at from jersey.tick where at <= $1 order by at', [until]);
    const live = await client.query(
      'select count(*)::int as count from directory.session where ended_at is null',
    );
    const open = await client.query(
      `select (select count(*) from directory.account where sign_in_name = 'leaver' and disabled_at is null)::int
         + (select count(*) from jersey.share where ended_at is null)::int as count`,
    );
    return {
      people: people.rows[0].count,
      ticks: ticks.rows.map(({ at }) => at.toISOString()),
      sessions: live.rows[0].count,
      open: open.rows[0].count,
    };
  });
}

function laterThan(folder: string, instant: string): Promise<string[]> {
  return asOwnerOf(folder, async (client) => {
    const found = await client.query('select at from jersey.tick where at > $1', [instant]);
    return found.rows.map(({ at }) => at.toISOString());
  });
}
