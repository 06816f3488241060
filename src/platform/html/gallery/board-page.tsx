import { Clock } from '../clock.tsx';
import { FilterChips, Segments } from '../filter-chips.tsx';
import { HubFigure } from '../hub-figure.tsx';
import { KeyList } from '../key-list.tsx';
import { LevelScale } from '../level-scale.tsx';
import { ButtonLink, Link } from '../links.tsx';
import { Panel } from '../panel.tsx';
import { type Column, type Row, Table } from '../table.tsx';
import { type Colour, Flag, RatingTag } from '../tags.tsx';
import { GalleryStaffPage, KEYS } from './frames.tsx';

const NOW = new Date('2027-03-03T14:02:00Z');
const LEVELS = [1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` }));

const COLUMNS: readonly Column[] = [
  { head: 'Clock', sort: { href: '?sort=clock', direction: 'ascending' }, narrow: 'full' },
  { head: 'Rating', narrow: 'beside' },
  { head: 'Child', isName: true, narrow: 'lead' },
  { head: 'What was said, and who by', narrow: 'full' },
  { head: 'Referrer’s level', narrow: 'hidden' },
  { head: 'Partner checks', narrow: 'start' },
  { head: 'With', narrow: 'end' },
];

type Line = {
  id: string;
  from: string;
  due: string | null;
  words: string;
  note: string;
  colour: Colour;
  child: string;
  age: string;
  said: string;
  by: string;
  level: number | null;
  with: string;
  again?: string;
};

const OVER: Line = {
  id: '412',
  from: '09:14',
  due: '13:14',
  words: 'Over by 48 min',
  note: 'was due 13:14',
  colour: 'red',
  child: 'Otto and Wren Sandpiper',
  age: 'Aged 6 and 9. C-27-0412',
  said: 'Argument at home, both children present',
  by: 'Police',
  level: 4,
  with: 'Nell Capstan',
  again: 'Second contact this week',
};

const RUNNING: readonly Line[] = [
  {
    id: '415',
    from: '08:00',
    due: '15:42',
    words: '1 h 40 min left',
    note: 'today 15:42',
    colour: 'amber',
    child: 'Saffron Barnacle',
    age: 'Aged 11. C-27-0415',
    said: 'Tired, hungry, says she cooks for the little ones',
    by: 'Gull Rock School',
    level: 3,
    with: 'Tess Windlass',
  },
  {
    id: '416',
    from: '10:00',
    due: '18:37',
    words: '4 h 35 min left',
    note: 'Thu 10:07',
    colour: 'amber',
    child: 'Baby Dogwhelk',
    age: 'Unborn, due 9 May. C-27-0416',
    said: 'Concealed until 28 weeks, asks for help',
    by: 'Midwife',
    level: 3,
    with: 'Tess Windlass',
  },
  {
    id: '419',
    from: '12:00',
    due: '23:30',
    words: '14 h 28 min left',
    note: 'Fri 11:30',
    colour: 'green',
    child: 'Three Cormorant children',
    age: 'Aged 2, 4, 7. C-27-0419',
    said: 'Damp flat, mother alone with three',
    by: 'Health visitor',
    level: 2,
    with: 'Sol Bollard',
  },
];

const NEW: readonly Line[] = [
  {
    id: '420',
    from: '13:20',
    due: null,
    words: 'No clock',
    note: 'received 13:20',
    colour: 'blue',
    child: 'Fern Turnstone',
    age: 'Aged 5. C-27-0420',
    said: 'Asking for advice about sleep and temper',
    by: 'Parent',
    level: 1,
    with: 'Nobody yet',
  },
  {
    id: '421',
    from: '13:57',
    due: '14:27',
    words: 'Rate within 25 min',
    note: 'received 13:57',
    colour: 'none',
    child: 'Bay Oystercatcher',
    age: 'Aged 8. C-27-0421',
    said: 'Shouting at night, third time this month',
    by: 'Neighbour',
    level: null,
    with: 'Nobody yet',
    again: 'Third contact in 12 months',
  },
];

/** The board of contacts with no answer yet. */
export function BoardPage() {
  return (
    <GalleryStaffPage title="Contacts with no answer yet">
      <BoardHead />
      <div class="c-list-head">
        <FilterChips
          label="Filters"
          chips={[
            { words: 'All', count: 7, href: '?', isCurrent: true },
            { words: 'Mine', count: 2, href: '?mine', isCurrent: false },
            { words: 'Waiting for partners', count: 2, href: '?partners', isCurrent: false },
            { words: 'Ready to decide', count: 1, href: '?ready', isCurrent: false },
          ]}
        />
        <Segments
          label="View"
          chips={[
            { words: 'List', href: '?list', isCurrent: true },
            { words: 'Columns', href: '?columns', isCurrent: false },
          ]}
        />
      </div>
      <Panel flush>
        <Table
          caption="Contacts with no answer yet, oldest clock first"
          columns={COLUMNS}
          movable
          groups={[
            { title: 'Past its clock', rows: [row(OVER)] },
            { title: 'Running', rows: RUNNING.map(row) },
            { title: 'Just in', rows: NEW.map(row) },
          ]}
        />
      </Panel>
      <KeyList lines={KEYS} />
    </GalleryStaffPage>
  );
}

function BoardHead() {
  return (
    <HubFigure
      count={7}
      words="contacts with no answer yet"
      note="The oldest has waited 4 h 48 min"
      ratings={[
        { colour: 'red', words: 'Red', count: 1 },
        { colour: 'amber', words: 'Amber', count: 3 },
        { colour: 'green', words: 'Green', count: 1 },
        { colour: 'blue', words: 'Blue', count: 1 },
        { colour: 'none', words: 'Not rated', count: 1 },
      ]}
      actions={
        <>
          <ButtonLink kind="secondary" href="/screening-meetings/new">
            Start screening meeting
          </ButtonLink>
          <ButtonLink href="/contacts/new">New contact</ButtonLink>
        </>
      }
    />
  );
}

function row(line: Line): Row {
  const at = (time: string) => new Date(`2027-03-03T${time}:00Z`);
  return {
    id: `contact-${line.id}`,
    isCurrent: line.id === '415',
    cells: [
      <Clock
        key="clock"
        startedAt={at(line.from)}
        dueAt={line.due ? at(line.due) : null}
        now={NOW}
        words={line.words}
        note={line.note}
        quiet={line.colour === 'none'}
      />,
      <RatingTag key="rating" colour={line.colour} />,
      <span key="child">
        <Link href={`/contacts/${line.id}`}>{line.child}</Link> <span class="c-small">{line.age}</span>
      </span>,
      <span key="said">
        {line.said} <span class="c-small">{line.by}</span> {line.again && <Flag>{line.again}</Flag>}
      </span>,
      <LevelScale key="level" levels={LEVELS} chosen={line.level} />,
      'Not asked',
      line.with,
    ],
  };
}
