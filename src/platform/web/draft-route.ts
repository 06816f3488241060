import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { timeInWords } from '../../language/dates-in-words.ts';
import { isId } from '../../language/id.ts';
import { type RawAnswers, setAside } from '../forms/raw-answers.ts';
import { DRAFT_KEYS, type DraftSaved, saveDraft } from './drafts.ts';
import { strictHeaders } from './guard.ts';
import type { House } from './house.ts';
import { asWorker, bodyOf, paramsOf } from './replies.tsx';
import { type Visit, visit } from './staff-visit.ts';

const PERMISSION = 'draft: keep';
/** The table takes 400,000; as `jsonb` is read back it is longer by the blanks between its parts. */
const LONGEST = 300_000;
const OWN_KEYS = ['form-token', 'submission-key', ...DRAFT_KEYS];

/**
 * Keeps what is being typed: the script of a form sends it here a second after the last key. It is kept also when it is not valid, and
 * only its author ever reads it. Where the author kept a later text in another window the answer holds that text, and nothing is lost.
 *
 * Words that come after a session ran out are kept all the same. A page that outlived its session (its author signed in again in another
 * window) is told the new session's token and whose it is, so that it can go on if that is the same person: only our own pages can ask.
 */
export function draftRoute(server: FastifyInstance, house: House): void {
  server.post('/drafts/:form/:subject', { config: { rule: `may: ${PERMISSION}` } }, (request, reply) =>
    receive(house, request, reply),
  );
}

async function receive(house: House, request: FastifyRequest, reply: FastifyReply) {
  const { aside, answers } = setAside(bodyOf(request), OWN_KEYS);
  const { form = '', subject = '' } = paramsOf(request);
  const version = versionIn(aside);
  const isKeepable = isId(subject) && form.length <= 100 && version !== undefined && storable(answers);
  strictHeaders(reply, '');
  const save = (by: Visit) =>
    visit(by, { permission: PERMISSION, proof: 'signed in' }, async (context) =>
      isKeepable ? saveDraft(context, form, subject, answers, version) : undefined,
    );
  const asked = await asWorker(house, request, reply, {
    key: undefined,
    formToken: aside['form-token'],
    tooLate: async (late) => {
      await reply.code(401).send(answerTooLate(await save(late)));
    },
    ofEarlier: (author, token) => ({ kept: false, author, token }),
  });
  if (asked === undefined) return reply;
  const saved = await save(asked);
  if (saved === undefined) return reply.code(400).send({ kept: false });
  return reply.code(saved.kept ? 200 : 409).send(answerOf(saved, asked.authority.profile.calendar.zone));
}

/** A session that ran out keeps what its own page sends, and is shown nothing: not even the author's own other text. */
function answerTooLate(saved: DraftSaved | undefined) {
  return saved?.kept ? { kept: true, version: saved.version } : { kept: false };
}

function answerOf(saved: DraftSaved, zone: string) {
  if (saved.kept) return { kept: true, version: saved.version, saved: timeInWords(saved.savedAt, zone) };
  const { answers, version, savedAt } = saved.theirs;
  return { kept: false, version, saved: timeInWords(savedAt, zone), theirs: answers };
}

function versionIn(aside: RawAnswers): number | undefined {
  const text = aside['draft-version'] ?? '0';
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** JSON of the database holds every character but NUL. */
function storable(answers: RawAnswers): boolean {
  const nul = Object.entries(answers).some((pair) => pair.flat().some((text) => text.includes('\0')));
  return !nul && JSON.stringify(answers).length <= LONGEST;
}
