import { ago, timeInWords } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import { Details } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { type Chip, FilterChips } from '../../../platform/html/filter-chips.tsx';
import { HubFigure } from '../../../platform/html/hub-figure.tsx';
import { KeyList } from '../../../platform/html/key-list.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { type Column, Table } from '../../../platform/html/table.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { RATING_COLOURS } from '../../../profile/code-sets/rating-colours.ts';
import { isOver } from '../triage/index.ts';
import { type Board, rowOf } from './row.tsx';
import { type BoardRow, type Filter, grouped, hrefOf, matches, SHOWS } from './rules.ts';

/** The keys of the board. */
export const BOARD_KEYS = [
  { keys: ['j', 'k'], words: 'down, up' },
  { keys: ['Enter'], words: 'open' },
  { keys: ['r'], words: 'rate' },
  { keys: ['a'], words: 'take it' },
  { keys: ['p'], words: 'ask partners' },
];

const KEYS_SHOWN = [...BOARD_KEYS, { keys: ['?'], words: 'all keys, or turn them off' }];

const COLUMNS: readonly Column[] = [
  { head: 'Clock', narrow: 'full' },
  { head: 'Rating', narrow: 'beside' },
  { head: 'Child', isName: true, narrow: 'lead' },
  { head: 'What was said, and who by', narrow: 'full' },
  { head: 'Referrer’s level', narrow: 'hidden' },
  { head: 'Partner checks', narrow: 'start' },
  { head: 'With', narrow: 'end' },
];

/** Every contact with no answer yet, oldest clock first. */
export function BoardPage(board: Board) {
  return (
    <>
      <Figure {...board} />
      {board.rows.length === 0 ? <NobodyWaits {...board} /> : <List {...board} />}
    </>
  );
}

function Figure({ rows, now, may }: Board) {
  const oldest = rows.reduce<Date | undefined>(
    (so, row) => (so === undefined || row.toldAt < so ? row.toldAt : so),
    undefined,
  );
  return (
    <HubFigure
      count={rows.length}
      words={rows.length === 1 ? 'contact with no answer yet' : 'contacts with no answer yet'}
      note={oldest === undefined ? undefined : `The oldest came ${ago(oldest, now)}`}
      ratings={rows.length === 0 ? undefined : ratingCounts(rows)}
      actions={
        <>
          {may.meet && (
            <ButtonLink kind="secondary" href="/screening-meetings">
              Screening meeting
            </ButtonLink>
          )}
          {may.record && <ButtonLink href="/contacts/new">New contact</ButtonLink>}
        </>
      }
    />
  );
}

function ratingCounts(rows: readonly BoardRow[]) {
  return RATINGS.map(({ code, label }) => ({
    colour: code,
    words: label,
    count: rows.filter((row) => (row.colour ?? 'none') === code).length,
  }));
}

const RATINGS = [...RATING_COLOURS.codes, { code: 'none', label: 'Not rated' }] as const;

function NobodyWaits({ lately, profile, may }: Board) {
  const last = lately?.lastAnsweredAt;
  return (
    <Panel>
      <EmptyState
        title="Nobody is waiting for an answer"
        calm
        actions={
          may.record && (
            <ButtonLink kind="secondary" href="/contacts/new">
              New contact
            </ButtonLink>
          )
        }
      >
        <p>
          {last && <>The last one was answered at {timeInWords(last, profile.calendar.zone)}. </>}
          {lately?.cameToday ?? 0} came in today.
        </p>
      </EmptyState>
    </Panel>
  );
}

function List(board: Board) {
  const { rows, filter, viewer, clocks, now } = board;
  const shown = rows.filter((row) => matches(row, filter, viewer));
  const standings = shown.map((row) => {
    const clock = clocks.get(row.id);
    return { row, dueAt: clock?.due?.at, isOver: clock !== undefined && isOver(clock, now) };
  });
  const groups = grouped(standings).map(({ title, rows: members }) => ({
    title,
    rows: members.map(({ row }) => rowOf(row, board)),
  }));
  return (
    <>
      <Filters {...board} />
      <Panel flush={shown.length > 0}>
        {shown.length === 0 ? (
          <EmptyState title="None of them is among these">
            <p>
              <Link href="/hub">Show all {rows.length}</Link>
            </p>
          </EmptyState>
        ) : (
          <Table
            caption="Contacts with no answer yet, oldest clock first"
            columns={COLUMNS}
            groups={groups}
            movable
          />
        )}
      </Panel>
      <Foot clocks={clocks} />
    </>
  );
}

function Filters({ rows, filter, viewer }: Board) {
  const chip = chipsOver(rows, filter, viewer);
  const sources = [...new Set(rows.map((row) => row.source))].sort();
  const shows = SHOWS.map(({ code, words }) => chip(words, { ...filter, show: code }, filter.show === code));
  const ratings = RATINGS.map(({ code, label }) => {
    const isCurrent = filter.rating === code;
    return chip(label, { ...filter, rating: isCurrent ? undefined : code }, isCurrent);
  });
  const tellers = sources.map((code) => {
    const isCurrent = filter.source === code;
    const to = { ...filter, source: isCurrent ? undefined : code };
    return chip(labelOf(CONTACT_SOURCES, code), to, isCurrent);
  });
  return (
    <div class="c-board-filters">
      <FilterChips label="Filters" chips={shows} />
      <Details summary="More filters" open={filter.rating !== undefined || filter.source !== undefined}>
        <FilterChips label="By rating" chips={ratings} />
        <FilterChips label="By who told us" chips={tellers} />
      </Details>
    </div>
  );
}

/** Makes chips that count what they show. A chosen one of the second row leads back to without it. */
function chipsOver(rows: readonly BoardRow[], filter: Filter, viewer: Id) {
  return (words: string, to: Filter, isCurrent: boolean): Chip => {
    const count = rows.filter((row) => matches(row, isCurrent ? filter : to, viewer)).length;
    return { words, href: hrefOf(to), isCurrent, count };
  };
}

/** Keys at the left; at the right on what the times stand, because most are borrowed. */
function Foot({ clocks }: Pick<Board, 'clocks'>) {
  const borrowed = [...clocks.values()].some(
    ({ standing }) => standing !== 'law' && standing !== 'local policy',
  );
  return (
    <div class="c-board-foot">
      <KeyList lines={KEYS_SHOWN.map(({ keys, words }) => ({ caps: keys, words }))} />
      {borrowed && <p class="c-small">Clock times: English defaults, to be confirmed locally</p>}
    </div>
  );
}
