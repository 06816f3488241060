import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput } from '../../../platform/html/text-inputs.tsx';
import { CARE_BASES, CARE_PLACEMENTS } from '../../../profile/code-sets/care.ts';
import type { Code } from '../../../profile/code-sets/code-set.ts';

const ISLAND = [
  { value: 'yes', label: 'On the island' },
  { value: 'no', label: 'Off the island' },
];

/** The questions when a child comes into care. */
export function BeginningQuestions() {
  return (
    <>
      <DayInput name="beganOn" label="On which day did they come into care?" />
      <SelectInput
        name="basis"
        label="On what ground in law are they in care?"
        hint="The articles are those of the Children (Jersey) Law 2002."
        empty="Select"
        options={optionsOf(CARE_BASES.codes)}
      />
      <SelectInput
        name="placement"
        label="Where do they live?"
        empty="Select"
        options={optionsOf(CARE_PLACEMENTS.codes)}
      />
      <Radios name="onIsland" label="Is that on the island or off it?" options={ISLAND} small />
      <TextInput
        name="decidedBy"
        label="Who decided it?"
        hint="The court, or the name and post of whoever decided."
        width={30}
      />
      <p class="c-small">
        Ground in law: <StandingTag standing={CARE_BASES.standing} /> {CARE_BASES.source}.
      </p>
      <p class="c-small">
        Where they live: <StandingTag standing={CARE_PLACEMENTS.standing} /> {CARE_PLACEMENTS.source}.
      </p>
    </>
  );
}

/** The questions when a child leaves care. */
export function EndingQuestions() {
  return (
    <>
      <DayInput name="endedOn" label="On which day did they leave care?" />
      <TextInput
        name="endDecidedBy"
        label="Who decided it?"
        hint="The court, or the name and post of whoever decided."
        width={30}
      />
    </>
  );
}

function optionsOf(codes: readonly Code[]) {
  return codes.map(({ code, label }) => ({ value: code, label }));
}
