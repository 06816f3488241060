import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '../../language/day.ts';
import { timescaleOn } from '../../profile/timescales.ts';
import type { House } from '../web/house.ts';
import { SESSION_COOKIE } from '../web/replies.tsx';
import type { Account } from './accounts.ts';
import { failuresBefore } from './attempts.ts';
import { factorsOf, hasFactor } from './factors.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import { beginSession, endSession, type Factor, type Manner } from './session.ts';
import { beginStep } from './steps.ts';

/** Of the browser that has given a password and not yet the second factor. */
export const STEP_COOKIE = '__Host-continuum-step';

/** Only to pages of ours and to nothing of theirs: never sent along by another site's form, never read by a script. */
export const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Failures before a success that its owner should hear of (ASVS 6.3.5). */
const MANY = 5;
const DAY = 86_400_000;

type Entering = { readonly manner: Manner; readonly factor: Factor; readonly to: string };

/** Begins a session, whatever this browser had before: its former session is dead, and the new one has an id of its own. */
export async function enter(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  { manner, factor, to }: Entering,
) {
  const former = request.cookies[SESSION_COOKIE];
  if (former !== undefined) await endSession(house.pool, former);
  const device = deviceOf(request.headers['user-agent'] ?? '');
  const token = await beginSession(house.pool, { ...account, manner, factor, device });
  if (request.cookies[STEP_COOKIE] !== undefined)
    void reply.clearCookie(STEP_COOKIE, { path: '/', secure: true });
  return reply.setCookie(SESSION_COOKIE, token, COOKIE).redirect(to, 303);
}

/**
 * Goes on after a password, or after what the organisation's provider said: to the second factor where the account has one, and in where
 * it has none. Whoever should have one and has not is led to setting it up by the first page they open.
 */
export async function afterFirstFactor(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  { manner, factor, to }: Entering,
) {
  const isAsked = factor === 'none' && (await asksSecondFactor(house, request, account));
  if (!isAsked) return enter(house, request, reply, account, { manner, factor, to });
  const token = await beginStep(house.pool, 'second factor', {
    accountId: account.accountId,
    held: { manner, to, authority: account.authority },
  });
  return reply.setCookie(STEP_COOKIE, token, COOKIE).redirect('/sign-in/second', 303);
}

function asksSecondFactor(house: House, request: FastifyRequest, account: Account): Promise<boolean> {
  return onOwnSignIn(house, request, account, async (surroundings) => ({
    result: hasFactor(await factorsOf(surroundings.db, account.accountId)),
  }));
}

/** Tells the owner that somebody got in after many tries had failed. Asked before the success is written down. */
export async function tellOfFailures(
  house: House,
  request: FastifyRequest,
  account: Account,
  failures: number,
): Promise<void> {
  if (failures < MANY) return;
  await onOwnSignIn(house, request, account, async (surroundings) => {
    await tellOwner(surroundings, account, `You were signed in, after ${failures} tries that failed.`);
    return { act: 'told of tries that failed', result: undefined };
  });
}

/** Failures under a name so far. */
export function failuresSoFar(house: House, name: string): Promise<number> {
  return failuresBefore(house.pool, name);
}

/** Says whether a password that was handed over is too old to open anything: one that nobody used lies about somewhere. */
export async function isHandedOverTooLong(
  house: House,
  request: FastifyRequest,
  account: Account,
): Promise<boolean> {
  const { handedOverAt } = account;
  if (handedOverAt === undefined) return false;
  return onOwnSignIn(house, request, account, async ({ profile }) => {
    const on = dayOf(handedOverAt, profile.calendar.zone);
    const works = timescaleOn(profile.timescales, 'handed-over password works', on)?.within;
    if (works?.unit !== 'days') return { result: false };
    return { result: handedOverAt.getTime() + works.amount * DAY < Date.now() };
  });
}

const BROWSERS = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'a Mac'],
  ['Linux', 'Linux'],
] as const;

/** What a browser says it is, in words from these lists and no others: enough to know one's own again. */
export function deviceOf(userAgent: string): string {
  const first = (list: readonly (readonly [string, string])[]) =>
    list.find(([sign]) => userAgent.includes(sign))?.[1];
  const [browser, system] = [first(BROWSERS), first(SYSTEMS)];
  if (browser === undefined) return system ?? '';
  return system === undefined ? browser : `${browser} on ${system}`;
}
