import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PERIOD_ENDED_REASONS, SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';
import { dayOfLife, type Person } from '../../people/person/index.ts';

/** A period of service on record. */
export type Period = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  /** A code of SERVICE_KINDS. */
  readonly kind: string;
  readonly basis: string;
  readonly basisWords: string | undefined;
  readonly referralId: Id | undefined;
  readonly episodeId: Id | undefined;
  readonly teamId: Id | undefined;
  readonly beganOn: Day;
  readonly beganBy: Id | undefined;
  readonly endedOn: Day | undefined;
  readonly endedBy: Id | undefined;
  readonly endedReason: string | undefined;
  readonly endedWords: string | undefined;
};

/** How long before birth a child may be worked with. */
const PREGNANCY_DAYS = 280;

type Life = Pick<Person, 'name' | 'bornOn' | 'dueOn' | 'bornOnCertainty' | 'diedOn'>;

/** The kind of a period in words: "Child in need". */
export function kindInWords(kind: string): string {
  return labelOf(SERVICE_KINDS, kind);
}

/** Lets a period begin within the child's life, a pregnancy too, and only where none of its kind is open. */
export function mayBegin(
  { kind, beganOn }: Pick<Period, 'kind' | 'beganOn'>,
  child: Life,
  open: readonly Pick<Period, 'kind' | 'beganOn'>[],
): Outcome<undefined> {
  const already = open.find((period) => period.kind === kind);
  if (already !== undefined)
    return refused({
      field: 'kind',
      message: `${kindInWords(kind)} is open already, since ${dayOfLife(already.beganOn)}. End it first, or choose another`,
    });
  const earliest = firstDayOf(child);
  if (earliest !== undefined && beganOn < earliest)
    return refused({ field: 'beganOn', message: tooEarly(child, earliest) });
  if (child.diedOn !== undefined && beganOn > child.diedOn)
    return refused({
      field: 'beganOn',
      message: `The first day must be on or before ${dayOfLife(child.diedOn)}, when ${child.name} died`,
    });
  return done(undefined);
}

/** The reasons for which a manager may end a period without more: something else ended it, and no discussion with the family. */
export const REASONS_TO_END = PERIOD_ENDED_REASONS.codes.filter(({ isWithFamily }) => !isWithFamily);

/** Lets an open period end on or after its first day, for a reason that needs no closing with the family. */
export function mayEnd(
  { endedOn, beganOn, kind }: Pick<Period, 'endedOn' | 'beganOn' | 'kind'>,
  on: Day,
  reason: string,
): Outcome<undefined> {
  if (endedOn !== undefined)
    return refused({ field: '', message: `It ended on ${dayOfLife(endedOn)} and stays ended.` });
  if (!REASONS_TO_END.some(({ code }) => code === reason))
    return refused({
      field: 'reason',
      message: `${kindInWords(kind)} ends so in discussion with the family. Close it with them, or select another reason`,
    });
  return on < beganOn
    ? refused({
        field: 'endedOn',
        message: `The last day must be on or after ${dayOfLife(beganOn)}, when it began`,
      })
    : done(undefined);
}

function firstDayOf({ bornOn, dueOn, bornOnCertainty }: Life): Day | undefined {
  if (dueOn !== undefined) return addDays(dueOn, -PREGNANCY_DAYS);
  return bornOnCertainty === 'known' ? bornOn : undefined;
}

function tooEarly({ name, dueOn }: Life, earliest: Day): string {
  return dueOn === undefined
    ? `The first day must be on or after ${dayOfLife(earliest)}, when ${name} was born`
    : `The first day must be on or after ${dayOfLife(earliest)}, 280 days before ${name} is due`;
}
