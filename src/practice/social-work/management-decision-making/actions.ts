import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { DECISION_OCCASIONS } from '../../../profile/code-sets/case-notes.ts';
import type { Person } from '../../people/person/index.ts';
import { workersIn } from '../caseload/index.ts';
import type { DecisionAction, ManagementDecision } from '../management-decision/index.ts';
import { correctedMeanwhile, refusedFor } from '../written-together/index.ts';
import { actionsFrom, maySay } from './rules.ts';
import { correctDecision, endAction, keepDecision } from './store.ts';

/** How many things to do a page has room for. */
export const MOST_ACTIONS = 5;

const DECIDED = {
  decided: words({ empty: 'Say what was decided' }),
  why: words({ empty: 'Say why, in words the family could read' }),
  occasion: oneOf(DECISION_OCCASIONS, 'Select when it was decided'),
  decidedOn: typedDay({ message: 'Enter the day of the decision', what: 'The day of the decision', notAfterToday: true }),
}; // biome-ignore format: a table reads as a table

/** A manager decides something about a child, signs it, and says what must be done by whom and when. */
export const make = action({
  permission: 'management decision: make',
  input: form({
    ...DECIDED,
    actions: repeated({
      what: optional(words({ max: 2000 })),
      staffId: optional(idField('Select who does it')),
      named: optional(line()),
      dueOn: optional(typedDay({ message: 'Enter a day', what: 'The day' })),
    }, { min: 0, max: MOST_ACTIONS }),
  }), // biome-ignore format: a table reads as a table
  async perform({ actions: rows, ...decision }, child: Person, context) {
    const staff = [{ id: context.by }, ...(await workersIn(context.db, context.today))];
    const { actions, problems } = actionsFrom(rows, decision.decidedOn, staff);
    const wrong = refusedFor(problems);
    return wrong ?? done(await keepDecision(context, child.id, decision, actions));
  },
});

/** A manager corrects a decision: a new version, with the reason. What must be done stays as it is. */
export const correct = action({
  permission: 'management decision: make',
  name: 'management decision: correct',
  input: form({
    ...DECIDED,
    version: wholeNumber({ message: 'Open the page again', min: 1, max: 100_000 }),
    reason: words({ max: 2000, empty: 'Say why it is corrected' }),
  }),
  async perform({ version, reason, ...answers }, decision: ManagementDecision, context) {
    const isLatest = version === decision.version;
    return isLatest && (await correctDecision(context, decision, answers, reason))
      ? done(undefined)
      : refused({ field: '', message: CORRECTED_MEANWHILE });
  },
});

/** Said to whoever began to correct a decision before somebody else corrected it. */
export const CORRECTED_MEANWHILE = correctedMeanwhile('decision');

const OUTCOMES = [
  { code: 'done', label: 'It is done' },
  { code: 'not needed', label: 'It is no longer needed' },
] as const;

/** What had to be done is done; or a manager says why it is no longer needed. */
export const carryOut = action({
  permission: 'management decision: carry out',
  input: form({
    outcome: oneOf({ codes: OUTCOMES }, 'Select how it ended'),
    words: optional(words({ max: 2000 })),
  }),
  async perform(answers, act: DecisionAction, context) {
    const may = maySay(answers, context.viewer.permissions.has('management decision: make'));
    if (!may.ok) return may;
    return (await endAction(context, act, answers))
      ? done(undefined)
      : refused({ field: '', message: 'Somebody else ended it a moment ago.' });
  },
});
