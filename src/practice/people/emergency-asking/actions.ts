import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { EMERGENCY_GROUNDS } from '../../../profile/code-sets/emergency-grounds.ts';
import {
  agreeToEmergency,
  askInEmergency,
  type Emergency,
  isNamedFor,
  mayAsk,
  reviewEmergency,
} from '../emergency-access/index.ts';

const MOST_WORDS = 2000;
const MEANWHILE = 'Somebody was quicker. What stands now is on this page.';

/** Opens one record in an emergency, or nothing: with two confirmations, the ground in words and the password given again. */
export const use = action({
  permission: 'emergency access: use',
  proof: 'proved again',
  input: form({
    number: optional(line({ max: 20 })),
    givenName: optional(line({ max: 100 })),
    familyName: optional(line({ max: 100 })),
    bornOn: optional(
      typedDay({ message: 'Enter the date of birth', what: 'The date of birth', notAfterToday: true }),
    ),
    ground: oneOf(EMERGENCY_GROUNDS, 'Select what is happening'),
    words: words({ empty: 'Enter why you must see this record now', max: MOST_WORDS }),
    cannotWait: ticked('Confirm that it cannot wait'),
    isHeard: ticked('Confirm that you know who is told'),
  }),
  async perform({ cannotWait: _, isHeard: __, ...asked }, _nothing: Subject, context) {
    const may = mayAsk(asked);
    if (!may.ok) return may;
    const came = await askInEmergency(context, asked);
    return came.of === 'said before'
      ? refused({
          field: 'words',
          message: 'Enter what is new. You opened this record with the same words before',
        })
      : done(came);
  },
});

/** Somebody whom a sealed record names opens it to whoever asks: the second person. */
export const agree = action({
  permission: 'emergency access: agree',
  proof: 'proved again',
  input: form({}),
  async perform(_answers, emergency: Emergency, context) {
    const { isSealed, staffId, personId } = emergency;
    const named = isSealed && personId !== undefined && (await isNamedFor(context.db, personId));
    if (!named || staffId === context.by)
      return refused({ field: '', message: 'Only somebody whom a sealed record names agrees to this.' });
    return (await agreeToEmergency(context, emergency.id))
      ? done(undefined)
      : refused({ field: '', message: MEANWHILE });
  },
});

/** A manager, or the data protection officer, says whether it was right. Nobody reviews their own. */
export const review = action({
  permission: 'emergency access: review',
  input: form({
    wasRight: oneOf(['yes', 'no'], 'Select whether it was right'),
    words: words({ empty: 'Enter what you found out, and what follows', max: MOST_WORDS }),
  }),
  async perform({ wasRight, words: found }, emergency: Emergency, context) {
    if (emergency.staffId === context.by)
      return refused({ field: '', message: 'Somebody else reviews what you opened yourself.' });
    return (await reviewEmergency(context, emergency.id, { wasRight: wasRight === 'yes', words: found }))
      ? done(undefined)
      : refused({ field: '', message: MEANWHILE });
  },
});
