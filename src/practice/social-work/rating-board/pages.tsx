import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Typed } from '../../people/person-facts/index.ts';
import {
  casesIn,
  type Exercise,
  ExerciseHead,
  nextToRate,
  STATES,
  totalOf,
} from '../rating-exercise/index.ts';
import { type Board, CasesTable } from './cases.tsx';

/** Every exercise, the latest first; whoever may, begins another. */
export function ExercisesPage(
  props: Typed & {
    exercises: readonly Exercise[];
    staff: ReadonlyMap<Id, string>;
    mayHold: boolean;
    today: Day;
  },
) {
  const { exercises, mayHold, values, problems } = props;
  const goesOn = exercises.some(({ closedAt }) => closedAt === undefined);
  return (
    <>
      <PageHead
        title="Rating exercises"
        below="Every open case rated in one sitting, so that nobody drops out of sight"
      />
      <ErrorSummary problems={problems} />
      <WithAside
        aside={
          mayHold &&
          !goesOn && (
            <Panel title="Begin one">
              <ActionForm to="/rating-exercises">
                <AsTyped values={values} problems={problems}>
                  <TextInput
                    name="title"
                    label="What is it called?"
                    hint="For example, Rating every open case, November"
                  />
                </AsTyped>
                <p class="c-small">
                  Every case that is open at this instant is in it, with its worker and team as they are now.
                </p>
                <SubmitButton busyWords="Freezing">Freeze the open cases</SubmitButton>
              </ActionForm>
            </Panel>
          )
        }
      >
        <Panel flush={exercises.length > 0}>
          {exercises.length === 0 ? (
            <EmptyState title="No exercise was held yet">
              <p>Between exercises each case carries its rating, with a day to look again.</p>
            </EmptyState>
          ) : (
            <ExercisesTable {...props} />
          )}
        </Panel>
      </WithAside>
    </>
  );
}

function ExercisesTable({ exercises, staff, today }: Parameters<typeof ExercisesPage>[0]) {
  return (
    <Table
      caption="Rating exercises, the latest first"
      movable
      columns={[
        { head: 'Exercise', isName: true, narrow: 'lead' },
        { head: 'Frozen', narrow: 'start' },
        { head: 'By', narrow: 'labelled' },
        { head: 'Closed', narrow: 'end' },
      ]}
      rows={exercises.map(({ id, title, frozenAt, frozenBy, closedAt }) => ({
        id,
        cells: [
          <Link key="title" href={`/rating-exercises/${id}`}>
            {title}
          </Link>,
          instantInWords(frozenAt, today),
          staff.get(frozenBy) ?? '',
          closedAt === undefined ? 'Goes on' : instantInWords(closedAt, today),
        ],
      }))}
    />
  );
}

/** The board of an exercise: how far it is, who has how many, and the cases in sight. */
export function BoardPage(props: Board & Typed) {
  const { exercise, progress, cases, state, viewer, problems } = props;
  const goesOn = exercise.closedAt === undefined;
  const next = goesOn ? nextToRate(cases, viewer) : undefined;
  return (
    <>
      <ExerciseHead exercise={exercise} progress={progress} viewer={viewer} isHeading />
      <ErrorSummary problems={problems} />
      <WithAside aside={<Managers {...props} />}>
        <Panel>
          <p>{standingInWords(props)}</p>
          <ButtonGroup>
            {next && (
              <ButtonLink href={`/rating-cases/${next.id}`} shortcut="n">
                Rate the next of yours
              </ButtonLink>
            )}
            {goesOn && (
              <Link href={`/rating-exercises/${exercise.id}/progress`}>
                How far, for a screen in the room
              </Link>
            )}
            <Link href={`/rating-exercises/${exercise.id}/comparison`}>Who moved, and what followed</Link>
          </ButtonGroup>
        </Panel>
        <div class="c-rating__chips">
          <FilterChips
            label="Which cases"
            chips={STATES.map(({ code, label }) => ({
              words: label,
              count: casesIn(code, cases, viewer).length,
              href: `/rating-exercises/${exercise.id}?show=${encodeURIComponent(code)}`,
              isCurrent: code === state,
            }))}
          />
        </div>
        <CasesTable {...props} />
      </WithAside>
    </>
  );
}

/** When it was frozen, and how many of its cases stand where the viewer may not see them. */
function standingInWords({ exercise, progress, cases, staff, today }: Board): string {
  const { cases: all, ended } = totalOf(progress);
  const { frozenAt, frozenBy, closedAt, closedBy } = exercise;
  const elsewhere = all - cases.length;
  return [
    `Frozen ${instantInWords(frozenAt, today)} by ${staff.get(frozenBy) ?? 'a head of service'}.`,
    closedAt && `Closed ${instantInWords(closedAt, today)} by ${(closedBy && staff.get(closedBy)) ?? ''}.`,
    elsewhere > 0 && `${elsewhere} of the ${all} cases stand elsewhere, where you may not see them.`,
    ended > 0 && `${ended === 1 ? '1 ended' : `${ended} ended`} meanwhile without a rating.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function Managers(props: Board & Typed) {
  const { exercise, progress, staff, mayHold, values, problems } = props;
  const goesOn = exercise.closedAt === undefined;
  const named = progress.flatMap((one) =>
    one.dealtTo === undefined ? [] : [{ ...one, name: staff.get(one.dealtTo) ?? 'A manager' }],
  );
  const nobody = progress.find(({ dealtTo }) => dealtTo === undefined);
  return (
    <>
      <Panel title="Who has how many">
        <Table
          caption="Who has how many"
          columns={[
            { head: 'Manager', isName: true, narrow: 'lead' },
            { head: 'Has', kind: 'numeric', narrow: 'labelled' },
            { head: 'Rated', kind: 'numeric', narrow: 'labelled' },
          ]}
          rows={[
            ...named
              .toSorted((one, other) => one.name.localeCompare(other.name))
              .map(({ dealtTo, name, cases, rated }) => ({
                id: String(dealtTo),
                cells: [name, cases, rated],
              })),
            ...(nobody === undefined
              ? []
              : [{ id: 'nobody', cells: ['Nobody yet', nobody.cases, nobody.rated] }]),
          ]}
        />
      </Panel>
      {mayHold && goesOn && (
        <Panel title="Hold the exercise">
          <p>
            <ButtonLink href={`/rating-exercises/${exercise.id}/dealing/new`} kind="secondary">
              Deal the cases
            </ButtonLink>
          </p>
          <ActionForm to={`/rating-exercises/${exercise.id}/closing`}>
            <AsTyped values={values} problems={problems}>
              <WordsInput
                name="note"
                label="What came out of it?"
                hint="And why some cases are not rated, if some are not"
                rows={3}
              />
            </AsTyped>
            <SubmitButton kind="secondary" busyWords="Closing">
              Close the exercise
            </SubmitButton>
          </ActionForm>
        </Panel>
      )}
      {exercise.closedNote && (
        <Panel title="What came out of it">
          <p class="c-as-written">{exercise.closedNote}</p>
        </Panel>
      )}
    </>
  );
}

function instantInWords(at: Date, today: Day): string {
  return `${dayInWords(dayOf(at), today)}, ${timeInWords(at)}`;
}
