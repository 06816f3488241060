import { recordAct } from '../../platform/audit/audit.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { KeyUsedForOtherAnswers, once, type Reply } from '../../platform/submission.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import { onTheWordOf } from '../../platform/web/public-visit.ts';
import { recordContact } from '../../practice/hub/contact/index.ts';
import { makePrivateLink, privateLinkOf } from '../../practice/hub/private-link/index.ts';
import { type Reader, rootOf } from '../reader.ts';
import type { Journey } from './journeys.ts';
import type { Told } from './questions.ts';
import { contactFrom } from './rules.ts';
import { forgetUnsent } from './store.ts';

const FORM_VERSION = 1;

/** What was answered to whoever sent it, the first time and every time after. */
export type Received = {
  readonly reference: string;
  readonly link: { readonly url: string; readonly endsAt: Date };
};

/**
 * Makes a contact of what was told, once for a key, however often and however concurrently it is sent. Nothing is returned where the
 * key was used before for other answers: then nothing is changed.
 */
export async function receive(
  context: PublicContext,
  reader: Reader,
  journey: Journey,
  sent: { readonly key: string; readonly raw: RawAnswers; readonly told: Told },
): Promise<Received | undefined> {
  const { key, raw: answers } = sent;
  const submission = { key, form: `public: ${journey.name}`, formVersion: FORM_VERSION, answers };
  const reply = await onceOrNot(context, submission, () => record(context, reader, journey, sent));
  if (reply === undefined) return undefined;
  const endsAt = new Date(reply['linkEndsAt'] ?? '');
  const { url } = privateLinkOf({ origin: context.origin, base: rootOf(reader) }, key);
  return { reference: reply['reference'] ?? '', link: { url, endsAt } };
}

async function onceOrNot(
  { db }: PublicContext,
  submission: Parameters<typeof once>[1],
  work: () => Promise<Reply>,
): Promise<Reply | undefined> {
  try {
    return (await once(db, submission, work)).reply;
  } catch (fault) {
    if (fault instanceof KeyUsedForOtherAnswers) return undefined;
    throw fault;
  }
}

async function record(
  context: PublicContext,
  reader: Reader,
  journey: Journey,
  { key, told }: { readonly key: string; readonly told: Told },
): Promise<Reply> {
  await onTheWordOf(context, WORD_OF[journey.voice]);
  const contact = contactFrom(journey, told, { toldAt: context.now, language: reader.code });
  const { id, reference } = await recordContact(context, contact);
  const { endsAt } = await makePrivateLink(context, id, 'referrer', key);
  await forgetUnsent(context, key);
  await recordAct(context.db, {
    id: context.newId(),
    request: context.request,
    act: 'request: send',
    subjectKind: 'contact',
    subjectId: id,
    allowed: true,
    decidedBy: 'anybody may tell us',
  });
  return { reference, linkEndsAt: endsAt.toISOString() };
}

const WORD_OF = { worried: 'referrer', help: 'family', young: 'child' } as const;
