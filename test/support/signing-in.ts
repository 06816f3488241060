import { randomBytes, randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { codeOf, stepAt } from '../../src/platform/identity/one-time-code.ts';
import { hashPassword } from '../../src/platform/identity/password.ts';
import type { World } from './world.ts';

export const PASSWORD = 'harbour lantern ferry oak';
const TYPE = 'application/x-www-form-urlencoded';

/** A browser that keeps its cookies, as browsers do, and sends forms as our own pages would. */
export type Browsing = {
  readonly cookies: Map<string, string>;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, answers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  /** Follows where it is led. */
  follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse>;
  /** The token of the first form on a page. */
  tokenOn(url: string): Promise<string>;
};

/** Opens a browser with nothing kept, coming from an address of its own so that others' tries are not counted with it. */
export function browse(world: World, host = 'localhost'): Browsing {
  const cookies = new Map<string, string>();
  const remoteAddress = `10.${randomBytes(3).join('.')}`;
  const ask = async (options: { method: 'GET' | 'POST'; url: string; payload?: string }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await world.server.inject({
      ...options,
      remoteAddress,
      headers: { host, cookie, 'content-type': TYPE, 'sec-fetch-site': 'same-origin' },
    });
    for (const { name, value, expires } of answer.cookies) {
      if (value === '' || (expires && expires.getTime() < Date.now())) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const browsing: Browsing = {
    cookies,
    get: (url) => ask({ method: 'GET', url }),
    post: (url, answers = {}) =>
      ask({ method: 'POST', url, payload: new URLSearchParams(answers).toString() }),
    follow: (answer) => browsing.get(String(answer.headers.location)),
    tokenOn: async (url) =>
      /name="form-token" value="([^"]+)"/.exec((await browsing.get(url)).body)?.[1] ?? '',
  };
  return browsing;
}

let hashed: Promise<string> | undefined;

/** Gives somebody of the tests the password of these tests, and codes where asked. Returns the secret of the codes. */
export async function givePassword(world: World, key: string, withCodes = false): Promise<Buffer> {
  hashed ??= hashPassword(PASSWORD);
  const [account] = await world.rows<{ id: string }>(
    'update directory.account set password_hash = $2, password_handed_over_at = null where sign_in_name = $1 returning id',
    [`${key}@island.example`, await hashed],
  );
  const secret = randomBytes(20);
  if (withCodes)
    await world.rows(
      `insert into directory.one_time_code (account_id, secret, confirmed_at) values ($1, $2, now())
        on conflict (account_id) do update set secret = excluded.secret, confirmed_at = now(), last_step = null`,
      [account?.id, secret],
    );
  return secret;
}

/** The code that an app shows so many steps from now. */
export function codeNow(secret: Buffer, off = 0): string {
  return codeOf(secret, stepAt(new Date()) + off);
}

/** Gives the password. */
export function givesPassword(browser: Browsing, key: string, to = '/work'): Promise<LightMyRequestResponse> {
  return browser.post('/sign-in', { name: `${key}@island.example`, password: PASSWORD, to });
}

/** Mails that wait for somebody, the oldest first. */
export async function mailsTo(world: World, key: string): Promise<readonly string[]> {
  const rows = await world.rows<{ body: string }>(
    'select body from outbox where recipient = $1 order by made_at',
    [`${key}@island.example`],
  );
  return rows.map(({ body }) => body);
}

/** A name that nobody has. */
export function nobodysName(): string {
  return `${randomUUID()}@island.example`;
}
