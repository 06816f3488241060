import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { CHILD_STATEMENTS } from '../../../profile/code-sets/child-statements.ts';
import type { Person } from '../person/index.ts';
import type { Statement } from './rules.ts';
import { addStatement, endStatement } from './store.ts';

/** Writes down one sentence about a child. */
export const record = action({
  permission: 'child statement: record',
  input: form({
    kind: oneOf(CHILD_STATEMENTS, 'Select what it is about'),
    words: line({ empty: 'Write it down in one sentence', max: 300 }),
  }),
  async perform(answers, child: Person, context) {
    return (await addStatement(context, child.id, answers))
      ? done(undefined)
      : refused({ field: 'words', message: 'This stands there already' });
  },
});

/** Says that a sentence about a child is no longer true. */
export const end = action({
  permission: 'child statement: record',
  name: 'child statement: end',
  input: form({}),
  async perform(_answers, statement: Statement, context) {
    return (await endStatement(context, statement.id))
      ? done(undefined)
      : refused({ field: '', message: 'It was ended already. Nothing was changed now.' });
  },
});
