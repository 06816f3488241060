import type { Id } from '../../../language/id.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context, Refusal } from '../../../platform/web/context.ts';
import { codesOn, labelOf } from '../../../profile/code-sets/code-set.ts';
import { CORRECTION_REASONS } from '../../../profile/code-sets/correction-reasons.ts';
import { type Contact, childrenNamed } from '../contact/index.ts';
import { momentInWords } from '../triage/index.ts';
import type { Fact } from './facts.ts';
import { correctableOf } from './rules.ts';
import type { Correction } from './store.ts';

type Asking = { readonly contact: Contact; readonly context: Pick<Context, 'now' | 'today' | 'profile'> };

/** What was wrong? Every fact as it stands, each with a way to put it right; and what was put right before. */
export function FactsPage(
  props: Asking & {
    facts: readonly Fact[];
    corrections: readonly Correction[];
    staff: ReadonlyMap<Id, string>;
  },
) {
  const { contact, facts } = props;
  const about = [undefined, ...contact.children.map((child) => child.id)];
  return (
    <>
      <CorrectionHead contact={contact} title="What was wrong?" />
      <div class="c-form-column">
        <p>The words that were said stay as they were said. What stood before stays readable.</p>
        {about.map((child) => {
          const own = facts.filter((fact) => fact.child?.id === child);
          return own.length === 0 ? null : (
            <Panel key={child ?? 'contact'} title={own[0]?.child?.called ?? 'The contact'}>
              <SummaryList
                lines={own.map((fact) => ({
                  label: fact.label,
                  value: fact.value ?? 'Not known',
                  change: { href: hrefOf(contact, fact), words: 'Put right' },
                }))}
              />
            </Panel>
          );
        })}
        <CorrectionsPanel {...props} />
      </div>
    </>
  );
}

/** Putting one fact right: what it says, what is right, and why. */
export function CorrectPage(props: Asking & { fact: Fact; refusal: Refusal | undefined }) {
  const { contact, fact, refusal } = props;
  const values = refusal?.values ?? {};
  const problems = refusal?.problems;
  return (
    <>
      <CorrectionHead contact={contact} title={fact.label} />
      <div class="c-form-column">
        <ErrorSummary problems={problems ?? []} />
        <Panel>
          <SummaryList plain lines={[{ label: 'It says', value: fact.value ?? 'Not known' }]} />
          <PanelPart>
            <ActionForm to={`/contacts/${contact.id}/corrections`}>
              <HiddenInputs values={{ what: fact.what, child: fact.child?.id }} />
              <NewValue {...props} />
              <Radios
                name="reason"
                label="Why it is corrected"
                small
                value={valueIn(values, 'reason')}
                problems={problems}
                options={codesOn(CORRECTION_REASONS, props.context.today).map(({ code, label }) => ({
                  value: code,
                  label,
                }))}
              />
              <WordsInput
                name="words"
                label="Anything that helps to understand it"
                rows={2}
                value={valueIn(values, 'words')}
                problems={problems}
              />
              <ButtonGroup>
                <SubmitButton shortcut="ctrl+enter">Put it right</SubmitButton>
                <Link href={`/contacts/${contact.id}/corrections/new`}>Something else was wrong</Link>
              </ButtonGroup>
            </ActionForm>
          </PanelPart>
        </Panel>
      </div>
    </>
  );
}

function NewValue({ fact, refusal, context }: Parameters<typeof CorrectPage>[0]) {
  const { kind, codes, mayBeEmpty } = correctableOf(fact.what);
  const values = refusal?.values ?? {};
  const common = {
    name: 'isNow',
    label: 'What is right',
    hint: mayBeEmpty ? 'Leave it empty if nothing is known' : undefined,
    value: valueIn(values, 'isNow'),
    problems: refusal?.problems,
  };
  if (kind === 'nobody')
    return (
      <Notice>The child is then not identified. Somebody compares them with who is on record again.</Notice>
    );
  if (kind === 'code' || kind === 'level') {
    const levels = context.profile.levelsOfNeed.map((one) => ({
      value: String(one.level),
      label: `${one.level}, ${one.name}`,
    }));
    const options = codes && codesOn(codes, context.today).map(({ code, label }) => ({ value: code, label }));
    return <SelectInput {...common} options={options ?? levels} />;
  }
  if (kind === 'line') return <TextInput {...common} />;
  return (
    <>
      <DayInput {...common} hint={common.hint ?? 'For example, 27 3 2026 or yesterday'} />
      {kind === 'instant' && (
        <TextInput
          name="time"
          label="At what time"
          hint="For example, 14:02"
          width={5}
          value={valueIn(values, 'time')}
          problems={refusal?.problems}
        />
      )}
    </>
  );
}

/** What was put right on a contact, the latest first; nothing where nothing was. */
export function CorrectionsPanel(
  props: Pick<Asking, 'context'> & { corrections: readonly Correction[]; staff: ReadonlyMap<Id, string> },
) {
  const { corrections, staff, context } = props;
  if (corrections.length === 0) return null;
  return (
    <Panel title="What was put right">
      {corrections.map((one) => (
        <PanelPart key={one.id}>
          <p>
            <strong>{one.what}</strong>: it said {one.was ?? 'nothing'}, it says {one.isNow ?? 'nothing'} now.
          </p>
          <p class="c-small">
            {labelOf(CORRECTION_REASONS, one.reason)}. {one.words !== undefined && `${one.words} `}
            {staff.get(one.correctedBy) ?? ''},{' '}
            {momentInWords(one.correctedAt, context.now, context.profile.calendar)}
          </p>
        </PanelPart>
      ))}
    </Panel>
  );
}

function CorrectionHead({ contact, title }: { contact: Contact; title: string }) {
  return (
    <PageHead
      title={title}
      above={
        <Link href={`/contacts/${contact.id}`}>
          {childrenNamed(contact.children)}, {contact.reference}
        </Link>
      }
    />
  );
}

function hrefOf(contact: Contact, { what, child }: Fact): string {
  const of = child === undefined ? '' : `&child=${child.id}`;
  return `/contacts/${contact.id}/corrections/new?what=${encodeURIComponent(what)}${of}`;
}
