import type { Day } from '../../../language/day.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Fieldset, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Refusal } from '../../../platform/web/context.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { HowTheyLive, Provenance, WHY_HINT, WhenTheyCame } from '../household-keeping/index.ts';
import { namedWithAge, type PersonBrief } from '../person/index.ts';
import { GuardBox, optionsOf } from '../person-facts/index.ts';
import { SURE_OR_ABOUT } from './changing.ts';

/** Somebody moves out. */
export function LeavingPanel({ at, values, problems }: Refusal & { at: string }) {
  return (
    <Panel title="They moved out">
      <ActionForm to={`${at}/endings`}>
        <AsTyped values={values} problems={problems}>
          <DayInput name="leavingOn" label="When did they leave?" />
          <Radios
            name="surenessOfLeaving"
            label="How sure is the day?"
            options={optionsOf(SURE_OR_ABOUT)}
            small
          />
          <Provenance name="provenanceOfLeaving" />
          <WordsInput name="leavingWhy" label="Why?" hint={WHY_HINT} rows={3} />
        </AsTyped>
        <SubmitButton busyWords="Keeping">They moved out</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** What was said of somebody's living there is wrong altogether. */
export function TakingBackPanel({ at, values, problems }: Refusal & { at: string }) {
  return (
    <Panel title="They had not lived there">
      <p class="c-small">What was said is taken back. It stays on the page, with the reason.</p>
      <ActionForm to={`${at}/withdrawals`}>
        <AsTyped values={values} problems={problems}>
          <WordsInput name="withdrawnWhy" label="How did it come to be wrong?" rows={3} />
        </AsTyped>
        <SubmitButton kind="secondary">Take it back</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** What was said is put right. */
export function PuttingRightPanel({ at, values, problems }: Refusal & { at: string }) {
  return (
    <Panel title="The days or the details are wrong">
      <p class="c-small">Say how it is. What was said before stays on the page as taken back.</p>
      <ActionForm to={`${at}/corrections`}>
        <AsTyped values={values} problems={problems}>
          <HowTheyLive />
          <WhenTheyCame />
          <WordsInput name="leftAgainWhy" label="If they left again: why?" hint={WHY_HINT} rows={2} />
          <Provenance />
          <WordsInput name="why" label="How did it come to be wrong?" rows={3} />
        </AsTyped>
        <SubmitButton kind="secondary" busyWords="Keeping">
          Put it right
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** The questions when a household moves to another address. */
export function MovingQuestions({ members, today }: { members: readonly PersonBrief[]; today: Day }) {
  return (
    <>
      <Fieldset legend="Who comes along?">
        {members.map((one, at) => (
          <Member key={one.id} one={one} at={at} today={today} />
        ))}
        <p class="c-small">
          Whoever lives there now and you may see. Who stays behind has moved out: say so on their own line.
        </p>
      </Fieldset>
      <WordsInput name="lines" label="Where do they live now?" rows={3} />
      <TextInput name="postcode" label="Postcode" width={10} />
      <SelectInput name="parish" label="Parish" empty="Select a parish" options={optionsOf(PARISHES.codes)} />
      <GuardBox />
      <DayInput name="movedOn" label="When did they move?" />
      <Radios name="sureness" label="How sure is the day?" options={optionsOf(SURE_OR_ABOUT)} small />
      <Provenance />
      <WordsInput name="why" label="Why?" hint={WHY_HINT} rows={3} />
    </>
  );
}

function Member({ one, at, today }: { one: PersonBrief; at: number; today: Day }) {
  return (
    <>
      <HiddenInputs values={{ [`members.${at}.personId`]: one.id }} />
      <Checkboxes
        name={`members.${at}.comes`}
        label={<span class="c-hidden">{one.name}</span>}
        options={[{ value: 'yes', label: namedWithAge(one, today) }]}
        small
      />
    </>
  );
}
