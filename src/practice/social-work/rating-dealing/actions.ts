import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import type { Context } from '../../../platform/web/context.ts';
import { casesOfExercise, type Exercise, holdExercise, isToRate } from '../rating-exercise/index.ts';
import { whoMayNotRate, whoRates } from './raters.ts';
import { deal, WAYS, WHICH } from './rules.ts';

/** More managers than any place has. */
const MOST_MANAGERS = 40;

/** Deals the cases of an exercise that the viewer may see to the managers who take part. */
export const dealCases = action({
  permission: 'rating exercise: hold',
  name: 'rating exercise: deal',
  input: form({
    way: oneOf(WAYS, 'Select how the cases are dealt'),
    which: oneOf(WHICH, 'Select which cases are dealt'),
    managers: repeated(
      { id: idField('Choose from the managers on this page'), takesPart: ticked() },
      { max: MOST_MANAGERS },
    ),
  }),
  async perform({ way, which, managers }, exercise: Exercise, context) {
    if (!(await holdExercise(context.db, exercise.id))) return refused({ field: '', message: CLOSED });
    const raters = await whoRates(context);
    const wanted = managers.filter(({ takesPart }) => takesPart).map(({ id }) => id);
    const part = raters.filter(({ id }) => wanted.includes(id));
    if (part.length === 0 || part.length < new Set(wanted).size)
      return refused({ field: 'managers.0.takesPart', message: 'Select who takes part, from this page' });
    const all = await casesOfExercise(context.db, exercise.id);
    const cases = all.filter((one) => isToRate(one) && (which === 'not rated' || one.dealtTo === undefined));
    const mayNot = await whoMayNotRate(context, cases, part);
    const kept = new Set(cases.map(({ id }) => id));
    const has = (manager: Id) => all.filter(({ id, dealtTo }) => dealtTo === manager && !kept.has(id)).length;
    const dealt = deal(
      cases.map((one) => ({ ...one, mayNot: mayNot.get(one.id) ?? new Set() })),
      part.map((one) => ({ ...one, has: has(one.id) })),
      way,
    );
    await keepDealt(context, dealt);
    return done(dealt.size);
  },
});

const CLOSED = 'The exercise is closed. Nothing was dealt.';

async function keepDealt({ db, by, now }: Context, dealt: ReadonlyMap<Id, Id>): Promise<void> {
  const hands = Map.groupBy([...dealt], ([, to]) => to);
  for (const [to, cases] of hands) {
    await db
      .updateTable('rating_case')
      .set({ dealt_to: to, dealt_by: by, dealt_at: now, dealt_why: null })
      .where(
        'id',
        'in',
        cases.map(([id]) => id),
      )
      .where(({ or, eb }) => or([eb('dealt_to', 'is', null), eb('dealt_to', '<>', to)]))
      .execute();
  }
}
