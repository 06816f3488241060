import type { Problem } from '../../../language/outcome.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Refusal } from '../../../platform/web/context.ts';
import { NEVER_WORK_REASONS } from '../../../profile/code-sets/service-kinds.ts';

/** The questions of the form, for both actions that ask them. */
export const NEVER_WORK = {
  reason: oneOf(NEVER_WORK_REASONS, 'Select why it never became work'),
  words: words({ max: 4000, empty: 'Say how it came about, in words the family could read' }),
} as const;

/** How something ends that became work, with the way there; folded below it, that it never did. */
export function NeverWorkPanel(props: {
  /** Where closing with the family is proposed, or stands. */
  closeAt: string;
  /** Where it ends without. */
  to: string;
  refusal: Refusal | undefined;
}) {
  const { closeAt, to, refusal } = props;
  const problems = ofForm(refusal);
  return (
    <Panel title="How it ends">
      <p>
        The work ends with the family, by a closing. <Link href={closeAt}>Close it with them</Link>
      </p>
      <Details summary="It never became work" open={problems.length > 0}>
        <ActionForm to={to}>
          <Radios
            name="reason"
            label="Why not?"
            small
            value={valueIn(refusal?.values ?? {}, 'reason')}
            problems={problems}
            options={NEVER_WORK_REASONS.codes.map(({ code, label }) => ({ value: code, label }))}
          />
          <WordsInput
            name="words"
            label="How did it come about?"
            rows={3}
            value={valueIn(refusal?.values ?? {}, 'words')}
            problems={problems}
          />
          <SubmitButton kind="secondary">End it without a closing</SubmitButton>
        </ActionForm>
      </Details>
    </Panel>
  );
}

function ofForm(refusal: Refusal | undefined): readonly Problem[] {
  return (refusal?.problems ?? []).filter(({ field }) => field === 'reason' || field === 'words');
}
