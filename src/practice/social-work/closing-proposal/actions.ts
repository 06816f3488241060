import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { VIEW_NOT_HEARD_REASONS } from '../../../profile/code-sets/closings.ts';
import type { Person } from '../../people/person/index.ts';
import { closingsOf, keepProposal, standingOf } from '../closing/index.ts';
import { periodsOf } from '../period-of-service/index.ts';
import { askedFor, REASONS, viewsFrom } from './rules.ts';
import { parentsOf } from './store.ts';

const MOST_VIEWS = 20;

/** A worker proposes that the work with a child ends, with what the child and each parent say of it. */
export const propose = action({
  permission: 'closing: propose',
  input: form({
    periodId: idField('Select what ends'),
    reason: oneOf({ codes: REASONS }, 'Select why it ends'),
    views: repeated({
      of: line(),
      named: optional(line()),
      words: optional(words()),
      whyNot: optional(oneOf(VIEW_NOT_HEARD_REASONS, 'Select why they were not heard')),
    }, { max: MOST_VIEWS }),
    disagreed: optional(words({ max: 4000 })),
    reached: words({ max: 4000, empty: 'Say what was reached' }),
    comeBack: words({ max: 2000, empty: 'Say how they can come back' }),
    othersTold: words({ max: 2000, empty: 'Say who tells the school and others, or that nobody has to be told' }),
  }), // biome-ignore format: a table reads as a table
  async perform({ views: heard, ...answers }, child: Person, context) {
    const { db } = context;
    const [periods, closings, parents] = await Promise.all([
      periodsOf(db, child.id),
      closingsOf(db, child.id),
      parentsOf(db, child.id),
    ]);
    const period = periods.find(({ id, endedOn }) => id === answers.periodId && endedOn === undefined);
    if (period === undefined)
      return refused({ field: 'periodId', message: 'It is not open any longer. Open the page again' });
    if (closings.some((one) => one.periodId === period.id && standingOf(one) === 'proposed'))
      return refused({ field: 'periodId', message: 'It was proposed already, and waits for a manager' });
    const { views, problems } = viewsFrom(askedFor(child, parents), heard);
    const [first, ...more] = problems;
    if (first !== undefined) return refused(first, ...more);
    const id = await keepProposal(context, { ...answers, personId: child.id, views });
    return id === undefined
      ? refused({
          field: 'periodId',
          message: 'Somebody else proposed or ended it a moment ago. Open the page again',
        })
      : done(id);
  },
});
