import { dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { type Paged, Paging } from '../../../platform/html/paging.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import { inAddress, type Whose, type WhoseAsked, WhoseFilter } from '../whose-children/index.ts';
import { isGap, type Mark, WEEKS, type Week, weeksInWords, weeksUntil } from './rules.ts';

/** One child of the calendar. */
export type Line = {
  readonly child: PersonBrief;
  readonly worker: string | undefined;
  readonly weeks: readonly Week[];
};

type Props = {
  readonly whose: Whose;
  readonly lines: readonly Line[];
  readonly paged: Paged;
  readonly today: Day;
};

/** Twelve weeks for each open child, on a line: where they were seen, and what was too long. */
export function CalendarPage({ whose, lines, paged, today }: Props) {
  return (
    <>
      <PageHead
        title="Calendar of gaps"
        below="The last twelve weeks of each open child. Whom nobody has seen for longest stands first"
        actions={
          <ButtonLink href={hrefOf(whose, 1, '/calendar-of-gaps/csv')} kind="secondary" size="compact">
            Take as a file
          </ButtonLink>
        }
      />
      <WhoseFilter whose={whose} hrefOf={hrefOf} />
      <Key />
      <Panel flush={lines.length > 0}>
        {lines.length === 0 ? (
          <EmptyState title="No child is open in your sight" />
        ) : (
          <Table
            caption="Open children and the last twelve weeks"
            movable
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              {
                head: `From ${dayNarrow(weeksUntil(today)[0] ?? today, today)} to this week`,
                narrow: 'full',
              },
              { head: 'In words', narrow: 'full' },
              { head: 'Worker', narrow: 'labelled' },
            ]}
            rows={lines.map((line) => ({ id: line.child.id, cells: cellsOf(line, today) }))}
          />
        )}
      </Panel>
      <Paging paged={paged} noun="children" hrefOf={(page) => hrefOf(whose, page)} />
      <p class="c-small">
        What is too long is judged by the rule that stands for each child today.{' '}
        <Link href="/what-is-asked-of-us">What is asked of us</Link>
      </p>
    </>
  );
}

function hrefOf(asked: WhoseAsked, page = 1, at = '/calendar-of-gaps'): string {
  const query = new URLSearchParams({ ...inAddress(asked), ...(page > 1 && { page: String(page) }) });
  return query.size === 0 ? at : `${at}?${query}`;
}

const KEY: readonly (readonly [Mark, string])[] = [
  ['alone', 'Seen alone'],
  ['with others', 'Seen with others'],
  ['video', 'Seen by video'],
  ['not seen', 'Not seen, or by telephone'],
  ['nobody in', 'Nobody was in'],
  ['gap', 'Not seen for too long'],
];

function Key() {
  return (
    <ul class="c-strip-key">
      {KEY.map(([mark, words]) => (
        <li key={mark}>
          <svg
            viewBox="0 0 20 20"
            width="20"
            height="20"
            aria-hidden="true"
            focusable="false"
            class="c-strip"
          >
            <Under weeks={[{ mark, words }]} />
            {SHAPES[mark]?.(EACH / 2)}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function cellsOf({ child, worker, weeks }: Line, today: Day) {
  const words = weeksInWords(weeks);
  return [
    <Link key="child" href={`/people/${child.id}/visits`}>
      {namedWithAge(child, today)}
    </Link>,
    <Strip key="weeks" weeks={weeks} today={today} />,
    weeks.some(isGap) ? <Flag key="words">{words}</Flag> : words,
    worker ?? 'Nobody yet',
  ];
}

const EACH = 20;

/** The weeks on a line; a screen reader hears those in which something was, one after the other. */
function Strip({ weeks, today }: { weeks: readonly Week[]; today: Day }) {
  const said = weeks
    .filter(({ mark }) => mark !== 'none' && mark !== 'not open')
    .map(({ from, words }) => `Week of ${dayNarrow(from, today)}: ${words}`);
  return (
    <svg
      class="c-strip"
      viewBox={`0 0 ${WEEKS * EACH} 20`}
      width={WEEKS * EACH}
      height="20"
      role="img"
      aria-label={said.length === 0 ? 'No visit in these weeks' : said.join('. ')}
    >
      <Under weeks={weeks} />
      {weeks.map(({ mark, from, words }, at) =>
        mark in SHAPES ? (
          <g key={from}>
            <title>{`Week of ${dayNarrow(from, today)}: ${words}`}</title>
            {SHAPES[mark]?.(at * EACH + EACH / 2)}
          </g>
        ) : null,
      )}
    </svg>
  );
}

/** What lies under the marks: what was too long, and one stroke through the weeks in which the child was open. */
function Under({ weeks }: { weeks: readonly Pick<Week, 'mark' | 'words'>[] }) {
  const gaps = weeks.map((week, at) => (isGap(week) ? `M${at * EACH} 1h${EACH}v18h-${EACH}z` : '')).join('');
  const line = weeks.map(({ mark }, at) => (mark === 'not open' ? '' : `M${at * EACH} 10h${EACH}`)).join('');
  return (
    <>
      {gaps !== '' && <path class="c-strip__gap" d={gaps} />}
      <path class="c-strip__line" d={line} />
    </>
  );
}

const SHAPES: Readonly<Partial<Record<Mark, (x: number) => preact.JSX.Element>>> = {
  alone: (x) => <circle class="c-strip__full" cx={x} cy="10" r="5.5" />,
  'with others': (x) => <circle class="c-strip__ring" cx={x} cy="10" r="4.5" />,
  video: (x) => <rect class="c-strip__ring" x={x - 4.5} y="5.5" width="9" height="9" />,
  'not seen': (x) => <circle class="c-strip__dot" cx={x} cy="10" r="2.5" />,
  'nobody in': (x) => <path class="c-strip__cross" d={`M${x - 4} 6l8 8M${x + 4} 6l-8 8`} />,
  gap: (x) => <path class="c-strip__triangle" d={`M${x} 5l5 9h-10z`} />,
};
