import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../../people/staff/index.ts';
import { alertBand } from '../alert/index.ts';
import { type Contact, childrenNamed, contactOnRecord } from '../contact/index.ts';
import { correct } from './actions.ts';
import { factsOf } from './facts.ts';
import { CorrectPage, FactsPage } from './pages.tsx';
import { correctionsOf } from './store.ts';

/** Hangs the corrections of a contact on their addresses. */
export function routes(web: Web): void {
  web.show('/contacts/:contactId/corrections/new', {
    permission: 'contact: correct',
    find: contactOnRecord,
    page: (contact, context) => correcting(contact, context),
  });
  web.submit('/contacts/:contactId/corrections', correct, {
    find: contactOnRecord,
    done: (_id, contact) => `/contacts/${contact.id}/corrections/new`,
    refused: (contact, refusal, context) => correcting(contact, context, refusal),
  });
}

async function correcting(contact: Contact, context: Context, refusal?: Refusal): Promise<Page> {
  const asked = refusal?.values ?? context.query;
  const child = valueIn(asked, 'child') || undefined;
  const facts = factsOf(contact, context.profile.calendar.zone);
  const fact = facts.find((one) => one.what === valueIn(asked, 'what') && one.child?.id === child);
  const corrections = await correctionsOf(context.db, contact.id);
  const staff = await staffNamed(
    context.db,
    corrections.map((one) => one.correctedBy),
  );
  return {
    title: `What was wrong, ${childrenNamed(contact.children)}`,
    place: 'hub',
    band: await alertBand(context),
    body:
      fact === undefined ? (
        <FactsPage
          contact={contact}
          context={context}
          facts={facts}
          corrections={corrections}
          staff={staff}
        />
      ) : (
        <CorrectPage contact={contact} context={context} fact={fact} refusal={refusal} />
      ),
  };
}
