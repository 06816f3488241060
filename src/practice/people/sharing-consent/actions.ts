import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { CONSENT_GIVERS, CONSENT_WAYS } from '../../../profile/code-sets/sharing.ts';
import { agencies } from '../agency/index.ts';
import type { Person } from '../person/index.ts';
import { type Consent, mayWithdraw } from './rules.ts';
import { recordConsent, withdrawConsent } from './store.ts';

const MOST_WORDS = 2000;

/** Keeps who agreed that one agency may know something. */
export const record = action({
  permission: 'sharing consent: record',
  input: form({
    agencyId: idField('Select the agency'),
    saidBy: oneOf(CONSENT_GIVERS, 'Select who said so'),
    saidName: line({ empty: 'Enter their name' }),
    saidOn: typedDay({ message: 'Enter the day', what: 'The day', notAfterToday: true }),
    way: oneOf(CONSENT_WAYS, 'Select how they said it'),
    words: words({ empty: 'Enter what they agreed to', max: MOST_WORDS }),
  }),
  async perform(heard, person: Person, context) {
    const known = (await agencies(context.db)).find(({ id }) => id === heard.agencyId);
    if (known === undefined || (known.endedOn !== undefined && known.endedOn < context.today))
      return refused({ field: 'agencyId', message: 'Select the agency' });
    return done(await recordConsent(context, person.id, heard));
  },
});

/** Takes consent back: what is shared on it ends at that instant. */
export const withdraw = action({
  permission: 'sharing consent: withdraw',
  input: form({ words: words({ empty: 'Enter who withdrew it, and how', max: MOST_WORDS }) }),
  async perform(answers, consent: Consent, context) {
    const may = mayWithdraw(consent);
    if (!may.ok) return may;
    return (await withdrawConsent(context, consent.id, answers.words))
      ? done(undefined)
      : mayWithdraw({ withdrawnAt: context.now });
  },
});
