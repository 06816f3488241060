import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { recordNumbered } from './store.ts';

/** Finds the looks at a record by its number, which stands in no address. Absent and walled off are one answer. */
export const askWhoLooked = action({
  name: 'audit: ask by number',
  permission: 'audit: read',
  input: form({ number: line({ empty: 'Enter the child number', max: 20 }) }),
  async perform({ number }, _nothing: Subject, { db }) {
    const id = await recordNumbered(db, number);
    return id === undefined
      ? refused({ field: 'number', message: 'There is no record with this number that you may ask about' })
      : done(id);
  },
});
