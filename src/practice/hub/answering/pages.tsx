import { valueIn } from '../../../platform/html/answers.ts';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context, Refusal } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { ANSWER_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { type Answers, AnswersPanel, reasonsFor } from '../answer/index.ts';
import { type Contact, childrenNamed } from '../contact/index.ts';
import type { Letter } from '../letter/index.ts';
import type { Reader } from '../reader/index.ts';
import { GUARDED_NEAR } from './actions.ts';

/** Answering: whom, how, in which words; or why not. One reader at a time, each in their language and by ways that are safe for them. */
export function AnswerPage(props: {
  contact: Contact;
  answers: Answers;
  chosen: Answers['readers'][number] | undefined;
  /** Whether this worker writes to them: not where a guarded address stands here that they may not read. */
  mayWrite: boolean;
  context: Pick<Context, 'today' | 'profile' | 'viewer'>;
  refusal?: Refusal | undefined;
}) {
  const { contact, answers, chosen, context, refusal } = props;
  return (
    <>
      <PageHead
        title="Answer"
        above={
          <Link href={`/contacts/${contact.id}/decisions`}>
            {childrenNamed(contact.children)}, {contact.reference}
          </Link>
        }
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <FilterChips
        label="Who is told"
        chips={answers.readers.map(({ reader }) => ({
          words: reader.called,
          href: `/contacts/${contact.id}/answers/new?to=${reader.key}`,
          isCurrent: reader.key === chosen?.reader.key,
        }))}
      />
      <WithAside aside={<AnswersPanel contactId={contact.id} answers={answers} context={context} />}>
        {answers.isDecided && chosen !== undefined ? (
          <Answering contact={contact} {...chosen} mayWrite={props.mayWrite} refusal={refusal} />
        ) : (
          <Notice>
            {answers.isDecided ? 'Choose who is told.' : 'Nobody is told before every child has a decision.'}
          </Notice>
        )}
      </WithAside>
    </>
  );
}

function Answering(props: {
  contact: Contact;
  reader: Reader;
  letter: Letter;
  mayWrite: boolean;
  refusal: Refusal | undefined;
}) {
  const { contact, reader, letter, mayWrite, refusal } = props;
  const values = refusal?.values ?? {};
  const asksWords = reader.ways.length > 0 && (mayWrite || valueIn(values, 'words') !== undefined);
  const reasons = reasonsFor(reader.audience);
  return (
    <Panel title={reader.called}>
      <HowToReach reader={reader} letter={letter} />
      <ActionForm to={`/contacts/${contact.id}/answers`}>
        <HiddenInputs values={{ to: reader.key }} />
        {!mayWrite && <Notice colour="amber">{GUARDED_NEAR}.</Notice>}
        {asksWords && (
          <>
            <Radios
              name="way"
              label="How are they told?"
              hint="Only ways that are safe for them are shown"
              small
              value={valueIn(values, 'way')}
              problems={refusal?.problems}
              options={reader.ways.map((way) => ({ value: way, label: labelOf(ANSWER_WAYS, way) }))}
            />
            <WordsInput
              name="words"
              label="What they are told"
              hint="Read it as they will. It names nobody who told us, and no address."
              rows={14}
              language={letter.language}
              value={valueIn(values, 'words') ?? letter.words}
              problems={refusal?.problems}
            />
            <Checkboxes
              name="told"
              label="If you have spoken with them already"
              small
              values={valueIn(values, 'told') === undefined ? [] : ['yes']}
              options={[{ value: 'yes', label: 'They have been told' }]}
            />
          </>
        )}
        <SelectInput
          name="whyNot"
          label={asksWords ? 'Or why they are not told' : noWordsLabel(reader)}
          value={valueIn(values, 'whyNot')}
          problems={refusal?.problems}
          options={reasons.codes.map(({ code, label }) => ({ value: code, label }))}
        />
        <SubmitButton>Save</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

function noWordsLabel({ ways }: Reader): string {
  return ways.length > 0 ? 'Why they are not told' : 'There is no safe way on record. Why they are not told';
}

function HowToReach({ reader, letter }: { reader: Reader; letter: Letter }) {
  const lines = [
    ['Telephone', reader.telephone],
    ['Email', reader.email],
    ['When it is safe', reader.times],
    ['Language', labelOf(LANGUAGES, reader.language)],
  ] as const;
  return (
    <>
      {reader.notToSay !== undefined && <Notice colour="amber">Do not say: {reader.notToSay}</Notice>}
      {!letter.isTheirs && (
        <Notice colour="amber">
          We cannot write {labelOf(LANGUAGES, reader.language)} here. Ask for an interpreter; the words below
          are English.
        </Notice>
      )}
      <SummaryList
        plain
        lines={lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))}
      />
      {letter.leftOut.length > 0 && (
        <Notice>
          The reason is in English, so the words below leave it out. Say it in{' '}
          {labelOf(LANGUAGES, reader.language)}: {letter.leftOut.join(' ')}
        </Notice>
      )}
      {letter.awaitsCheck && (
        <p>
          <Tag>Awaiting a native speaker’s check</Tag>
        </p>
      )}
    </>
  );
}
