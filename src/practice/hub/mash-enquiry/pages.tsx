import { valueIn } from '../../../platform/html/answers.ts';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { DraftState, Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Draft } from '../../../platform/web/drafts.ts';
import type { Profile } from '../../../profile/profile.ts';
import { type Contact, childrenNamed, lineOf } from '../contact/index.ts';
import {
  type Asking,
  type PartnerAnswer,
  PartnerAnswers,
  WhomToAskPanel,
  withdrawing,
} from '../partner-check/index.ts';
import { momentInWords } from '../triage/index.ts';
import { PERMISSIONS_OF_ENQUIRY } from './rules.ts';
import type { Enquiry } from './store.ts';

/** Opening an enquiry: why, with what permission, and whom to ask for what. Nothing is ticked beforehand. */
export function OpenEnquiryPage(
  props: Asking & {
    contact: Contact;
    decidesWithoutPermission: boolean;
    draft: { url: string; draft: Draft | undefined };
  },
) {
  const { contact, values, problems, draft } = props;
  return (
    <>
      <Head contact={contact} title="Ask partner agencies" />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <Words words={contact.words} language={contact.wordsLanguage} />
        </Panel>
        <ActionForm
          to={`/contacts/${contact.id}/mash-enquiries`}
          draft={{ url: draft.url, version: draft.draft?.version ?? 0 }}
        >
          <DraftState isKept={draft.draft !== undefined} />
          <Panel title="Why, and with what permission">
            <WordsInput
              name="purpose"
              label="What do you need to know, and why?"
              hint="The agencies asked read this. Say no more than they need."
              rows={4}
              value={valueIn(values, 'purpose')}
              problems={problems}
            />
            <Permission {...props} />
          </Panel>
          <WhomToAskPanel {...props} />
          <ButtonGroup>
            <SubmitButton shortcut="ctrl+enter">Ask the agencies ticked</SubmitButton>
            <Link href={`/contacts/${contact.id}`}>Back without asking</Link>
          </ButtonGroup>
        </ActionForm>
      </div>
    </>
  );
}

function Permission({
  values,
  problems,
  decidesWithoutPermission,
}: Asking & { decidesWithoutPermission: boolean }) {
  return (
    <>
      <Radios
        name="permission"
        label="Did the family give permission to ask?"
        small
        options={PERMISSIONS_OF_ENQUIRY.map(({ code, label }) => ({ value: code, label }))}
        value={valueIn(values, 'permission')}
        problems={problems}
      />
      <WordsInput
        name="withoutPermissionReason"
        label="Without permission: why partners are asked all the same"
        hint={
          decidesWithoutPermission
            ? 'Asking would put a child at risk, or waiting would. Your name stands under this.'
            : 'A manager decides this and opens the enquiry. Ask yours.'
        }
        rows={3}
        value={valueIn(values, 'withoutPermissionReason')}
        problems={problems}
      />
    </>
  );
}

type EnquiryShown = Asking & {
  readonly enquiry: Enquiry;
  readonly answers: readonly PartnerAnswer[];
  readonly mayAsk: boolean;
  readonly mayEnd: boolean;
  readonly profile: Profile;
  readonly now: Date;
};

/** One enquiry: on what it stands, what partners answered, and asking more of them. */
export function EnquiryPage(props: EnquiryShown) {
  const { enquiry, answers, mayAsk, mayEnd, problems } = props;
  const isOpen = enquiry.closedAt === undefined;
  return (
    <>
      <Head contact={enquiry.contact} title="MASH enquiry" />
      <ErrorSummary problems={problems} />
      <Panel title="What partners hold">
        <PartnerAnswers {...props} withdrawing={mayAsk && isOpen ? withdrawing : undefined} />
        {answers.length === 0 && <p>Nobody is asked yet.</p>}
      </Panel>
      <Panel title="On what it stands">
        <SummaryList lines={groundsOf(props)} />
        {isOpen && mayEnd && (
          <PanelPart>
            <ActionForm to={`/mash-enquiries/${enquiry.id}/ending`}>
              <p class="c-small">What nobody has answered is withdrawn with it.</p>
              <SubmitButton kind="secondary">End the enquiry</SubmitButton>
            </ActionForm>
          </PanelPart>
        )}
      </Panel>
      {isOpen && mayAsk && (
        <ActionForm to={`/mash-enquiries/${enquiry.id}/partner-checks`}>
          <WhomToAskPanel {...props} />
          <SubmitButton kind="secondary">Ask the agencies ticked</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function groundsOf({ enquiry, now, profile }: EnquiryShown) {
  const moment = (at: Date) => momentInWords(at, now, profile.calendar);
  const label = PERMISSIONS_OF_ENQUIRY.find(({ code }) => code === enquiry.permission)?.label ?? '';
  return [
    { label: 'Purpose', value: enquiry.purpose },
    { label: 'Permission of the family', value: label },
    ...(enquiry.withoutPermissionReason === undefined
      ? []
      : [
          {
            label: 'Asked without it because',
            value: `${enquiry.withoutPermissionReason} (${enquiry.withoutPermissionBy ?? ''})`,
          },
        ]),
    { label: 'Opened', value: `${enquiry.openedBy}, ${moment(enquiry.openedAt)}` },
    ...(enquiry.closedAt === undefined
      ? []
      : [{ label: 'Ended', value: `${enquiry.closedBy ?? ''}, ${moment(enquiry.closedAt)}` }]),
  ];
}

/** Where nobody can be asked yet, or an enquiry is open already: said, with the way on. */
export function NoEnquiryPage({ contact, enquiryId }: { contact: Contact; enquiryId: string | undefined }) {
  return (
    <>
      <Head contact={contact} title="Ask partner agencies" />
      <Notice>
        {enquiryId === undefined ? (
          <>
            <p>
              Partner agencies are asked only about a safeguarding concern. This contact is not recorded as
              one.
            </p>
            <ButtonGroup>
              <ButtonLink href={`/contacts/${contact.id}/concerns/new`}>
                It is a safeguarding concern
              </ButtonLink>
              <Link href={`/contacts/${contact.id}`}>Back to the contact</Link>
            </ButtonGroup>
          </>
        ) : (
          <>
            <p>An enquiry on this contact is open. More agencies can be asked inside it.</p>
            <ButtonLink href={`/mash-enquiries/${enquiryId}`}>Open the enquiry</ButtonLink>
          </>
        )}
      </Notice>
    </>
  );
}

function Head({ contact, title }: { contact: Contact; title: string }) {
  return (
    <PageHead
      title={title}
      above={
        <Link href={`/contacts/${contact.id}`}>
          {childrenNamed(contact.children)}, {contact.reference}
        </Link>
      }
      below={lineOf(contact)}
    />
  );
}
