import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Contact } from '../contact/index.ts';
import { askAgencies, askedIn, whomToAsk } from '../partner-check/index.ts';
import { open, PERMISSIONS_OF_ENQUIRY } from './rules.ts';
import { type Enquiry, saveEnding, saveEnquiry } from './store.ts';

/** Opens the one enquiry of a contact and asks the agencies ticked, in one transaction. */
export const openEnquiry = action({
  permission: 'mash enquiry: open',
  input: form({
    purpose: words({ max: 2000, empty: 'Say what you need to know, and why' }),
    permission: oneOf(PERMISSIONS_OF_ENQUIRY, 'Select whether the family gave permission'),
    withoutPermissionReason: optional(words({ max: 2000 })),
    ...whomToAsk,
  }),
  async perform(answers, contact: Contact, context) {
    const asked = await askedIn(context, answers);
    const outcome = together(open(answers, contact, rightsOf(context)), asked);
    if (!outcome.ok) return outcome;
    const id = await saveEnquiry(context, contact.id, answers);
    if (id === undefined)
      return refused({ field: '', message: 'An enquiry on this contact is open already' });
    await askAgencies(context, { id, purpose: answers.purpose, contact }, outcome.value, answers.nameAdults);
    return done({ enquiryId: id });
  },
});

/** Asks more agencies inside an enquiry that has not ended. */
export const askPartners = action({
  permission: 'partner check: ask',
  input: form(whomToAsk),
  async perform(answers, enquiry: Enquiry, context) {
    if (enquiry.closedAt !== undefined)
      return refused({ field: '', message: 'This enquiry has ended. Nobody can be asked inside it' });
    const outcome = await askedIn(context, answers);
    if (!outcome.ok) return outcome;
    const told = await askAgencies(context, enquiry, outcome.value, answers.nameAdults);
    return told === outcome.value.length
      ? done(undefined)
      : refused({ field: 'checks', message: 'One of these agencies is asked already' });
  },
});

/** Ends an enquiry. What nobody answered is withdrawn, so that no agency looks for what nobody needs. */
export const endEnquiry = action({
  permission: 'mash enquiry: end',
  input: form({}),
  async perform(_answers, enquiry: Enquiry, context) {
    if (enquiry.closedAt !== undefined)
      return refused({ field: '', message: 'This enquiry has ended already' });
    await saveEnding(context, enquiry.id);
    return done(undefined);
  },
});

/** Whether somebody decides that partners are asked without the family's permission: a manager, with that right. */
export function rightsOf({ viewer }: Pick<Context, 'viewer'>) {
  const has = viewer.permissions.has('mash enquiry: open without permission');
  return { decidesWithoutPermission: has && viewer.decidesAsManager };
}

/** Everything that is wrong with both at once, so that nobody mends a form twice. */
function together<Value>(one: Outcome<undefined>, other: Outcome<Value>): Outcome<Value> {
  if (one.ok) return other;
  return other.ok ? one : { ok: false, problems: [...one.problems, ...other.problems] };
}
