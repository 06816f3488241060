import { counted, dayInFull, dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { Button } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Facts } from '../../../platform/html/facts.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { RatingTag, StandingTag } from '../../../platform/html/tags.tsx';
import type { Timescale } from '../../../profile/timescales.ts';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import type { Exercise } from '../rating-exercise/index.ts';
import { RatingGrid, type Square, squareInWords } from '../rating-grid/index.ts';
import {
  byColour,
  type Compared,
  type Direction,
  directionOf,
  FOLLOWED,
  movedOf,
  squaresOf,
} from './rules.ts';

/** What a comparison shows. */
export type Comparison = {
  readonly exercise: Exercise;
  readonly previous: Exercise | undefined;
  readonly cases: readonly Compared[];
  /** All cases of the exercise, and those of them that stand where the viewer may not see them. */
  readonly frozen: number;
  readonly elsewhere: number;
  readonly children: ReadonlyMap<Id, PersonBrief>;
  readonly withinDays: number;
  readonly edition: Timescale | undefined;
  readonly today: Day;
  /** As known at which instant, told in which zone. */
  readonly known: Date;
  readonly zone: string;
};

/** More arrows than these cannot be told apart; the table has them all. */
const MOST_ARROWS = 10;

const WORDS: Readonly<Record<Direction, string>> = {
  up: 'Higher',
  down: 'Lower',
  sideways: 'From one risk to the other',
  stayed: 'As before',
  first: 'Rated for the first time',
};

/** Who moved since the exercise before and why, and what followed by rating: as picture and as tables, for the screen and for paper. */
export function ComparisonPage(props: Comparison) {
  const { exercise, cases } = props;
  return (
    <>
      <PageHead
        title="Who moved, and what followed"
        above={<Link href={`/rating-exercises/${exercise.id}`}>{exercise.title}</Link>}
        below={standingInWords(props)}
        actions={
          <>
            <ButtonLink href={`/rating-exercises/${exercise.id}/comparison/csv`} kind="secondary">
              Take away as CSV
            </ButtonLink>
            <Button action="print">Print</Button>
          </>
        }
      />
      <p class="c-on-paper">{asOnPaper(props)}</p>
      {cases.length === 0 ? (
        <Panel>
          <EmptyState title="No case in your sight is rated yet">
            <p>As soon as cases are rated, their moves stand here.</p>
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Moves {...props} />
          <WhoMoved {...props} />
          <WhatFollowed {...props} />
        </>
      )}
    </>
  );
}

/** What is seen around a page on a screen: which exercise, and as known when. */
function asOnPaper({ exercise, today, known, zone }: Comparison): string {
  const frozen = `${exercise.title}, frozen ${dayInWords(dayOf(exercise.frozenAt), today)}.`;
  return `${frozen} As known on ${dayInFull(dayOf(known, zone))}, ${timeInWords(known, zone)}.`;
}

function standingInWords({ previous, cases, frozen, elsewhere, today }: Comparison): string {
  const since =
    previous === undefined
      ? 'No exercise was held before: compared with the last rating before the cases were frozen.'
      : `Compared with “${previous.title}”, frozen ${dayInWords(dayOf(previous.frozenAt), today)}.`;
  const seen = `${counted(cases.length, 'rated case')} in your sight, of ${frozen} frozen.`;
  return [
    since,
    seen,
    elsewhere > 0 &&
      `${elsewhere} ${elsewhere === 1 ? 'stands' : 'stand'} elsewhere, where you may not see them.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function Moves({ cases }: Comparison) {
  const { counts, moves } = squaresOf(cases);
  const of = (direction: Direction) => cases.filter((one) => directionOf(one) === direction).length;
  const ways = (['up', 'down', 'sideways', 'stayed', 'first'] as const).map((direction) => ({
    label: WORDS[direction],
    count: of(direction),
  }));
  const sentence = ways.map(({ label, count }) => `${label}: ${count}`).join('. ');
  return (
    <Panel title="Where the cases sit now">
      <div class="c-rating__where">
        <RatingGrid
          id="moves"
          title="Where the cases sit now, and which way they moved"
          sentence={`${sentence}. ${[...counts].map(([square, count]) => `${count} ${square}`).join('; ')}.`}
          counts={counts}
          moves={moves.slice(0, MOST_ARROWS)}
        />
        <div>
          <Facts facts={ways.map(({ label, count }) => [label, count])} />
          {moves.length > MOST_ARROWS && (
            <p class="c-small">
              The {MOST_ARROWS} most frequent moves are drawn; the table below has them all.
            </p>
          )}
        </div>
      </div>
      {moves.length > 0 && (
        <Table
          caption="From which square to which"
          columns={[
            { head: 'From', isName: true, narrow: 'full' },
            { head: 'To', narrow: 'full' },
            { head: 'Cases', kind: 'numeric', narrow: 'labelled' },
          ]}
          rows={moves.map(({ from, to, count }) => ({
            id: `${squareInWords(from)}-${squareInWords(to)}`.replaceAll(/[^a-z]+/g, '-'),
            cells: [capital(squareInWords(from)), capital(squareInWords(to)), count],
          }))}
        />
      )}
    </Panel>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function WhoMoved({ cases, children, today }: Comparison) {
  const moved = movedOf(cases);
  return (
    <Panel title={moved.length === 0 ? 'Who moved' : undefined} flush={moved.length > 0}>
      {moved.length === 0 ? (
        <p>No case sits in another square than before.</p>
      ) : (
        <Table
          caption="Who moved and why, the higher first"
          columns={[
            { head: 'Child', isName: true, narrow: 'lead' },
            { head: 'Which way', narrow: 'beside' },
            { head: 'Before', narrow: 'labelled' },
            { head: 'Now', narrow: 'labelled' },
            { head: 'Why', kind: 'words', narrow: 'full' },
          ]}
          rows={moved.map((one) => ({
            id: one.personId,
            cells: [
              <Link key="child" href={`/people/${one.personId}/ratings`}>
                {nameOf(children.get(one.personId), today)}
              </Link>,
              WORDS[directionOf(one)],
              <Tags key="before" square={one.before} />,
              <Tags key="now" square={one.now} />,
              one.now.why,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function Tags({ square }: { square: Square | undefined }) {
  if (square === undefined) return null;
  return (
    <>
      <RatingTag colour={square.harm} words={`Harm ${square.harm}`} />{' '}
      <RatingTag colour={square.breakdown} words={`Breakdown ${square.breakdown}`} />
    </>
  );
}

function WhatFollowed({ cases, withinDays, edition, today }: Comparison) {
  const colours = byColour(cases, withinDays, today);
  const tooYoung = colours.reduce((sum, one) => sum + one.tooYoung, 0);
  return (
    <Panel title={`What happened within ${withinDays} days, by rating`}>
      <Table
        caption={`What happened within ${withinDays} days after the rating`}
        columns={[
          { head: 'Rated', isName: true, narrow: 'lead' },
          ...FOLLOWED.map(({ label }) => ({ head: label, narrow: 'labelled' as const })),
          { head: 'Too short a time ago', kind: 'numeric', narrow: 'labelled' },
        ]}
        rows={colours.map((one) => ({
          id: one.colour,
          cells: [
            <RatingTag key="colour" colour={one.colour} />,
            ...FOLLOWED.map(({ code }) =>
              one.whole === 0 ? 'Nobody to count yet' : `${one.counts[code]} of ${one.whole}`,
            ),
            one.tooYoung,
          ],
        }))}
      />
      <p class="c-small">
        The higher of the two risks counts. What began on the day of the rating itself does not.{' '}
        {tooYoung > 0 &&
          `${tooYoung === 1 ? '1 case was' : `${tooYoung} cases were`} rated less than ${withinDays} days ago and ${tooYoung === 1 ? 'is' : 'are'} not counted yet. `}
        {edition && <StandingTag standing={edition.standing} />}
      </p>
    </Panel>
  );
}

function nameOf(child: PersonBrief | undefined, today: Day): string {
  return child === undefined ? 'A child on record' : namedWithAge(child, today);
}
