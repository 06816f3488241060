import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { AGENCY_KINDS } from '../../../profile/code-sets/agency-kinds.ts';
import { noteDone, reason, tellStaff } from '../administration/index.ts';
import { agreementFrom } from './rules.ts';
import { type AgencyKept, agree, makeAgency, partnersOf } from './store.ts';

const KEEPS = { permission: 'agency: manage', proof: 'proved again' } as const;

const AGREEMENT = {
  agreedOn: optional(typedDay({ message: 'Enter the first day', what: 'The first day' })),
  until: oneOf(['no end', 'on a day', 'now'], 'Select until when it stands'),
  endedOn: optional(typedDay({ message: 'Enter the last day', what: 'The last day' })),
  reason,
} as const;

/** Puts an agency on the list with its agreement. */
export const make = action({
  ...KEEPS,
  name: 'agency: make',
  input: form({
    title: line({ empty: 'Enter what it is called', max: 200 }),
    kind: oneOf(AGENCY_KINDS, 'Select what kind of agency it is'),
    ...AGREEMENT,
  }),
  async perform(
    { title, kind, agreedOn = undefined, until, endedOn = undefined, reason: why },
    _: Subject,
    context,
  ) {
    const agreement = agreementFrom({ agreedOn, until, endedOn }, context.today);
    if (!agreement.ok) return agreement;
    const id = await makeAgency(context, { title, kind, ...agreement.value });
    if (id === undefined)
      return refused({ field: 'title', message: 'An agency of that name is on the list' });
    await noteDone(context, { agencyId: id, act: 'Put on the list', reason: why });
    return done(id);
  },
});

/** Says from when until when an agency has agreed. Once it is over nobody of the agency gets in. */
export const setAgreement = action({
  ...KEEPS,
  name: 'agency: agreement',
  input: form(AGREEMENT),
  async perform(
    { agreedOn = undefined, until, endedOn = undefined, reason: why },
    agency: AgencyKept,
    context,
  ) {
    if (context.viewer.agencyId === agency.id)
      return refused({ field: '', message: 'Nobody changes their own rights. Somebody of the service does' });
    const agreement = agreementFrom({ agreedOn, until, endedOn }, context.today);
    if (!agreement.ok) return agreement;
    await agree(context, agency, agreement.value);
    const act = until === 'now' ? 'Agreement ended' : 'Agreement set';
    const theirs = (await partnersOf(context)).filter(({ agencyId }) => agencyId === agency.id);
    await tellStaff(context, [...new Set(theirs.map(({ staffId }) => staffId))], {
      subject: 'Your account with Continuum',
      words: `The agreement with ${agency.title} was ${until === 'now' ? 'ended: you can no longer sign in' : 'changed'}. If that is not right, tell whoever you work with at the service.`,
    });
    await noteDone(context, { agencyId: agency.id, act, reason: why });
    return done(agency.id);
  },
});
