import { dayOf } from '../../../language/day.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { alertBand } from '../alert/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { ContactPage, titleOf } from './pages.tsx';
import { wholeContact } from './reading.ts';

/** Hangs the page of a contact on its address. */
export function routes(web: Web): void {
  web.show('/contacts/:contactId', {
    permission: 'contact: read',
    find: contactOnRecord,
    page: (contact, context) => contactPage(contact, context),
  });
}

const KEYS = [
  { keys: ['a'], words: 'take it' },
  { keys: ['d'], words: 'decide' },
  { keys: ['r'], words: 'rate' },
  { keys: ['p'], words: 'partners' },
];

async function contactPage(contact: Contact, context: Context): Promise<Page> {
  const [whole, band] = await Promise.all([wholeContact(context, contact), alertBand(context)]);
  const now = context.knownAt ?? context.now;
  const today = dayOf(now, context.profile.calendar.zone);
  return {
    title: titleOf(contact, today),
    place: 'hub',
    band,
    body: <ContactPage {...whole} context={context} now={now} today={today} />,
    keys: KEYS,
    looked: {
      kind: 'contact',
      id: contact.id,
      persons: contact.persons,
      fieldClasses: [
        ...(contact.referrer === undefined ? [] : ['reporter']),
        ...(whole.partners.length === 0 ? [] : ['health', 'police']),
      ],
    },
  };
}
