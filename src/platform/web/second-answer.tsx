import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { AsTyped } from '../html/as-typed.tsx';
import { SubmitButton } from '../html/buttons.tsx';
import { Radios } from '../html/choices.tsx';
import { WordsInput } from '../html/text-inputs.tsx';
import { ActionForm } from './action-form.tsx';

/** What a second person answers to something that waits for them: yes, or no and why not. */
export function SecondAnswer(props: {
  readonly to: string;
  readonly yes: string;
  readonly no: string;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
}) {
  return (
    <ActionForm to={props.to}>
      <AsTyped values={props.values} problems={props.problems}>
        <Radios
          name="agree"
          label="Your answer"
          small
          options={[
            { value: 'yes', label: props.yes },
            {
              value: 'no',
              label: props.no,
              followUp: <WordsInput name="whyNot" label="Why not?" rows={2} />,
            },
          ]}
        />
      </AsTyped>
      <SubmitButton wide>Answer</SubmitButton>
    </ActionForm>
  );
}
