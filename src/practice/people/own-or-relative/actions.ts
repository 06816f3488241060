import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Person } from '../person/index.ts';
import { staffAtWork } from '../staff/index.ts';
import { type SaidOfRecord, TIES } from './rules.ts';
import { endSaid, sayOfName, sayOfRecord } from './store.ts';

const MOST_WORDS = 2000;
const WHAT = 'Select what the record is to them';

/** Says whom one is related to, of a name and a day of birth. The answer is the same whether or not anybody is on record. */
export const sayOfOneself = action({
  name: 'own or relative: say of oneself',
  permission: 'own or relative: say',
  input: form({
    givenName: line({ empty: 'Enter a first name', max: 100 }),
    familyName: line({ empty: 'Enter a family name', max: 100 }),
    bornOn: typedDay({ message: 'Enter the date of birth', what: 'The date of birth', notAfterToday: true }),
    kind: oneOf(TIES, 'Select what they are to you'),
    words: optional(words({ max: MOST_WORDS })),
  }),
  async perform(answers, _self: Subject, context) {
    await sayOfName(context, { ...answers, staffId: context.by });
    return done(undefined);
  },
});

/** Says of a record that it is one's own or a relative's. A manager may say it of somebody else. */
export const sayOfARecord = action({
  permission: 'own or relative: say',
  input: form({
    staffId: optional(idField('Select whose own or relative’s record it is')),
    kind: oneOf(TIES, WHAT),
    words: optional(words({ max: MOST_WORDS })),
  }),
  async perform({ staffId = undefined, ...said }, person: Person, context) {
    const whose = staffId ?? context.by;
    if (whose !== context.by) {
      const no = (message: string) => refused({ field: 'staffId', message });
      if (!context.viewer.permissions.has('own or relative: say of somebody'))
        return no('Only a manager says it of somebody else');
      if (!(await staffAtWork(context.db, context.today)).some(({ id }) => id === whose))
        return no('Select whose own or relative’s record it is');
    }
    return (await sayOfRecord(context, person.id, { staffId: whose, ...said }))
      ? done({ isOwn: whose === context.by })
      : refused({ field: '', message: 'That was said already, and stands.' });
  },
});

/** Opens the record to them again: their role and their work decide, as for everybody. */
export const end = action({
  permission: 'own or relative: end',
  input: form({ why: words({ empty: 'Enter why it no longer holds', max: MOST_WORDS }) }),
  async perform({ why }, said: SaidOfRecord, context) {
    return (await endSaid(context, said.id, why))
      ? done(undefined)
      : refused({ field: '', message: 'It was ended already. Nothing was changed now.' });
  },
});
