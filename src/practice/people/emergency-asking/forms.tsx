import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Refusal } from '../../../platform/web/context.ts';
import { EMERGENCY_GROUNDS } from '../../../profile/code-sets/emergency-grounds.ts';
import { EMERGENCY_ACCESS } from '../../../profile/emergency-access.ts';
import type { Emergency } from '../emergency-access/index.ts';

/** Asking for one record: whom, why, two confirmations. */
export function AskPage(props: Refusal & { draft: { readonly url: string; readonly version: number } }) {
  const { values, problems, draft } = props;
  return (
    <>
      <PageHead
        title="Emergency access"
        below={`One record, for ${EMERGENCY_ACCESS.hours} hours, when a child may be in danger and you cannot wait.`}
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to="/emergency-accesses" draft={draft}>
            <AsTyped values={values} problems={problems}>
              <h2 class="c-panel__title">Whose record?</h2>
              <p class="c-small">
                Exactly as you know it: either the number, or the whole name and the date of birth.
              </p>
              <TextInput name="number" label="Child number" width={20} />
              <TextInput name="givenName" label="Or first name" width={20} />
              <TextInput name="familyName" label="Family name" width={20} />
              <DayInput name="bornOn" label="Date of birth" hint="For example, 27 3 2016" />
              <Radios
                name="ground"
                label={EMERGENCY_GROUNDS.title}
                small
                options={EMERGENCY_GROUNDS.codes.map(({ code, label }) => ({ value: code, label }))}
              />
              <WordsInput
                name="words"
                label="Why must you see this record now?"
                hint="A sentence or two. Whoever reviews it reads this."
                rows={4}
              />
              <Checkboxes
                name="cannotWait"
                label="First confirmation"
                small
                options={[{ value: 'yes', label: 'It cannot wait for somebody who works with this child' }]}
              />
              <Checkboxes
                name="isHeard"
                label="Second confirmation"
                small
                options={[
                  {
                    value: 'yes',
                    label:
                      'I know that my manager and the data protection officer are told at once, and that it is reviewed',
                  },
                ]}
              />
            </AsTyped>
            <ButtonGroup>
              <SubmitButton kind="warning" busyWords="Opening">
                Open it now
              </SubmitButton>
            </ButtonGroup>
          </ActionForm>
          <PanelPart>
            <p class="c-small">
              {EMERGENCY_ACCESS.hours} hours: <StandingTag standing={EMERGENCY_ACCESS.standing} />{' '}
              {EMERGENCY_ACCESS.source}.
            </p>
          </PanelPart>
        </Panel>
      </div>
    </>
  );
}

/** The second person opens a sealed record to whoever asks. */
export function AgreePanel({ emergency }: { emergency: Emergency }) {
  return (
    <Panel title="This record is sealed">
      <p>
        It names you, so you may open it to them for {EMERGENCY_ACCESS.hours} hours. They have not been told
        that there is a record.
      </p>
      <ActionForm to={`/emergency-accesses/${emergency.id}/agreement`}>
        <SubmitButton kind="warning" wide>
          Open it to them
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** The review afterwards. */
export function ReviewPanel({ emergency, values, problems }: Refusal & { emergency: Emergency }) {
  return (
    <Panel title="Your review">
      <ActionForm to={`/emergency-accesses/${emergency.id}/review`}>
        <AsTyped values={values} problems={problems}>
          <Radios
            name="wasRight"
            label="Was it right to ask?"
            small
            options={[
              { value: 'yes', label: 'It was right' },
              { value: 'no', label: 'It was not right' },
            ]}
          />
          <WordsInput name="words" label="What did you find out, and what follows?" rows={3} />
        </AsTyped>
        <SubmitButton wide>Keep the review</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
