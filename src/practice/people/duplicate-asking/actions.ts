import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { proposePair } from '../duplicate/index.ts';
import type { Person } from '../person/index.ts';

const CHOOSE = 'Find and choose the other record';

/** Puts two records that somebody chose beside each other. */
export const comparePair = action({
  name: 'duplicate: compare',
  permission: 'duplicate: review',
  input: form({ otherId: idField(CHOOSE) }),
  async perform({ otherId }, person: Person, context) {
    if (otherId === person.id)
      return refused({ field: 'otherId', message: 'Choose another record: this is the same one' });
    // Through the viewer's sight: somebody hidden and somebody who does not exist are refused alike.
    const pair: Id | undefined = await proposePair(context, person.id, otherId);
    return pair === undefined ? refused({ field: 'otherId', message: CHOOSE }) : done(pair);
  },
});
