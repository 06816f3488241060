import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { RatingTag } from '../../../platform/html/tags.tsx';
import { LookAgainWords } from '../../people/childhood/index.ts';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import { casesOf, isOverdue, type OpenCase, SHOWN, type Shown } from './rules.ts';

type Props = {
  readonly cases: readonly OpenCase[];
  readonly shown: Shown;
  readonly listed: readonly OpenCase[];
  readonly found: number;
  readonly children: ReadonlyMap<Id, PersonBrief>;
  readonly workers: ReadonlyMap<Id, string>;
  readonly mayReadExercises: boolean;
  readonly today: Day;
};

const WORDS: Readonly<Record<Shown, string>> = {
  due: 'To look at again within seven days',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  'not rated': 'Not rated',
  closing: 'Proposed for closing',
};

/** The open cases in sight by rating, whom to look at again soonest first. */
export function OversightPage(props: Props) {
  const { cases, shown, listed, found, mayReadExercises, today } = props;
  const overdue = cases.filter((one) => isOverdue(one, today)).length;
  return (
    <>
      <PageHead
        title="Cases by rating"
        below={`${cases.length} open in your sight, ${overdue} to be looked at again before today. The higher of the two risks counts`}
        actions={
          mayReadExercises && (
            <ButtonLink href="/rating-exercises" kind="secondary">
              Rating exercises
            </ButtonLink>
          )
        }
      />
      <div class="c-rating__chips">
        <FilterChips
          label="Which cases"
          chips={SHOWN.map((one) => ({
            words: WORDS[one],
            count: casesOf(one, cases, today).length,
            href: `/case-ratings?show=${encodeURIComponent(one)}`,
            isCurrent: one === shown,
          }))}
        />
      </div>
      <Panel flush={listed.length > 0}>
        {listed.length === 0 ? (
          <EmptyState title="No open case in your sight is here">
            <p>A rated case comes back by itself when a manager is to look at it again.</p>
          </EmptyState>
        ) : (
          <CasesTable {...props} />
        )}
      </Panel>
      {found > listed.length && (
        <p class="c-small">
          The first {listed.length} of {found} stand here.
        </p>
      )}
    </>
  );
}

function CasesTable({ listed, shown, children, workers, today }: Props) {
  return (
    <Table
      caption={`${WORDS[shown]}: whom to look at again soonest first`}
      movable
      columns={[
        { head: 'Child', isName: true, narrow: 'lead' },
        { head: 'Harm', narrow: 'labelled' },
        { head: 'Breakdown', narrow: 'labelled' },
        { head: 'Worker', narrow: 'start' },
        { head: 'Look again', narrow: 'full' },
      ]}
      rows={listed.map(({ personId, rating, next }) => ({
        id: personId,
        cells: [
          <Link key="child" href={`/people/${personId}/ratings`}>
            {nameOf(children.get(personId), today)}
          </Link>,
          <RatingTag key="harm" colour={rating?.harm ?? 'none'} />,
          <RatingTag key="breakdown" colour={rating?.breakdown ?? 'none'} />,
          workers.get(personId) ?? 'Nobody yet',
          next === undefined ? (
            'When somebody has rated it'
          ) : (
            <LookAgainWords key="next" next={next} today={today} />
          ),
        ],
      }))}
    />
  );
}

function nameOf(child: PersonBrief | undefined, today: Day): string {
  return child === undefined ? 'A child on record' : namedWithAge(child, today);
}
