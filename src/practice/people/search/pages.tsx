import type { ComponentChildren } from 'preact';
import type { Day } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { FindBox } from '../kept-search/index.ts';
import { FOUND, type Reason, reasonsInWords } from '../likeness/index.ts';
import { dayOfLife, namedWithAge, type PersonBrief } from '../person/index.ts';

/** Somebody found, as a list shows them. */
export type Line = {
  readonly person: PersonBrief;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly parish: string | undefined;
  readonly open: string | undefined;
  readonly worker: string | undefined;
};

export type Found = {
  readonly typed: string;
  readonly problems: readonly Problem[];
  readonly lines: readonly Line[];
  /** There are more than are shown. */
  readonly more: boolean;
  readonly today: Day;
  readonly mayRecord: boolean;
  readonly mayReviewDuplicates: boolean;
  readonly mayInEmergency: boolean;
};

/** The list of whoever was found, or what to do when nobody was. */
export function SearchPage(found: Found) {
  const sure = found.lines.filter(({ score }) => score >= FOUND);
  const near = found.lines.filter(({ score }) => score < FOUND);
  return (
    <>
      <PageHead
        title="Children and families"
        actions={found.mayReviewDuplicates && <Link href="/duplicates">Possible duplicates</Link>}
      />
      <ErrorSummary problems={found.problems} />
      <Panel>
        <FindBox label="Name, date of birth, telephone, address or child number" typed={found.typed} />
        {found.typed === '' && <BeforeSearching />}
      </Panel>
      {found.typed !== '' && sure.length === 0 && <NobodyFound {...found} near={near.length} />}
      {found.lines.length > 0 && (
        <Panel flush>
          <Lines
            today={found.today}
            groups={[
              { title: `Found for “${found.typed}”`, lines: sure },
              { title: sure.length > 0 ? 'These come near' : nearTitle(near.length), lines: near },
            ]}
          />
        </Panel>
      )}
      {found.more && <p>There are more. A second name or a date of birth finds the right one.</p>}
    </>
  );
}

function nearTitle(count: number): string {
  return count === 1 ? 'One comes near' : 'These come near';
}

function BeforeSearching() {
  return (
    <>
      <p>
        Type what you know. A name may be spelt as you heard it, and in any order. A former name finds
        somebody too.
      </p>
      <p class="c-small">
        For example: Saffron Barnacle, or S Barnacle 8 6 2015, or the Barnacle family, or 3 Gull Lane, or
        01534 519000.
      </p>
    </>
  );
}

function NobodyFound({ typed, near, mayRecord, mayInEmergency }: Found & { near: number }) {
  return (
    <Panel>
      <EmptyState
        title={`Nobody found for “${typed}”`}
        actions={
          mayRecord ? (
            <ButtonLink kind="secondary" href="/contacts/new">
              New contact
            </ButtonLink>
          ) : undefined
        }
      >
        {near === 0 && <p>You can also search by date of birth, telephone or a former name.</p>}
        <p class="c-small">
          Somebody comes on record with a contact about them, once the people who come near were looked at.
        </p>
        {mayInEmergency && (
          <p class="c-small">
            A child may be in danger now, and you must see their record:{' '}
            <Link href="/emergency-access/new">emergency access</Link>.
          </p>
        )}
      </EmptyState>
    </Panel>
  );
}

type Group = { readonly title: string; readonly lines: readonly Line[] };

function Lines({ groups, today }: { groups: readonly Group[]; today: Day }) {
  return (
    <Table
      caption="Persons on record"
      movable
      columns={[
        { head: 'Name', isName: true, narrow: 'lead' },
        { head: 'Number', narrow: 'beside' },
        { head: 'Born', narrow: 'labelled' },
        { head: 'Parish', narrow: 'labelled' },
        { head: 'Open', narrow: 'start' },
        { head: 'Worker', narrow: 'end' },
        { head: 'Why', narrow: 'full' },
      ]}
      groups={groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => ({
          title,
          rows: lines.map((line) => ({ id: line.person.number, cells: cellsOf(line, today) })),
        }))}
    />
  );
}

function cellsOf(line: Line, today: Day): readonly ComponentChildren[] {
  const { person } = line;
  return [
    <Link key="name" href={`/people/${person.id}`}>
      {namedWithAge(person, today)}
    </Link>,
    person.number,
    person.bornOn === undefined ? 'Not known' : dayOfLife(person.bornOn),
    line.parish ?? 'Not known',
    line.open === undefined ? 'Not open' : <Tag>{line.open}</Tag>,
    line.worker ?? 'Nobody',
    reasonsInWords(line.reasons),
  ];
}
