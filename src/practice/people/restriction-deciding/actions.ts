import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, someOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isRole } from '../../../profile/roles.ts';
import { allocatedTo } from '../allocation/index.ts';
import type { Person } from '../person/index.ts';
import {
  answerLifting,
  answerSealing,
  askToLift,
  isToAnswer,
  KINDS,
  mayPut,
  NAMEABLE,
  putRestriction,
  type Restriction,
  standingOf,
} from '../restriction/index.ts';
import { staffAtWork } from '../staff/index.ts';
import { tell } from './telling.ts';

/** How many people one form names. */
export const MOST_NAMED = 5;
const MOST_WORDS = 2000;
const NOT_YOURS =
  'Nothing waits for your answer here. Whoever was asked to agree answers, and nobody agrees to their own wish.';
const MEANWHILE = 'Somebody was quicker. What stands now is on this page.';

/** Puts a wall round a record, at once. */
export const put = action({
  permission: 'restriction: put',
  proof: 'proved again',
  input: form({
    kind: oneOf(KINDS, 'Select whether it is restricted or sealed'),
    reason: words({ empty: 'Enter why', max: MOST_WORDS }),
    people: repeated({ staffId: optional(idField('Select from the list')) }, { min: 0, max: MOST_NAMED }),
    roles: someOf(NAMEABLE),
    leaveOut: ticked(),
    secondId: optional(idField('Select who is asked to agree')),
    reviewOn: typedDay({ message: 'Enter the day to look at it again', what: 'The day to look at it again' }),
  }),
  async perform(answers, person: Person, context) {
    const { people, leaveOut, ...rest } = answers;
    const named = people.flatMap(({ staffId }) => staffId ?? []);
    const may = mayPut({ ...rest, named, leaveOut }, await factsFor(context, person));
    if (!may.ok) return may;
    const wanted = { ...rest, named, secondId: rest.kind === 'sealed' ? rest.secondId : undefined };
    const wrong = await unknownAmong(context, wanted);
    if (wrong !== undefined) return refused(wrong);
    const id = await putRestriction(context, person.id, wanted);
    if (id === undefined) return refused({ field: '', message: 'A wall stands round this record already.' });
    if (wanted.secondId !== undefined) await tell(context, [wanted.secondId], id);
    return done(id);
  },
});

async function factsFor({ db, today, by }: Context, person: Person) {
  const allocated = await allocatedTo(db, person.id);
  return {
    by,
    today,
    workers: allocated === undefined ? [] : [{ id: allocated.worker.staffId, name: allocated.worker.name }],
  };
}

/** Only people of the service are named, and only a manager agrees. */
async function unknownAmong(
  { db, today, profile }: Context,
  { named, secondId }: Parameters<typeof putRestriction>[2],
) {
  const staff = new Map((await staffAtWork(db, today)).map((one) => [one.id, one]));
  const at = named.findIndex((id) => !staff.has(id));
  if (at >= 0) return { field: `people.${at}.staffId`, message: 'Select from the list' };
  const second = secondId === undefined ? undefined : staff.get(secondId);
  const mayAgree =
    second && isRole(second.role) && profile.permissionsOf([second.role]).includes('restriction: answer');
  return secondId === undefined || mayAgree
    ? undefined
    : { field: 'secondId', message: 'Select who is asked to agree' };
}

/** The second person agrees, or does not: to a sealing, or to a lifting. */
export const answer = action({
  permission: 'restriction: answer',
  proof: 'proved again',
  input: form({
    agree: oneOf(['yes', 'no'], 'Select whether you agree'),
    whyNot: optional(words({ max: MOST_WORDS })),
  }),
  async perform({ agree, whyNot }, restriction: Restriction, context) {
    if (agree === 'no' && whyNot === undefined)
      return refused({ field: 'whyNot', message: 'Enter why you do not agree' });
    if (!isToAnswer(restriction, context.by)) return refused({ field: '', message: NOT_YOURS });
    const said = agree === 'no' ? whyNot : undefined;
    const keep = standingOf(restriction) === 'lifting waits' ? answerLifting : answerSealing;
    return (await keep(context, restriction.id, said))
      ? done(undefined)
      : refused({ field: '', message: MEANWHILE });
  },
});

/** Takes a restricted wall down, or asks a second person to agree that a sealed one comes down. */
export const lift = action({
  permission: 'restriction: lift',
  proof: 'proved again',
  input: form({ reason: words({ empty: 'Enter why it can come down', max: MOST_WORDS }) }),
  async perform({ reason }, restriction: Restriction, context) {
    if (standingOf(restriction) !== 'stands') return refused({ field: '', message: MEANWHILE });
    const atOnce = restriction.kind === 'restricted';
    if (!(await askToLift(context, restriction, { reason, atOnce })))
      return refused({ field: '', message: MEANWHILE });
    if (!atOnce) {
      const two = [restriction.putBy, restriction.secondId].filter(
        (id) => id !== undefined && id !== context.by,
      );
      await tell(
        context,
        two.flatMap((id) => id ?? []),
        restriction.id,
      );
    }
    return done(undefined);
  },
});
