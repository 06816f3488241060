import type { ComponentChildren } from 'preact';
import { dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { Link } from '../../../platform/html/links.tsx';
import { Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { AboutPanel, AddressesPanel, FamilyPanel, ReachPanel } from './panels.tsx';
import type { EarlierContact, OnRecord } from './store.ts';

/** A person on record. */
export function OnRecordPage(
  props: OnRecord & Readonly<Record<'care' | 'rating' | 'visits' | 'service', ComponentChildren>>,
) {
  return (
    <WithAside
      aside={
        <>
          {props.rating}
          {props.care}
          <ReachPanel {...props} />
          <AboutPanel {...props} />
        </>
      }
    >
      {props.visits}
      {props.service}
      <ContactsPanel contacts={props.contacts} today={props.today} />
      <FamilyPanel {...props} />
      <AddressesPanel {...props} />
    </WithAside>
  );
}

function ContactsPanel({ contacts, today }: { contacts: readonly EarlierContact[]; today: Day }) {
  return (
    <Panel title={contacts.length === 0 ? 'Contacts' : undefined} flush={contacts.length > 0}>
      {contacts.length === 0 ? (
        <p class="c-small">Nobody has contacted the hub about them.</p>
      ) : (
        <Table
          caption="Contacts about this person, newest first"
          columns={[
            { head: 'Told to us', narrow: 'lead' },
            { head: 'Contact', isName: true, narrow: 'beside' },
            { head: 'What was said', narrow: 'full' },
            { head: 'Who told us', narrow: 'start' },
            { head: 'Answer', narrow: 'end' },
          ]}
          groups={[
            {
              title: 'Contacts',
              rows: contacts.map((contact) => ({
                id: contact.reference,
                cells: [
                  dayNarrow(contact.toldOn, today),
                  <Link key="reference" href={`/contacts/${contact.id}`}>
                    {contact.reference}
                  </Link>,
                  contact.line,
                  labelOf(CONTACT_SOURCES, contact.source),
                  contact.answeredAt === undefined ? 'Not yet answered' : 'Answered',
                ],
              })),
            },
          ]}
        />
      )}
    </Panel>
  );
}
