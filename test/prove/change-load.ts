import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { asOwnerOf } from './ledger.ts';
import { anotherLetter, type Letter, sendLetter } from './telling.ts';
import type { Work } from './work-of-children.ts';
import { formOf } from './working-crowd.ts';

/** What was asked within one stretch, and what went wrong in it. */
export type Stretch = {
  asked: number;
  failed: string[];
  slowest: number;
  longestWait: number;
  looks: number;
};

/** People who go on asking and sending, each a few times a second, and somebody who looks who waits for whom in the database. */
export type Load = {
  /** Begins another stretch and gives what the one before it came to. */
  next(): Stretch;
  end(): Promise<Stretch>;
};

/** Of the two records that are one, the address of the kept one and words that stand under the other. */
export type Merged = { readonly path: string; readonly words: string };

const WORKERS = 6;
const READING = 120;
const LOOK_EVERY = 20;

// Whoever migrates may wait. Others wait for each other, too, as on any day: what counts is who waits for whoever migrates, or behind them.
const WAITS = `select coalesce(max(extract(epoch from clock_timestamp() - l.waitstart)) * 1000, 0)::int as longest
  from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.application_name is distinct from 'migration'
    and exists (select from pg_stat_activity m where m.application_name = 'migration' and m.pid = any (pg_blocking_pids(l.pid)))`;

/** Sets people to work at an address, and looks at the waits of the database in a folder. */
export async function underLoad(
  address: string,
  folder: string,
  { work, letter, merged }: { work: Work; letter: Letter; merged: Merged },
): Promise<Load> {
  let stretch = fresh();
  let ended = false;
  const acts = actsOf(address, work, letter, merged);
  const one = async (who: number) => {
    for (let turn = who; !ended; turn += 1) {
      const began = performance.now();
      const of = stretch;
      const fault = await (acts[turn % acts.length] ?? acts[0])?.(turn * WORKERS + who).catch(
        (reason: unknown) => String(reason),
      );
      of.asked += 1;
      of.slowest = Math.max(of.slowest, Math.round(performance.now() - began));
      if (fault !== undefined) of.failed.push(fault);
      await pause(READING);
    }
  };
  const looking = asOwnerOf(folder, async (client: pg.Client) => {
    while (!ended) {
      const { rows } = await client.query(WAITS);
      stretch.longestWait = Math.max(stretch.longestWait, rows[0].longest);
      stretch.looks += 1;
      await pause(LOOK_EVERY);
    }
  });
  const everybody = Array.from({ length: WORKERS }, (_, who) => one(who));
  return {
    next() {
      const over = stretch;
      stretch = fresh();
      return over;
    },
    async end() {
      ended = true;
      await Promise.all([...everybody, looking]);
      return stretch;
    },
  };
}

function fresh(): Stretch {
  return { asked: 0, failed: [], slowest: 0, longestWait: 0, looks: 0 };
}

type Act = (turn: number) => Promise<string | undefined>;

/** What people do all day: they open pages, look for somebody, write to the service, write a visit. Each says what went wrong, if anything did. */
function actsOf(address: string, { children, tokens }: Work, letter: Letter, merged: Merged): readonly Act[] {
  const childOf = (turn: number) => children[2 + (turn % (children.length - 2))]?.id ?? '';
  const get = async (token: string, path: string, words?: string) => {
    const answer = await fetch(`${address}${path}`, {
      headers: { cookie: `__Host-continuum=${token}` },
      redirect: 'manual',
    });
    const page = await answer.text();
    if (answer.status !== 200) return `${path}: ${answer.status}`;
    return words === undefined || page.includes(words)
      ? undefined
      : `${path}: without what stands under the other record`;
  };
  const send = async (token: string, path: string, answers: Readonly<Record<string, string>>) => {
    const { body, cookie } = formOf(token, answers);
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', cookie },
    });
    await answer.arrayBuffer();
    return answer.status === 303 ? undefined : `POST ${path}: ${answer.status}`;
  };
  return [
    () => get(tokens.tess, '/desk'),
    (turn) => get(tokens.tess, `/people/${childOf(turn)}`),
    () => get(tokens.tess, merged.path, merged.words),
    (turn) => send(tokens.tess, '/searches', { q: `Given${turn % 4000} Family${turn % 9000}` }),
    async (turn) => {
      const { status, reference } = await sendLetter(address, anotherLetter(letter, `letter ${turn}`));
      return reference === undefined ? `a letter: ${status}` : undefined;
    },
    () => get(tokens.tess, merged.path, merged.words),
    (turn) =>
      send(tokens.tess, `/people/${childOf(turn)}/visits`, {
        visitedOn: 'today',
        place: 'home',
        manner: 'planned',
        'children.0.personId': childOf(turn),
        'children.0.said': `visit ${turn}`,
        'children.0.sight': 'seen',
      }),
    (turn) => get(tokens.hugo, `/people/${childOf(turn)}/timeline`),
  ];
}
