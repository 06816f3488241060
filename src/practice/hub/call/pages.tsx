import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import { SaveState } from '../../../platform/html/voice.tsx';
import { ActionForm, FindingForm } from '../../../platform/web/action-form.tsx';
import { CONCERNS } from '../../../profile/code-sets/channels.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { Children } from './children.tsx';
import { choices } from './parts.ts';
import { Said } from './said.tsx';

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
        <AsTyped values={values} problems={problems}>
          <Panel title="The call">
            <About />
          </Panel>
          <Panel title="Who is telling us">
            <Caller />
          </Panel>
          <Panel title="Who it is about">
            <Children values={values} />
          </Panel>
          <Panel title="What was said">
            <Said />
          </Panel>
        </AsTyped>
        <SaveState
          state="saved"
          words={draft.version === 0 ? 'Kept while you type' : 'Your draft is filled in above'}
        />
        <SubmitButton shortcut="ctrl+enter">Keep this contact</SubmitButton>
      </ActionForm>
    </>
  );
}

function FirstSearch({ found, searched }: Pick<CallPageProps, 'found' | 'searched'>) {
  return (
    <Panel title="Are they on record already?">
      <search>
        <FindingForm class="c-asking">
          <HiddenInputs values={{ at: 'contact' }} />
          <TextInput
            name="q"
            label="Name, date of birth, telephone or number of the child"
            value={searched}
            problems={[]}
            width={30}
          />
          <SubmitButton kind="secondary">Look first</SubmitButton>
        </FindingForm>
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

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

const WAYS_IN = [
  { value: 'call', label: 'By telephone' },
  { value: 'in person', label: 'In person' },
  { value: 'letter', label: 'By letter or email' },
];

function About() {
  return (
    <div class="c-row">
      <Radios name="channel" label="How it reached us" options={WAYS_IN} small />
      <Radios name="about" label="What it is about" options={choices(CONCERNS.codes)} small />
      <Radios
        name="danger"
        label="Is a child in danger now?"
        hint="Yes tells the person on duty at once."
        options={YES_NO}
        small
      />
    </div>
  );
}

function Caller() {
  return (
    <>
      <div class="c-row">
        <SelectInput
          name="source"
          label="Who they are to the child"
          options={choices(CONTACT_SOURCES.codes)}
        />
        <TextInput name="callerName" label="Their name, if they say" width={20} />
        <TextInput name="telephone" label="Telephone" type="tel" width={20} />
      </div>
      <div class="c-row">
        <TextInput name="relation" label="Their role, or how they know the child" width={30} />
        <Radios name="mayBeNamed" label="May the family be told who rang?" options={YES_NO} small />
      </div>
    </>
  );
}
