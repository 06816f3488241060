import type { Id } from '../../../language/id.ts';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Details, Notice } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { SaveState, Voice, Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context, Refusal } from '../../../platform/web/context.ts';
import type { Draft } from '../../../platform/web/drafts.ts';
import { type Answers, AnswersPanel } from '../answer/index.ts';
import { type Contact, childNamed, childrenNamed, lineOf } from '../contact/index.ts';
import { type Decision, DecisionsPanel } from '../decision/index.ts';
import { coveredInWords, type DecisionQuestions, DecisionQuestionsFor } from './questions.tsx';

/** Deciding about a contact: what was said beside the questions; for all children alike, or for each. */
export function DecidePage(
  props: DecisionQuestions & { each: boolean; draft: { url: string; draft: Draft | undefined } },
) {
  const { contact, problems, open } = props;
  return (
    <>
      <PageHead
        title="Decide"
        above={<Link href={`/contacts/${contact.id}`}>{childrenNamed(contact.children)}</Link>}
        below={`${contact.reference}. ${lineOf(contact)}`}
      />
      <ErrorSummary problems={problems} />
      {open.length === 0 ? <AllDecided contact={contact} /> : <Deciding {...props} />}
    </>
  );
}

function AllDecided({ contact }: { contact: Contact }) {
  return (
    <Notice>
      <p>Every child of this contact has a decision.</p>
      <ButtonLink kind="secondary" href={`/contacts/${contact.id}/decisions`}>
        See what was decided
      </ButtonLink>
    </Notice>
  );
}

function Deciding(props: Parameters<typeof DecidePage>[0]) {
  const { contact, draft, each, open } = props;
  const form = (
    <ActionForm
      to={`/contacts/${contact.id}/decisions`}
      class="c-deciding"
      draft={{ url: draft.url, version: draft.draft?.version ?? 0 }}
    >
      {each ? (
        open.map((child, index) => (
          <Panel key={child.id} title={childNamed(child)}>
            <DecisionQuestionsFor {...props} index={index} child={child} />
          </Panel>
        ))
      ) : (
        <Panel>
          <DecisionQuestionsFor {...props} index={0} />
          <Covers {...props} />
        </Panel>
      )}
      <SubmitButton wide shortcut="ctrl+enter">
        Sign the decision
      </SubmitButton>
      <SaveState
        state="saved"
        words={draft.draft === undefined ? 'Kept while you type' : 'Your draft is filled in'}
      />
    </ActionForm>
  );
  if (each) return <div class="c-form-column">{form}</div>;
  return (
    <WithAside aside={form}>
      <WhatWasSaid contact={contact} />
    </WithAside>
  );
}

/** Says for whom one answer counts, and leads to deciding apart. */
function Covers({ contact, open }: Pick<DecisionQuestions, 'contact' | 'open'>) {
  if (open.length < 2) return null;
  return (
    <p class="c-small">
      Covers {coveredInWords(open)}.{' '}
      <Link href={`/contacts/${contact.id}/decisions/new?each=yes`}>Decide for each child</Link>
    </p>
  );
}

function WhatWasSaid({ contact }: { contact: Contact }) {
  return (
    <Panel title={childrenNamed(contact.children)}>
      {contact.childWords !== undefined && (
        <Voice words={contact.childWords} by="The child, as it was told to us" />
      )}
      <Words words={contact.words} language={contact.wordsLanguage} by={contact.referrer?.name} />
      {contact.helpWanted !== undefined && (
        <Details summary="What help is wanted">
          <Words words={contact.helpWanted} language={contact.wordsLanguage} />
        </Details>
      )}
    </Panel>
  );
}

/** What was decided about a contact, what it opened, and who has been told. */
export function DecisionsPage(props: {
  contact: Contact;
  decisions: readonly Decision[];
  answers: Answers;
  staff: ReadonlyMap<Id, string>;
  context: Context;
  refusal?: Refusal | undefined;
}) {
  const { contact, decisions, answers, context, refusal } = props;
  const mayTakeBack =
    context.viewer.permissions.has('contact: withdraw decision') && contact.answeredAt === undefined;
  return (
    <>
      <PageHead
        title={childrenNamed(contact.children)}
        above={<Link href={`/contacts/${contact.id}`}>{contact.reference}</Link>}
        below={lineOf(contact)}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <WithAside aside={<AnswersPanel contactId={contact.id} answers={answers} context={context} />}>
        <DecisionsPanel {...props} />
        {decisions.length < contact.children.length && (
          <ButtonLink href={`/contacts/${contact.id}/decisions/new`}>Decide</ButtonLink>
        )}
        {decisions.length > 0 && mayTakeBack && (
          <ActionForm to={`/contacts/${contact.id}/decisions/withdrawal`}>
            <ButtonGroup>
              <SubmitButton kind="secondary">Take the decision back</SubmitButton>
            </ButtonGroup>
            <p class="c-small">
              Possible until somebody has been told. What it opened is taken back with it.
            </p>
          </ActionForm>
        )}
      </WithAside>
    </>
  );
}
