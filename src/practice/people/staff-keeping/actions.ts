import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { email, line, telephone } from '../../../platform/forms/text-fields.ts';
import { noteDone, reason } from '../administration/index.ts';
import { agencies } from '../agency/index.ts';
import { makeMember } from './store.ts';

const SIGNS_IN = 'Somebody here signs in with that address already';

/** Puts somebody on the list who comes to work here. They may do nothing before they have a post, and cannot sign in before they are invited. */
export const add = action({
  name: 'account: add',
  permission: 'account: manage',
  proof: 'proved again',
  input: form({
    givenName: line({ empty: 'Enter a first name', max: 100 }),
    familyName: line({ empty: 'Enter a family name', max: 100 }),
    email: email({ empty: 'Enter their work email' }),
    telephone: optional(telephone()),
    agencyId: optional(idField('Select from the list')),
    startedOn: typedDay({ message: 'Enter their first day', what: 'Their first day' }),
    reason,
  }),
  async perform({ reason: why, ...answers }, _: Subject, context) {
    const { agencyId = undefined } = answers;
    const known = await agencies(context.db);
    if (agencyId !== undefined && !known.some(({ id }) => id === agencyId))
      return refused({ field: 'agencyId', message: 'Select from the list' });
    const id = await makeMember(context, { ...answers, agencyId, telephone: answers.telephone?.typed });
    if (id === undefined) return refused({ field: 'email', message: SIGNS_IN });
    await noteDone(context, { staffId: id, act: 'Put on the list of staff', reason: why });
    return done(id);
  },
});
