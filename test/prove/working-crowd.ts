import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { formToken } from '../../src/platform/web/guard.ts';
import type { Crowd } from './killing.ts';
import type { Child, Work } from './work-of-children.ts';

const WORKERS = 6;
const PATIENCE = 60_000;
/** Whoever is led to show who they are was not told that anything is done. */
const TO_THE_DOOR = /^\/(?:sign-in|prove|own-account)\b/;

type Who = keyof Work['tokens'];
type Answers = Readonly<Record<string, string>>;

/** Work on one child after the other: seen, rated, handed over and closed, each step until it is heard, and now and then once more. */
export function workingCrowd(
  address: string,
  { children, tokens, ivo }: Work,
): Crowd & { readonly acknowledged: ReadonlySet<string> } {
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  let [ended, repeats, next] = [false, 0, 0];

  /** Sends one form until it is answered, and every third time the same once more: the answer must be the same. */
  const send = async (who: Who, path: string, words: string, answers: Answers): Promise<string> => {
    const form = formOf(tokens[who], answers);
    const first = await untilHeard(address, path, form);
    repeats += first.tries - 1;
    if (first.location === undefined) throw new Error(`refused: ${words} (${first.status})`);
    acknowledged.add(words);
    if (acknowledged.size % 3 === 0) {
      const again = await untilHeard(address, path, form);
      repeats += again.tries;
      if (again.location !== first.location)
        faults.push(`changed: ${words} led to ${first.location} and then ${again.location ?? again.status}`);
    }
    return first.location;
  };
  const workWith = async ({ id, period, mother }: Child, turn: number) => {
    const of = `of child ${turn}`;
    await send('tess', `/people/${id}/visits`, `visit ${of}`, {
      visitedOn: 'today', place: 'home', manner: 'planned',
      'children.0.personId': id, 'children.0.said': `visit ${of}`, 'children.0.sight': 'seen',
    }); // biome-ignore format: a visit reads as a visit
    await send('hugo', `/people/${id}/ratings`, `rating ${of}`, {
      harm: 'amber', breakdown: 'green', why: `rating ${of}`, toDo: 'Tess rings the school.',
    }); // biome-ignore format: a rating reads as a rating
    const offer = await send('tess', `/people/${id}/handovers`, `offer ${of}`, {
      to: ivo,
      note: `offer ${of}`,
    });
    await send('ivo', `${offer}/acceptance`, `accepted offer ${of}`, {});
    const closing = await send('ivo', `/people/${id}/closings`, `closing ${of}`, {
      periodId: period, reason: 'no longer in need', reached: `closing ${of}`, comeBack: 'Ring us.', othersTold: 'Nobody.',
      'views.0.of': 'child', 'views.0.words': 'I am fine.', 'views.1.of': mother, 'views.1.words': 'So am I.',
    }); // biome-ignore format: a closing reads as a closing
    await send('hugo', `${closing}/authorisation`, `authorised closing ${of}`, {});
  };
  const one = async () => {
    while (!ended) {
      const [turn, child] = [next, children[next]];
      next += 1;
      if (child === undefined) throw new Error('there are not enough children for so many kills');
      await workWith(child, turn).catch((fault: Error) => faults.push(fault.message));
    }
  };
  const everybody = Array.from({ length: WORKERS }, one);
  return {
    acknowledged,
    faults,
    repeats: () => repeats,
    async heardMore(count) {
      const enough = acknowledged.size + count;
      while (acknowledged.size < enough) await Promise.race([pause(10), ...everybody]);
    },
    async end() {
      ended = true;
      await Promise.all(everybody);
    },
  };
}

/** A form as a browser sends it: what was answered, the two things that go with it, and the cookie. */
export type Form = { readonly body: URLSearchParams; readonly cookie: string };

/** A form of somebody signed in, under a key of its own. */
export function formOf(token: string, answers: Answers): Form {
  const key = randomBytes(16).toString('base64url');
  const body = new URLSearchParams({ 'form-token': formToken(token), 'submission-key': key, ...answers });
  return { body, cookie: `__Host-continuum=${token}` };
}

type Heard = { readonly status: number; readonly location: string | undefined; readonly tries: number };

/** Sends until there is an answer that is not a fault of the house. */
async function untilHeard(address: string, path: string, { body, cookie }: Form): Promise<Heard> {
  const until = Date.now() + PATIENCE;
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await fetch(`${address}${path}`, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { 'sec-fetch-site': 'same-origin', cookie },
        signal: AbortSignal.timeout(20_000),
      });
      await answer.arrayBuffer();
      const to = answer.headers.get('location') ?? undefined;
      const location = answer.status === 303 && !TO_THE_DOOR.test(to ?? '') ? to : undefined;
      if (location !== undefined || answer.status < 500) return { status: answer.status, location, tries };
    } catch {
      // Nobody is there, or the answer was cut off: it may have been received or not.
    }
    if (Date.now() > until) throw new Error(`nobody answered ${path} for a minute`);
    await pause(50);
  }
}
