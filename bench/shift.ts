import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from '../test/prove/program.ts';
import { ADVICE, asked, foundBy, middle, sendForm, signedIn } from './visiting.ts';

const WORKERS = 50;
const SHIFT = 60_000;
/** A worker reads before the next press: the shortest and the longest pause. */
const READING = [500, 1500] as const;

/** A minute of a whole hub at work, the memory of the web process after it, and how long a second start took. */
export type Shift = {
  readonly workers: number;
  readonly asked: number;
  readonly failed: number;
  readonly median: number;
  readonly p95: number;
  readonly megabytes: number;
  readonly startMilliseconds: number;
};

type Act = (cookie: string, contact: string) => Promise<number | undefined>;

/** Fifty people of the hub at once for a minute: they look, find, rate, take, decide and take back. An answer of 400 or more is a failure. */
export async function benchShift(house: Installation, contacts: readonly string[]): Promise<Shift> {
  const staff = await hubStaff(house);
  const cookies = await Promise.all(
    Array.from({ length: WORKERS }, (_, n) => signedIn(house, staff[n % staff.length] ?? '')),
  );
  const times: number[] = [];
  let failed = 0;
  const until = performance.now() + SHIFT;
  const acts = actsOf(house);
  const shift = async (cookie: string, worker: number) => {
    for (let turn = worker; performance.now() < until; turn += 1) {
      const began = performance.now();
      const status = await acts[turn % acts.length]?.(
        cookie,
        contacts[(turn * 7) % contacts.length] ?? '',
      ).catch(() => 599);
      times.push(performance.now() - began);
      // Somebody else may have taken or decided it a moment before: that is said, with 422, and is no fault.
      if (status !== undefined && status >= 400 && status !== 422) failed += 1;
      await wait(READING[0] + ((turn * 137) % (READING[1] - READING[0])));
    }
  };
  await Promise.all(cookies.map(shift));
  const megabytes = residentMegabytes(house);
  await house.stop();
  const began = performance.now();
  await house.start();
  await fetch(`${house.address}/sign-in`);
  const { median, p95 } = middle(times);
  return {
    workers: WORKERS,
    asked: times.length,
    failed,
    median,
    p95,
    megabytes,
    startMilliseconds: performance.now() - began,
  };
}

function actsOf(house: Installation): readonly Act[] {
  const look =
    (path: (contact: string) => string): Act =>
    async (cookie, contact) => {
      const answer = await fetch(`${house.address}${path(contact)}`, { headers: { cookie } });
      await answer.arrayBuffer();
      return answer.status;
    };
  const board = look(() => '/hub');
  const one = look((contact) => `/contacts/${contact}`);
  return [
    board,
    one,
    async (cookie) => {
      const found = await fetch(`${house.address}${await foundBy(house, cookie, 'limpet sandpipr')}`, {
        headers: { cookie },
      });
      await found.arrayBuffer();
      return found.status;
    },
    async (cookie, contact) => {
      const to = `/contacts/${contact}/ratings`;
      return (await sendForm(house, cookie, `${to}/new`, to, { colour: 'amber', reason: 'A look today.' }))
        ?.status;
    },
    board,
    async (cookie, contact) => {
      const to = `/contacts/${contact}/decisions`;
      return (await sendForm(house, cookie, `${to}/new`, to, ADVICE))?.status;
    },
    one,
    async (cookie, contact) => {
      const to = `/contacts/${contact}/decisions`;
      return (await sendForm(house, cookie, to, `${to}/withdrawal`))?.status;
    },
    look(() => '/my-work'),
  ];
}

/** Everybody of the hub who may rate and decide. */
function hubStaff(house: Installation): Promise<readonly string[]> {
  return asked(house, async (client) => {
    await client.query('set search_path = demonstration, extensions');
    const { rows } = await client.query(
      `select distinct h.staff_id as id from post p join post_holding h on h.post_id = p.id and h.until_on is null
       where role in ('hub manager', 'hub worker, social care', 'hub worker, early help')`,
    );
    return rows.map((row) => String(row.id));
  });
}

function residentMegabytes({ program }: Installation): number {
  const [line = ''] = execFileSync('ps', ['-o', 'rss=', '-p', String(program())])
    .toString()
    .split('\n');
  return Number(line) / 1024;
}
