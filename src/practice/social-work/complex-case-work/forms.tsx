import type { ComponentChildren } from 'preact';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Typed } from '../../people/person-facts/index.ts';
import { AgencyQuestions } from '../complex-case-entry/index.ts';
import type { CaseProps } from './shown.ts';

/** What can be done with a case on the register, each behind its own words; what was refused stands open. */
export function Work(props: CaseProps) {
  const { complex, may } = props;
  const at = `/complex-cases/${complex.id}`;
  return (
    <>
      {may.work && (
        <Panel title="Work on it">
          <Act
            {...props}
            summary="Book thinking time"
            to={`${at}/thinking-times`}
            open={isTyped(props, 'bookedOn')}
            button="Book it"
          >
            <DayInput name="bookedOn" label="For which day?" hint="For example, 27 3 2027" />
            <TextInput name="bookedMinutes" label="How many minutes?" inputmode="numeric" width={5} />
            <WordsInput name="attending" label="Who thinks together?" rows={2} />
          </Act>
          <Act
            {...props}
            summary="Review it"
            to={`${at}/reviews`}
            open={isTyped(props, 'reviewedOn')}
            button="Keep this review"
          >
            <DayInput name="reviewedOn" label="On which day?" />
            <WordsInput name="reviewWords" label="What was found, and what follows?" rows={4} />
          </Act>
          <OnAgencies {...props} />
        </Panel>
      )}
      {may.decide && (
        <Panel title="Decide">
          <Act
            {...props}
            summary="Take it off the register"
            to={`${at}/ending`}
            open={isTyped(props, 'leftOn')}
            button="Take it off"
          >
            <DayInput name="leftOn" label="On which day was it decided?" />
            <WordsInput name="leftWhy" label="What changed?" rows={3} />
          </Act>
        </Panel>
      )}
    </>
  );
}

/** Agencies that join a case, and those that take part no longer. */
function OnAgencies(props: CaseProps) {
  const { complex, agencies, parts } = props;
  const at = `/complex-cases/${complex.id}`;
  const taking = parts.filter(({ leftOn }) => leftOn === undefined);
  return (
    <>
      <Act
        {...props}
        summary="Add an agency"
        to={`${at}/agencies`}
        open={isTyped(props, 'agencyId', 'named')}
        button="Add it"
      >
        <AgencyQuestions at="" agencies={agencies} />
      </Act>
      {taking.length > 0 && (
        <Act
          {...props}
          summary="Take an agency off"
          to={`${at}/agencies/leaving`}
          open={isTyped(props, 'partId', 'agencyLeftOn')}
          button="Take it off"
        >
          <SelectInput
            name="partId"
            label="Which agency no longer takes part?"
            empty="Select an agency"
            options={taking.map(({ id, agency, who }) => ({
              value: id,
              label: [agency, who].filter(Boolean).join(', '),
            }))}
          />
          <DayInput name="agencyLeftOn" label="Since which day?" />
        </Act>
      )}
    </>
  );
}

function isTyped({ values }: Pick<CaseProps, 'values'>, ...names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(values, name));
}

function Act(
  props: Typed & { summary: string; to: string; open: boolean; button: string; children: ComponentChildren },
) {
  const { summary, to, open, button, values, problems, children } = props;
  return (
    <Details summary={summary} open={open}>
      <ActionForm to={to}>
        <AsTyped values={values} problems={problems}>
          {children}
        </AsTyped>
        <SubmitButton kind="secondary">{button}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
