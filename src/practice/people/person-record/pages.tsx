import { dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { AboutPanel, AddressesPanel, FamilyPanel, ReachPanel } from './panels.tsx';
import type { EarlierContact, OnRecord } from './store.ts';

/** What is on record of who somebody is: family, where they live, how they are reached, names, school, and contacts about them. */
export function OnRecordPage(props: OnRecord) {
  return (
    <>
      <PageHead
        title="Details"
        actions={
          <>
            <ButtonLink href={`/people/${props.person.id}/record-alerts`} kind="secondary" size="compact">
              Alerts
            </ButtonLink>
            {props.mayCompare && (
              <ButtonLink href={`/people/${props.person.id}/duplicates/new`} kind="secondary" size="compact">
                Same person as another?
              </ButtonLink>
            )}
          </>
        }
      />
      <WithAside
        aside={
          <>
            <ReachPanel {...props} />
            <AboutPanel {...props} />
          </>
        }
      >
        <FamilyPanel {...props} />
        <AddressesPanel {...props} />
        <ContactsPanel contacts={props.contacts} today={props.today} />
      </WithAside>
    </>
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
