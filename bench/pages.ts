import type pg from 'pg';
import { withDatabase } from '../src/commands/with-database.ts';
import { readConfig } from '../src/config.ts';
import { asOwner } from '../src/platform/database/migrate.ts';
import { type Installation, newInstallation } from '../test/prove/program.ts';
import { formsIn, sentAsShown } from '../test/support/page-forms.ts';

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
export async function benchPages(people: number): Promise<readonly PageLine[]> {
  const house = await newInstallation();
  try {
    await house.command('island', 'create', '--size', String(people), '--seed', 'bench');
    await house.start();
    const { manager, worker, contacts, child } = await whoAndWhat(house);
    const asManager = await signedIn(house, manager);
    const asWorker = await signedIn(house, worker);
    const mark =
      /\/assets\/mark\.[^"]+\.svg/.exec(await (await fetch(`${house.address}/sign-in`)).text())?.[0] ?? '/';
    const contact = contacts[0] ?? '';
    return [
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
      await timed('the figures', house, '/measures', asManager),
      await decisions(house, asManager, contacts),
    ];
  } finally {
    await house.stop();
    await house.remove();
  }
}

/** A hub manager; the social worker with about 20 children; what waits for an answer. */
async function whoAndWhat(house: Installation) {
  return asked(house, async (client) => {
    await client.query('set search_path = demonstration, extensions');
    const one = async (sql: string) => String((await client.query(sql)).rows[0]?.id ?? '');
    const manager = await one(
      `select h.staff_id as id from post p join post_holding h on h.post_id = p.id and h.until_on is null where role = 'hub manager' limit 1`,
    );
    const worker = await one(
      `select staff_id as id from allocation where ended_on is null group by 1 order by abs(count(*) - 20) limit 1`,
    );
    const child = await one(
      `select person_id as id from allocation where ended_on is null and staff_id = '${worker}' limit 1`,
    );
    const waiting = await client.query('select id from contact where answered_at is null order by told_at');
    return { manager, worker, child, contacts: waiting.rows.map((row) => String(row.id)) };
  });
}

async function signedIn(house: Installation, staff: string): Promise<string> {
  const answer = await fetch(`${house.address}/sign-in/demonstration`, {
    method: 'POST',
    body: new URLSearchParams({ staff, to: '/work' }),
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
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

/** Signs a decision for each contact that waits, from sending to the answer that leads on. */
async function decisions(
  house: Installation,
  cookie: string,
  contacts: readonly string[],
): Promise<PageLine> {
  const times: number[] = [];
  for (const contact of contacts) {
    const to = `/contacts/${contact}/decisions`;
    const page = await (await fetch(`${house.address}${to}/new`, { headers: { cookie } })).text();
    const form = formsIn(page).find(({ action }) => action === to);
    if (form === undefined) continue;
    const body = new URLSearchParams();
    for (const [name, texts] of Object.entries(sentAsShown(form)))
      for (const text of [texts].flat()) body.append(name, text);
    body.set('decisions.0.levelOfNeed', '1');
    body.set('decisions.0.outcome', 'advice and information');
    body.set('decisions.0.adviceGiven', 'Whom to ring, and when.');
    body.set('decisions.0.reason', 'School and home sort this out together.');
    const began = performance.now();
    const answer = await fetch(`${house.address}${to}`, {
      method: 'POST',
      body,
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
    await answer.arrayBuffer();
    if (answer.status === 303) times.push(performance.now() - began);
  }
  return { page: 'a decision, from sending to kept', ...middle(times), sql: undefined };
}

function middle(times: readonly number[]): { median: number; p95: number; rounds: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), rounds: sorted.length };
}

function asked<Result>(
  { folder }: Installation,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ DATA_DIR: folder });
  if (!config.ok) throw new Error('the folder is not one');
  return withDatabase(
    config.value,
    () => undefined,
    ({ owner }) => asOwner(owner, work),
  );
}
