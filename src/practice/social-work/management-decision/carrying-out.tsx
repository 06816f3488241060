import { dayInWords } from '../../../language/dates-in-words.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Flag, Tag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { momentInWords } from '../written-together/index.ts';
import { type DecisionAction, isOpenAction } from './rules.ts';
import type { DecisionProps } from './shown.ts';

/** One thing that must be done: what, by whom, by when; and how it ended, or the way to say so. */
export function ActionPanel(props: DecisionProps & { action: DecisionAction }) {
  const { action, may, staff, today } = props;
  const by = action.named ?? (action.staffId && staff.get(action.staffId)) ?? 'Somebody of the staff';
  const { endedAt, endedBy, endedWords } = action;
  const ended =
    endedAt === undefined
      ? []
      : [
          {
            label: 'Ended',
            value: `${momentInWords(endedAt, today)}, ${staff.get(endedBy ?? action.id) ?? ''}`,
          },
        ];
  return (
    <Panel title={action.what} link={<StandingOfAction {...props} />}>
      <SummaryList
        plain
        lines={[
          { label: 'By', value: by },
          { label: 'Until', value: dayInWords(action.dueOn, today) },
          ...ended,
          ...(endedWords === undefined ? [] : [{ label: 'Why', value: endedWords }]),
        ]}
      />
      {isOpenAction(action) && may.carryOut && <Ending {...props} />}
    </Panel>
  );
}

function StandingOfAction({ action, today }: { action: DecisionAction; today: string }) {
  if (action.outcome === 'done') return <Tag colour="green">Done</Tag>;
  if (action.outcome !== undefined) return <Tag>No longer needed</Tag>;
  return action.dueOn < today ? <Flag colour="red">Overdue</Flag> : <Tag colour="blue">To do</Tag>;
}

function Ending(props: DecisionProps & { action: DecisionAction }) {
  const { action, child, may, ending, values, problems } = props;
  const to = `/management-decision-actions/${action.id}/ending`;
  if (ending === action.id && may.setAside) {
    return (
      <ActionForm to={to}>
        <HiddenInputs values={{ outcome: 'not needed' }} />
        <AsTyped values={values} problems={problems}>
          <WordsInput name="words" label="Why is it no longer needed?" rows={2} />
        </AsTyped>
        <SubmitButton kind="secondary">Set it aside</SubmitButton>
      </ActionForm>
    );
  }
  const here = `/people/${child.id}/management-decisions/${action.decisionId}`;
  return (
    <ActionForm to={to} class="c-buttons">
      <HiddenInputs values={{ outcome: 'done' }} />
      <SubmitButton kind="secondary" size="compact">
        It is done
      </SubmitButton>
      {may.setAside && <Link href={`${here}?aside=${action.id}`}>It is no longer needed</Link>}
    </ActionForm>
  );
}
