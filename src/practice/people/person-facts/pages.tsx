import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Code } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { CHOOSABLE_PROVENANCES, type Person } from '../person/index.ts';

/** What was typed into a form about somebody, and what is wrong with it. */
export type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/** One form that adds one fact about somebody. `path` is the noun of the fact in the address. */
export function FactPage(
  props: Typed & {
    person: Person;
    title: string;
    path: string;
    draft: { readonly url: string; readonly version: number };
    children: ComponentChildren;
  },
) {
  const { person, values, problems } = props;
  return (
    <>
      <PageHead title={props.title} above={<Link href={`/people/${person.id}`}>{person.name}</Link>} />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to={`/people/${person.id}/${props.path}`} draft={props.draft}>
            <AsTyped values={values} problems={problems}>
              {props.children}
              <Radios
                name="provenance"
                label="Who or what said so?"
                options={optionsOf(CHOOSABLE_PROVENANCES)}
                small
              />
            </AsTyped>
            <ButtonGroup>
              <SubmitButton busyWords="Keeping">Keep this</SubmitButton>
              <Link href={`/people/${person.id}`}>Back to {person.name}</Link>
            </ButtonGroup>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}

/** The codes of a set as options. */
export function optionsOf(codes: readonly Code[]) {
  return codes.map(({ code, label }) => ({ value: code, label }));
}

function WhileTrue() {
  return (
    <>
      <DayInput name="fromOn" label="Since when, if that is known" />
      <DayInput name="untilOn" label="Until when, if it has ended" />
    </>
  );
}

/** The questions about a name. */
export function NameQuestions() {
  return (
    <>
      <Radios
        name="kind"
        label="What kind of name is it?"
        hint="A chosen name is shown first from now on. A former name is still found."
        options={optionsOf(NAME_KINDS.codes)}
        small
      />
      <TextInput name="givenName" label="First names" width={30} />
      <TextInput name="familyName" label="Family name" width={30} />
      <WhileTrue />
    </>
  );
}

/** Guards an address, so that few roles read it. */
export function GuardBox() {
  return (
    <Checkboxes
      name="guarded"
      label="Could somebody be harmed if it were known?"
      small
      options={[
        {
          value: 'yes',
          label: 'Guard the address',
          hint: 'Few roles read it. Lists show no parish, and no letter names it.',
        },
      ]}
    />
  );
}

/** The questions about an address. */
export function AddressQuestions() {
  return (
    <>
      <WordsInput name="lines" label="Address" rows={3} />
      <TextInput name="postcode" label="Postcode" width={10} />
      <SelectInput name="parish" label="Parish" empty="Select a parish" options={optionsOf(PARISHES.codes)} />
      <GuardBox />
      <WhileTrue />
    </>
  );
}

/** The questions about a telephone number or an email address. */
export function ContactDetailsQuestions() {
  return (
    <>
      <TextInput name="telephone" label="Telephone" type="tel" width={20} />
      <TextInput name="email" label="Email" type="email" width={30} />
    </>
  );
}

/** The questions about how somebody is reached safely. */
export function SafeContactQuestions() {
  return (
    <>
      <Checkboxes
        name="ways"
        label="How is it safe to reach them?"
        hint="Every letter and message keeps to these ways."
        options={optionsOf(SAFE_WAYS.codes)}
        small
      />
      <TextInput name="times" label="When is it safe?" hint="For example: while the children are at school" />
      <SelectInput
        name="language"
        label="Language"
        empty="Select a language"
        options={optionsOf(LANGUAGES.codes)}
      />
      <WordsInput
        name="notToSay"
        label="What must not be said?"
        hint="For example: who told us, or where they live now"
        rows={3}
      />
      <DayInput
        name="reviewOn"
        label="When should somebody ask again?"
        hint="Stands with the alert on every page about them. For example, 27 3 2027"
      />
    </>
  );
}

/** The questions about a school, a practice or a health visitor. */
export function AttendanceQuestions() {
  return (
    <>
      <Radios
        name="kind"
        label="What is it?"
        small
        options={[
          { value: 'school', label: 'School or nursery' },
          { value: 'general practice', label: 'Doctor' },
          { value: 'health visitor', label: 'Health visitor' },
        ]}
      />
      <TextInput name="named" label="Its name" width={30} />
      <WhileTrue />
    </>
  );
}
