import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../../platform/html/answers.ts';
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
            {props.children}
            <Radios
              name="provenance"
              label="Who or what said so?"
              value={valueIn(values, 'provenance')}
              problems={problems}
              options={optionsOf(CHOOSABLE_PROVENANCES)}
              small
            />
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

function WhileTrue({ values, problems }: Typed) {
  return (
    <>
      <DayInput
        name="fromOn"
        label="Since when, if that is known"
        value={valueIn(values, 'fromOn')}
        problems={problems}
      />
      <DayInput
        name="untilOn"
        label="Until when, if it has ended"
        value={valueIn(values, 'untilOn')}
        problems={problems}
      />
    </>
  );
}

/** The questions about a name. */
export function NameQuestions({ values, problems }: Typed) {
  return (
    <>
      <Radios
        name="kind"
        label="What kind of name is it?"
        hint="A chosen name is shown first from now on. A former name is still found."
        value={valueIn(values, 'kind')}
        problems={problems}
        options={optionsOf(NAME_KINDS.codes)}
        small
      />
      <TextInput
        name="givenName"
        label="First names"
        value={valueIn(values, 'givenName')}
        problems={problems}
        width={30}
      />
      <TextInput
        name="familyName"
        label="Family name"
        value={valueIn(values, 'familyName')}
        problems={problems}
        width={30}
      />
      <WhileTrue values={values} problems={problems} />
    </>
  );
}

/** The questions about an address. */
export function AddressQuestions({ values, problems }: Typed) {
  return (
    <>
      <WordsInput
        name="lines"
        label="Address"
        rows={3}
        value={valueIn(values, 'lines')}
        problems={problems}
      />
      <TextInput
        name="postcode"
        label="Postcode"
        value={valueIn(values, 'postcode')}
        problems={problems}
        width={10}
      />
      <SelectInput
        name="parish"
        label="Parish"
        empty="Select a parish"
        value={valueIn(values, 'parish')}
        problems={problems}
        options={optionsOf(PARISHES.codes)}
      />
      <Checkboxes
        name="guarded"
        label="Could somebody be harmed if it were known?"
        values={valuesIn(values, 'guarded')}
        problems={problems}
        small
        options={[
          {
            value: 'yes',
            label: 'Guard the address',
            hint: 'Few roles read it. Lists show no parish, and no letter names it.',
          },
        ]}
      />
      <WhileTrue values={values} problems={problems} />
    </>
  );
}

/** The questions about a telephone number or an email address. */
export function ContactDetailsQuestions({ values, problems }: Typed) {
  return (
    <>
      <TextInput
        name="telephone"
        label="Telephone"
        type="tel"
        value={valueIn(values, 'telephone')}
        problems={problems}
        width={20}
      />
      <TextInput
        name="email"
        label="Email"
        type="email"
        value={valueIn(values, 'email')}
        problems={problems}
        width={30}
      />
    </>
  );
}

/** The questions about how somebody is reached safely. */
export function SafeContactQuestions({ values, problems }: Typed) {
  return (
    <>
      <Checkboxes
        name="ways"
        label="How is it safe to reach them?"
        hint="Every letter and message keeps to these ways."
        values={valuesIn(values, 'ways')}
        problems={problems}
        options={optionsOf(SAFE_WAYS.codes)}
        small
      />
      <TextInput
        name="times"
        label="When is it safe?"
        hint="For example: while the children are at school"
        value={valueIn(values, 'times')}
        problems={problems}
      />
      <SelectInput
        name="language"
        label="Language"
        empty="Select a language"
        value={valueIn(values, 'language')}
        problems={problems}
        options={optionsOf(LANGUAGES.codes)}
      />
      <WordsInput
        name="notToSay"
        label="What must not be said?"
        hint="For example: who told us, or where they live now"
        rows={3}
        value={valueIn(values, 'notToSay')}
        problems={problems}
      />
    </>
  );
}

/** The questions about a school, a practice or a health visitor. */
export function AttendanceQuestions({ values, problems }: Typed) {
  return (
    <>
      <Radios
        name="kind"
        label="What is it?"
        value={valueIn(values, 'kind')}
        problems={problems}
        small
        options={[
          { value: 'school', label: 'School or nursery' },
          { value: 'general practice', label: 'Doctor' },
          { value: 'health visitor', label: 'Health visitor' },
        ]}
      />
      <TextInput
        name="named"
        label="Its name"
        value={valueIn(values, 'named')}
        problems={problems}
        width={30}
      />
      <WhileTrue values={values} problems={problems} />
    </>
  );
}
