import type { Day } from '../../../language/day.ts';
import { durationInWords } from '../../../language/duration.ts';
import type { Id } from '../../../language/id.ts';
import { LevelScale } from '../../../platform/html/level-scale.tsx';
import { Link } from '../../../platform/html/links.tsx';
import type { Row } from '../../../platform/html/table.tsx';
import { Flag, RatingTag } from '../../../platform/html/tags.tsx';
import type { Profile } from '../../../profile/profile.ts';
import { childrenNamed } from '../contact/index.ts';
import { repeatInWords } from '../repeat-contact/index.ts';
import { type ContactClock, ContactClockLine, TakingButton } from '../triage/index.ts';
import { agesInWords, type BoardRow, checksInWords, type Filter } from './rules.ts';

/** What the board shows, and for whom. `now` is the instant the page stands at: today's, or the one it is asked as known at. */
export type Board = {
  readonly rows: readonly BoardRow[];
  readonly clocks: ReadonlyMap<Id, ContactClock>;
  readonly filter: Filter;
  readonly viewer: Id;
  readonly may: {
    readonly take: boolean;
    readonly rate: boolean;
    readonly ask: boolean;
    readonly record: boolean;
    readonly meet: boolean;
  };
  readonly profile: Profile;
  readonly now: Date;
  readonly today: Day;
  readonly lately: { readonly lastAnsweredAt: Date | undefined; readonly cameToday: number } | undefined;
};

/** One contact of the board as a row of its table. */
export function rowOf(row: BoardRow, board: Board): Row {
  const clock = board.clocks.get(row.id);
  const { calendar, levelsOfNeed } = board.profile;
  return {
    id: `contact-${row.reference}`,
    cells: [
      clock && <ContactClockLine key="clock" clock={clock} now={board.now} calendar={calendar} />,
      <RatingCell key="rating" row={row} may={board.may.rate} />,
      <span key="child">
        <Link href={`/contacts/${row.id}`}>{childrenNamed(row.children)}</Link>{' '}
        <span class="c-small">
          {agesInWords(row.children, board.today)}. <span class="c-unbroken">{row.reference}</span>
        </span>
      </span>,
      <Said key="said" row={row} board={board} />,
      <LevelScale key="level" levels={levelsOfNeed} chosen={row.referrerLevel ?? null} />,
      <PartnersCell key="partners" row={row} may={board.may.ask} />,
      <With key="with" row={row} may={board.may.take} />,
    ],
  };
}

function RatingCell({ row, may }: { row: BoardRow; may: boolean }) {
  const tag = <RatingTag colour={row.colour ?? 'none'} />;
  if (!may) return tag;
  return (
    <Link
      href={`/contacts/${row.id}/ratings/new`}
      class="c-quiet-link"
      shortcut="r"
      about={`, rate ${row.reference}`}
    >
      {tag}
    </Link>
  );
}

function Said({ row, board }: { row: BoardRow; board: Board }) {
  const { within } = board.profile.timescales['repeat contact'].at(-1) ?? { within: null };
  const again = repeatInWords(row.earlier, within === null ? 'all' : durationInWords(within));
  return (
    <>
      {row.line} <span class="c-small">{row.by}</span> {again && <Flag>{again}</Flag>}
    </>
  );
}

function PartnersCell({ row, may }: { row: BoardRow; may: boolean }) {
  const words = checksInWords(row.checks);
  if (!may) return <span class="c-unbroken">{words}</span>;
  const href =
    row.enquiryId === undefined
      ? `/contacts/${row.id}/mash-enquiries/new`
      : `/mash-enquiries/${row.enquiryId}`;
  return (
    <Link href={href} class="c-quiet-link c-unbroken" shortcut="p" about={`, partners on ${row.reference}`}>
      {words}
    </Link>
  );
}

function With({ row, may }: { row: BoardRow; may: boolean }) {
  if (row.taking !== undefined) return <span class="c-unbroken">{row.taking.name}</span>;
  return (
    <>
      <span class="c-nobody">Nobody yet</span>
      {may && <TakingButton contact={row} taking={undefined} from="board" />}
    </>
  );
}
