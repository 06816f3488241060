import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import { NotFound, NotPermitted, ProofWanted, SecondFactorWanted } from '../access/decision.ts';
import { UNASKED } from '../forms/form.ts';
import { sessionName, tokenHash } from '../identity/session.ts';
import { CalmPage } from './calm-page.tsx';
import type { House } from './house.ts';
import { NotFromOurPage, SESSION_COOKIE, sendDocument, Unreadable } from './replies.tsx';

type Calm = { readonly status: number; readonly title: string; readonly words: readonly string[] };

const ABSENT: Calm = {
  status: 404,
  title: 'There is nothing here you can open',
  words: ['It may have been moved, or it may not be yours to see. If you need it, ask your manager.'],
};
/** For whoever is signed in. The page it leads to decides who may go on. */
const EMERGENCY = {
  href: '/emergency-access/new',
  words: 'A child may be in danger now, and I must see their record',
};
const NOT_YOURS: Calm = {
  status: 403,
  title: 'Your role cannot do this',
  words: ['Ask your manager, or the person who looks after accounts, if you think it should.'],
};
const ELSEWHERE: Calm = {
  status: 403,
  title: 'That did not come from one of our pages',
  words: ['Nothing was changed. Open the page again and send it from there.'],
};
const DAMAGED: Calm = {
  status: 400,
  title: 'What was sent could not be read',
  words: ['Nothing was saved. Go back, check what you wrote and send it again.'],
};
const TOO_LARGE: Calm = {
  status: 413,
  title: 'That was too long to send',
  words: ['Nothing was saved. Go back, shorten what you wrote or choose a smaller file, and send it again.'],
};
const NOT_SO: Calm = {
  status: 405,
  title: 'This page cannot be used like that',
  words: ['Nothing was changed.'],
};
const BUSY: Calm = {
  status: 503,
  title: 'The service cannot answer just now',
  words: ['Nothing was lost. Try again in a minute.', 'If it is urgent, ring instead of waiting.'],
};

/** What somebody was refused who did not come by one of our pages as it stands: by a mistake of a browser, or on purpose. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  [ELSEWHERE.title, 'not from our page'],
  [DAMAGED.title, 'unreadable'],
  [TOO_LARGE.title, 'too large'],
  [NOT_SO.title, 'not so'],
]);

/** Answers what went wrong, once, here: calm words, the telephone number, and a reference where it is our fault. */
export function answerFault(house: House, fault: unknown, request: FastifyRequest, reply: FastifyReply) {
  const first = firstTo(fault);
  if (first !== undefined)
    return reply.redirect(
      `${first}?to=${encodeURIComponent(request.method === 'GET' ? request.url : '/work')}`,
      303,
    );
  const known = knownFault(fault);
  if (known !== undefined) tellRefused(house, known, fault, request);
  const typed = fault instanceof NotFound ? fault.typed : [];
  if (known !== undefined) return sendCalm(house, request, reply, known, typed);
  const code = supportCode(request.id);
  house.log.error({
    event: 'fault',
    ...trailOf(request),
    code,
    fault: nameOf(fault),
  });
  return sendCalm(house, request, reply, {
    status: 500,
    title: 'That did not work, and it is our fault',
    words: [
      'What was kept before is still kept.',
      `Try again. If it happens again, ring us and say "${code}".`,
    ],
  });
}

/** Tells the log what was refused, and of whoever is signed in also that they asked for what they were not shown: hidden or absent, it says the same. */
function tellRefused(house: House, known: Calm, fault: unknown, request: FastifyRequest): void {
  const trail = trailOf(request);
  const why = REFUSED.get(known.title);
  if (known === BUSY) house.log.warn({ event: 'too busy', ...trail, fault: nameOf(fault) });
  else if (why !== undefined) house.log.warn({ event: 'refused at the door', ...trail, why });
  else if (known === ABSENT && trail.session !== '') house.log.info({ event: 'nothing shown', ...trail });
}

/** Where somebody goes before they can do what they asked for, and come back. */
function firstTo(fault: unknown): string | undefined {
  if (fault instanceof ProofWanted) return '/prove';
  return fault instanceof SecondFactorWanted ? '/own-account/second-factor' : undefined;
}

/** The one answer for what is not there. */
export function answerNotFound(house: House, request: FastifyRequest, reply: FastifyReply) {
  return sendCalm(house, request, reply, ABSENT);
}

function knownFault(fault: unknown): Calm | undefined {
  if (fault instanceof NotFound) return ABSENT;
  if (fault instanceof NotPermitted) return NOT_YOURS;
  if (fault instanceof NotFromOurPage) return ELSEWHERE;
  // Its words are ours, and say of a file what is wrong with it.
  if (fault instanceof Unreadable) return { ...DAMAGED, words: [`${fault.message.replace(/\.$/, '')}.`] };
  return byCode(codeOf(fault));
}

/** Codes of Fastify, of PostgreSQL (SQLSTATE) and of the socket below it. */
function byCode(code: string): Calm | undefined {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return TOO_LARGE;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return DAMAGED;
  if (code === 'FST_ERR_CTP_EMPTY_TYPE' || code.startsWith('FST_ERR_CTP')) return DAMAGED;
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') return ABSENT;
  if (code === 'FST_ERR_METHOD_NOT_SUPPORTED') return NOT_SO;
  const gone = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|53\d\d\d|08\d\d\d)$/;
  return gone.test(code) ? BUSY : undefined;
}

function codeOf(fault: unknown): string {
  if (typeof fault === 'object' && fault !== null && 'code' in fault) return String(fault.code);
  return fault instanceof Error &&
    /timeout exceeded|terminated unexpectedly|not queryable/i.test(fault.message)
    ? 'ECONNRESET'
    : '';
}

/**
 * Who, where and which request, by names that the audit has too: the session as the audit names it, and the route as a pattern, because an
 * address may hold a key, a name or the number of a child.
 */
export function trailOf(request: FastifyRequest): { request: string; route: string; session: string } {
  const token = request.cookies?.[SESSION_COOKIE];
  return {
    request: request.id,
    route: request.routeOptions.url ?? '',
    session: token === undefined ? '' : sessionName(tokenHash(token)),
  };
}

/** A form of ours sends no name that it does not ask for: somebody made this one. */
export function tellUnasked(house: House, request: FastifyRequest, problems: readonly Problem[]): void {
  if (problems.some(({ message }) => message.startsWith(UNASKED)))
    house.log.warn({ event: 'form not as asked', ...trailOf(request) });
}

/** The kind of fault and where it was thrown; never its message, which may quote what somebody typed. */
export function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const where =
    fault.stack
      ?.split('\n')
      .find((line) => /^\s+at .*\/(dist|src)\//.test(line))
      ?.trim() ?? '';
  return `${fault.name} ${codeOf(fault)} ${where}`;
}

const BIRDS = ['heron', 'curlew', 'gannet', 'dunlin', 'puffin', 'osprey', 'plover', 'avocet'] as const;

/** Something a person can say on the telephone, made from the number of the request. */
function supportCode(request: string): string {
  const digits = Number.parseInt(request.slice(0, 6), 16);
  return `${BIRDS[digits % BIRDS.length]} ${[...String(digits % 1000).padStart(3, '0')].join(' ')}`;
}

function sendCalm(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  calm: Calm,
  typed: readonly string[] = [],
) {
  const numbers = house.authorities[0]?.profile.telephones;
  const telephones = Object.values(numbers ?? {}).map((one) => ({ words: one.title, number: one.number }));
  // The same for what is hidden and what is absent: it depends on the browser alone.
  const further = calm === ABSENT && request.cookies?.[SESSION_COOKIE] !== undefined ? EMERGENCY : undefined;
  const document = (
    <CalmPage title={calm.title} words={calm.words} telephones={telephones} further={further} typed={typed} />
  );
  if (calm.status === 503) void reply.header('retry-after', '30');
  return sendDocument(house, request, reply.code(calm.status), document);
}
