import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { Details, Notice } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { SaveState } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { RatingQuestions } from '../case-rating/index.ts';
import { type CaseReading, CaseReadingPanel } from '../case-reading/index.ts';
import type { Rater } from '../rating-dealing/index.ts';
import {
  type Counted,
  type Exercise,
  ExerciseHead,
  type FrozenCase,
  isOnTable,
  Standing,
} from '../rating-exercise/index.ts';

type Props = Typed & {
  readonly exercise: Exercise;
  readonly progress: readonly Counted[];
  readonly one: FrozenCase;
  readonly reading: CaseReading;
  readonly others: number;
  readonly note: string | undefined;
  readonly follows: Id | undefined;
  /** Why the viewer does not rate this case themselves. */
  readonly mayNot: string | undefined;
  readonly raters: readonly Rater[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly fromTable: boolean;
  readonly draft: { readonly url: string; readonly version: number };
  readonly context: Context;
};

/** One case of an exercise: reading at the left, rating at the right, nothing chosen. Saving opens the next. */
export function TurnPage(props: Props) {
  const { exercise, progress, reading, others, note, problems, context } = props;
  return (
    <>
      <ExerciseHead exercise={exercise} progress={progress} viewer={context.by} isHeading={false} />
      <ErrorSummary problems={problems} />
      <div class="c-rate">
        <WithAside aside={<RateInTurn {...props} />}>
          <CaseReadingPanel reading={reading} others={others} note={note} today={context.today} />
        </WithAside>
      </div>
      <p>
        <Link href={`/rating-exercises/${exercise.id}`}>Back to the exercise</Link>
      </p>
    </>
  );
}

function RateInTurn(props: Props) {
  const { exercise, one, follows, mayNot, fromTable, draft, values, problems, staff, context } = props;
  const goesOn = exercise.closedAt === undefined;
  return (
    <Panel>
      {one.table && isOnTable(one) && (
        <Notice>
          On the table, from {staff.get(one.table.by) ?? 'a manager'}: {one.table.question}
        </Notice>
      )}
      {mayNot && <Notice colour="amber">{mayNot}</Notice>}
      {one.dealtTo !== undefined && one.dealtTo !== context.by && (
        <p class="c-small">{staff.get(one.dealtTo) ?? 'Another manager'} has this case.</p>
      )}
      <ActionForm to={`/rating-cases/${one.id}/ratings`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <RatingQuestions follows={follows} today={context.today} profile={context.profile} />
        </AsTyped>
        {fromTable && <HiddenInputs values={{ from: 'table' }} />}
        <SubmitButton wide shortcut="ctrl+enter" busyWords="Keeping">
          Save and next
        </SubmitButton>
        <SaveState state="saved" words="Kept while you type" />
      </ActionForm>
      {goesOn && <Otherwise {...props} />}
    </Panel>
  );
}

/** To the table, or to another manager: beside Save, and not in its way. */
function Otherwise({ one, raters, values, problems }: Props) {
  const isAt = (name: string) => problems.some(({ field }) => field === name);
  return (
    <>
      {!isOnTable(one) && (
        <Details summary="Discuss together" open={isAt('question')}>
          <ActionForm to={`/rating-cases/${one.id}/table`}>
            <AsTyped values={values} problems={problems}>
              <WordsInput name="question" label="What do you want to talk about?" rows={2} />
            </AsTyped>
            <SubmitButton kind="secondary">Put it on the table</SubmitButton>
          </ActionForm>
        </Details>
      )}
      <Details summary="Pass it on" open={isAt('to') || isAt('passedWhy')}>
        <ActionForm to={`/rating-cases/${one.id}/passing`}>
          <HiddenInputs values={{ has: one.dealtTo }} />
          <AsTyped values={values} problems={problems}>
            <SelectInput
              name="to"
              label="Who rates it instead?"
              empty="Select"
              options={raters.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
            />
            <WordsInput name="passedWhy" label="Why?" rows={2} />
          </AsTyped>
          <SubmitButton kind="secondary">Pass it on</SubmitButton>
        </ActionForm>
      </Details>
    </>
  );
}

/** What lies on the table: each case with its question, to be talked over and rated there. */
export function OnTablePage(props: {
  exercise: Exercise;
  progress: readonly Counted[];
  cases: readonly FrozenCase[];
  children: ReadonlyMap<Id, PersonBrief>;
  staff: ReadonlyMap<Id, string>;
  viewer: Id;
  today: Day;
}) {
  const { exercise, progress, cases, children, staff, viewer, today } = props;
  const elsewhere = progress.reduce((sum, { onTable }) => sum + onTable, 0) - cases.length;
  return (
    <>
      <ExerciseHead exercise={exercise} progress={progress} viewer={viewer} isHeading />
      <Panel flush={cases.length > 0}>
        {cases.length === 0 ? (
          <EmptyState title="Nothing to discuss lies before you">
            <p>A manager who is not sure puts a case here with a question.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Cases to discuss together"
            movable
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              { head: 'What to talk about', narrow: 'full' },
              { head: 'From', narrow: 'start' },
              { head: 'How it stands', narrow: 'end' },
            ]}
            rows={cases.map((one) => {
              const child = children.get(one.personId);
              return {
                id: one.id,
                cells: [
                  <Link key="child" href={`/rating-cases/${one.id}?from=table`}>
                    {child === undefined ? 'A child on record' : namedWithAge(child, today)}
                  </Link>,
                  one.table?.question,
                  (one.table && staff.get(one.table.by)) ?? '',
                  <Standing key="standing" one={one} />,
                ],
              };
            })}
          />
        )}
      </Panel>
      {elsewhere > 0 && (
        <p class="c-small">
          {elsewhere === 1 ? '1 more lies' : `${elsewhere} more lie`} on the table of others, where you may
          not see them.
        </p>
      )}
      <p>
        <Link href={`/rating-exercises/${exercise.id}`}>Back to the exercise</Link>
      </p>
    </>
  );
}
