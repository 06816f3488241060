import { addDays, type Day, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Subject } from '../../../platform/action.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import { SHARED_PARTS } from '../../../profile/code-sets/sharing.ts';
import type { FieldClass } from '../../../profile/field-classes.ts';
import { SHARING } from '../../../profile/sharing.ts';

/** On what ground something is shared: for those who may open the record, never for the agency. */
export type Ground = {
  readonly basis: string;
  readonly basisWords: string | undefined;
  readonly consentId: Id | undefined;
  /** Why a part of a class of its own is among it. */
  readonly partsWords: string | undefined;
};

/** What is shared with one agency, as those who may open the record see it. */
export type Share = Subject & {
  readonly personId: Id;
  readonly agencyId: Id;
  readonly agencyTitle: string;
  /** Only this person of the agency, where somebody is named. */
  readonly staffId: Id | undefined;
  readonly purpose: string;
  readonly purposeWords: string;
  readonly parts: readonly string[];
  readonly words: string | undefined;
  readonly sharedBy: Id;
  readonly sharedAt: Date;
  readonly untilAt: Date;
  readonly endedAt: Date | undefined;
  readonly endedBy: Id | undefined;
  readonly endedWhy: string | undefined;
  readonly ground: Ground | undefined;
};

/** Says whether a share still stands at an instant, was ended, or has run out. A wall may hide it all the same. */
export function standingOf(
  { endedAt, untilAt }: Pick<Share, 'endedAt' | 'untilAt'>,
  now: Date,
): 'stands' | 'ended' | 'ran out' {
  if (endedAt !== undefined) return 'ended';
  return untilAt > now ? 'stands' : 'ran out';
}

/** The instant at which a share that lasts through a day is over: the midnight after it. */
export function untilOf(lastDay: Day, zone: string): Date {
  return startOfDay(addDays(lastDay, 1), zone);
}

/** The parts among these that are of a class of their own. */
function ofOwnClass(parts: readonly string[]) {
  return parts.flatMap((part) => {
    const row = rowOf(SHARED_PARTS, part);
    return row === undefined || row.fieldClass === 'ordinary' ? [] : [row];
  });
}

type Asked = {
  readonly agencyId: Id;
  readonly staffId?: Id | undefined;
  readonly parts: readonly string[];
  readonly partsWords?: string | undefined;
  readonly basis: string;
  readonly basisWords?: string | undefined;
  readonly consentId?: Id | undefined;
  readonly untilOn: Day;
};

type Facts = {
  readonly today: Day;
  /** Works with the child, or decides as a manager. */
  readonly hasTheRight: boolean;
  readonly fieldClasses: ReadonlySet<FieldClass>;
  /** The agencies that may be given something. */
  readonly agencies: ReadonlySet<Id>;
  /** Whose agency somebody is of. */
  readonly agencyOf: ReadonlyMap<Id, Id>;
  /** Consent that stands, by its number, with the agency it is for. */
  readonly consents: ReadonlyMap<Id, Id>;
};

const no = (field: string, message: string) => refused({ field, message });

/** Lets a share be made by whoever works with the child or manages, of what they read themselves, on a ground that is there, for a time that ends. */
export function mayShare(asked: Asked, facts: Facts): Outcome<undefined> {
  if (!facts.hasTheRight)
    return no('', 'Only whoever works with this child, or a manager, shares something of the record.');
  if (!facts.agencies.has(asked.agencyId)) return no('agencyId', 'Select the agency');
  if (asked.staffId !== undefined && facts.agencyOf.get(asked.staffId) !== asked.agencyId)
    return no('staffId', 'Select somebody of that agency, or nobody');
  const parts = partsFit(asked, facts);
  if (!parts.ok) return parts;
  const ground = groundFits(asked, facts);
  return ground.ok ? lastsNoLonger(asked.untilOn, facts.today) : ground;
}

function partsFit({ parts, partsWords }: Asked, { fieldClasses }: Facts): Outcome<undefined> {
  const own = ofOwnClass(parts);
  const unread = own.find(({ fieldClass }) => !fieldClasses.has(fieldClass));
  if (unread !== undefined)
    return no('parts', `Your role does not read this itself, and cannot share it: ${unread.label}`);
  return own.length > 0 && partsWords === undefined
    ? no('partsWords', 'Enter why they need the family, health or police part')
    : done(undefined);
}

function groundFits(
  { basis, basisWords, consentId, agencyId }: Asked,
  { consents }: Facts,
): Outcome<undefined> {
  if (basis !== 'consent')
    return basisWords === undefined
      ? no('basisWords', 'Enter why it is shared without consent, and who decided so')
      : done(undefined);
  return consentId === undefined || consents.get(consentId) !== agencyId
    ? no('consentId', 'Select consent to this agency. If there is none, record it first')
    : done(undefined);
}

function lastsNoLonger(untilOn: Day, today: Day): Outcome<undefined> {
  if (untilOn < today) return no('untilOn', 'The last day must be today or later');
  return untilOn > addDays(today, SHARING.longestDays)
    ? no('untilOn', `The last day must be within ${SHARING.longestDays} days`)
    : done(undefined);
}
