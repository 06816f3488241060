import { dayInWords, dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { DECISION_OCCASIONS } from '../../../profile/code-sets/case-notes.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { Corrections, momentInWords, Written } from '../written-together/index.ts';
import { ActionPanel } from './carrying-out.tsx';
import { type DecisionAction, isOpenAction, type ManagementDecision } from './rules.ts';
import type { DecisionProps } from './shown.ts';

/** The management decisions about a child, the latest first, with what is still to be done. */
export function ManagementDecisionsPage(props: {
  child: { readonly id: Id; readonly name: string };
  decisions: readonly ManagementDecision[];
  actions: readonly DecisionAction[];
  staff: ReadonlyMap<Id, string>;
  today: Day;
  mayMake: boolean;
}) {
  const { child, decisions, mayMake } = props;
  const at = `/people/${child.id}/management-decisions`;
  return (
    <>
      <PageHead
        title="Management decisions"
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        actions={mayMake && <ButtonLink href={`${at}/new`}>Write a decision</ButtonLink>}
      />
      <Panel flush={decisions.length > 0}>
        {decisions.length === 0 ? (
          <EmptyState title="No manager has decided anything here yet">
            <p>What a manager decides in supervision or between stands here, with what must be done.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Management decisions, the latest first"
            movable
            columns={[
              { head: 'Day', isName: true, narrow: 'lead' },
              { head: 'What was decided', narrow: 'full' },
              { head: 'By', narrow: 'start' },
              { head: 'To do', narrow: 'end' },
            ]}
            rows={decisions.map((decision) => ({ id: decision.id, cells: cellsOf(decision, at, props) }))}
          />
        )}
      </Panel>
    </>
  );
}

const LONGEST_LINE = 160;

function cellsOf(
  decision: ManagementDecision,
  at: string,
  props: Parameters<typeof ManagementDecisionsPage>[0],
) {
  const { actions, staff, today } = props;
  const { id, decided, decidedOn, signedBy } = decision;
  const open = actions.filter((action) => action.decisionId === id && isOpenAction(action));
  return [
    <Link key="day" href={`${at}/${id}`}>
      {dayNarrow(decidedOn, today)}
    </Link>,
    decided.length > LONGEST_LINE ? `${decided.slice(0, LONGEST_LINE)} …` : decided,
    staff.get(signedBy) ?? 'Somebody of the staff',
    <ToDo key="to do" open={open} today={today} />,
  ];
}

function ToDo({ open, today }: { open: readonly DecisionAction[]; today: Day }) {
  const [first] = open;
  if (first === undefined) return <span>Nothing</span>;
  const words = `${open.length}, the first by ${dayInWords(first.dueOn, today)}`;
  return first.dueOn < today ? <Flag colour="red">{words}</Flag> : <span>{words}</span>;
}

/** What is still to be done after management decisions, for the children whom the viewer may see; what is due first. */
export function ToDoPage(props: {
  actions: readonly DecisionAction[];
  children: ReadonlyMap<Id, { readonly name: string }>;
  staff: ReadonlyMap<Id, string>;
  today: Day;
}) {
  const { actions, children, staff, today } = props;
  return (
    <>
      <PageHead
        title="Decided, and to be done"
        below="What managers decided about children whom you may see"
      />
      <Panel flush={actions.length > 0}>
        {actions.length === 0 ? (
          <EmptyState title="Nothing is still to be done" figure={0} calm />
        ) : (
          <Table
            caption="What is to be done, what is due first"
            movable
            columns={[
              { head: 'What', isName: true, narrow: 'lead' },
              { head: 'Child', narrow: 'full' },
              { head: 'By', narrow: 'start' },
              { head: 'Until', narrow: 'end' },
            ]}
            rows={actions.map(({ id, personId, decisionId, what, staffId, named, dueOn }) => ({
              id,
              cells: [
                <Link key="what" href={`/people/${personId}/management-decisions/${decisionId}`}>
                  {what}
                </Link>,
                children.get(personId)?.name ?? 'A child on record',
                named ?? (staffId && staff.get(staffId)) ?? 'Somebody of the staff',
                dueOn < today ? (
                  <Flag colour="red">{dayInWords(dueOn, today)}</Flag>
                ) : (
                  dayInWords(dueOn, today)
                ),
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

/** One management decision: what was decided and why, and what must be done by whom and when. */
export function ManagementDecisionPage(props: DecisionProps) {
  const { child, decision, actions, corrections, staff, may, today, problems } = props;
  const at = `/people/${child.id}/management-decisions`;
  return (
    <>
      <PageHead
        title={`Decision of ${dayInWords(decision.decidedOn, today)}`}
        above={
          <>
            <Link href={`/people/${child.id}`}>{child.name}</Link>,{' '}
            <Link href={at}>management decisions</Link>
          </>
        }
        below={`${labelOf(DECISION_OCCASIONS, decision.occasion)}, by ${staff.get(decision.signedBy) ?? 'a manager'}`}
        actions={
          may.correct && (
            <ButtonLink href={`${at}/${decision.id}/corrections/new`} kind="secondary">
              Correct this decision
            </ButtonLink>
          )
        }
      />
      <ErrorSummary problems={problems} />
      <WithAside
        aside={
          <>
            <Panel title="The decision">
              <SummaryList lines={linesOf(props)} plain />
              <StandingTag standing={DECISION_OCCASIONS.standing} />
              {decision.version > 1 && <p class="c-small">Corrected. What stood before is kept.</p>}
            </Panel>
            <Corrections corrections={corrections} staff={staff} today={today} />
          </>
        }
      >
        <Written title="What was decided" words={decision.decided} />
        <Written title="Why" words={decision.why} />
        {actions.map((action) => (
          <ActionPanel key={action.id} {...props} action={action} />
        ))}
        {actions.length === 0 && (
          <Panel title="To do">
            <p class="c-small">Nothing had to be done.</p>
          </Panel>
        )}
      </WithAside>
    </>
  );
}

function linesOf({ decision, staff, today }: DecisionProps) {
  return [
    { label: 'When', value: dayInWords(decision.decidedOn, today) },
    { label: 'Occasion', value: labelOf(DECISION_OCCASIONS, decision.occasion) },
    {
      label: 'Signed',
      value: `${momentInWords(decision.signedAt, today)}, ${staff.get(decision.signedBy) ?? ''}`,
    },
  ];
}
