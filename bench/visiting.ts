import type pg from 'pg';
import { withDatabase } from '../src/commands/with-database.ts';
import { readConfig } from '../src/config.ts';
import { asOwner } from '../src/platform/database/migrate.ts';
import type { Installation } from '../test/prove/program.ts';
import { formsIn, sentAsShown } from '../test/support/page-forms.ts';

/**
 * Who looks at what: a hub manager; the social worker with about 20 children and one of them; the worker of the child about whom most is
 * recorded; the manager of the team nearest to twelve workers; a head of service; what waits for an answer.
 */
export async function whoAndWhat(house: Installation) {
  return asked(house, async (client) => {
    await client.query('set search_path = demonstration, extensions');
    const row = async (sql: string): Promise<Readonly<Record<string, string>>> =>
      (await client.query(sql)).rows[0] ?? {};
    const one = async (sql: string) => String((await row(sql))['id'] ?? '');
    const worker = await one(
      `select staff_id as id from allocation where ended_on is null group by 1 order by abs(count(*) - 20) limit 1`,
    );
    const long = await row(
      `select a.person_id as child, a.staff_id as worker from allocation a where a.ended_on is null and a.kind = 'worker'
       order by (select count(*) from visit_child v where v.person_id = a.person_id) desc, 1 limit 1`,
    );
    const team = await row(
      `select p.team_id as id, (select m.staff_id from post o join post_holding m on m.post_id = o.id and m.until_on is null
           where o.team_id = p.team_id and o.role = 'team manager' limit 1) as manager
       from post p join post_holding h on h.post_id = p.id and h.until_on is null
       where p.role in ('social worker', 'team manager') and exists (select from post o join post_holding m on m.post_id = o.id
         and m.until_on is null where o.team_id = p.team_id and o.role = 'team manager')
       group by 1 order by abs(count(*) - 12), 1 limit 1`,
    );
    const waiting = await client.query('select id from contact where answered_at is null order by told_at');
    return {
      manager: await one(`${HOLDER} role = 'hub manager' limit 1`),
      head: await one(`${HOLDER} role = 'head of service' limit 1`),
      worker,
      child: await one(
        `select person_id as id from allocation where ended_on is null and staff_id = '${worker}' limit 1`,
      ),
      long: { child: long['child'] ?? '', worker: long['worker'] ?? '' },
      team: { id: team['id'] ?? '', manager: team['manager'] ?? '' },
      contacts: waiting.rows.map((found) => String(found.id)),
    };
  });
}

const HOLDER =
  'select h.staff_id as id from post p join post_holding h on h.post_id = p.id and h.until_on is null where';

export async function signedIn(house: Installation, staff: string): Promise<string> {
  const answer = await fetch(`${house.address}/sign-in/demonstration`, {
    method: 'POST',
    body: new URLSearchParams({ staff, to: '/work' }),
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Sends the form of a page that leads to an address, as it stands but for these answers. Nothing where the page has no such form. */
export async function sendForm(
  house: Installation,
  cookie: string,
  from: string,
  to: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; took: number; to: string } | undefined> {
  const page = await (await fetch(`${house.address}${from}`, { headers: { cookie } })).text();
  const form = formsIn(page).find(({ action }) => action === to);
  if (form === undefined) return undefined;
  const body = new URLSearchParams();
  for (const [name, texts] of Object.entries(sentAsShown(form)))
    for (const text of [texts].flat()) body.append(name, text);
  for (const [name, text] of Object.entries(answers)) body.set(name, text);
  const began = performance.now();
  const answer = await fetch(`${house.address}${to}`, {
    method: 'POST',
    body,
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  return {
    status: answer.status,
    took: performance.now() - began,
    to: answer.headers.get('location') ?? from,
  };
}

/** The address of who is found by some words: they are sent once, and stand under a number. */
export async function foundBy(house: Installation, cookie: string, typed: string): Promise<string> {
  return (await sendForm(house, cookie, '/people', '/searches', { q: typed }))?.to ?? '/people';
}

/** What a decision needs to say at least. */
export const ADVICE = {
  'decisions.0.levelOfNeed': '1',
  'decisions.0.outcome': 'advice and information',
  'decisions.0.adviceGiven': 'Whom to ring, and when.',
  'decisions.0.reason': 'School and home sort this out together.',
} as const;

/** The middle and the nineteenth of twenty. */
export function middle(times: readonly number[]): { median: number; p95: number; rounds: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), rounds: sorted.length };
}

export function asked<Result>(
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
