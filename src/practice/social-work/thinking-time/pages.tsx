import type { Id } from '../../../language/id.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { optionsOf, type Typed } from '../../people/person-facts/index.ts';
import { WritingPage } from '../written-together/index.ts';
import { THINKING_OUTCOMES } from './actions.ts';

type Draft = { readonly url: string; readonly version: number };

/** Whether a thinking time was held, and how long; or why not. */
export function ThinkingPage(
  props: Typed & {
    child: { readonly id: Id; readonly name: string };
    caseId: Id;
    timeId: Id;
    booked: string;
    draft: Draft;
  },
) {
  const { caseId, timeId, booked } = props;
  const back = { href: `/complex-cases/${caseId}`, words: 'Back to the complex case' };
  return (
    <WritingPage
      {...props}
      title="Was it held?"
      to={`/thinking-times/${timeId}/ending`}
      back={back}
      send={<SubmitButton busyWords="Keeping">Keep this</SubmitButton>}
    >
      <Panel title={booked}>
        <Radios
          name="outcome"
          label="Was this thinking time held?"
          options={optionsOf(THINKING_OUTCOMES)}
          small
        />
        <DayInput name="heldOn" label="If it was: on which day?" />
        <TextInput name="heldMinutes" label="How many minutes?" inputmode="numeric" width={5} />
        <WordsInput name="why" label="If it was not: why?" rows={3} />
      </Panel>
    </WritingPage>
  );
}
