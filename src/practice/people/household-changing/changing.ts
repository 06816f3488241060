import { done, refused, unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { DATE_CERTAINTIES } from '../../../profile/code-sets/person-details.ts';
import { livesThere, type Membership, membershipsOf, stretchInWords } from '../household/index.ts';
import {
  addMembership,
  comingProblem,
  daysFit,
  endMembership,
  living,
  outsideLife,
  QUICKER,
  recordsOf,
  whenProblems,
} from '../household-keeping/index.ts';
import { CHOOSABLE_PROVENANCES, personById } from '../person/index.ts';
import { takeBack } from './store.ts';

const MOST_WORDS = 2000;
const NOW_STANDS = 'What stands now is on the page of the household';

/** Days that somebody leaves on are known, or roughly. */
export const SURE_OR_ABOUT = DATE_CERTAINTIES.codes.filter(({ code }) => code !== 'not known');

/** Somebody moves out of a household. */
export const moveOut = action({
  name: 'household: move out',
  permission: 'person: correct',
  input: form({
    leavingOn: typedDay({ message: 'Enter the day', what: 'The day they left', notAfterToday: true }),
    surenessOfLeaving: oneOf(SURE_OR_ABOUT, 'Select how sure the day is'),
    provenanceOfLeaving: oneOf(CHOOSABLE_PROVENANCES, 'Select who or what said so'),
    leavingWhy: words({ empty: 'Enter why, or that it is not known', max: MOST_WORDS }),
  }),
  async perform(answers, one: Membership, context) {
    if (!livesThere(one)) return refused({ field: '', message: `It has ended. ${NOW_STANDS}` });
    const leftOn = answers.leavingOn;
    if (one.fromOn !== undefined && leftOn < one.fromOn)
      return refused({
        field: 'leavingOn',
        message: `They live there ${stretchInWords(one)}. Enter that day or a later one`,
      });
    const wrong = await lifeProblem(context, one, leftOn, 'leavingOn');
    if (wrong !== undefined) return refused(wrong);
    const left = {
      leftOn,
      about: answers.surenessOfLeaving === 'about',
      why: answers.leavingWhy,
      provenance: answers.provenanceOfLeaving,
    };
    return unlessQuicker(await endMembership(context, one.id, left), undefined, NOW_STANDS);
  },
});

/** Says that somebody had not lived there: what was said is taken back and stays readable with the reason. */
export const takeItBack = action({
  name: 'household: take back',
  permission: 'person: correct',
  input: form({
    withdrawnWhy: words({ empty: 'Enter how it came to be wrong', max: MOST_WORDS }),
  }),
  async perform({ withdrawnWhy }, one: Membership, context) {
    return unlessQuicker(await takeBack(context, one.id, withdrawnWhy), undefined, NOW_STANDS);
  },
});

/** Puts right how and when somebody lived in a household: what was said is taken back, and said anew. */
export const putRight = action({
  name: 'household: put right',
  permission: 'person: correct',
  input: form({ ...living(), leftAgainWhy: optional(words({ max: MOST_WORDS })) })
    .check(whenProblems)
    .check(daysFit),
  async perform(answers, one: Membership, context) {
    const { why, leftAgainWhy, ...rest } = answers;
    const wrong =
      (await lifeProblem(context, one, rest.movedOn, 'movedOn')) ??
      (await lifeProblem(context, one, rest.leftOn, 'leftOn'));
    if (wrong !== undefined) return refused(wrong);
    const all = await membershipsOf(context.db, await recordsOf(context.db, one.personId));
    const others = all.filter(({ id }) => id !== one.id);
    const { householdId } = one;
    const clash = comingProblem(others, { ...rest, householdId, leaves: false }, 'They');
    if (clash !== undefined)
      return refused({ ...clash, field: clash.field === 'leaves' ? 'kind' : clash.field });
    if (!(await takeBack(context, one.id, why))) return refused({ field: '', message: QUICKER });
    const isKept = await addMembership(context, {
      ...rest,
      personId: one.personId,
      householdId,
      cameWhy: one.cameWhy,
      leftWhy: leftAgainWhy ?? one.leftWhy,
      corrects: one.id,
    });
    return isKept ? done(undefined) : refused({ field: '', message: QUICKER });
  },
});

async function lifeProblem(
  { db }: Context,
  { personId }: Membership,
  ...[on, field]: [Parameters<typeof outsideLife>[1], string]
) {
  const person = await personById(db, personId);
  return person && outsideLife(person, on, field);
}
