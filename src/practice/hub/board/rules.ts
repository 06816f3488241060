import { ageInWords } from '../../../language/age.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { RATING_COLOURS, type RatingColour } from '../../../profile/code-sets/rating-colours.ts';
import type { Earlier } from '../repeat-contact/index.ts';

/** A child of a contact, as the board names one. */
export type BoardChild = {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly bornOn?: Day | undefined;
  readonly dueOn?: Day | undefined;
  readonly ageSaid?: string | undefined;
};

/** One contact with no answer yet, as far as the viewer sees it. */
export type BoardRow = {
  readonly id: Id;
  readonly reference: string;
  readonly toldAt: Date;
  readonly source: string;
  readonly line: string;
  /** Who told us, as far as the viewer may know it and a list needs it. */
  readonly by: string;
  readonly children: readonly BoardChild[];
  readonly persons: readonly Id[];
  readonly colour: RatingColour | undefined;
  readonly referrerLevel: number | undefined;
  readonly taking: { readonly staffId: Id; readonly name: string } | undefined;
  readonly enquiryId: Id | undefined;
  readonly checks: { readonly asked: number; readonly back: number };
  /** Earlier contacts about one of its identified children: within the window of the profile, and within a week. */
  readonly earlier: Earlier;
  /** Every child has a decision in force, so only telling is left. */
  readonly decided: boolean;
};

/** Which contacts are shown. The address holds it. */
export type Filter = {
  readonly show: Show;
  readonly rating: RatingColour | 'none' | undefined;
  readonly source: string | undefined;
};

/** The filters that stand as chips above the list, in their order. */
export const SHOWS = [
  { code: 'all', words: 'All' },
  { code: 'mine', words: 'Mine' },
  { code: 'partners', words: 'Waiting for partners' },
  { code: 'ready', words: 'Ready to decide' },
  { code: 'repeat', words: 'Repeat contacts' },
] as const;
type Show = (typeof SHOWS)[number]['code'];

/** Reads the filter from an address. What is not a filter shows everything, so that an old bookmark still opens. */
export function filterIn(query: Readonly<Record<string, unknown>>): Filter {
  const rating = String(query['rating'] ?? '');
  const source = String(query['source'] ?? '');
  return {
    show: SHOWS.find(({ code }) => code === query['show'])?.code ?? 'all',
    rating: rating === 'none' || isCode(RATING_COLOURS, rating) ? rating : undefined,
    source: isCode(CONTACT_SOURCES, source) ? source : undefined,
  };
}

/** The address of a filter: only what differs from showing everything. */
export function hrefOf(filter: Filter): string {
  const parts = [
    filter.show === 'all' ? '' : `show=${filter.show}`,
    filter.rating === undefined ? '' : `rating=${filter.rating}`,
    filter.source === undefined ? '' : `source=${filter.source}`,
  ].filter(Boolean);
  return parts.length === 0 ? '/hub' : `/hub?${parts.join('&')}`;
}

/** Whether a contact belongs to what is shown. */
export function matches(row: BoardRow, filter: Filter, viewer: Id): boolean {
  const rating = filter.rating === undefined || (row.colour ?? 'none') === filter.rating;
  const source = filter.source === undefined || row.source === filter.source;
  return rating && source && isShown(row, filter.show, viewer);
}

function isShown(row: BoardRow, show: Show, viewer: Id): boolean {
  const waitsForPartners = row.checks.back < row.checks.asked;
  const rules: Readonly<Record<Show, boolean>> = {
    all: true,
    mine: row.taking?.staffId === viewer,
    partners: waitsForPartners,
    ready: row.colour !== undefined && !waitsForPartners && !row.decided,
    repeat: row.earlier.inWindow > 0,
  };
  return rules[show];
}

/** A contact with how its clock stands, which is all that ordering and grouping need. */
type Standing = {
  readonly row: Pick<BoardRow, 'decided' | 'colour' | 'taking' | 'toldAt'>;
  readonly dueAt: Date | undefined;
  readonly isOver: boolean;
};

const GROUPS = ['Past its clock', 'Running', 'Just in', 'Being told'] as const;
type Group = (typeof GROUPS)[number];

/** Contacts in groups that explain their order: past, running, just in, and decided with the answer on its way. Oldest clock first. */
export function grouped<One extends Standing>(
  all: readonly One[],
): readonly { readonly title: Group; readonly rows: readonly One[] }[] {
  return GROUPS.map((title) => ({
    title,
    rows: all.filter((one) => groupOf(one) === title).sort(byClock),
  })).filter((group) => group.rows.length > 0);
}

function groupOf({ row, isOver }: Standing): Group {
  if (row.decided) return 'Being told';
  if (isOver) return 'Past its clock';
  // Rated with a clock means that somebody has looked; taken means that somebody is looking.
  const isNew = row.taking === undefined && (row.colour === undefined || row.colour === 'blue');
  return isNew ? 'Just in' : 'Running';
}

function byClock(one: Standing, other: Standing): number {
  const due = (standing: Standing) => standing.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (due(one) !== due(other)) return due(one) - due(other);
  return one.row.toldAt.getTime() - other.row.toldAt.getTime();
}

/** The ages of children together: "Aged 6 and 9", "Unborn, due 9 May", "Age not known". */
export function agesInWords(children: readonly BoardChild[], today: Day): string {
  const ages = children.flatMap((child) => ageOf(child, today) ?? []);
  if (ages.length === 0) return 'Age not known';
  const together = ages.length === 2 ? ages.join(' and ') : ages.join(', ');
  return /^\d+$/.test(ages[0] ?? '')
    ? `Aged ${together}`
    : together.charAt(0).toUpperCase() + together.slice(1);
}

function ageOf(child: BoardChild, today: Day): string | undefined {
  if (child.bornOn !== undefined) return ageInWords({ bornOn: child.bornOn }, today);
  return child.dueOn === undefined ? child.ageSaid : ageInWords({ dueOn: child.dueOn }, today);
}

/** "2 of 3 back", or that nobody was asked. */
export function checksInWords({ asked, back }: BoardRow['checks']): string {
  return asked === 0 ? 'Not asked' : `${back} of ${asked} back`;
}
