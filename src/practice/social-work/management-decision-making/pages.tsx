import type { ComponentChildren } from 'preact';
import type { Id } from '../../../language/id.ts';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { DECISION_OCCASIONS } from '../../../profile/code-sets/case-notes.ts';
import { optionsOf, type Typed } from '../../people/person-facts/index.ts';
import { WhyCorrected, WritingPage } from '../written-together/index.ts';
import { MOST_ACTIONS } from './actions.ts';

type Making = Typed & {
  readonly child: { readonly id: Id; readonly name: string };
  readonly draft: { readonly url: string; readonly version: number };
};

/** A decision to write down and sign, with what must be done. */
export function MakePage(props: Making & { staff: readonly { readonly id: Id; readonly name: string }[] }) {
  const { child, staff } = props;
  return (
    <Frame
      {...props}
      title={`Decide about ${child.name}`}
      to={`/people/${child.id}/management-decisions`}
      send={<SubmitButton busyWords="Signing">Sign this decision</SubmitButton>}
    >
      <WhatWasDecided />
      <Panel title="What must be done">
        <p class="c-small">Leave empty what is not needed. Each stands on the list of what is due.</p>
        {Array.from({ length: MOST_ACTIONS }, (_, place) => (
          <OneAction key={`action ${place + 1}`} place={place} staff={staff} />
        ))}
      </Panel>
    </Frame>
  );
}

function OneAction({
  place,
  staff,
}: {
  place: number;
  staff: readonly { readonly id: Id; readonly name: string }[];
}) {
  const at = `actions.${place}`;
  const ordinal = ['First', 'Second', 'Third', 'Fourth', 'Fifth'][place];
  return (
    <div class="c-panel__part">
      <WordsInput name={`${at}.what`} label={`${ordinal}: what must be done?`} rows={2} />
      <SelectInput
        name={`${at}.staffId`}
        label="Who does it?"
        empty="Select a member of staff"
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput name={`${at}.named`} label="Or who else?" width={30} />
      <DayInput name={`${at}.dueOn`} label="Until when?" hint="For example, 27 3 2027" />
    </div>
  );
}

/** A decision to correct, with the reason. */
export function CorrectPage(props: Making & { decisionId: Id; version: number }) {
  const { child, decisionId, version } = props;
  const to = `/people/${child.id}/management-decisions/${decisionId}/corrections`;
  return (
    <Frame
      {...props}
      title="Correct a decision"
      to={to}
      send={<SubmitButton busyWords="Keeping">Keep the correction</SubmitButton>}
    >
      <HiddenInputs values={{ version: String(version) }} />
      <WhatWasDecided />
      <WhyCorrected />
    </Frame>
  );
}

function Frame(
  props: Making & { title: string; to: string; send: ComponentChildren; children: ComponentChildren },
) {
  const back = { href: `/people/${props.child.id}/management-decisions`, words: 'Back to the decisions' };
  return <WritingPage {...props} back={back} />;
}

function WhatWasDecided() {
  return (
    <Panel title="The decision">
      <WordsInput name="decided" label="What was decided?" rows={4} />
      <WordsInput name="why" label="Why?" hint="In words the family could read" rows={4} />
      <Radios
        name="occasion"
        label={DECISION_OCCASIONS.title}
        options={optionsOf(DECISION_OCCASIONS.codes)}
        small
      />
      <StandingTag standing={DECISION_OCCASIONS.standing} />
      <DayInput name="decidedOn" label="Which day was it?" />
    </Panel>
  );
}
