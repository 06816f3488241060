import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Family } from './families.ts';
import { workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';

/** How a child came to a worker: given by a manager, passed to another team, or handed over to a colleague. */
export type Came = 'allocated' | 'transferred' | 'handed over';

/** A time in which one worker has a child; on the last day the next one has the child, or nobody. */
export type Tenure = {
  readonly worker: Holder;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly came: Came;
};

/** A time in which something is open for a child. Its end is planned and may still be moved until it is written. */
export type OpenPeriod = {
  readonly table: 'referral' | 'early_help_episode';
  readonly id: Id;
  readonly personId: Id;
  /** From here on the child counts as with the service: asked for, and then begun. */
  readonly askedOn: Day;
  readonly beganOn: Day;
  /** When and by whom it was begun. */
  readonly beganAt: Date;
  readonly beganBy: Id;
  endsOn: Day;
  readonly family: Family;
  /** The day on which an assessment was completed and the work went on in need; none where it did not. */
  assessedOn?: Day;
  /** Given when everything that was opened is known; nobody yet for what began a moment ago. */
  tenures: readonly Tenure[];
  /** The last day on which something was told and passed to the worker. */
  touchedOn: Day;
};

/** Says whether something stands on a day: from the day it began, and no longer on the day it ended. */
export function standsOn(
  { beganOn, endsOn }: { readonly beganOn: Day; readonly endsOn: Day },
  on: Day,
): boolean {
  return beganOn <= on && on < endsOn;
}

/** Who has the child because of this on a day. */
export function workerOn({ tenures }: OpenPeriod, on: Day): Holder | undefined {
  return tenures.find(({ fromOn, untilOn }) => fromOn <= on && on < untilOn)?.worker;
}

/** All that is open and was open, by child. */
export type Periods = {
  add(period: OpenPeriod): void;
  /** What is open for a child on a day, or asked for. */
  openFor(personId: Id, on: Day): OpenPeriod | undefined;
  /** The last thing that was opened for a child. */
  latest(personId: Id): OpenPeriod | undefined;
  /** Notes that a child was referred anew: what had ended for it stays ended. */
  settle(personId: Id): void;
  /** Says whether an end may still be moved to a later day. */
  mayGoOn(period: OpenPeriod): boolean;
  readonly all: readonly OpenPeriod[];
};

/** Days that something stays open, in the middle, and how far it spreads. Invented. */
const LENGTHS = { referral: [105, 0.95], early_help_episode: [100, 0.7] } as const;

/** An empty set of periods. */
export function openPeriods(): Periods {
  const all: OpenPeriod[] = [];
  const latest = new Map<Id, OpenPeriod>();
  const settled = new Set<OpenPeriod>();
  return {
    all,
    add: (period) => {
      all.push(period);
      latest.set(period.personId, period);
    },
    latest: (personId) => latest.get(personId),
    settle: (personId) => {
      const period = latest.get(personId);
      if (period !== undefined) settled.add(period);
    },
    mayGoOn: (period) => latest.get(period.personId) === period && !settled.has(period),
    openFor: (personId, on) => {
      const period = latest.get(personId);
      return period !== undefined && on < period.endsOn ? period : undefined;
    },
  };
}

/** The planned end of what began on a day, a working day: never before a week has passed. */
export function plannedEnd(making: Making, random: Random, table: OpenPeriod['table'], beganOn: Day): Day {
  const [middle, spread] = LENGTHS[table];
  return workingDayFrom(making, beganOn, 7 + Math.min(1_000, Math.round(random.lognormal(middle, spread))));
}

/** Those for whom the same was opened on the same day in one family: they are assessed together and have one worker. */
export function siblingGroups(all: readonly OpenPeriod[]): readonly (readonly OpenPeriod[])[] {
  const ordered = all.toSorted((one, other) => (one.beganOn < other.beganOn ? -1 : 1));
  return [
    ...Map.groupBy(ordered, ({ family, table, beganOn }) => `${family.id} ${table} ${beganOn}`).values(),
  ];
}
