import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { SHARED_PARTS, SHARING_BASES, SHARING_PURPOSES } from '../../../profile/code-sets/sharing.ts';
import type { FieldClass } from '../../../profile/field-classes.ts';
import { SHARING } from '../../../profile/sharing.ts';
import type { Readers, Share } from '../share/index.ts';

type Asking = {
  readonly personId: Id;
  readonly readers: Readers;
  readonly consents: readonly { readonly id: Id; readonly inWords: string }[];
  readonly fieldClasses: ReadonlySet<FieldClass>;
};

/** The questions when something is shared. Nothing is ticked beforehand, and nothing is offered that whoever shares does not read. */
export function SharingQuestions(props: Asking) {
  return (
    <>
      <ReaderQuestions readers={props.readers} />
      <Radios
        name="purpose"
        label="What is it for?"
        options={SHARING_PURPOSES.codes.map(({ code, label }) => ({ value: code, label }))}
        small
      />
      <WordsInput name="purposeWords" label="In your words" hint="They read this" rows={2} />
      <PartQuestions fieldClasses={props.fieldClasses} />
      <WordsInput
        name="words"
        label="Is there something they need to be told?"
        hint="May stay empty. Only what they need for this; no address, and not who told us."
        rows={4}
      />
      <GroundQuestions {...props} />
      <DayInput
        name="untilOn"
        label="What is the last day?"
        hint={
          <>
            Within {SHARING.longestDays} days: <StandingTag standing={SHARING.standing} /> For example, 27 3
            2027
          </>
        }
      />
    </>
  );
}

function ReaderQuestions({ readers }: { readers: Readers }) {
  return (
    <>
      <SelectInput
        name="agencyId"
        label="Which agency?"
        empty="Select"
        options={readers.agencies.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectInput
        name="staffId"
        label="Only one person of it?"
        hint="Otherwise everybody of the agency who signs in here reads it"
        empty="Everybody of the agency"
        options={readers.people.map(({ id, name, agency }) => ({ value: id, label: `${name}, ${agency}` }))}
      />
    </>
  );
}

function PartQuestions({ fieldClasses }: Pick<Asking, 'fieldClasses'>) {
  const parts = SHARED_PARTS.codes.filter((part) => fieldClasses.has(part.fieldClass));
  return (
    <>
      <Checkboxes
        name="parts"
        label="What do they read?"
        hint="Name and date of birth come with it. An address, notes and who told us cannot be shared here."
        options={parts.map((part) => ({
          value: part.code,
          label: part.label,
          ...('note' in part && { hint: part.note }),
        }))}
        small
      />
      <WordsInput
        name="partsWords"
        label="If the family, health or police part is among it: why do they need it?"
        rows={2}
      />
    </>
  );
}

function GroundQuestions({ personId, consents }: Asking) {
  const without = <WordsInput name="basisWords" label="Why without consent, and who decided so?" rows={2} />;
  const consent =
    consents.length === 0 ? (
      <p>
        No consent is on record.{' '}
        <Link href={`/people/${personId}/sharing-consents/new`}>Record it first</Link>
      </p>
    ) : (
      <SelectInput
        name="consentId"
        label="Which consent?"
        empty="Select"
        options={consents.map(({ id, inWords }) => ({ value: id, label: inWords }))}
      />
    );
  return (
    <>
      <Radios
        name="basis"
        label="On what ground?"
        options={SHARING_BASES.codes.map(({ code, label }) => ({
          value: code,
          label,
          followUp: code === 'consent' ? consent : undefined,
        }))}
        small
      />
      {without}
    </>
  );
}

/** Ending a share early. */
export function EndPanel(props: { share: Share; values: RawAnswers; problems: readonly Problem[] }) {
  return (
    <Panel title="End it now">
      <ActionForm to={`/shares/${props.share.id}/ending`}>
        <AsTyped values={props.values} problems={props.problems}>
          <WordsInput
            name="why"
            label="Why does it end?"
            hint="From that moment they find nothing, also in a page that is open"
            rows={3}
          />
        </AsTyped>
        <SubmitButton kind="secondary">End the share</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
