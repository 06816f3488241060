import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Installation, newInstallation } from '../test/prove/program.ts';
import { benchRating } from './rating.ts';
import { benchShift, type Shift } from './shift.ts';
import { ADVICE, asked, middle, sendForm, signedIn, whoAndWhat } from './visiting.ts';

const ROUNDS = 200;
const WARMING = 20;
/** A slow page is asked for so long at most; its line says how often that was. */
const LONGEST = 15_000;

/** What one page took from asking to the last byte, in milliseconds, beside the same question asked of the database alone. */
export type PageLine = {
  readonly page: string;
  readonly median: number;
  readonly p95: number;
  readonly rounds: number;
  /** The median of the bare statement, where the page has one that stands for it. */
  readonly sql: number | undefined;
};

/** Measures the pages of the front door over HTTP on an island of so many children, with row level security on. */
export async function benchPages(
  people: number,
  kept: string | undefined,
): Promise<{ pages: readonly PageLine[]; shift: Shift }> {
  const house = await newInstallation({}, kept);
  try {
    // An island of a million takes longer to make than to measure: one that is there is measured again.
    if (kept === undefined || !existsSync(join(kept, 'postgres')))
      await house.command('island', 'create', '--size', String(people), '--seed', 'bench');
    await house.start();
    const { manager, worker, contacts, child } = await whoAndWhat(house);
    const asManager = await signedIn(house, manager);
    const asWorker = await signedIn(house, worker);
    const mark =
      /\/assets\/mark\.[^"]+\.svg/.exec(await (await fetch(`${house.address}/sign-in`)).text())?.[0] ?? '/';
    const contact = contacts[0] ?? '';
    const pages = [
      await timed('a constant answer (an asset)', house, mark, undefined),
      await timed('the sign-in page', house, '/sign-in', undefined),
      await timed(
        'the board',
        house,
        '/hub',
        asManager,
        'select * from contact where answered_at is null order by told_at',
      ),
      await timed(
        'one contact',
        house,
        `/contacts/${contact}`,
        asManager,
        `select * from contact c join contact_child k on k.contact_id = c.id where c.id = '${contact}'`,
      ),
      await timed(
        'one child, as a worker',
        house,
        `/people/${child}`,
        asWorker,
        `select * from person p join person_name n on n.person_id = p.id where p.id = '${child}'`,
      ),
      await timed('find "limpet sandpipr", as a manager', house, '/people?q=limpet+sandpipr', asManager),
      await timed('find "limpet sandpipr", as a worker', house, '/people?q=limpet+sandpipr', asWorker),
      await timed('what waits for me', house, '/my-work', asManager),
      await timed('the figures', house, '/measures', asManager),
      await timed('one figure', house, '/measures/H5', asManager),
      await decisions(house, asManager, contacts),
      ...(await underRating(house)),
    ];
    return { pages, shift: await benchShift(house, contacts) };
  } finally {
    await house.stop();
    await house.remove();
  }
}

/** The board of all open cases, and a rating, while five managers rate at once. */
async function underRating(house: Installation): Promise<readonly PageLine[]> {
  const { cases, board, rating } = await benchRating(house);
  return [
    { page: `the board of ${cases} cases under rating by five`, ...board, sql: undefined },
    { page: 'a rating by one of five, from sending to kept', ...rating, sql: undefined },
  ];
}

async function timed(
  page: string,
  house: Installation,
  path: string,
  cookie: string | undefined,
  sql?: string,
): Promise<PageLine> {
  const times: number[] = [];
  const until = performance.now() + LONGEST;
  for (let round = -WARMING; round < ROUNDS && (performance.now() < until || times.length < 5); round += 1) {
    const began = performance.now();
    const answer = await fetch(`${house.address}${path}`, {
      headers: cookie === undefined ? {} : { cookie },
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    if (round >= 0) times.push(performance.now() - began);
  }
  return { page, ...middle(times), sql: sql === undefined ? undefined : await bare(house, sql) };
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
