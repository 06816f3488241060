import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { FAMILY_PERMISSION } from '../../../profile/code-sets/family-permission.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { choices } from './parts.ts';

/** What was said, and how the caller is reached safely. */
export function Said() {
  return (
    <>
      <WordsInput name="words" label="What was said, in their own words" rows={8} />
      <Details summary="If it was said">
        <WordsInput name="childWords" label="What the child says" rows={3} />
        <WordsInput name="helpWanted" label="What help is wanted" rows={3} />
        <Radios
          name="permission"
          label="Has the family agreed that we are told?"
          options={choices(FAMILY_PERMISSION.codes)}
          small
        />
      </Details>
      <Details summary="How to reach them safely">
        <Safely />
      </Details>
      <Short
        name="summary"
        label="One line for the board"
        hint="Optional: otherwise the first words stand there."
      />
    </>
  );
}

function Safely() {
  return (
    <>
      <Checkboxes name="safeWays" label="Ways that are safe" options={choices(SAFE_WAYS.codes)} small />
      <Short name="safeTimes" label="When it is safe" />
      <Short name="notToSay" label="What must not be said or left as a message" />
      <TextInput name="email" label="Email" type="email" width={30} />
      <SelectInput
        name="language"
        label="Language they want to be answered in"
        options={choices(LANGUAGES.codes)}
      />
    </>
  );
}

function Short(control: { name: string; label: string; hint?: string }) {
  return <TextInput {...control} width={30} />;
}
