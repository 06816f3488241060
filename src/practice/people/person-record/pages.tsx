import type { ComponentChildren } from 'preact';
import { dayInWords, dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { IdentityBar } from '../../../platform/html/identity-bar.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import {
  dayOfLife,
  namedWithAge,
  nameInWords,
  openInWords,
  type Person,
  type SafeContact,
} from '../person/index.ts';
import { AboutPanel, AddressesPanel, FamilyPanel, ReachPanel } from './panels.tsx';
import type { EarlierContact, OnRecord } from './store.ts';

/** Who this is, always in sight, with how to reach them safely as a band across the page. */
export function PersonBand({ person, allocated, open, attendances, safeContact, today }: OnRecord) {
  const [first] = open;
  const school = attendances.find((one) => one.kind === 'school' && one.untilOn === undefined);
  return (
    <IdentityBar
      isHeading
      name={namedWithAge(person, today)}
      below={belowName(person, today)}
      facts={[
        { label: 'Number', value: person.number },
        first === undefined
          ? { label: 'Open', value: 'Not open' }
          : {
              label: 'Open',
              value: openInWords(first.kind),
              note: first.beganOn && `since ${dayOfLife(first.beganOn)}`,
            },
        allocated === undefined
          ? { label: 'Worker', value: 'Nobody yet' }
          : {
              label: 'Worker',
              value: allocated.worker.name,
              note: allocated.manager && `managed by ${allocated.manager.name}`,
            },
        { label: 'School', value: school?.title ?? 'Not known' },
      ]}
      alerts={safeContact && [{ words: safelyInWords(safeContact) }]}
    />
  );
}

function belowName(person: Person, today: Day): string {
  const [shown, ...others] = person.names;
  const chosen = others.find((name) => name.kind === 'legal' && shown?.kind === 'chosen');
  return [
    bornInWords(person, today),
    chosen && `${labelOf(NAME_KINDS, 'legal')}: ${nameInWords(chosen)}.`,
    person.pronouns && `${person.pronouns}.`,
    person.diedOn && `Died ${dayOfLife(person.diedOn)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** When somebody was or is to be born, and how sure that is. */
function bornInWords(person: Pick<Person, 'bornOn' | 'dueOn' | 'bornOnCertainty'>, today: Day): string {
  if (person.bornOn !== undefined) {
    const about = person.bornOnCertainty === 'about' ? 'about ' : '';
    return `Born ${about}${dayOfLife(person.bornOn)}.`;
  }
  return person.dueOn === undefined ? 'Date of birth not known.' : `Due ${dayInWords(person.dueOn, today)}.`;
}

/** How somebody is reached without putting them at risk, in one line that nobody can misread. */
function safelyInWords(safe: SafeContact): string {
  if (safe.ways.includes('not at all'))
    return ['Do not contact them.', notToSay(safe)].filter(Boolean).join(' ');
  const ways = safe.ways.map((way) => labelOf(SAFE_WAYS, way).toLowerCase()).join(', ');
  return [
    `Reach them only by: ${ways}.`,
    safe.times && `When: ${ended(safe.times)}`,
    safe.language !== 'en' && `In ${labelOf(LANGUAGES, safe.language)}.`,
    notToSay(safe),
  ]
    .filter(Boolean)
    .join(' ');
}

function notToSay({ notToSay: words }: SafeContact): string | undefined {
  return words && `Do not say: ${ended(words)}`;
}

function ended(words: string): string {
  return /[.!?]$/u.test(words) ? words : `${words}.`;
}

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
      <Link href={`/people/${props.person.id}/timeline`}>Timeline: everything that is recorded</Link>
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
