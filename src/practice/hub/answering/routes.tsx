import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { answerOnRecord, answersFor, guardedNear } from '../answer/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { answer, telling } from './actions.ts';
import { AnswerPage } from './pages.tsx';

/** Hangs the answers to a contact on their addresses. */
export function routes(web: Web): void {
  web.show('/contacts/:contactId/answers/new', {
    permission: 'contact: answer',
    find: contactOnRecord,
    page: (contact, context) => answering(contact, context),
  });
  web.submit('/contacts/:contactId/answers', answer, {
    find: contactOnRecord,
    done: (_id, contact) => `/contacts/${contact.id}/decisions`,
    refused: (contact, refusal, context) => answering(contact, context, refusal),
  });
  web.submit('/answers/:answerId/telling', telling, {
    find: answerOnRecord,
    done: (contactId) => `/contacts/${contactId}/decisions`,
    refused: async (kept, refusal, context) => {
      const contact = await contactOnRecord.load(context, { contactId: kept.contactId });
      if (contact === undefined) throw new Error('an answer without its contact');
      return answering(contact, context, refusal);
    },
  });
}

async function answering(contact: Contact, context: Context, refusal?: Refusal): Promise<Page> {
  const [answers, isGuarded] = await Promise.all([
    answersFor(context, contact),
    guardedNear(context.db, contact.id),
  ]);
  const asked = valueIn(refusal?.values ?? context.query, 'to');
  const owed = answers.readers.find(({ reader }) => reader.audience === 'referrer');
  const chosen = answers.readers.find(({ reader }) => reader.key === asked) ?? owed;
  return {
    title: 'Answer',
    place: 'hub',
    body: (
      <AnswerPage
        contact={contact}
        answers={answers}
        chosen={chosen}
        mayWrite={!isGuarded || context.viewer.fieldClasses.has('guarded address')}
        context={context}
        refusal={refusal}
      />
    ),
  };
}
