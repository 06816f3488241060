import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Installation, newInstallation } from '../test/prove/program.ts';
import { benchMonth, type MonthFigures } from './month.ts';
import { benchRating } from './rating.ts';
import { benchRestoring, type RestoringFigures } from './restoring.ts';
import { benchShift, type Shift } from './shift.ts';
import { ADVICE, asked, foundBy, middle, sendForm, signedIn, whoAndWhat } from './visiting.ts';

const ROUNDS = 200;
/** Pages asked before, so that the program is as warm as one that has served since the morning. */
const WARMING = 100;
/** So long does the last line of the log take at most to get here. */
const LOG_ARRIVES = 100;
/** A slow page is asked for so long at most; its line says how often that was. */
const LONGEST = 15_000;

/** What one page took from asking to the last byte, in milliseconds, beside the same question asked of the database alone. */
export type PageLine = {
  readonly page: string;
  /** What the server says that it took of that, from the request to handing over the last byte; the budget is for this. */
  readonly server?: { readonly median: number; readonly p95: number } | undefined;
  readonly median: number;
  readonly p95: number;
  readonly rounds: number;
  /** The median of the bare statement, where the page has one that stands for it. */
  readonly sql: number | undefined;
};

/** What is measured of one installation: its pages, its restoration, or both. */
export type Measured = {
  readonly pages?: readonly PageLine[];
  readonly shift?: Shift;
  readonly month: MonthFigures;
  readonly restoring?: RestoringFigures;
};

/** Measures an island of so many children over HTTP, with row level security on: pages, fifty at once, the month, a restoration. */
export async function benchHouse(
  people: number,
  kept: string | undefined,
  parts: ReadonlySet<string>,
): Promise<Measured> {
  const house = await newInstallation({ LOG_LEVEL: 'debug' }, kept);
  try {
    // An island of a million takes longer to make than to measure: one that is there is measured again.
    if (kept === undefined || !existsSync(join(kept, 'postgres')))
      await house.command('island', 'create', '--size', String(people), '--seed', 'bench');
    await afterANight(house);
    await house.start();
    const served = parts.has('pages') ? await benchPages(house) : {};
    await untilQuiet(house);
    const month = await benchMonth(house);
    return parts.has('restoring')
      ? { ...served, month, restoring: await benchRestoring(house) }
      : { ...served, month };
  } finally {
    await house.stop();
    await house.remove();
  }
}

/** A new island is as after a night: at any hour of the day, its search for duplicates has nothing left that would run beside the pages. */
async function afterANight(house: Installation): Promise<void> {
  await asked(house, (client) =>
    client.query('update demonstration.duplicate_watch set looked_until = clock_timestamp()'),
  );
}

async function benchPages(house: Installation): Promise<{ pages: readonly PageLine[]; shift: Shift }> {
  const found = await whoAndWhat(house);
  const { contacts } = found;
  const asManager = await signedIn(house, found.manager);
  await untilQuiet(house);
  const pages: PageLine[] = [];
  const serverTimes = serverTimesOf(house);
  for (const asked of await pagesOf(house, found)) pages.push(await timed(asked, house, serverTimes));
  pages.push(await decisions(house, asManager, contacts), ...(await underRating(house)));
  return { pages, shift: await benchShift(house, contacts) };
}

const QUIET_FOR = 5;

/** Waits until the program has done what it does after a start: for five seconds in a row no statement has run for longer than one. */
async function untilQuiet(house: Installation): Promise<void> {
  for (let quiet = 0; quiet < QUIET_FOR; await wait(1000)) {
    const busy = await asked(house, async (client) => {
      const { rows } = await client.query(
        "select 1 from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query_start < clock_timestamp() - interval '1 second'",
      );
      return rows.length > 0;
    });
    quiet = busy ? 0 : quiet + 1;
  }
}

type Asked = {
  readonly page: string;
  readonly path: string;
  readonly as?: string | undefined;
  readonly sql?: string | undefined;
};

/** Every page that is measured, by whom it is asked, and the bare statement that stands for it. */
async function pagesOf(
  house: Installation,
  { manager, head, worker, child, long, team, contacts }: Awaited<ReturnType<typeof whoAndWhat>>,
): Promise<readonly Asked[]> {
  const asManager = await signedIn(house, manager);
  const asWorker = await signedIn(house, worker);
  const asTeam = await signedIn(house, team.manager);
  const asHead = await signedIn(house, head);
  const mark =
    /\/assets\/mark\.[^"]+\.svg/.exec(await (await fetch(`${house.address}/sign-in`)).text())?.[0] ?? '/';
  const contact = contacts[0] ?? '';
  const find = (cookie: string) => foundBy(house, cookie, 'limpet sandpipr');
  const asLong = await signedIn(house, long.worker);
  // biome-ignore format: a table reads as a table
  return [
    { page: 'a constant answer (an asset)', path: mark },
    { page: 'the sign-in page', path: '/sign-in' },
    { page: 'the board', path: '/hub', as: asManager, sql: 'select * from contact where answered_at is null order by told_at' },
    { page: 'one contact', path: `/contacts/${contact}`, as: asManager, sql: `select * from contact c join contact_child k on k.contact_id = c.id where c.id = '${contact}'` },
    { page: 'one child at a glance, as a worker', path: `/people/${child}`, as: asWorker, sql: `select * from person p join person_name n on n.person_id = p.id where p.id = '${child}'` },
    { page: 'the timeline of one child, as a worker', path: `/people/${child}/timeline`, as: asWorker },
    { page: 'the timeline of the child with most visits', path: `/people/${long.child}/timeline`, as: asLong, sql: `select * from visit_child c join visit v on v.id = c.visit_id where c.person_id = '${long.child}' order by v.visited_on desc limit 41` },
    { page: 'a worker’s desk', path: '/desk', as: asWorker, sql: `select * from child_clock where person_id = any (array(select person_id from allocation where ended_on is null and staff_id = '${worker}'))` },
    { page: 'the worklist of a team of about twelve', path: `/team?team=${team.id}`, as: asTeam, sql: `select * from child_clock where person_id = any (array(select person_id from period_of_service where ended_on is null and team_id = '${team.id}'))` },
    { page: 'visible children, as a worker', path: '/visible-children', as: asWorker },
    { page: 'visible children, as a team manager', path: '/visible-children', as: asTeam, sql: `select * from child_clock where what = 'visit' order by seen_on nulls first limit 50` },
    { page: 'the calendar of gaps, as a worker', path: '/calendar-of-gaps', as: asWorker },
    { page: 'the calendar of gaps, as a team manager', path: '/calendar-of-gaps', as: asTeam, sql: `select c.*, v.* from visit_child c join visit v on v.id = c.visit_id where v.visited_on > current_date - 84 and c.person_id = any (array(select person_id from period_of_service where ended_on is null))` },
    { page: 'the caseload of a worker', path: `/caseloads/${worker}`, as: asHead, sql: `select * from caseload_of(array['${worker}']::uuid[])` },
    { page: 'the register of complex cases', path: '/complex-cases', as: asHead },
    { page: 'find “limpet sandpipr”, as a manager', path: await find(asManager), as: asManager },
    { page: 'find “limpet sandpipr”, as a worker', path: await find(asWorker), as: asWorker },
    { page: 'what waits for me, as a worker', path: '/my-work', as: asWorker },
    { page: 'what waits for me, as a hub manager', path: '/my-work', as: asManager },
    { page: 'what waits for me, as a team manager', path: '/my-work', as: asTeam },
    { page: 'the figures', path: '/measures', as: asManager },
    { page: 'one figure', path: '/measures/H5', as: asManager },
    { page: 'the figure of caseloads', path: '/measures/W1', as: asHead },
  ];
}

/** The board of all open cases, and a rating, while five managers rate at once. */
async function underRating(house: Installation): Promise<readonly PageLine[]> {
  const { cases, board, rating } = await benchRating(house);
  return [
    { page: `the board of ${cases} cases under rating by five`, ...board, sql: undefined },
    { page: 'a rating by one of five, from sending to kept', ...rating, sql: undefined },
  ];
}

/** Collects what the program's own log says of each answer. */
function serverTimesOf(house: Installation): number[] {
  const times: number[] = [];
  house.hear((line) => {
    const took = /"event":"answered".*"milliseconds":([\d.]+)/.exec(line)?.[1];
    if (took !== undefined) times.push(Number(took));
  });
  return times;
}

async function timed(
  { page, path, as, sql }: Asked,
  house: Installation,
  serverTimes: number[],
): Promise<PageLine> {
  const times: number[] = [];
  const until = performance.now() + LONGEST;
  for (let round = -WARMING; round < ROUNDS && (performance.now() < until || times.length < 5); round += 1) {
    const began = performance.now();
    const answer = await fetch(`${house.address}${path}`, {
      headers: as === undefined ? {} : { cookie: as },
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    if (round >= 0) times.push(performance.now() - began);
  }
  await wait(LOG_ARRIVES);
  const server = middle(serverTimes.splice(0).slice(-times.length));
  return { page, server, ...middle(times), sql: sql === undefined ? undefined : await bare(house, sql) };
}

/** The same question without the application: one statement on one connection. */
async function bare(house: Installation, sql: string): Promise<number> {
  return asked(house, async (client) => {
    await client.query('set search_path = demonstration, extensions');
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      await client.query(sql);
      times.push(performance.now() - began);
    }
    return middle(times).median;
  });
}

/** Signs a decision about a contact and takes it back, again and again: from sending to the answer that leads on. */
async function decisions(
  house: Installation,
  cookie: string,
  contacts: readonly string[],
): Promise<PageLine> {
  const times: number[] = [];
  const until = performance.now() + LONGEST;
  for (let round = -WARMING; round < ROUNDS && performance.now() < until; round += 1) {
    const to = `/contacts/${contacts[Math.abs(round) % contacts.length]}/decisions`;
    const sent = await sendForm(house, cookie, `${to}/new`, to, ADVICE);
    if (sent?.status === 303 && round >= 0) times.push(sent.took);
    await sendForm(house, cookie, to, `${to}/withdrawal`);
  }
  return { page: 'a decision, from sending to kept', ...middle(times), sql: undefined };
}
