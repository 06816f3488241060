import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { VisitManner, VisitPlace } from '../../../profile/code-sets/visits.ts';

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
