import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../../platform/html/answers.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Fieldset, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { CONCERNS } from '../../../profile/code-sets/channels.ts';
import type { Code } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { FAMILY_PERMISSION } from '../../../profile/code-sets/family-permission.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';

/** What the page of a call is given: what was typed, what is wrong with it, and the child who was found first. */
export type CallPageProps = {
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
  /** Children found by the search, to be chosen before anything is written down again. */
  readonly found: readonly { readonly id: Id; readonly name: string; readonly about: string }[];
  readonly searched: string | undefined;
};

/** The page on which a worker writes down a call. */
export function CallPage({ values, problems, draft, found, searched }: CallPageProps) {
  return (
    <>
      <PageHead title="Take a call" above={<Link href="/hub">Hub</Link>} />
      <ErrorSummary problems={problems} />
      <FirstSearch found={found} searched={searched} />
      <ActionForm to="/contacts" draft={draft} class="c-form">
        <Panel title="The call">
          <About values={values} problems={problems} />
        </Panel>
        <Panel title="Who is telling us">
          <Caller values={values} problems={problems} />
        </Panel>
        <Panel title="Who it is about">
          <Children values={values} problems={problems} />
        </Panel>
        <Panel title="What was said">
          <Said values={values} problems={problems} />
        </Panel>
        <SubmitButton shortcut="ctrl+enter">Keep this contact</SubmitButton>
      </ActionForm>
    </>
  );
}

function FirstSearch({ found, searched }: Pick<CallPageProps, 'found' | 'searched'>) {
  return (
    <Panel title="Are they on record already?">
      <search>
        <form method="get" action="/contacts/new" class="c-asking">
          <TextInput
            name="q"
            label="Name, date of birth, telephone or number of the child"
            value={searched}
            problems={[]}
            width={30}
          />
          <SubmitButton kind="secondary">Look first</SubmitButton>
        </form>
      </search>
      {searched === undefined ? null : <Found found={found} searched={searched} />}
    </Panel>
  );
}

function Found({ found, searched }: { found: CallPageProps['found']; searched: string }) {
  if (found.length === 0) return <p>Nobody found for “{searched}”. Write down below who it is about.</p>;
  return (
    <ul class="c-plain-list">
      {found.map((person) => (
        <li key={person.id}>
          <Link href={`/contacts/new?person=${person.id}`}>It is about {person.name}</Link>, {person.about}
        </li>
      ))}
    </ul>
  );
}

type PartProps = Pick<CallPageProps, 'values' | 'problems'>;

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

const choices = (codes: readonly Code[]) => codes.map(({ code, label }) => ({ value: code, label }));

const WAYS_IN = [
  { value: 'call', label: 'By telephone' },
  { value: 'in person', label: 'In person' },
  { value: 'letter', label: 'By letter or email' },
];

function About({ values, problems }: PartProps) {
  return (
    <div class="c-row">
      <Radios
        name="channel"
        label="How it reached us"
        options={WAYS_IN}
        value={valueIn(values, 'channel')}
        problems={problems}
        small
      />
      <Radios
        name="about"
        label="What it is about"
        options={choices(CONCERNS.codes)}
        value={valueIn(values, 'about')}
        problems={problems}
        small
      />
      <Radios
        name="danger"
        label="Is a child in danger now?"
        hint="Yes tells the person on duty at once."
        options={YES_NO}
        value={valueIn(values, 'danger')}
        problems={problems}
        small
      />
    </div>
  );
}

function Caller({ values, problems }: PartProps) {
  return (
    <>
      <div class="c-row">
        <SelectInput
          name="source"
          label="Who they are to the child"
          options={choices(CONTACT_SOURCES.codes)}
          value={valueIn(values, 'source')}
          problems={problems}
        />
        <TextInput
          name="callerName"
          label="Their name, if they say"
          value={valueIn(values, 'callerName')}
          problems={problems}
          width={20}
        />
        <TextInput
          name="telephone"
          label="Telephone"
          type="tel"
          value={valueIn(values, 'telephone')}
          problems={problems}
          width={20}
        />
      </div>
      <div class="c-row">
        <TextInput
          name="relation"
          label="Their role, or how they know the child"
          value={valueIn(values, 'relation')}
          problems={problems}
          width={30}
        />
        <Radios
          name="mayBeNamed"
          label="May the family be told who rang?"
          options={YES_NO}
          value={valueIn(values, 'mayBeNamed')}
          problems={problems}
          small
        />
      </div>
    </>
  );
}

const MOST_CHILDREN = 8;

function Children({ values, problems }: PartProps) {
  const given = Array.from({ length: MOST_CHILDREN }, (_, index) => index).filter(
    (index) =>
      index === 0 ||
      ['givenName', 'familyName', 'birthOrAge', 'personId'].some((name) =>
        valueIn(values, `children.${index}.${name}`),
      ),
  );
  const more = Array.from({ length: MOST_CHILDREN }, (_, index) => index).filter(
    (index) => !given.includes(index),
  );
  return (
    <>
      {given.map((index) => (
        <Child key={index} index={index} values={values} problems={problems} />
      ))}
      <Details summary="More children of the family">
        {more.map((index) => (
          <Child key={index} index={index} values={values} problems={problems} />
        ))}
      </Details>
    </>
  );
}

function Child({ index, values, problems }: PartProps & { index: number }) {
  const name = (part: string) => `children.${index}.${part}`;
  const personId = valueIn(values, name('personId'));
  return (
    <Fieldset legend={`Child ${index + 1}`}>
      {personId === undefined || personId === '' ? null : (
        <p class="c-small">On record already: this contact will be kept with them.</p>
      )}
      <input type="hidden" name={name('personId')} value={personId ?? ''} />
      <div class="c-row">
        <TextInput
          name={name('givenName')}
          label="Given name"
          value={valueIn(values, name('givenName'))}
          problems={problems}
          width={20}
        />
        <TextInput
          name={name('familyName')}
          label="Family name"
          value={valueIn(values, name('familyName'))}
          problems={problems}
          width={20}
        />
        <TextInput
          name={name('birthOrAge')}
          label="Born, due or age"
          hint="12 3 2019, due 9 May, about six"
          value={valueIn(values, name('birthOrAge'))}
          problems={problems}
          width={20}
        />
      </div>
    </Fieldset>
  );
}

function Said(props: PartProps) {
  return (
    <>
      <Telling {...props} name="words" label="What was said, in their own words" rows={8} />
      <Details summary="If it was said">
        <Telling {...props} name="childWords" label="What the child says" rows={3} />
        <Telling {...props} name="helpWanted" label="What help is wanted" rows={3} />
        <Radios
          name="permission"
          label="Has the family agreed that we are told?"
          options={choices(FAMILY_PERMISSION.codes)}
          value={valueIn(props.values, 'permission')}
          problems={props.problems}
          small
        />
      </Details>
      <Details summary="How to reach them safely">
        <Safely {...props} />
      </Details>
      <Short
        {...props}
        name="summary"
        label="One line for the board"
        hint="Optional: otherwise the first words stand there."
      />
    </>
  );
}

function Safely(props: PartProps) {
  const { values, problems } = props;
  return (
    <>
      <Checkboxes
        name="safeWays"
        label="Ways that are safe"
        options={choices(SAFE_WAYS.codes)}
        values={valuesIn(values, 'safeWays')}
        problems={problems}
        small
      />
      <Short {...props} name="safeTimes" label="When it is safe" />
      <Short {...props} name="notToSay" label="What must not be said or left as a message" />
      <TextInput
        name="email"
        label="Email"
        type="email"
        value={valueIn(values, 'email')}
        problems={problems}
        width={30}
      />
      <SelectInput
        name="language"
        label="Language they want to be answered in"
        options={choices(LANGUAGES.codes)}
        value={valueIn(values, 'language')}
        problems={problems}
      />
    </>
  );
}

function Telling({
  values,
  problems,
  ...control
}: PartProps & { name: string; label: string; rows: number }) {
  return <WordsInput {...control} value={valueIn(values, control.name)} problems={problems} />;
}

function Short({ values, problems, ...control }: PartProps & { name: string; label: string; hint?: string }) {
  return <TextInput {...control} value={valueIn(values, control.name)} problems={problems} width={30} />;
}
