import type { FastifyReply } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { isTokenOf, NotFromOurPage } from '../web/replies.tsx';
import type { Visit } from '../web/staff-visit.ts';

/** Guessing is slowed for a quarter of an hour, as `attempts.ts` counts. */
const WAIT_SECONDS = 900;

/** Said wherever something is guessed too often. */
export const TOO_MANY_TRIES =
  'There were too many tries from here. Wait a quarter of an hour, or ask whoever looks after accounts';

/** The status of a page that says what is wrong: unanswerable as it is, or too often. */
export function withStatus(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  if (!problems.some(({ message }) => message === TOO_MANY_TRIES))
    return reply.code(problems.length > 0 ? 422 : 200);
  return reply.code(429).header('retry-after', String(WAIT_SECONDS));
}

/** Refuses a form that is not of this session. */
export function requireToken(raw: RawAnswers, { token, session }: Visit & { token: string }): void {
  if (!isTokenOf(token, raw['form-token'], session)) throw new NotFromOurPage();
}

/** One text of what was sent; nothing counts as empty. */
export function textIn(raw: RawAnswers, name: string): string {
  const text = raw[name];
  return typeof text === 'string' ? text : '';
}

/** Where to go on. Only ever a page of ours: a path, never another address. */
export function wayBack(raw: RawAnswers): string {
  return ourPath(textIn(raw, 'to'));
}

/** A path of ours, or else where work begins. */
export function ourPath(to: string): string {
  return /^\/(?![/\\])[\w\-./?=&%:]*$/.test(to) ? to : '/work';
}
