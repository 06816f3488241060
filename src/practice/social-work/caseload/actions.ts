import { addDays, startOfDay } from '../../../language/day.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { mayCover } from './rules.ts';
import { type Absence, endAbsence, sayAbsence, type WorkerOfTeam, workersIn } from './store.ts';

/** A worker is away from now until the end of a day, and somebody covers: they see the worker's children meanwhile. */
export const sayAbsent = action({
  permission: 'absence: say',
  input: form({
    coveredBy: idField('Select who covers'),
    untilOn: typedDay({ message: 'Enter the last day of the absence', what: 'The last day' }),
  }),
  async perform({ coveredBy, untilOn }, worker: WorkerOfTeam, context) {
    const may = mayCover(worker.id, { coveredBy, untilOn }, context.today);
    if (!may.ok) return may;
    const offered = await workersIn(context.db, context.today, [worker.teamId]);
    if (!offered.some(({ id }) => id === coveredBy))
      return refused({ field: 'coveredBy', message: 'Select somebody of the same team' });
    const untilAt = startOfDay(addDays(untilOn, 1), context.profile.calendar.zone);
    return (await sayAbsence(context, { staffId: worker.id, coveredBy, untilAt }))
      ? done(worker.id)
      : refused({ field: 'coveredBy', message: 'They cover already. End that first to change the last day' });
  },
});

/** The worker is back: from now on nobody covers. */
export const sayBack = action({
  permission: 'absence: say',
  name: 'absence: end',
  input: form({}),
  async perform(_answers, absence: Absence, context) {
    return (await endAbsence(context, absence.id))
      ? done(absence.staffId)
      : refused({ field: '', message: 'It has ended already.' });
  },
});
