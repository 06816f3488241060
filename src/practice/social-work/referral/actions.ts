import { unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { goingOn, mayEndWithoutWork, NEVER_WORK } from '../../people/never-work/index.ts';
import { mayBeAnswered, mayEnd, type Referral } from './rules.ts';
import { acceptReferral, declineReferral, endReferral } from './store.ts';

const NOW_STANDS = 'What they decided stands below.';

/** Social care takes the referral on. */
export const accept = action({
  permission: 'referral: accept',
  input: form({}),
  async perform(_answers, referral: Referral, context) {
    const may = mayBeAnswered(referral, context.today);
    return may.ok ? unlessQuicker(await acceptReferral(context, referral.id), referral.id, NOW_STANDS) : may;
  },
});

/** Social care does not take it on, and says why. */
export const decline = action({
  permission: 'referral: accept',
  name: 'referral: decline',
  input: form({
    reason: words({ max: 2000, empty: 'Say why it is declined, so that the hub can tell who told us' }),
  }),
  async perform({ reason }, referral: Referral, context) {
    const may = mayBeAnswered(referral, context.today);
    return may.ok
      ? unlessQuicker(await declineReferral(context, referral.id, reason), referral.id, NOW_STANDS)
      : may;
  },
});

/** A referral that was accepted never became work. What became work ends with its period of service. */
export const end = action({
  permission: 'referral: end',
  input: form(NEVER_WORK),
  async perform(answers, referral: Referral, context) {
    const open = mayEnd(referral);
    if (!open.ok) return open;
    const may = mayEndWithoutWork(answers.reason, await goingOn(context.db, 'referral', referral));
    return may.ok
      ? unlessQuicker(await endReferral(context, referral.id, answers), referral.id, NOW_STANDS)
      : may;
  },
});
