import { ageInWords } from '../../../language/age.ts';
import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { Facts } from '../../../platform/html/facts.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { type SummaryLine, SummaryList, Timeline } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { RatingTag } from '../../../platform/html/tags.tsx';
import { Voice, Words } from '../../../platform/html/voice.tsx';
import { CHANNELS } from '../../../profile/code-sets/channels.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { openInWords } from '../../people/person/index.ts';
import { AnswersPanel } from '../answer/index.ts';
import { type Contact, type ContactChild, childNamed, childrenNamed } from '../contact/index.ts';
import { ChildrenOf, FamilyOf, tellerInWords, WhoToldUs } from '../contact-people/index.ts';
import { CorrectionsPanel } from '../correction/index.ts';
import { DecisionsPanel } from '../decision/index.ts';
import { PartnerAnswers } from '../mash-enquiry/index.ts';
import { ContactClockLine } from '../triage/index.ts';
import { ContactAside } from './aside.tsx';
import type { Shown } from './reading.ts';
import type { RelatedContact } from './store.ts';

/** Everything about one contact: what was said and by whom at the left, how it stands and what can be done at the right. */
export function ContactPage(shown: Shown) {
  const { contact, decisions, answers, corrections, staff, context } = shown;
  return (
    <>
      <Head {...shown} />
      <WithAside aside={<ContactAside {...shown} />}>
        <Reading {...shown} />
        {decisions.length > 0 && <DecisionsPanel {...{ contact, decisions, staff, context }} />}
        {(answers.isDecided || answers.answers.length > 0) && (
          <AnswersPanel contactId={contact.id} answers={answers} context={context} />
        )}
        <CorrectionsPanel corrections={corrections} staff={staff} context={context} />
      </WithAside>
    </>
  );
}

function Head({ contact, clock, ratings, context, now, today }: Shown) {
  const source = labelOf(CONTACT_SOURCES, contact.source);
  const channel = labelOf(CHANNELS, contact.channel);
  return (
    <PageHead
      title={titleOf(contact, today)}
      above={<Link href="/hub">Board</Link>}
      below={
        <span class="c-spaced">
          <span>{contact.reference}</span>
          <span>{source}</span>
          <span>{channel}</span>
          <RatingTag colour={ratings[0]?.colour ?? 'none'} />
        </span>
      }
      actions={<ContactClockLine clock={clock} now={now} calendar={context.profile.calendar} />}
    />
  );
}

/** "Saffron Barnacle, 11"; of several children the names together. */
export function titleOf(contact: Contact, today: Day): string {
  const [only, ...more] = contact.children;
  if (only === undefined || more.length > 0) return childrenNamed(contact.children);
  const age = ageOf(only, today);
  return age === undefined ? childNamed(only) : `${childNamed(only)}, ${age}`;
}

function ageOf(child: ContactChild, today: Day): string | undefined {
  if (child.bornOn !== undefined) return ageInWords({ bornOn: child.bornOn }, today);
  if (child.dueOn !== undefined) return `due ${dayInWords(child.dueOn, today)}`;
  return child.givenName === undefined && child.familyName === undefined ? undefined : child.ageSaid;
}

function Reading(shown: Shown) {
  const { contact, said, partners, context, now } = shown;
  const besides = besidesOf(contact);
  return (
    <Panel>
      {contact.childWords !== undefined && (
        <Voice words={contact.childWords} by="The child, as it was told to us" />
      )}
      <Words words={contact.words} language={contact.wordsLanguage} by={tellerInWords(contact)} />
      {besides.length > 0 && <SummaryList lines={besides} />}
      <PanelPart title="Children">
        <ChildrenOf {...shown} />
      </PanelPart>
      {partners.length > 0 && (
        <PanelPart title="What partners hold">
          <PartnerAnswers answers={partners} profile={context.profile} now={now} />
        </PanelPart>
      )}
      <PanelPart title="What we already know">
        <AlreadyKnown {...shown} />
      </PanelPart>
      {contact.familyMembers.length > 0 && (
        <PanelPart title="Family and household">
          <FamilyOf {...shown} />
        </PanelPart>
      )}
      <PanelPart title="Who told us">
        <WhoToldUs contact={contact} />
      </PanelPart>
      {said.length > 0 && (
        <PanelPart title="What else was said">
          <ElseSaid said={said} />
        </PanelPart>
      )}
    </Panel>
  );
}

/** Under the child or the part it is about: what is said of one child is never read as said of a brother. */
function ElseSaid({ said }: Pick<Shown, 'said'>) {
  return [...Map.groupBy(said, ({ about }) => about)].map(([about, lines]) => (
    <section key={about} aria-label={about}>
      <h3 class="c-people__name">{about}</h3>
      <SummaryList
        lines={lines.map(({ question, words }) => ({ label: question, value: <Lines text={words} /> }))}
      />
    </section>
  ));
}

function besidesOf(contact: Contact): readonly SummaryLine[] {
  const lines = [
    { label: 'What goes well', words: contact.goingWell },
    { label: 'What was tried', words: contact.tried },
    { label: 'What would help', words: contact.helpWanted },
  ];
  return lines.flatMap(({ label, words }) =>
    words === undefined ? [] : [{ label, value: <Lines text={words} /> }],
  );
}

function AlreadyKnown({ contact, related, open, today }: Shown) {
  const unknown = contact.children.filter((child) => child.personId === undefined).length;
  return (
    <>
      {unknown > 0 && (
        <p>
          {unknown === contact.children.length ? 'No child of this contact is' : 'Not every child is'} matched
          to the record yet, so earlier contacts may be missing here.
        </p>
      )}
      {related.length > 0 && (
        <Timeline
          label="Other contacts, latest first"
          steps={related.map((one) => ({ when: dayInWords(one.toldOn, today), what: <Related one={one} /> }))}
        />
      )}
      <Facts
        facts={[
          ['Other contacts', related.length === 0 ? 'None on record' : undefined],
          [
            'Open now',
            open.length === 0
              ? 'Nothing'
              : open.map(({ kind, name }) => `${openInWords(kind)} (${name})`).join('; '),
          ],
        ]}
      />
    </>
  );
}

function Related({ one }: { one: RelatedContact }) {
  const outcomes = one.outcomes.map((code) => labelOf(CONTACT_OUTCOMES, code).toLowerCase());
  const words = [
    labelOf(CONTACT_SOURCES, one.source),
    outcomes.length === 0 ? 'not decided' : outcomes.join(' and '),
    one.level === undefined ? '' : `level ${one.level}`,
    one.sameIncident ? 'same incident' : '',
  ];
  return <Link href={`/contacts/${one.id}`}>{words.filter(Boolean).join(', ')}</Link>;
}

/** Words with the line ends they were written with. */
function Lines({ text }: { text: string }) {
  return <div class="c-lines">{text}</div>;
}
