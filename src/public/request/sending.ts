import { recordAct } from '../../platform/audit/audit.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { KeyUsedForOtherAnswers, once, type Reply } from '../../platform/submission.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import { type NewContact, recordContact } from '../../practice/hub/contact/index.ts';
import { makePrivateLink, privateLinkOf } from '../../practice/hub/private-link/index.ts';
import { FORM, forget } from './store.ts';

/** What was answered to whoever sent it, the first time and every time after. */
export type Received = {
  readonly reference: string;
  readonly isInDanger: boolean;
  readonly link: { readonly url: string; readonly endsAt: Date };
};

/**
 * Makes the contact of a request, once for a key, however often and however concurrently it is sent. Nothing is returned where the key
 * was used before for other answers: then nothing is changed. `contact` is not asked for where the key was sent before.
 */
export async function receive(
  context: PublicContext,
  key: string,
  answers: RawAnswers,
  contact: NewContact | undefined,
): Promise<Received | undefined> {
  const submission = { key, form: FORM.name, formVersion: FORM.version, answers };
  const sent = await once(context.db, submission, () => record(context, key, contact)).catch((fault) => {
    if (fault instanceof KeyUsedForOtherAnswers) return undefined;
    throw fault;
  });
  if (sent === undefined) return undefined;
  const endsAt = new Date(sent.reply['linkEndsAt'] ?? '');
  return {
    reference: sent.reply['reference'] ?? '',
    isInDanger: answers['danger'] === 'yes',
    link: { url: privateLinkOf(context, key).url, endsAt },
  };
}

async function record(context: PublicContext, key: string, contact: NewContact | undefined): Promise<Reply> {
  if (contact === undefined) throw new RangeError('a request that was not sent before makes a contact');
  const { id, reference } = await recordContact(context, contact);
  const { endsAt } = await makePrivateLink(context, id, 'referrer', key);
  await forget(context, key);
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
