import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { SecondAnswer } from '../../../platform/web/second-answer.tsx';
import { CASE_SAMPLES } from '../../../profile/case-samples.ts';
import { CASE_POPULATIONS } from '../../../profile/code-sets/case-samples.ts';
import type { CaseSample } from '../case-sample/index.ts';
import type { AtWork } from '../staff/index.ts';

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

const optionsOf = (staff: readonly AtWork[]) =>
  staff.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }));

/** Choosing a sample. */
export function ChoosePage(
  props: Typed & {
    draft: { readonly url: string; readonly version: number };
    advisers: readonly AtWork[];
    confirming: readonly AtWork[];
  },
) {
  const { values, problems, draft } = props;
  return (
    <>
      <PageHead
        title="Choose a sample of cases"
        above={<Link href="/case-samples">Case samples</Link>}
        below="The adviser reads them without names, and nothing before a second person confirms it."
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to="/case-samples" draft={draft}>
            <AsTyped values={values} problems={problems}>
              <ChooseQuestions {...props} />
            </AsTyped>
            <ButtonGroup>
              <SubmitButton busyWords="Choosing">Choose them</SubmitButton>
              <Link href="/case-samples">Back</Link>
            </ButtonGroup>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}

function ChooseQuestions(props: { advisers: readonly AtWork[]; confirming: readonly AtWork[] }) {
  return (
    <>
      <SelectInput
        name="adviserId"
        label="For which adviser?"
        empty="Select"
        options={optionsOf(props.advisers)}
      />
      <WordsInput name="purpose" label="What is it for?" hint="The adviser reads this" rows={2} />
      <WhichCases />
      <SelectInput
        name="secondId"
        label="Who confirms it?"
        empty="Select"
        options={optionsOf(props.confirming)}
      />
      <DayInput
        name="untilOn"
        label="What is the last day?"
        hint={
          <>
            Within {CASE_SAMPLES.longestDays} days: <StandingTag standing={CASE_SAMPLES.standing} /> For
            example, 27 3 2027
          </>
        }
      />
    </>
  );
}

function WhichCases() {
  return (
    <>
      <Radios
        name="population"
        label="Out of which cases?"
        hint="A record behind a wall is in no sample"
        small
        options={CASE_POPULATIONS.codes.map(({ code, label }) => ({
          value: code,
          label,
          followUp:
            code === 'named' ? (
              <WordsInput name="numbers" label="Their child numbers" hint="One on each line" rows={4} />
            ) : undefined,
        }))}
      />
      <TextInput
        name="size"
        label="How many, by chance?"
        hint={`At most ${CASE_SAMPLES.most}. Not for named cases.`}
        width={3}
        inputmode="numeric"
      />
      <TextInput
        name="seed"
        label="With which seed?"
        hint="May stay empty. The same seed chooses the same cases again, so that the choice can be checked."
        width={20}
      />
    </>
  );
}

/** The second person's yes or no. */
export function AnswerPanel({ sample, values, problems }: Typed & { sample: CaseSample }) {
  return (
    <Panel title="Do you confirm it?">
      <SecondAnswer
        to={`/case-samples/${sample.id}/answers`}
        yes="I confirm it: the adviser reads them from now on"
        no="I do not confirm it"
        values={values}
        problems={problems}
      />
    </Panel>
  );
}

/** Ending a sample early. */
export function EndPanel({ sample, values, problems }: Typed & { sample: CaseSample }) {
  return (
    <Panel title="End it now">
      <ActionForm to={`/case-samples/${sample.id}/ending`}>
        <AsTyped values={values} problems={problems}>
          <WordsInput
            name="why"
            label="Why does it end?"
            hint="From that moment the adviser finds nothing"
            rows={3}
          />
        </AsTyped>
        <SubmitButton kind="secondary">End the sample</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
