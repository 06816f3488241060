import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { alertBand } from '../alert/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { askableAgencies, checkOnRecord, partnerAnswersOf, withdraw } from '../partner-check/index.ts';
import { askPartners, endEnquiry, openEnquiry, rightsOf } from './actions.ts';
import { EnquiryPage, NoEnquiryPage, OpenEnquiryPage } from './pages.tsx';
import { type Enquiry, enquiryOf, enquiryOnRecord } from './store.ts';

/** Hangs MASH enquiries, and what the hub does with partner checks, on their addresses. */
export function routes(web: Web): void {
  web.show('/contacts/:contactId/mash-enquiries/new', {
    permission: 'mash enquiry: open',
    find: contactOnRecord,
    page: (contact, context) => openPage(contact, context, undefined),
  });
  web.submit('/contacts/:contactId/mash-enquiries', openEnquiry, {
    find: contactOnRecord,
    done: ({ enquiryId }) => `/mash-enquiries/${enquiryId}`,
    refused: (contact, refusal, context) => openPage(contact, context, refusal),
  });
  web.show('/mash-enquiries/:enquiryId', {
    permission: 'mash enquiry: read',
    find: enquiryOnRecord,
    page: (enquiry, context) => enquiryPage(enquiry, context, NOTHING_TYPED),
  });
  web.submit('/mash-enquiries/:enquiryId/partner-checks', askPartners, {
    find: enquiryOnRecord,
    done: (_, enquiry) => `/mash-enquiries/${enquiry.id}`,
    refused: (enquiry, refusal, context) => enquiryPage(enquiry, context, refusal),
  });
  web.submit('/mash-enquiries/:enquiryId/ending', endEnquiry, {
    find: enquiryOnRecord,
    done: (_, enquiry) => `/contacts/${enquiry.contact.id}`,
    refused: (enquiry, refusal, context) => enquiryPage(enquiry, context, refusal),
  });
  web.submit('/partner-checks/:checkId/withdrawal', withdraw, {
    find: checkOnRecord,
    done: (_, check) => `/mash-enquiries/${check.enquiryId}`,
    refused: async (check, refusal, context) => {
      const enquiry = await enquiryOnRecord.load(context, { enquiryId: check.enquiryId });
      return enquiry === undefined ? nothingThere() : enquiryPage(enquiry, context, refusal);
    },
  });
}

const NOTHING_TYPED: Refusal = { values: {}, problems: [] };
function nothingThere(): Page {
  return { title: 'Nothing was changed', place: 'hub', body: <p>Nothing was changed.</p> };
}

async function openPage(contact: Contact, context: Context, refusal: Refusal | undefined): Promise<Page> {
  const title = 'Ask partner agencies';
  const band = await alertBand(context);
  const enquiry = await enquiryOf(context.db, contact);
  if (refusal === undefined && (enquiry !== undefined || contact.about !== 'safeguarding concern')) {
    const body = <NoEnquiryPage contact={contact} enquiryId={enquiry?.id} />;
    return { title, place: 'hub', band, body };
  }
  const draft = await draftOf(context, openEnquiry.name, contact.id);
  const body = (
    <OpenEnquiryPage
      contact={contact}
      askable={await askableAgencies(context.db, context.profile, context.today)}
      values={refusal?.values ?? draft?.answers ?? {}}
      problems={refusal?.problems ?? []}
      draft={{ url: `/drafts/${encodeURIComponent(openEnquiry.name)}/${contact.id}`, draft }}
      {...rightsOf(context)}
    />
  );
  return { title, place: 'hub', band, body, keys: [{ keys: ['Ctrl ↵'], words: 'ask' }] };
}

async function enquiryPage(enquiry: Enquiry, context: Context, refusal: Refusal): Promise<Page> {
  const { db, profile, now, today, viewer } = context;
  return {
    title: 'MASH enquiry',
    place: 'hub',
    band: await alertBand(context),
    body: (
      <EnquiryPage
        enquiry={enquiry}
        answers={await partnerAnswersOf(db, enquiry.contact.id)}
        askable={await askableAgencies(db, profile, today)}
        mayAsk={viewer.permissions.has('partner check: ask')}
        mayEnd={viewer.permissions.has('mash enquiry: end')}
        profile={profile}
        now={now}
        {...refusal}
      />
    ),
    looked: {
      kind: 'mash enquiry',
      id: enquiry.id,
      persons: enquiry.persons,
      fieldClasses: ['health', 'police'],
    },
  };
}
