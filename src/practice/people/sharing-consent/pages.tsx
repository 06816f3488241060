import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { type CodeSet, labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONSENT_GIVERS, CONSENT_WAYS } from '../../../profile/code-sets/sharing.ts';
import { type Consent, consentInWords } from './rules.ts';

type Shown = { readonly names: ReadonlyMap<Id, string>; readonly today: Day };

/** The consent of a record, beside the sharing log: what holds, and what was withdrawn. */
export function ConsentsPanel(
  props: Shown & { personId: Id; consents: readonly Consent[]; mayAdd: boolean },
) {
  const { personId, consents, names, today, mayAdd } = props;
  return (
    <Panel
      title="Consent"
      link={mayAdd && <Link href={`/people/${personId}/sharing-consents/new`}>Record consent</Link>}
    >
      {consents.length === 0 ? (
        <p class="c-small">No consent is on record.</p>
      ) : (
        <ul class="c-plain-list">
          {consents.map((one) => (
            <li key={one.id}>
              <Link href={`/sharing-consents/${one.id}`}>{consentInWords(one)}</Link>
              <span class="c-small">
                {one.withdrawnAt === undefined
                  ? ' Holds.'
                  : ` Withdrawn ${dayInWords(dayOf(one.withdrawnAt), today)}${byWhom(names.get(one.withdrawnBy ?? one.heardBy))}.`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function byWhom(name: string | undefined): string {
  return name === undefined ? '' : `, taken down by ${name}`;
}

const optionsOf = ({ codes }: CodeSet) => codes.map(({ code, label }) => ({ value: code, label }));

/** What is asked when consent is recorded. */
export function ConsentQuestions({
  agencies,
}: {
  agencies: readonly { readonly id: Id; readonly title: string }[];
}) {
  return (
    <>
      <SelectInput
        name="agencyId"
        label="Which agency may know?"
        empty="Select"
        options={agencies.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Radios name="saidBy" label="Who said so?" options={optionsOf(CONSENT_GIVERS)} small />
      <TextInput name="saidName" label="Their name" />
      <DayInput name="saidOn" label="When did they say it?" />
      <Radios name="way" label="How?" options={optionsOf(CONSENT_WAYS)} small />
      <WordsInput
        name="words"
        label="What did they agree to?"
        hint="What may be shared and for what, as near to their words as you can"
        rows={3}
      />
    </>
  );
}

/** One consent, whole. */
export function ConsentPanel({ consent, names, today }: Shown & { consent: Consent }) {
  const { withdrawnAt } = consent;
  return (
    <Panel title="What was said">
      <SummaryList
        plain
        lines={[
          { label: 'Agency', value: consent.agencyTitle },
          { label: 'Said by', value: `${consent.saidName}. ${labelOf(CONSENT_GIVERS, consent.saidBy)}` },
          {
            label: 'When and how',
            value: `${dayInWords(consent.saidOn, today)}. ${labelOf(CONSENT_WAYS, consent.way)}`,
          },
          { label: 'Agreed to', value: <div class="c-lines">{consent.words}</div> },
          {
            label: 'Heard by',
            value: `${names.get(consent.heardBy) ?? 'Somebody of the staff'}, ${dayInWords(dayOf(consent.heardAt), today)}`,
          },
          ...(withdrawnAt === undefined
            ? []
            : [
                { label: 'Withdrawn', value: dayInWords(dayOf(withdrawnAt), today) },
                {
                  label: 'By whom, and how',
                  value: <div class="c-lines">{consent.withdrawnWords ?? ''}</div>,
                },
              ]),
        ]}
      />
    </Panel>
  );
}

/** Taking consent back. */
export function WithdrawPanel(props: { consent: Consent; values: RawAnswers; problems: readonly Problem[] }) {
  return (
    <Panel title="It was withdrawn">
      <ActionForm to={`/sharing-consents/${props.consent.id}/withdrawal`}>
        <AsTyped values={props.values} problems={props.problems}>
          <WordsInput
            name="words"
            label="Who withdrew it, and how?"
            hint="Everything shared on this consent ends at once"
            rows={3}
          />
        </AsTyped>
        <SubmitButton kind="secondary">Withdraw it</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
