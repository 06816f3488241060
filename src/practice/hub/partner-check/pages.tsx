import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../../platform/html/answers.ts';
import { HiddenInputs } from '../../../platform/html/buttons.tsx';
import { Checkboxes } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { ErrorMessage } from '../../../platform/html/field.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Askable, PartnerAnswer } from './rules.ts';

/** What asking needs: who can be asked, and what was typed before. */
export type Asking = {
  readonly askable: readonly Askable[];
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
};

/** Agencies that sit in the MASH stand open; the others are one press away. */
export function WhomToAskPanel(props: Asking) {
  const { askable, values, problems } = props;
  const near = askable.filter((agency) => agency.sitsInMash).length;
  const rows = askable.map((agency, index) => (
    <AskAgency key={agency.id} agency={agency} row={index} {...props} />
  ));
  return (
    <Panel title="Whom to ask, and for what" id="field-checks">
      <ErrorMessage name="checks" problems={problems} />
      <p class="c-small">Tick only what bears on the concern. An agency with nothing ticked is not asked.</p>
      <div class="c-whom">{rows.slice(0, near)}</div>
      {rows.length > near && (
        <Details summary="Other agencies" open={near === 0}>
          <div class="c-whom">{rows.slice(near)}</div>
        </Details>
      )}
      <Checkboxes
        name="nameAdults"
        label="Whom to name"
        hint="The children are named with their dates of birth."
        options={[{ value: 'yes', label: 'Name the adults of the family as well' }]}
        values={valuesIn(values, 'nameAdults')}
        problems={problems}
        small
      />
    </Panel>
  );
}

function AskAgency({ agency, row, values, problems }: Asking & { agency: Askable; row: number }) {
  const name = `checks.${row}`;
  const own = valueIn(values, `${name}.purpose`);
  return (
    <div class="c-whom__one">
      <HiddenInputs values={{ [`${name}.agency`]: agency.id }} />
      <Checkboxes
        name={`${name}.fields`}
        label={agency.title}
        options={agency.fields.map(({ code, label }) => ({ value: code, label }))}
        values={valuesIn(values, `${name}.fields`)}
        problems={problems}
        small
      />
      <Details summary="Another reason for this agency" open={own !== undefined && own !== ''}>
        <WordsInput
          name={`${name}.purpose`}
          label={`Why ${agency.title} is asked`}
          rows={2}
          value={own}
          problems={problems}
        />
      </Details>
    </div>
  );
}

/** The way to take one check back. */
export function withdrawing(answer: PartnerAnswer) {
  return (
    <ActionForm to={`/partner-checks/${answer.checkId}/withdrawal`}>
      <button type="submit" class="c-link-button">
        Withdraw<span class="c-hidden"> what {answer.agencyTitle} is asked</span>
      </button>
    </ActionForm>
  );
}
