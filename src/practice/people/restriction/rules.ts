import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Subject } from '../../../platform/action.ts';
import { ROLES, type Role } from '../../../profile/roles.ts';

/** The two walls that people put up. */
export const KINDS = [
  { code: 'restricted', label: 'Restricted: only people who are named open it' },
  { code: 'sealed', label: 'Sealed: the same, and two people put it up and take it down' },
] as const;

/** Roles that a wall may name as a whole: whoever holds the role on the day is let in. */
export const NAMEABLE = (
  [
    'head of service',
    'hub manager',
    'MASH decision maker',
    'out-of-hours duty worker',
  ] as const satisfies readonly Role[]
).map((code) => ({ code, label: `${ROLES[code].title}, whoever it is` }));

/** Somebody's wish to take a wall down, and what came of it. */
export type Lifting = {
  readonly id: Id;
  readonly reason: string;
  readonly askedBy: Id;
  readonly askedAt: Date;
  readonly agreed: boolean | undefined;
  readonly whyNot: string | undefined;
  readonly answeredBy: Id | undefined;
};

/** A wall as it was decided: who, why, whom it names, and how it ended. */
export type Restriction = Subject & {
  readonly personId: Id;
  readonly kind: string;
  readonly reason: string;
  readonly putBy: Id;
  readonly putAt: Date;
  readonly reviewOn: Day;
  readonly secondId: Id | undefined;
  readonly agreed: boolean | undefined;
  readonly whyNot: string | undefined;
  readonly answeredAt: Date | undefined;
  readonly liftedAt: Date | undefined;
  readonly staffIds: readonly Id[];
  readonly roles: readonly string[];
  readonly liftings: readonly Lifting[];
};

/** Where a wall is: it holds in the first three. */
export type Standing = 'waits for the second person' | 'stands' | 'lifting waits' | 'not agreed' | 'lifted';

/** Says where a wall is. */
export function standingOf({ kind, agreed, liftedAt, liftings }: Restriction): Standing {
  if (liftedAt !== undefined) return 'lifted';
  if (agreed === false) return 'not agreed';
  if (liftings.some((one) => one.agreed === undefined)) return 'lifting waits';
  return kind === 'sealed' && agreed === undefined ? 'waits for the second person' : 'stands';
}

/** Whether it keeps anybody out now. */
export function holds(restriction: Restriction): boolean {
  return !['lifted', 'not agreed'].includes(standingOf(restriction));
}

/** Whether this person is the one to answer: whoever was asked to agree, or anybody named but whoever asks to lift. */
export function isToAnswer(restriction: Restriction, by: Id): boolean {
  const standing = standingOf(restriction);
  if (standing === 'waits for the second person') return restriction.secondId === by;
  const waiting = restriction.liftings.find((one) => one.agreed === undefined);
  return standing === 'lifting waits' && waiting?.askedBy !== by;
}

const LONGEST_DAYS = 366;

type Asked = {
  readonly kind: string;
  readonly reviewOn: Day;
  readonly secondId?: Id | undefined;
  readonly named: readonly Id[];
  readonly roles: readonly string[];
  readonly leaveOut: boolean;
};

type Facts = {
  readonly by: Id;
  readonly today: Day;
  readonly workers: readonly { readonly id: Id; readonly name: string }[];
};

const no = (field: string, message: string) => refused({ field, message });

/** Lets a wall be put up that names somebody, has a day to look at it again, and shuts out whoever works with the child only on purpose. */
export function mayPut(asked: Asked, facts: Facts): Outcome<undefined> {
  const { reviewOn, kind, secondId } = asked;
  if (reviewOn <= facts.today) return no('reviewOn', 'The day to look at it again must be after today');
  if (reviewOn > addDays(facts.today, LONGEST_DAYS))
    return no('reviewOn', 'The day to look at it again must be within a year');
  if (kind === 'sealed' && secondId === undefined)
    return no('secondId', 'Select who is asked to agree. A sealed record needs two people');
  if (secondId === facts.by) return no('secondId', 'Select somebody else: two people seal a record');
  return namesEnough(asked, facts);
}

function namesEnough(asked: Asked, { by, workers }: Facts): Outcome<undefined> {
  if (asked.named.length === 0 && asked.roles.length === 0)
    return no('people', 'Select at least one person or role who may still open it');
  const out = workers.filter(({ id }) => ![by, asked.secondId, ...asked.named].includes(id));
  if (out.length === 0 || asked.leaveOut) return done(undefined);
  const who = out.map(({ name }) => name).join(' and ');
  return no(
    'leaveOut',
    `${who} ${out.length > 1 ? 'work' : 'works'} with them and would be shut out. Name them above, or tick this`,
  );
}
