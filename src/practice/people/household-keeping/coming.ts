import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, someOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { HOUSEHOLD_KINDS, WEEKDAYS } from '../../../profile/code-sets/households.ts';
import { DATE_CERTAINTIES } from '../../../profile/code-sets/person-details.ts';
import { membershipsOf } from '../household/index.ts';
import { CHOOSABLE_PROVENANCES, joinHousehold, type Person, personById } from '../person/index.ts';
import { type Coming, comingProblem, leftBehind, outsideLife, whenProblems } from './rules.ts';
import { addMembership, endMembership, householdsNow, recordsOf } from './store.ts';

const MOST_WORDS = 2000;
export const QUICKER = 'Somebody else was quicker. What stands now is on the page of the household';

/** How and when somebody lives in a household: asked when they come, and when it is put right. */
export const living = () => ({
  kind: oneOf(HOUSEHOLD_KINDS, 'Select how they live there'),
  days: someOf(WEEKDAYS),
  daysWords: optional(line({ max: 200 })),
  sureness: oneOf(DATE_CERTAINTIES, 'Select how sure the day is'),
  movedOn: optional(typedDay({ message: 'Enter the day', what: 'The day they came', notAfterToday: true })),
  leftOn: optional(typedDay({ message: 'Enter the day', what: 'The day they left', notAfterToday: true })),
  provenance: oneOf(CHOOSABLE_PROVENANCES, 'Select who or what said so'),
  why: words({ empty: 'Enter why, or that it is not known', max: MOST_WORDS }),
});

/** Days of a week are said of whoever lives in two households. */
export function daysFit({
  kind,
  days,
  daysWords,
}: {
  kind: string | undefined;
  days: readonly string[];
  daysWords: string | undefined;
}) {
  return kind !== 'part of the time' && (days.length > 0 || daysWords !== undefined)
    ? [{ field: 'kind', message: 'Days are only for somebody who lives there part of the time' }]
    : [];
}

/** Somebody comes to live with the person of a record, or the person with them. */
export const moveIn = action({
  name: 'household: move in',
  permission: 'person: correct',
  input: form({
    otherId: idField('Find and choose the other person'),
    whoMoves: oneOf(['other', 'this'], 'Select who moves in with whom'),
    householdId: optional(idField('Select which household')),
    leaves: ticked(),
    ...living(),
  })
    .check(whenProblems)
    .check(daysFit),
  async perform(answers, person: Person, context) {
    const { otherId, whoMoves, householdId, leaves, ...rest } = answers;
    if (otherId === person.id)
      return refused({ field: 'otherId', message: 'Choose somebody else: this is the same person' });
    // Through the viewer's sight: somebody hidden and somebody who does not exist are refused alike.
    const other = await personById(context.db, otherId);
    if (other === undefined)
      return refused({ field: 'otherId', message: 'Find and choose the other person' });
    const [mover, host] = whoMoves === 'other' ? [other, person] : [person, other];
    const wrong = outsideLife(mover, rest.movedOn, 'movedOn') ?? outsideLife(mover, rest.leftOn, 'leftOn');
    if (wrong !== undefined) return refused(wrong);
    const open = await householdsNow(context.db, host.id);
    const chosen = open.length > 1 ? open.find(({ id }) => id === householdId) : open[0];
    if (open.length > 1 && chosen === undefined)
      return refused({ field: 'householdId', message: `Select which household of ${host.name} it is` });
    return come(context, { mover, host: host.id, ...rest, householdId: chosen?.id, leaves });
  },
});

type Came = Coming & {
  readonly mover: Person;
  readonly host: Id;
  readonly kind: string;
  readonly days: readonly string[];
  readonly daysWords: string | undefined;
  readonly provenance: string;
  readonly why: string;
};

async function come(context: Context, came: Came) {
  const { mover, host, why, provenance, movedOn, leftOn } = came;
  const all = await membershipsOf(context.db, await recordsOf(context.db, mover.id));
  const wrong = comingProblem(all, came, mover.name);
  if (wrong !== undefined) return refused(wrong);
  for (const { id } of leftBehind(all, came)) {
    if (movedOn === undefined) continue;
    const about = came.sureness === 'about';
    await endMembership(context, id, { leftOn: movedOn, about, why, provenance });
  }
  const householdId = came.householdId ?? (await joinHousehold(context, [host]));
  const whys = leftOn === undefined ? { cameWhy: why } : { leftWhy: why };
  const isKept = await addMembership(context, { ...came, ...whys, personId: mover.id, householdId });
  return isKept ? done(undefined) : refused({ field: '', message: QUICKER });
}
