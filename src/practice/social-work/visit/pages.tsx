import { dayInWords, dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { Voice } from '../../../platform/html/voice.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_MANNERS, VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { isUnborn, type NextVisit, type Sight } from '../next-visit/index.ts';
import {
  AlsoIn,
  type Correction,
  Corrections,
  momentInWords,
  WithheldTag,
  Written,
} from '../written-together/index.ts';
import type { ChildVisit } from './rules.ts';

type Child = { readonly id: Id; readonly name: string };
type Named = ReadonlyMap<Id, string>;

/** The visits to a child, the latest first, and when the next one is due. */
export function VisitsPage(props: {
  child: Child;
  visits: readonly ChildVisit[];
  sight: Sight | undefined;
  next: NextVisit | undefined;
  staff: Named;
  today: Day;
  mayRecord: boolean;
}) {
  const { child, visits, sight, next, today, mayRecord } = props;
  return (
    <>
      <PageHead
        title={`Visits to ${child.name}`}
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        below={<NextDue sight={sight} next={next} today={today} />}
        actions={mayRecord && <ButtonLink href={`/people/${child.id}/visits/new`}>Record a visit</ButtonLink>}
      />
      <Panel flush={visits.length > 0}>
        {visits.length === 0 ? (
          <EmptyState title="No visit is on record yet">
            <p>Each visit stands here as soon as it is written down.</p>
          </EmptyState>
        ) : (
          <VisitsTable {...props} />
        )}
      </Panel>
    </>
  );
}

/** When the next visit is due and on whose word, or that nothing asks for one. */
function NextDue({ sight, next, today }: Pick<Parameters<typeof VisitsPage>[0], 'sight' | 'next' | 'today'>) {
  if (sight === undefined) return <>Nothing is open, so no visit is due</>;
  if (next === undefined)
    return <>{isUnborn(sight, today) ? 'Visits are counted from birth' : 'No day is set'}</>;
  const { on, edition, declared } = next;
  return (
    <>
      {on < today && <Flag colour="red">Overdue</Flag>}{' '}
      {on < today
        ? `A visit was due ${dayInWords(on, today)}`
        : `The next visit is due ${dayInWords(on, today)}`}{' '}
      <StandingTag standing={edition.standing} />
      {declared && <Link href={`/declared-periods/${declared.id}`}>{declared.title}</Link>}
    </>
  );
}

function VisitsTable({ child, visits, staff, today }: Parameters<typeof VisitsPage>[0]) {
  return (
    <Table
      caption={`Visits to ${child.name}, the latest first`}
      movable
      columns={[
        { head: 'Day', isName: true, narrow: 'lead' },
        { head: 'Where', narrow: 'beside' },
        { head: 'What they said, or what was seen', narrow: 'full' },
        { head: 'Seen', narrow: 'start' },
        { head: 'By', narrow: 'end' },
      ]}
      rows={visits.map((visit) => ({
        id: visit.id,
        cells: [
          <Link key="day" href={`/people/${child.id}/visits/${visit.id}`}>
            {dayNarrow(visit.visitedOn, today)}
          </Link>,
          labelOf(VISIT_PLACES, visit.place),
          firstWords(visit),
          seenInWords(visit),
          staff.get(visit.visitedBy) ?? '',
        ],
      }))}
    />
  );
}

const LONGEST_LINE = 160;

function firstWords({ said, about, words }: ChildVisit): string {
  const text = said === undefined ? (about ?? words ?? '') : `“${said}”`;
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
}

/** Whether and how a child was seen, in words. */
export function seenInWords({ seen, alone, bedroomSeen, nobodyIn }: ChildVisit): string {
  if (nobodyIn) return 'Nobody was in';
  const words = [
    alone && 'seen alone',
    seen && !alone && 'seen',
    !seen && 'not seen',
    bedroomSeen && 'bedroom seen',
  ];
  const sentence = words.filter(Boolean).join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** One visit in the file of one child: what the child said first. Nothing that was written of another child stands here. */
export function VisitPage(props: {
  child: Child;
  visit: ChildVisit;
  others: readonly (Child & { readonly visitId: Id })[];
  corrections: readonly Correction[];
  staff: Named;
  today: Day;
  mayCorrect: boolean;
}) {
  const { child, visit, today, mayCorrect, staff } = props;
  const at = `/people/${child.id}/visits`;
  return (
    <>
      <PageHead
        title={`Visit of ${dayInWords(visit.visitedOn, today)}`}
        above={
          <>
            <Link href={`/people/${child.id}`}>{child.name}</Link>, <Link href={at}>visits</Link>
          </>
        }
        below={`${labelOf(VISIT_PLACES, visit.place)}, by ${staff.get(visit.visitedBy) ?? ''}`}
        actions={
          mayCorrect && (
            <ButtonLink href={`${at}/${visit.id}/corrections/new`} kind="secondary">
              Correct this visit
            </ButtonLink>
          )
        }
      />
      <WithAside aside={<AboutVisit {...props} />}>
        <WhatWasWritten child={child} visit={visit} today={today} />
      </WithAside>
    </>
  );
}

function WhatWasWritten({ child, visit, today }: { child: Child; visit: ChildVisit; today: Day }) {
  const { said, about, withheld, words, agreed, nobodyIn } = visit;
  return (
    <>
      {nobodyIn && <Notice>Nobody was in.</Notice>}
      {said !== undefined && (
        <Voice
          words={said}
          title={`What ${child.name} said`}
          by={`${child.name}, ${dayInWords(visit.visitedOn, today)}, ${seenInWords(visit).toLowerCase()}`}
        />
      )}
      <Written title={`About ${child.name}`} words={about} />
      <Written title="For this file alone" words={withheld} mark={<WithheldTag />} />
      <Written title="What was seen and heard" words={words} />
      <Written title="What was agreed" words={agreed} />
    </>
  );
}

function AboutVisit({ visit, others, corrections, staff, today }: Parameters<typeof VisitPage>[0]) {
  const by = [staff.get(visit.visitedBy), visit.companions].filter(Boolean).join(', with ');
  const lines = [
    { label: 'Seen', value: seenInWords(visit) },
    { label: 'Where', value: labelOf(VISIT_PLACES, visit.place) },
    { label: 'Expected', value: labelOf(VISIT_MANNERS, visit.manner) },
    { label: 'When', value: [dayInWords(visit.visitedOn, today), visit.visitedTime].filter(Boolean).join(', ') },
    { label: 'Who went', value: by },
    { label: 'Written down', value: momentInWords(visit.recordedAt, today) },
  ]; // biome-ignore format: a list reads as a list
  return (
    <>
      <Panel title="The visit">
        <SummaryList lines={lines} plain />
        {visit.version > 1 && <p class="c-small">Corrected. What stood before is kept.</p>}
      </Panel>
      <AlsoIn
        title="Visited too"
        others={others.map(({ id, name, visitId }) => ({ name, href: `/people/${id}/visits/${visitId}` }))}
      />
      <Corrections corrections={corrections} staff={staff} today={today} />
    </>
  );
}
