import { addDays, addMonths, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { dayOfLife, type Person } from '../person/index.ts';

/** Something that stands for a child from a day until a day. On the day of its end it stands no longer. */
export type FactOfChild = {
  readonly id: Id;
  readonly personId: Id;
  readonly beganOn: Day;
  readonly decidedBy: string;
  readonly endedOn: Day | undefined;
  readonly endDecidedBy: string | undefined;
};

/** Such a fact as an address names it, with the child for the audit. */
export type FactOnRecord = Pick<FactOfChild, 'id' | 'personId' | 'beganOn' | 'endedOn'> & {
  readonly persons: readonly Id[];
};

/** A time in care: on what ground, and where the child lives in it. */
export type PeriodOfCare = FactOfChild & {
  readonly basis: string;
  readonly placement: string;
  readonly onIsland: boolean;
};

/** A time on a protection plan, with what it protects from. */
export type ProtectionPlan = FactOfChild & { readonly category: string };

/** What kind of fact it is: its words, and from how many days before the birth it may stand. */
export type Kind = { readonly noun: string; readonly daysBeforeBirth: number };

type Life = Pick<Person, 'bornOn' | 'dueOn' | 'bornOnCertainty' | 'diedOn'>;

const MONTHS_OF_CHILDHOOD = 18 * 12;

/** Said to the second of two who did the same at the same moment. */
export const NOW_STANDS = 'The page about the child shows how it stands now.';

/**
 * Lets a fact begin on a day of the childhood on which no other of its kind stands, nor begins later. Refusals stand at `beganOn`.
 *
 * The database refuses the same (`within_childhood` and the constraints "one at a time"); a date of birth that is only known roughly
 * refuses nothing.
 */
export function mayBegin(
  kind: Kind,
  life: Life,
  beganOn: Day,
  others: readonly Pick<FactOfChild, 'beganOn' | 'endedOn'>[],
): Outcome<undefined> {
  const why = outsideChildhood(kind, life, beganOn) ?? besideAnother(kind, beganOn, others);
  return why === undefined ? done(undefined) : refused({ field: 'beganOn', message: why });
}

function outsideChildhood(kind: Kind, life: Life, on: Day): string | undefined {
  if (life.bornOn === undefined && life.dueOn !== undefined && kind.daysBeforeBirth === 0)
    return `The child is not born yet. A ${kind.noun} begins on or after the date of birth`;
  if (life.bornOnCertainty !== 'known') return undefined;
  return tooEarly(kind, life, on) ?? tooLate(life, on);
}

function tooEarly({ daysBeforeBirth }: Kind, { bornOn, dueOn }: Life, on: Day): string | undefined {
  const birth = bornOn ?? dueOn;
  if (birth === undefined || on >= addDays(birth, -daysBeforeBirth)) return undefined;
  return daysBeforeBirth === 0
    ? `The first day must be on or after the date of birth, ${dayOfLife(birth)}`
    : `The first day must not be more than nine months before the birth, ${dayOfLife(birth)}`;
}

function tooLate({ bornOn, diedOn }: Life, on: Day): string | undefined {
  const grownOn = bornOn && addMonths(bornOn, MONTHS_OF_CHILDHOOD);
  if (grownOn !== undefined && on >= grownOn)
    return `The first day must be before ${dayOfLife(grownOn)}, when they turned 18`;
  return diedOn !== undefined && on > diedOn
    ? `The first day must not be after ${dayOfLife(diedOn)}, when they died`
    : undefined;
}

function besideAnother(
  { noun }: Kind,
  on: Day,
  others: readonly Pick<FactOfChild, 'beganOn' | 'endedOn'>[],
): string | undefined {
  const open = others.find(({ endedOn }) => endedOn === undefined);
  if (open !== undefined)
    return `A ${noun} that began on ${dayOfLife(open.beganOn)} has not ended. End it first`;
  const other = others.find(({ beganOn, endedOn }) => endedOn && endedOn > on && endedOn > beganOn);
  return (
    other?.endedOn &&
    `The first day must be on or after ${dayOfLife(other.endedOn)}, when another ${noun} ended`
  );
}

/** Says whether somebody may be a child on a day: whose age is not known may be one. */
export function mayBeChild({ bornOn, bornOnCertainty, diedOn }: Life, on: Day): boolean {
  const grownOn = bornOn && addMonths(bornOn, MONTHS_OF_CHILDHOOD);
  return diedOn === undefined && (grownOn === undefined || on < grownOn || bornOnCertainty !== 'known');
}

/** Lets a fact end once, on or after the day it began. Refusals stand at `endedOn`. */
export function mayEnd(
  { noun }: Pick<Kind, 'noun'>,
  { beganOn, endedOn }: Pick<FactOfChild, 'beganOn' | 'endedOn'>,
  endsOn: Day,
): Outcome<undefined> {
  if (endedOn !== undefined)
    return refused({ field: '', message: `This ${noun} ended on ${dayOfLife(endedOn)} already.` });
  return endsOn < beganOn
    ? refused({
        field: 'endedOn',
        message: `The last day must be on or after the first, ${dayOfLife(beganOn)}`,
      })
    : done(undefined);
}
