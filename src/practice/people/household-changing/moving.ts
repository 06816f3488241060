import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Problem, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { householdsNow, outsideLife } from '../household-keeping/index.ts';
import {
  addAddress,
  CHOOSABLE_PROVENANCES,
  dayOfLife,
  guardedAmong,
  type Person,
  personById,
} from '../person/index.ts';
import { SURE_OR_ABOUT } from './changing.ts';
import { homesNow, leaveAddresses } from './store.ts';

/** So many people one form moves. */
const MOST_MEMBERS = 30;
/** The control of the first who may come along: what is wrong with the choice stands there. */
const FIRST = 'members.0.comes';

/** A household moves to another address: whoever comes along leaves the one, and lives at the other. */
export const moveHousehold = action({
  name: 'household: move',
  permission: 'person: correct',
  input: form({
    members: repeated(
      { personId: idField('Select who comes along'), comes: ticked() },
      { min: 0, max: MOST_MEMBERS },
    ),
    lines: words({ max: 500, empty: 'Enter the address' }),
    postcode: optional(line({ max: 12 })),
    parish: optional(oneOf(PARISHES, 'Select the parish')),
    guarded: ticked(),
    movedOn: typedDay({ message: 'Enter the day', what: 'The day of the move', notAfterToday: true }),
    sureness: oneOf(SURE_OR_ABOUT, 'Select how sure the day is'),
    provenance: oneOf(CHOOSABLE_PROVENANCES, 'Select who or what said so'),
    why: words({ empty: 'Enter why, or that it is not known', max: 2000 }),
  }),
  async perform(answers, person: Person, context) {
    const { members, movedOn, sureness, ...address } = answers;
    const come = members.filter(({ comes }) => comes).map(({ personId }) => personId);
    const offered = await membersOf(context, person.id);
    if (come.length === 0 || new Set(come).size < come.length || come.some((id) => !offered.includes(id)))
      return refused({ field: FIRST, message: 'Select who comes along' });
    const homes = await homesNow(context.db, come);
    const wrong = await movingProblem(context, come, homes, movedOn);
    if (wrong !== undefined) return refused(wrong);
    const about = sureness === 'about';
    await leaveAddresses(
      context,
      homes.map(({ id }) => id),
      movedOn,
      about,
    );
    for (const id of come) await addAddress(context, id, { ...address, fromOn: movedOn, fromAbout: about });
    return done(undefined);
  },
});

/** Whoever lives with somebody now, as far as the viewer sees them, and first the person themselves. */
export async function membersOf({ db }: Pick<Context, 'db'>, personId: Id): Promise<readonly Id[]> {
  const households = await householdsNow(db, personId);
  return [...new Set([personId, ...households.flatMap(({ members }) => members)])].slice(0, MOST_MEMBERS);
}

async function movingProblem(
  { db, viewer }: Context,
  come: readonly Id[],
  homes: Awaited<ReturnType<typeof homesNow>>,
  movedOn: Day,
): Promise<Problem | undefined> {
  const guarded = viewer.fieldClasses.has('guarded address') ? new Set<Id>() : await guardedAmong(db, come);
  for (const id of come) {
    const person = await personById(db, id);
    if (person === undefined) return { field: FIRST, message: 'Select who comes along' };
    if (guarded.has(id))
      return {
        field: FIRST,
        message: `The address of ${person.name} is guarded. Ask the MASH decision maker to record the move`,
      };
    const wrong = outsideLife(person, movedOn, 'movedOn');
    if (wrong !== undefined) return wrong;
    const since = homes.find(
      ({ personId, fromOn }) => personId === id && fromOn !== undefined && fromOn > movedOn,
    );
    if (since?.fromOn !== undefined)
      return {
        field: 'movedOn',
        message: `${person.name} lives where they live now since ${dayOfLife(since.fromOn)}. Enter that day or a later one`,
      };
  }
  return undefined;
}
