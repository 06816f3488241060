import { addDays, type Day, startOfDay } from '../../../language/day.ts';
import { days } from '../../../language/duration.ts';
import type { Id } from '../../../language/id.ts';
import type { Profile } from '../../../profile/profile.ts';
import { isSinceDay } from '../../../profile/standing.ts';
import { type Clock, type Timescale, timescaleOn } from '../../../profile/timescales.ts';

/** The last visit on which somebody saw a child. */
export type LastSeen = {
  readonly on: Day;
  readonly by: Id;
  readonly place: string;
  readonly alone: boolean;
};

/** A time of its own within which children are to be seen, declared for while something has changed for them all. */
export type Declared = {
  readonly id: Id;
  readonly title: string;
  readonly reason: string;
  readonly days: number;
  readonly fromOn: Day;
};

/** What is known of an open child: since when, when they were last seen, and what asks for the next visit, from when and by when. */
export type Sight = {
  readonly openedOn: Day;
  /** The day of birth, or the expected one, of a child who was told of before it. */
  readonly bornAfterOn: Day | undefined;
  readonly kinds: readonly string[];
  readonly lastSeen: LastSeen | undefined;
  readonly clock: Clock;
  readonly countedFrom: Day;
  /** Undefined where no rule sets a time. */
  readonly dueOn: Day | undefined;
  /** The declared period that stands for this child today. */
  readonly declared: Declared | undefined;
  /** Whether the declared period, and not the profile, makes the due day. */
  readonly isDeclared: boolean;
};

/** An open child in days: since when, last seen, and to be seen by; and whether a declared period stands in which nobody saw them. */
export type DaysOf = {
  readonly personId: Id;
  readonly openedOn: Day;
  /** As in `Sight`. */
  readonly bornAfterOn: Day | undefined;
  readonly seenOn: Day | undefined;
  readonly dueOn: Day | undefined;
  readonly declaredId: Id | undefined;
  readonly isUnseenInDeclared: boolean;
};

/** What runs for an open child, still without who saw them last. */
export type Running = DaysOf &
  Omit<Sight, 'lastSeen'> & { readonly visitId: Id | undefined; readonly seenAlone: boolean };

/** Children in the order in which nobody saw them for longest: since they were seen, opened or were born, whichever is the latest. */
export function longestUnseenFirst<One extends DaysOf>(all: readonly One[]): readonly One[] {
  return all.toSorted(
    (one, other) =>
      unseenSince(one).localeCompare(unseenSince(other)) || one.personId.localeCompare(other.personId),
  );
}

function unseenSince({ seenOn, openedOn, bornAfterOn = openedOn }: DaysOf): Day {
  return seenOn !== undefined && seenOn > bornAfterOn ? seenOn : bornAfterOn;
}

/** Whether the birth of a child lies ahead: nobody visits them until then. */
export function isUnborn({ bornAfterOn }: Pick<DaysOf, 'bornAfterOn'>, today: Day): boolean {
  return bornAfterOn !== undefined && bornAfterOn > today;
}

/** Why nobody saw a child yet: "Not seen yet; open since 3 March", "… born 3 March", or "Not born yet; expected 3 March". */
export function notSeenInWords(
  { openedOn, bornAfterOn }: Pick<DaysOf, 'openedOn' | 'bornAfterOn'>,
  today: Day,
  dayWords: (on: Day, today: Day) => string,
): string {
  if (bornAfterOn === undefined) return `Not seen yet; open since ${dayWords(openedOn, today)}`;
  return isUnborn({ bornAfterOn }, today)
    ? `Not born yet; expected ${dayWords(bornAfterOn, today)}`
    : `Not seen yet; born ${dayWords(bornAfterOn, today)}`;
}

/** Whether the day on which a child was to be seen has gone by. */
export function isOverdue({ dueOn }: Pick<DaysOf, 'dueOn'>, today: Day): boolean {
  return dueOn !== undefined && dueOn < today;
}

/** When a visit is due, and by which edition of which rule. */
export type NextVisit = {
  readonly on: Day;
  readonly at: Date;
  readonly edition: Timescale;
  readonly countedFrom: Day;
  /** The declared period that makes the day. */
  readonly declared: Declared | undefined;
};

/**
 * When a child who is open is to be seen next, and on whose word. The day is reckoned in the database, once for all pages (`child_clock`);
 * here it is given its edition: that of the profile in force when the time began to run, or that of a declared period.
 */
export function nextVisit(
  { clock, countedFrom, dueOn, declared, isDeclared }: Omit<Sight, 'lastSeen'>,
  { timescales, calendar }: Pick<Profile, 'timescales' | 'calendar'>,
): NextVisit | undefined {
  if (dueOn === undefined) return undefined;
  const edition = isDeclared && declared ? editionOf(declared) : timescaleOn(timescales, clock, countedFrom);
  return (
    edition && {
      on: dueOn,
      at: startOfDay(addDays(dueOn, 1), calendar.zone),
      edition,
      countedFrom,
      declared: isDeclared ? declared : undefined,
    }
  );
}

/** A declared period as an edition of the rule for visits: it is the place's own, with its reason as its source. */
export function editionOf({ title, reason, days: amount, fromOn }: Omit<Declared, 'id'>): Timescale {
  return {
    inWords: `${title}: a child is visited and seen`,
    runsFrom: 'child last seen',
    within: days(amount),
    since: isSinceDay(fromOn) ? fromOn : '2020-03-30',
    standing: 'local policy',
    source: reason,
  };
}
