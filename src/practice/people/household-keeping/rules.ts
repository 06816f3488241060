import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import { dayAsKnown, livesThere, type Membership } from '../household/index.ts';
import { dayOfLife, type Person } from '../person/index.ts';

/** The length of a pregnancy as due dates are reckoned, in calendar days: an unborn child lives with whoever carries it. */
const PREGNANCY_DAYS = 280;

/** Within which days somebody lives. */
export type Life = Pick<Person, 'name' | 'bornOn' | 'dueOn' | 'bornOnCertainty' | 'diedOn'>;

/** When somebody came, how sure that is, and when they left again where they have. */
export type When = {
  readonly sureness: 'known' | 'about' | 'not known';
  readonly movedOn?: Day | undefined;
  readonly leftOn?: Day | undefined;
};

/** What is wrong between the days and how sure they are said to be. */
export function whenProblems({ sureness, movedOn, leftOn }: When): readonly Problem[] {
  const isSaid = movedOn !== undefined;
  if (sureness === 'not known')
    return isSaid ? [{ field: 'movedOn', message: 'Leave the day out, or select how sure it is' }] : [];
  if (!isSaid) return [{ field: 'movedOn', message: 'Enter the day, or select that it is not known' }];
  return leftOn !== undefined && leftOn < movedOn
    ? [{ field: 'leftOn', message: 'The day they left must not be before the day they came' }]
    : [];
}

/** A day that lies before somebody was born, or expected, or after they died, addressed to its field. */
export function outsideLife(life: Life, on: Day | undefined, field: string): Problem | undefined {
  if (on === undefined) return undefined;
  const { name, bornOn, dueOn, bornOnCertainty, diedOn } = life;
  const born = bornOnCertainty === 'known' ? bornOn : undefined;
  const begins = dueOn === undefined ? born : addDays(dueOn, -PREGNANCY_DAYS);
  if (begins !== undefined && on < begins)
    return {
      field,
      message:
        dueOn === undefined
          ? `${name} was born on ${dayOfLife(begins)}. Enter that day or a later one`
          : `${name} was not expected before ${dayOfLife(begins)}. Enter that day or a later one`,
    };
  return diedOn !== undefined && on > diedOn
    ? { field, message: `${name} died on ${dayOfLife(diedOn)}. Enter that day or an earlier one` }
    : undefined;
}

/** What is to be kept of somebody's coming. */
export type Coming = When & {
  readonly householdId: Id | undefined;
  readonly kind: string;
  /** They no longer live where they lived until then. */
  readonly leaves: boolean;
};

type Known = Pick<
  Membership,
  'id' | 'householdId' | 'kind' | 'fromOn' | 'fromAbout' | 'untilOn' | 'untilAbout' | 'withdrawn'
>;

/** The memberships that somebody leaves when they come to live elsewhere: those that go on, where there is one home only. */
export function leftBehind<One extends Known>(all: readonly One[], coming: Coming): readonly One[] {
  if (!coming.leaves || coming.leftOn !== undefined) return [];
  return all.filter((one) => livesThere(one) && one.householdId !== coming.householdId);
}

/** What stands in the way of coming to live somewhere, where the record knows of other households; in plain words, at its field. */
export function comingProblem(all: readonly Known[], coming: Coming, name: string): Problem | undefined {
  const standing = all.filter(({ withdrawn }) => withdrawn === undefined);
  const left = leftBehind(standing, coming);
  const leaving = leavingProblem(left, coming, name);
  if (leaving !== undefined) return leaving;
  const stays = standing
    .filter((one) => !left.some(({ id }) => id === one.id))
    .find((one) => overlaps(one, coming) && clashes(one, coming));
  if (stays === undefined) return undefined;
  if (stays.householdId === coming.householdId)
    return { field: 'movedOn', message: `${name} is in that household already, ${whenOf(stays)}` };
  return livesThere(stays) && coming.leftOn === undefined
    ? {
        field: 'leaves',
        message: `${name} is on record in another household, ${whenOf(stays)}. Tick that they left it, or select that they live part of the time in each`,
      }
    : { field: 'movedOn', message: `${name} lived in another household, ${whenOf(stays)}` };
}

function leavingProblem(left: readonly Known[], coming: Coming, name: string): Problem | undefined {
  if (left.length === 0) return undefined;
  const { movedOn } = coming;
  if (movedOn === undefined)
    return {
      field: 'movedOn',
      message: `Enter at least about when: the record must say until when ${name} lived where they lived before`,
    };
  const after = left.find(({ fromOn }) => fromOn !== undefined && fromOn > movedOn);
  return after && { field: 'movedOn', message: `${name} lived where they lived before, ${whenOf(after)}` };
}

/** One home at a time, and nobody twice in one household: what nobody said more of than that they live together clashes with a home, too. */
function clashes(one: Known, { householdId, kind }: Coming): boolean {
  if (one.householdId === householdId) return true;
  return kind === 'home' && one.kind !== 'part of the time';
}

function overlaps({ fromOn, untilOn }: Known, { movedOn, leftOn }: Coming): boolean {
  const ended = untilOn !== undefined && movedOn !== undefined && untilOn <= movedOn;
  const later = leftOn !== undefined && fromOn !== undefined && leftOn <= fromOn;
  const isEmpty = fromOn !== undefined && fromOn === untilOn;
  return !ended && !later && !isEmpty;
}

function whenOf({ fromOn, fromAbout, untilOn, untilAbout }: Known): string {
  if (untilOn !== undefined) return `until ${dayAsKnown(untilOn, untilAbout)}`;
  return fromOn === undefined ? 'since when is not known' : `since ${dayAsKnown(fromOn, fromAbout)}`;
}
