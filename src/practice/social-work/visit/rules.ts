import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { VisitManner, VisitPlace } from '../../../profile/code-sets/visits.ts';
import type { Profile } from '../../../profile/profile.ts';
import { type Clock, type Timescale, timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';

/** What is true of a visit for every child who was visited: it stands in the file of each of them. */
export type Shared = {
  readonly visitedOn: Day;
  /** By the clock on the wall, `14:30`. */
  readonly visitedTime: string | undefined;
  readonly place: VisitPlace;
  readonly manner: VisitManner;
  readonly nobodyIn: boolean;
  readonly companions: string | undefined;
  readonly words: string | undefined;
  readonly agreed: string | undefined;
};

/** What is true for one child of a visit alone. */
export type OfChild = {
  readonly seen: boolean;
  readonly alone: boolean;
  readonly bedroomSeen: boolean;
  /** The child's own words, or what the child did where there are none. */
  readonly said: string | undefined;
  /** About this child; in this child's file alone. */
  readonly about: string | undefined;
  /** What the brothers and sisters must not come to know; behind the wall of this child. */
  readonly withheld: string | undefined;
};

/** Something that stands for a child since a day: a period of service by its kind, a protection plan, or a time in care. */
type StandsSince = { readonly kind: string; readonly beganOn: Day };

/** What is known of a child for saying when the next visit is due: what is open, since when, and when they were last seen. */
export type Sight = {
  readonly open: readonly StandsSince[];
  readonly openedOn: Day;
  readonly lastSeen: LastSeen | undefined;
};

/** The last visit on which somebody saw a child. */
export type LastSeen = {
  readonly on: Day;
  readonly by: Id;
  readonly place: string;
  readonly alone: boolean;
};

/** When a visit is due, and by which edition of which rule. */
export type NextVisit = { readonly on: Day; readonly at: Date; readonly edition: Timescale };

/**
 * When a child who is open is to be seen next, by the strictest thing that stands for them: a plan before care, care before the rest, and
 * early help where it stands alone. Counted from when they were last seen, or from the day it began if nobody has seen them since.
 * Nothing where no rule held on that day.
 */
export function nextVisit(
  { open, lastSeen }: Sight,
  profile: Pick<Profile, 'timescales' | 'calendar'>,
): NextVisit | undefined {
  const clock = CLOCKS_FOR_VISITS.find((one) => open.some(({ kind }) => clockOf(kind) === one));
  if (clock === undefined) return undefined;
  const began = open.filter(({ kind }) => clockOf(kind) === clock).map(({ beganOn }) => beganOn);
  const from = [lastSeen?.on, ...began.toSorted().slice(0, 1)].reduce((one, other) =>
    (one ?? '') > (other ?? '') ? one : other,
  );
  const edition = from && timescaleOn(profile.timescales, clock, from);
  const due = edition && dueBy(edition, from, profile.calendar);
  return edition && due ? { on: due.on, at: due.at, edition } : undefined;
}

const CLOCKS_FOR_VISITS = [
  'child on a plan visited',
  'child in care visited',
  'child visited',
  'child visited in early help',
] as const satisfies readonly Clock[];

const CLOCK_OF: Readonly<Record<string, (typeof CLOCKS_FOR_VISITS)[number]>> = {
  'protection plan': 'child on a plan visited',
  care: 'child in care visited',
  'early help': 'child visited in early help',
};

function clockOf(kind: string): (typeof CLOCKS_FOR_VISITS)[number] {
  return CLOCK_OF[kind] ?? 'child visited';
}

/** One visit as it stands in the file of one child. */
export type ChildVisit = Shared &
  OfChild & {
    readonly id: Id;
    /** The child, for the audit. */
    readonly persons: readonly Id[];
    readonly personId: Id;
    readonly visitId: Id;
    readonly visitedBy: Id;
    readonly version: number;
    readonly recordedAt: Date;
  };

/** Why what stands in a child's file was changed. */
export type Correction = { readonly id: Id; readonly reason: string; readonly at: Date; readonly by: Id };
