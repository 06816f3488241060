import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asOwnerOf } from './ledger.ts';
import { type Installation, newInstallation } from './program.ts';
import type { Proof, Result } from './proof.ts';

const PEOPLE = 20_000;
/** Rows written all the time, so that the moment that was hit can be measured. Milliseconds. */
const PACE = 100;

/** What somebody saw before the owner of the database deleted everything: people, and every tick of a clock. */
type Seen = { readonly people: number; readonly ticks: readonly string[]; readonly sessions: number };

/** The drill through the commands that an operator types: backup, a mass delete, restore to the moment before, verify. */
export const G17: Proof = {
  id: 'G17',
  goal:
    `After a mass delete of ${PEOPLE.toLocaleString('en-GB')} people the database is put back as it was at the moment before: nothing missing, ` +
    'nothing of later, indexes and audit sound, sessions dead, and what was lost said as a named gap.',
  seed: 'G17-1',
  async run(say) {
    const house = await newInstallation({ DEMONSTRATION: 'no' });
    const into = mkdtempSync(join(tmpdir(), 'continuum-restored-'));
    // As root the database runs under another account, which must be able to enter.
    chmodSync(into, 0o755);
    try {
      return await drill(house, into, say);
    } finally {
      await house.remove();
      rmSync(into, { recursive: true, force: true });
    }
  },
};

async function drill(house: Installation, into: string, say: (line: string) => void): Promise<Result> {
  await house.command('authority', 'add', '--name', 'jersey', '--title', 'Jersey', '--profile', 'jersey');
  await house.start();
  await fill(house.folder);
  say(await house.command('backup', 'create'));
  await tick(house.folder, 20);
  const target = new Date().toISOString();
  await pause(300);
  const before = await seen(house.folder, target);
  await deleteEverybody(house.folder);
  await tick(house.folder, 10);
  // Its head leaves when the program ends: a head of what the restoration will lose.
  await house.stop();
  const verified = await house.command('backup', 'verify');
  say(verified);
  const began = Date.now();
  const said = await house.command('restore', '--to', target, '--into', into);
  const seconds = (Date.now() - began) / 1000;
  say(said);
  const after = await seen(into, target);
  const later = await laterThan(into, target);
  const missing = before.ticks.filter((one) => !after.ticks.includes(one));
  const control = await seen(house.folder, target);
  const faults = [
    ...(after.people === before.people ? [] : [`${before.people} people were there and ${after.people} are`]),
    ...missing.map((one) => `lost: ${one}`),
    ...later.map((one) => `of later: ${one}`),
    ...(after.sessions === 0 ? [] : [`${after.sessions} sessions live`]),
    ...['Held ', 'This gap is named and signed', 'agree.']
      .filter((words) => !said.includes(words))
      .map((words) => `not said: ${words}`),
    ...(said.includes('DAMAGED') || said.includes('ALTERED') ? ['not sound'] : []),
    // The control: without the restoration everybody is gone, and the same comparison says so.
    ...(control.people === 0 ? [] : ['the control did not lose anybody']),
  ];
  const hit = (Date.parse(target) - Date.parse(after.ticks.at(-1) ?? '')) / 1000;
  return {
    attempts: before.people + before.ticks.length,
    failures: faults.length,
    figures: {
      'People deleted, and there again': after.people,
      'People there without restoring (control)': control.people,
      'Rows written each tenth of a second until the moment, there again': after.ticks.length,
      'Rows of later': later.length,
      'Seconds between the last row restored and the moment asked for': hit.toFixed(3),
      'Sessions that lived before, and after': `${before.sessions}, ${after.sessions}`,
      'Seconds from asking to verified': seconds.toFixed(1),
    },
    faults: faults.slice(0, 20),
  };
}

async function fill(folder: string): Promise<void> {
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
  });
}

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
    return {
      people: people.rows[0].count,
      ticks: ticks.rows.map(({ at }) => at.toISOString()),
      sessions: live.rows[0].count,
    };
  });
}

function laterThan(folder: string, instant: string): Promise<string[]> {
  return asOwnerOf(folder, async (client) => {
    const found = await client.query('select at from jersey.tick where at > $1', [instant]);
    return found.rows.map(({ at }) => at.toISOString());
  });
}
