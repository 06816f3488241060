import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { closeExercise, type Exercise, freeze, progressOf, totalOf } from '../rating-exercise/index.ts';

/** Freezes every case that is open at this instant. Nobody has any of them yet. */
export const begin = action({
  permission: 'rating exercise: hold',
  name: 'rating exercise: begin',
  input: form({ title: line({ empty: 'Enter what this exercise is called' }) }),
  async perform({ title }, _nothing: Subject, context) {
    const id = await freeze(context, title);
    return id === undefined
      ? refused({ field: '', message: 'Another exercise goes on. Close it first; nothing was frozen.' })
      : done(id);
  },
});

/** Ends an exercise. What was not rated stays unrated, and the note says why. */
export const close = action({
  permission: 'rating exercise: hold',
  name: 'rating exercise: close',
  input: form({ note: optional(words({ max: 4000 })) }),
  async perform({ note }, exercise: Exercise, context) {
    const { cases, rated, ended } = totalOf(await progressOf(context.db, exercise.id));
    const left = cases - rated - ended;
    if (left > 0 && note === undefined)
      return refused({
        field: 'note',
        message: `Say why ${left === 1 ? '1 case is' : `${left} cases are`} not rated`,
      });
    return (await closeExercise(context, exercise.id, note))
      ? done(undefined)
      : refused({ field: '', message: 'Somebody else closed it a moment ago.' });
  },
});
