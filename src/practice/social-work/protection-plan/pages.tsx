import { Radios } from '../../../platform/html/choices.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput } from '../../../platform/html/text-inputs.tsx';
import { PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';

const WHO = 'The conference and its chair, or the name and post of whoever decided.';

/** The questions when a plan begins. */
export function BeginningQuestions() {
  return (
    <>
      <DayInput name="beganOn" label="On which day did the plan begin?" />
      <Radios
        name="category"
        label="What does the plan protect them from?"
        options={PLAN_CATEGORIES.codes.map(({ code, label }) => ({ value: code, label }))}
        small
      />
      <TextInput name="decidedBy" label="Who decided it?" hint={WHO} width={30} />
      <p class="c-small">
        What it protects from: <StandingTag standing={PLAN_CATEGORIES.standing} /> {PLAN_CATEGORIES.source}.
      </p>
    </>
  );
}

/** The questions when a plan ends. */
export function EndingQuestions() {
  return (
    <>
      <DayInput name="endedOn" label="On which day did the plan end?" />
      <TextInput name="endDecidedBy" label="Who decided it?" hint={WHO} width={30} />
    </>
  );
}
