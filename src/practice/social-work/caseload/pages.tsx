import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { CaseloadRules } from '../../../profile/caseload.ts';
import { namedWithAge, openInWords, type PersonBrief } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { fullWith, type Load, loadInWords } from './rules.ts';
import type { Absence, CarriedChild, WorkerOfTeam } from './store.ts';

/** What each worker carries, team by team, with the sum of the team. */
export function CaseloadsPage(props: {
  workers: readonly WorkerOfTeam[];
  left: readonly WorkerOfTeam[];
  loads: ReadonlyMap<Id, Load>;
  rules: CaseloadRules;
  problems: Typed['problems'];
}) {
  const { workers, loads, rules } = props;
  const teams = [...Map.groupBy(workers, ({ teamTitle }) => teamTitle)];
  return (
    <>
      <PageHead title="Caseloads" below="Children, families and points of each worker" />
      <ErrorSummary problems={props.problems} />
      {props.left.length > 0 && (
        <Panel title="Left, with children to hand over">
          {props.left.map(({ id, name, postTitle }) => (
            <p key={id}>
              <Link href={`/caseloads/${id}`}>{name}</Link>, {postTitle}
            </p>
          ))}
        </Panel>
      )}
      {teams.length === 0 && (
        <Panel>
          <EmptyState title="You belong to no team that works with children" />
        </Panel>
      )}
      {teams.map(([title, members]) => (
        <Panel key={title} flush>
          <Table caption={title} showCaption movable columns={COLUMNS} rows={teamRows(members, loads)} />
        </Panel>
      ))}
      <WhereNumbersComeFrom rules={rules} />
    </>
  );
}

const COLUMNS = [
  { head: 'Worker', isName: true, narrow: 'lead' },
  { head: 'Children', kind: 'numeric', narrow: 'labelled' },
  { head: 'Families', kind: 'numeric', narrow: 'labelled' },
  { head: 'Points', kind: 'numeric', narrow: 'labelled' },
  { head: 'Full at', kind: 'numeric', narrow: 'labelled' },
] as const;

function teamRows(members: readonly WorkerOfTeam[], loads: ReadonlyMap<Id, Load>) {
  const sum = (part: (load: Load) => number) =>
    members.reduce((all, { id }) => all + (loads.has(id) ? part(loads.get(id) ?? NONE) : 0), 0);
  return [
    ...members.map((worker) => {
      const load = loads.get(worker.id) ?? NONE;
      return {
        id: worker.id,
        cells: [
          <span key="name">
            <Link href={`/caseloads/${worker.id}`}>{worker.name}</Link>{' '}
            {fullWith(load) && <Flag>Full, or with one more</Flag>}
          </span>,
          load.children,
          load.families,
          load.points,
          load.ceiling,
        ],
      };
    }),
    {
      id: 'sum',
      cells: [
        <strong key="sum">The team</strong>,
        ...[sum((one) => one.children), sum((one) => one.families), sum((one) => one.points)],
        '',
      ],
    },
  ];
}

const NONE: Load = { children: 0, families: 0, points: 0, ceiling: 1 };

function WhereNumbersComeFrom({ rules: { ceiling, newlyQualified, weights } }: { rules: CaseloadRules }) {
  const points = Object.entries(weights).map(([kind, { points: each }]) => `${openInWords(kind)} ${each}`);
  return (
    <Panel title="Where these numbers come from">
      <p class="c-small">
        Points for each child: {points.join(', ')}. {Object.values(weights)[0]?.source}.
      </p>
      <p class="c-small">
        A caseload is full at {ceiling.children} children; newly qualified, at{' '}
        {Math.round(newlyQualified.share * 100)} in a hundred of that. {ceiling.source}.
      </p>
      <p class="c-small">
        They are a reason to talk, not a limit. A family with two workers counts with each of them.{' '}
        <StandingTag standing={ceiling.standing} />
      </p>
    </Panel>
  );
}

/** One worker: what they carry, the children whom the viewer may see, and who covers when they are away. */
export function CaseloadPage(
  props: Typed & {
    worker: WorkerOfTeam;
    load: Load;
    carried: readonly CarriedChild[];
    children: ReadonlyMap<Id, PersonBrief>;
    absences: readonly Absence[];
    team: readonly WorkerOfTeam[];
    maySay: boolean;
    mayReadVisits: boolean;
    today: Day;
  },
) {
  const { worker, load, carried, children, today } = props;
  const hidden = load.children - carried.filter(({ kind }) => kind === 'worker').length;
  return (
    <>
      <PageHead
        title={worker.name}
        above={<Link href="/caseloads">Caseloads</Link>}
        below={`${worker.postTitle}. ${loadInWords(load)}`}
        actions={
          props.mayReadVisits && <Link href={`/calendar-of-gaps?worker=${worker.id}`}>Calendar of gaps</Link>
        }
      />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={<AbsencePanel {...props} />}>
        <Panel flush={carried.length > 0}>
          {carried.length === 0 ? (
            <EmptyState title="No child here that you may see" />
          ) : (
            <Table
              caption="Children of this worker"
              columns={CHILD_COLUMNS}
              rows={carried.map((one) => ({ id: one.personId, cells: childCells(one, children, today) }))}
            />
          )}
        </Panel>
        {hidden > 0 && (
          <p class="c-small">
            {hidden === 1 ? '1 more child is' : `${hidden} more children are`} counted whom you may not see.
          </p>
        )}
      </WithAside>
    </>
  );
}

const CHILD_COLUMNS = [
  { head: 'Child', isName: true, narrow: 'lead' },
  { head: 'As', narrow: 'start' },
  { head: 'Since', narrow: 'end' },
] as const;

function childCells(
  { personId, kind, fromOn }: CarriedChild,
  children: ReadonlyMap<Id, PersonBrief>,
  today: Day,
) {
  const child = children.get(personId);
  return [
    <Link key="child" href={`/people/${personId}`}>
      {child === undefined ? 'A child on record' : namedWithAge(child, today)}
    </Link>,
    kind === 'worker' ? 'Worker' : 'Co-worker',
    dayInWords(fromOn, today),
  ];
}

function AbsencePanel(props: Parameters<typeof CaseloadPage>[0]) {
  const { worker, absences, team, maySay, today, values, problems } = props;
  const nameOf = (id: Id) => team.find((one) => one.id === id)?.name ?? 'Somebody';
  return (
    <Panel title="When they are away">
      {absences.length === 0 && <p class="c-small">Nobody covers for them now.</p>}
      {absences.map((absence) => (
        <div key={absence.id}>
          <p>
            {nameOf(absence.coveredBy)} covers until{' '}
            {dayInWords(dayOf(new Date(absence.untilAt.getTime() - 1)), today)}.
          </p>
          {maySay && (
            <ActionForm to={`/absences/${absence.id}/ending`}>
              <SubmitButton kind="secondary">They are back</SubmitButton>
            </ActionForm>
          )}
        </div>
      ))}
      {maySay && (
        <PanelPart>
          <ActionForm to={`/caseloads/${worker.id}/absences`}>
            <AsTyped values={values} problems={problems}>
              <SelectInput
                name="coveredBy"
                label="Who covers from now on?"
                hint="They see the worker’s children until then, and no longer"
                empty="Select"
                options={team
                  .filter(({ id }) => id !== worker.id)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
              <DayInput
                name="untilOn"
                label="Last day of the absence"
                hint="For example, 27 11 2026 or tomorrow"
              />
            </AsTyped>
            <SubmitButton>Cover from now on</SubmitButton>
          </ActionForm>
        </PanelPart>
      )}
    </Panel>
  );
}
