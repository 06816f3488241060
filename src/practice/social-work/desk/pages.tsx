import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import type { Context } from '../../../platform/web/context.ts';
import type { Standing } from '../../../profile/standing.ts';
import { namedWithAge, openInWords, type PersonBrief } from '../../people/person/index.ts';
import { type Load, loadInWords } from '../caseload/index.ts';
import type { Handover } from '../handover/index.ts';
import { SeenDots } from '../next-visit/index.ts';
import { askedIn, type Worklist, WorklistPart } from '../worklist/index.ts';
import type { ChildOnDesk, Desk } from './reading.ts';

type DeskProps = {
  readonly desk: Desk;
  readonly load: Load | undefined;
  readonly standing: Standing | undefined;
  readonly worklist: Worklist;
  readonly context: Pick<Context, 'query' | 'now' | 'today'>;
};

/** What a worker has before them: what is to be done first, then their children; at the right, how long ago each was seen. */
export function DeskPage({ desk, load, standing, worklist, context }: DeskProps) {
  const { query, now, today } = context;
  return (
    <>
      <PageHead
        title="My desk"
        below={load && `You work with ${loadInWords(load)}`}
        actions={
          <>
            <Link href="/calendar-of-gaps?mine=yes">Calendar of gaps</Link>
            <Link href="/caseloads">Caseloads</Link>
          </>
        }
      />
      <WithAside aside={<SeenDots all={worklist.days} today={today} />}>
        <WorklistPart
          worklist={worklist}
          asked={askedIn(query)}
          at="/desk"
          page={query['page']}
          now={now}
          today={today}
          everything="All"
          withWorker={false}
        />
        <Children desk={desk} today={today} />
        {standing && (
          <p class="c-small">
            When an assessment is due comes from the profile. <StandingTag standing={standing} />
          </p>
        )}
      </WithAside>
    </>
  );
}

function Children({ desk: { own, covered, waiting, briefs }, today }: { desk: Desk; today: Day }) {
  return (
    <>
      <Panel flush={own.length > 0}>
        {own.length === 0 ? (
          <EmptyState title="You work with no child now" />
        ) : (
          <ChildrenTable caption="My children" showCaption children={own} today={today} />
        )}
      </Panel>
      {covered.map(({ name, untilOn, children }) => (
        <Panel key={name} flush>
          <ChildrenTable
            caption={`Covered for ${name} until ${dayInWords(untilOn, today)}`}
            showCaption
            children={children}
            today={today}
          />
        </Panel>
      ))}
      {waiting.length > 0 && (
        <Panel title="Offered to others, not answered yet">
          <Handovers handovers={waiting} briefs={briefs} today={today} />
        </Panel>
      )}
    </>
  );
}

function Handovers(props: {
  handovers: readonly Handover[];
  briefs: ReadonlyMap<Id, PersonBrief>;
  today: Day;
}) {
  const { handovers, briefs, today } = props;
  return (
    <ul class="govuk-list">
      {handovers.map(({ id, personId, offeredAt }) => (
        <li key={id}>
          <Link href={`/handovers/${id}`}>{named(briefs.get(personId), today)}</Link>, offered{' '}
          {dayInWords(dayOf(offeredAt), today)}
        </li>
      ))}
    </ul>
  );
}

function ChildrenTable(props: {
  caption: string;
  showCaption?: boolean;
  children: readonly ChildOnDesk[];
  today: Day;
}) {
  const { caption, showCaption, children, today } = props;
  return (
    <Table
      caption={caption}
      showCaption={showCaption}
      movable
      columns={[
        { head: 'Child', isName: true, narrow: 'lead' },
        { head: 'Open', narrow: 'full' },
        { head: 'With you since', narrow: 'start' },
        { head: 'Assessment due', narrow: 'end' },
      ]}
      rows={children.map((child) => ({ id: child.personId, cells: cellsOf(child, today) }))}
    />
  );
}

function cellsOf({ personId, brief, part, fromOn, open, assessmentDueOn: due }: ChildOnDesk, today: Day) {
  return [
    <Link key="child" href={`/people/${personId}`}>
      {named(brief, today)}
    </Link>,
    open.length === 0 ? 'Nothing open' : open.map(({ kind }) => openInWords(kind)).join(', '),
    `${dayInWords(fromOn, today)}${part === 'worker' ? '' : ', as co-worker'}`,
    <Due key="due" on={due} today={today} />,
  ];
}

function named(brief: PersonBrief | undefined, today: Day): string {
  return brief === undefined ? 'A child on record' : namedWithAge(brief, today);
}

function Due({ on, today }: { on: Day | undefined; today: Day }) {
  if (on === undefined) return null;
  if (on >= today) return <>{dayInWords(on, today)}</>;
  return <Flag colour="red">Overdue since {dayInWords(on, today)}</Flag>;
}
