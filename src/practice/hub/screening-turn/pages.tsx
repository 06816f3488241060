import { ageInWords } from '../../../language/age.ts';
import { dayInWords } from '../../../language/dates-in-words.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList, Timeline } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { SaveState, Voice, Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import type { Draft } from '../../../platform/web/drafts.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { type Contact, type ContactChild, childNamed, childrenNamed } from '../contact/index.ts';
import { coveredInWords, type DecisionQuestions, DecisionQuestionsFor } from '../deciding/index.ts';
import { type PartnerAnswer, PartnerAnswers } from '../mash-enquiry/index.ts';
import { type ContactClock, ContactClockLine } from '../triage/index.ts';
import { MeetingHead, type Running } from './meeting.tsx';
import type { Known } from './reading.ts';
import type { ContactInTurn } from './store.ts';

type Deciding = DecisionQuestions & {
  readonly running: Running;
  readonly contact: ContactInTurn;
  readonly clock: ContactClock;
  readonly partners: readonly PartnerAnswer[];
  readonly known: Known;
  readonly each: boolean;
  readonly draft: { readonly url: string; readonly draft: Draft | undefined };
};

/** One contact in a meeting: reading at the left, deciding at the right, nothing chosen. Saving opens the next. */
export function TurnPage(props: Deciding) {
  return (
    <>
      <MeetingHead {...props.running} />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={<DecideInTurn {...props} />}>
        <Reading {...props} />
      </WithAside>
    </>
  );
}

function DecideInTurn(props: Deciding) {
  const { contact, open, each, draft } = props;
  const at = `/screening-meetings/${contact.meeting.id}/contacts/${contact.id}`;
  return (
    <Panel>
      <ActionForm
        to={`${at}/decisions`}
        class="c-deciding"
        draft={{ url: draft.url, version: draft.draft?.version ?? 0 }}
      >
        {each ? (
          open.map((child, index) => (
            <PanelPart key={child.id} title={childNamed(child)}>
              <DecisionQuestionsFor {...props} index={index} child={child} />
            </PanelPart>
          ))
        ) : (
          <DecisionQuestionsFor {...props} index={0} />
        )}
        {open.length > 1 && (
          <p class="c-small">
            Covers {coveredInWords(open)}.{' '}
            <Link href={`/screening-meetings/${contact.meeting.id}${each ? '' : '?each=yes'}`}>
              {each ? 'Decide for all alike' : 'Decide for each child'}
            </Link>
          </p>
        )}
        <SubmitButton wide shortcut="ctrl+enter">
          Save and open next
        </SubmitButton>
        <p class="c-small">Nothing is chosen until you choose it.</p>
        <SaveState
          state="saved"
          words={draft.draft === undefined ? 'Kept while you type' : 'Your draft is filled in'}
        />
      </ActionForm>
      <Details summary="Put it off" open={props.problems.some(({ field }) => field === 'deferredReason')}>
        <ActionForm to={`${at}/deferral`}>
          <WordsInput
            name="deferredReason"
            label="Why, and until when"
            rows={2}
            value={valueIn(props.values, 'deferredReason')}
            problems={props.problems}
          />
          <SubmitButton kind="secondary">Put it off and open next</SubmitButton>
        </ActionForm>
      </Details>
    </Panel>
  );
}

function Reading({ contact, clock, partners, known, context, running }: Deciding) {
  const { now, profile } = running.context;
  const { calendar } = profile;
  return (
    <Panel>
      <PageHead
        level={2}
        title={
          contact.children.length === 1
            ? withAge(contact.children[0], context.today)
            : childrenNamed(contact.children)
        }
        below={<Facts contact={contact} today={context.today} />}
        actions={<ContactClockLine clock={clock} now={now} calendar={calendar} />}
      />
      {contact.childWords !== undefined && (
        <Voice words={contact.childWords} by="The child, as it was told to us" />
      )}
      <Words words={contact.words} language={contact.wordsLanguage} by={<Teller contact={contact} />} />
      {partners.length > 0 && (
        <PanelPart title="What partners hold">
          <PartnerAnswers answers={partners} profile={profile} now={now} />
        </PanelPart>
      )}
      <PanelPart title="What we already know">
        <AlreadyKnown contact={contact} known={known} context={running.context} />
      </PanelPart>
    </Panel>
  );
}

function Facts({ contact, today }: { contact: Contact; today: Context['today'] }) {
  const [only] = contact.children;
  const languages = [...new Set(contact.children.flatMap((child) => child.languages ?? []))];
  const facts = [
    contact.children.length > 1
      ? contact.children.map((child) => withAge(child, today)).join('; ')
      : undefined,
    only?.school,
    languages.map((language) => labelOf(LANGUAGES, language)).join(' and ') || undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <>
      <Link href={`/contacts/${contact.id}`}>{contact.reference}</Link>
      {facts.map((fact) => (
        <span key={fact} class="c-fact">
          {fact}
        </span>
      ))}
    </>
  );
}

function Teller({ contact }: { contact: Contact }) {
  const { referrer } = contact;
  const who = referrer?.name ?? labelOf(CONTACT_SOURCES, contact.source);
  const rest = [referrer?.role, referrer?.agencyNamed].filter((text) => text !== undefined);
  const knows = contact.familyKnows === true ? ' The family knows.' : '';
  return <>{`${[who, ...rest].join(', ')}.${knows}`}</>;
}

function withAge(child: ContactChild | undefined, today: Context['today']): string {
  if (child === undefined) return 'No child named';
  const name = childNamed(child);
  if (child.bornOn !== undefined) return `${name}, ${ageInWords({ bornOn: child.bornOn }, today)}`;
  return child.dueOn === undefined ? name : `${name}, due ${dayInWords(child.dueOn, today)}`;
}

function AlreadyKnown({ contact, known, context }: { contact: Contact; known: Known; context: Context }) {
  if (contact.persons.length === 0) return <p>Nobody is identified yet, so nothing can be known of them.</p>;
  const first = { when: dayInWords(contact.toldOn, context.today), what: 'This contact' };
  const steps = known.earlier.map((one) => ({
    when: dayInWords(one.toldOn, context.today),
    what: (
      <Link href={`/contacts/${one.contactId}`}>
        {[
          labelOf(CONTACT_SOURCES, one.source),
          one.outcome === undefined ? 'not decided' : labelOf(CONTACT_OUTCOMES, one.outcome).toLowerCase(),
          one.level === undefined ? undefined : `level ${one.level}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </Link>
    ),
  }));
  const open = known.open.map((one) => `${one.kind}, since ${dayInWords(one.beganOn, context.today)}`);
  return (
    <>
      <Timeline steps={[first, ...steps]} />
      <SummaryList
        plain
        lines={[{ label: 'Open now', value: open.length === 0 ? 'Nothing' : open.join('; ') }]}
      />
    </>
  );
}
