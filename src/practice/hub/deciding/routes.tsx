import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../../people/staff/index.ts';
import { alertBand } from '../alert/index.ts';
import { answersFor } from '../answer/index.ts';
import { type Contact, childrenNamed, contactOnRecord } from '../contact/index.ts';
import { decisionsOf, UndoToast } from '../decision/index.ts';
import { decideContact, withdraw } from './actions.ts';
import { DecidePage, DecisionsPage } from './pages.tsx';
import { DECISION_KEYS } from './questions.tsx';
import { questionsFor } from './reading.ts';

/** Hangs the decisions about a contact on their addresses. */
export function routes(web: Web): void {
  const at = '/contacts/:contactId/decisions';
  const find = contactOnRecord;
  const toDecisions = (contact: Contact) => `/contacts/${contact.id}/decisions`;
  web.show(`${at}/new`, {
    permission: 'contact: decide',
    find,
    page: (contact, context) => deciding(contact, context),
  });
  web.show(at, { permission: 'contact: read', find, page: (contact, context) => decided(contact, context) });
  web.submit(at, decideContact, {
    find,
    done: (_signed, contact) => `${toDecisions(contact)}?signed=yes`,
    refused: (contact, refusal, context) => deciding(contact, context, refusal),
  });
  web.submit(`${at}/withdrawal`, withdraw, {
    find,
    done: (_id, contact) => `/contacts/${contact.id}`,
    refused: (contact, refusal, context) => decided(contact, context, refusal),
  });
}

async function deciding(contact: Contact, context: Context, refusal?: Refusal): Promise<Page> {
  const [draft, band, questions] = await Promise.all([
    draftOf(context, decideContact.name, contact.id),
    alertBand(context),
    questionsFor(context, contact),
  ]);
  const values = refusal?.values ?? draft?.answers ?? {};
  return {
    title: `Decide, ${childrenNamed(contact.children)}`,
    place: 'hub',
    band,
    keys: DECISION_KEYS,
    body: (
      <DecidePage
        {...questions}
        values={values}
        problems={refusal?.problems ?? []}
        each={valueIn(context.query, 'each') === 'yes' || valueIn(values, 'decisions.0.child') !== undefined}
        draft={{ url: `/drafts/${encodeURIComponent(decideContact.name)}/${contact.id}`, draft }}
      />
    ),
  };
}

async function decided(contact: Contact, context: Context, refusal?: Refusal): Promise<Page> {
  const [decisions, answers, band] = await Promise.all([
    decisionsOf(context.db, contact.id),
    answersFor(context, contact),
    alertBand(context),
  ]);
  const staff = await staffNamed(
    context.db,
    decisions.flatMap((decision) => [decision.signedBy, decision.authorisedBy]),
  );
  const justSigned = valueIn(context.query, 'signed') === 'yes' && decisions.length > 0;
  return {
    title: `Decided, ${childrenNamed(contact.children)}`,
    place: 'hub',
    band,
    toast: justSigned ? (
      <UndoToast
        words={`${childrenNamed(contact.children)}: signed`}
        action={`/contacts/${contact.id}/decisions/withdrawal`}
      />
    ) : undefined,
    body: (
      <DecisionsPage
        contact={contact}
        decisions={decisions}
        answers={answers}
        staff={staff}
        context={context}
        refusal={refusal}
      />
    ),
  };
}
