import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { namedWithAge, openInWords, type Person, type PersonBrief } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { fullWith, type Load, loadInWords, type WorkerOfTeam } from '../caseload/index.ts';
import { PARTS } from './actions.ts';
import { type Working, waitedInWords } from './rules.ts';
import type { Unallocated } from './store.ts';

/** The open children whom nobody works with, the longest first. */
export function UnallocatedPage(props: {
  waiting: readonly Unallocated[];
  children: ReadonlyMap<Id, PersonBrief>;
  today: Day;
}) {
  const { waiting, children, today } = props;
  return (
    <>
      <PageHead title="Children without a worker" below="Who is open and has nobody yet, the longest first" />
      <Panel flush={waiting.length > 0}>
        {waiting.length === 0 ? (
          <EmptyState title="Every open child you may see has a worker" figure={0} calm />
        ) : (
          <Table
            caption="Children without a worker"
            movable
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              { head: 'Open', narrow: 'full' },
              { head: 'Waits', narrow: 'start' },
              { head: 'Since', narrow: 'end' },
            ]}
            rows={waiting.map(({ personId, since, kinds }) => ({
              id: personId,
              cells: [
                <Link key="child" href={`/people/${personId}/allocations`}>
                  {namedIn(children, personId, today)}
                </Link>,
                kinds.map(openInWords).join(', '),
                waitedInWords(since, today),
                dayInWords(since, today),
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

type AllocationsProps = Typed & {
  readonly child: Person;
  readonly working: readonly Working[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly offered: readonly WorkerOfTeam[];
  readonly loads: ReadonlyMap<Id, Load>;
  readonly mayAllocate: boolean;
  readonly mayHandOver: boolean;
  readonly today: Day;
};

/** Who works and worked with a child; a manager says who does from today. */
export function AllocationsPage(props: AllocationsProps) {
  const { child, working, mayAllocate, mayHandOver } = props;
  const hasWorker = working.some(({ kind, endedOn }) => kind === 'worker' && endedOn === undefined);
  return (
    <>
      <PageHead
        title="Who works with them"
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        actions={mayHandOver && <Link href={`/people/${child.id}/handovers/new`}>Hand over</Link>}
      />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={mayAllocate ? <AllocateForm {...props} hasWorker={hasWorker} /> : null}>
        <Panel flush={working.length > 0}>
          {working.length === 0 ? (
            <EmptyState title="Nobody works with them yet" />
          ) : (
            <WorkingTable {...props} />
          )}
        </Panel>
      </WithAside>
    </>
  );
}

function WorkingTable({ working, staff, mayAllocate, today }: AllocationsProps) {
  return (
    <Table
      caption="Who works and worked with them"
      columns={[
        { head: 'Name', isName: true, narrow: 'lead' },
        { head: 'As', narrow: 'beside' },
        { head: 'From', narrow: 'start' },
        { head: 'Until', narrow: 'end' },
      ]}
      rows={working.map((one) => ({
        id: one.id,
        cells: [
          staff.get(one.staffId) ?? 'Somebody of the staff',
          one.kind === 'worker' ? 'Worker' : 'Co-worker',
          <span key="from">
            {dayInWords(one.fromOn, today)}
            {one.fullReason && <div class="c-small">Although the caseload was full: {one.fullReason}</div>}
          </span>,
          one.endedOn === undefined ? (
            <Now key="now" one={one} mayEnd={mayAllocate} />
          ) : (
            dayInWords(one.endedOn, today)
          ),
        ],
      }))}
    />
  );
}

function Now({ one, mayEnd }: { one: Working; mayEnd: boolean }) {
  if (!mayEnd || one.kind === 'worker') return <>Now</>;
  return (
    <ActionForm to={`/allocations/${one.id}/ending`}>
      <SubmitButton kind="secondary" size="compact">
        They stop today
      </SubmitButton>
    </ActionForm>
  );
}

function AllocateForm(props: AllocationsProps & { hasWorker: boolean }) {
  const { child, offered, loads, hasWorker, values, problems } = props;
  const full = offered.some(({ id }) => fullWith(loads.get(id) ?? NONE));
  return (
    <Panel title={hasWorker ? 'Add a co-worker' : 'Allocate'} link={<Link href="/caseloads">Caseloads</Link>}>
      <ActionForm to={`/people/${child.id}/allocations`}>
        <AsTyped values={{ kind: hasWorker ? 'co-worker' : 'worker', ...values }} problems={problems}>
          <Radios
            name="staffId"
            label="Who?"
            small
            options={offered.map((worker, index) => ({
              value: worker.id,
              label: worker.name,
              hint: `${worker.teamTitle}. ${loadInWords(loads.get(worker.id) ?? NONE)}`,
              key: KEYS[index],
            }))}
          />
          <Radios
            name="kind"
            label="As what?"
            small
            options={PARTS.map(({ code, label }) => ({ value: code, label }))}
          />
          {full && (
            <WordsInput
              name="fullReason"
              label="If their caseload is full with this child, why all the same?"
              hint="Where each is full stands beside the name. English default, confirm locally"
              rows={2}
            />
          )}
        </AsTyped>
        <SubmitButton shortcut="ctrl+enter">Allocate from today</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** The first nine of those offered can be chosen by one key each. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const NONE: Load = { children: 0, families: 0, points: 0, ceiling: 1 };

function namedIn(children: ReadonlyMap<Id, PersonBrief>, personId: Id, today: Day): string {
  const child = children.get(personId);
  return child === undefined ? 'A child on record' : namedWithAge(child, today);
}
