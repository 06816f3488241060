import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Fieldset, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { SecondAnswer } from '../../../platform/web/second-answer.tsx';
import { KINDS, NAMEABLE, type Restriction } from '../restriction/index.ts';
import type { AtWork } from '../staff/index.ts';
import { MOST_NAMED } from './actions.ts';

const optionsOf = (codes: readonly { readonly code: string; readonly label: string }[]) =>
  codes.map(({ code, label }) => ({ value: code, label }));

/** The questions when a wall is put up. Who works with the child stands first in the list. */
export function PuttingQuestions(props: {
  staff: readonly AtWork[];
  agreeing: readonly AtWork[];
  working: ReadonlySet<Id>;
}) {
  return (
    <>
      <Radios name="kind" label="Restricted or sealed?" options={optionsOf(KINDS)} small />
      <WordsInput
        name="reason"
        label="Why must others not open it?"
        hint="Whoever the wall names reads this"
        rows={3}
      />
      <WhoStillOpens staff={props.staff} working={props.working} />
      <SelectInput
        name="secondId"
        label="If it is sealed: who is asked to agree?"
        hint="It stands at once, and comes down if they do not agree. They are named by it too."
        empty="Select"
        options={props.agreeing.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
      />
      <DayInput
        name="reviewOn"
        label="When is it looked at again?"
        hint="Within a year. For example, 27 3 2027"
      />
    </>
  );
}

function WhoStillOpens({ staff, working }: { staff: readonly AtWork[]; working: ReadonlySet<Id> }) {
  const first = staff.filter(({ id }) => working.has(id));
  const options = [...first, ...staff.filter(({ id }) => !working.has(id))].map((one) => ({
    value: one.id,
    label: `${one.name}, ${working.has(one.id) ? 'works with them' : one.title}`,
  }));
  return (
    <>
      <Fieldset legend="Who may still open it?">
        <div id="people">
          {Array.from({ length: MOST_NAMED }, (_, index) => `people.${index}.staffId`).map((name, index) => (
            <SelectInput
              key={name}
              name={name}
              label={`Person ${index + 1}`}
              empty={index === 0 ? 'Select' : 'Nobody more'}
              options={options}
            />
          ))}
        </div>
      </Fieldset>
      <Checkboxes
        name="roles"
        label="And these, whoever they are on the day"
        hint="Without one of them, nobody on duty at night opens it but in an emergency"
        options={optionsOf(NAMEABLE)}
        small
      />
      <Checkboxes
        name="leaveOut"
        label="Does it shut out whoever works with them?"
        options={[{ value: 'yes', label: 'Yes, on purpose' }]}
        small
      />
    </>
  );
}

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/** The second person's yes or no. */
export function AnswerPanel({ restriction, values, problems }: Typed & { restriction: Restriction }) {
  const lifting = restriction.liftings.find((one) => one.agreed === undefined);
  return (
    <Panel
      title={lifting === undefined ? 'Do you agree that it is sealed?' : 'Do you agree that it comes down?'}
    >
      {lifting && <Words words={lifting.reason} />}
      <SecondAnswer
        to={`/restrictions/${restriction.id}/answers`}
        yes="I agree"
        no={lifting === undefined ? 'I do not agree: it comes down' : 'I do not agree: it stays'}
        values={values}
        problems={problems}
      />
    </Panel>
  );
}

/** Taking a wall down. */
export function LiftPanel({ restriction, values, problems }: Typed & { restriction: Restriction }) {
  const sealed = restriction.kind === 'sealed';
  return (
    <Panel title="Take it down">
      <ActionForm to={`/restrictions/${restriction.id}/liftings`}>
        <AsTyped values={values} problems={problems}>
          <WordsInput
            name="reason"
            label="Why can it come down?"
            hint={sealed ? 'It stands until a second person who is named agrees' : 'It comes down at once'}
            rows={3}
          />
        </AsTyped>
        <SubmitButton kind="secondary">{sealed ? 'Ask for it' : 'Take it down'}</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
