import { valueIn, valuesIn } from '../../../platform/html/answers.ts';
import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { FAMILY_PERMISSION } from '../../../profile/code-sets/family-permission.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { choices, type PartProps } from './parts.ts';

/** What was said, and how the caller is reached safely. */
export function Said(props: PartProps) {
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
