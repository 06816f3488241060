import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Family } from './families.ts';
import { earlier } from './instants.ts';
import type { Making } from './making.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';

/** A time in which something is open for a child. Its end is planned and may still be moved until it is written. */
export type OpenPeriod = {
  readonly table: 'referral' | 'early_help_episode';
  readonly id: Id;
  readonly personId: Id;
  /** From here on the child counts as with the service: asked for, and then begun. */
  readonly askedOn: Day;
  readonly beganOn: Day;
  endsOn: Day;
  readonly family: Family;
  /** Given when everything that was opened is known; nobody yet for what began a moment ago. */
  worker?: Holder;
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

/** The planned end of what began on a day: never before a week has passed. */
export function plannedEnd(random: Random, table: OpenPeriod['table'], beganOn: Day): Day {
  const [middle, spread] = LENGTHS[table];
  return addDays(beganOn, 7 + Math.min(1_000, Math.round(random.lognormal(middle, spread))));
}

/** Writes allocations and ends as they have come to be. What ends after today is open. */
export function writePeriods(making: Making, random: Random, periods: Periods): void {
  for (const period of periods.all) {
    const ended = period.endsOn <= making.today;
    const id = random.id();
    const at = making.atMinute(period.beganOn, 600 + random.whole(0, 300));
    if (period.worker === undefined || at > making.now) continue;
    const by = period.worker.staffId;
    const began = { at, by };
    const about = { person_id: period.personId, staff_id: by, team_id: period.worker.teamId ?? null };
    making.ledger.add('allocation', { id, ...about, kind: 'worker', from_on: period.beganOn }, began);
    if (!ended) continue;
    const end = { at: endInstant(making, random, period.endsOn), by };
    making.ledger.change('allocation', id, { ended_on: period.endsOn, ended_by: by }, end);
    making.ledger.change(period.table, period.id, { ended_on: period.endsOn, ended_by: by }, end);
  }
}

function endInstant(making: Making, random: Random, on: Day): Date {
  const at = making.atMinute(on, random.whole(560, 1_000));
  return earlier(at, making.now);
}
