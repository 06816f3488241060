import type { Day } from '../../../language/day.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, someOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { AGENCY_RULES } from '../../../profile/agencies.ts';
import { type Contact, childNamed } from '../contact/index.ts';
import type { CheckOnRecord } from './reading.ts';
import { type AskedOf, ask, askedAbout, open, PERMISSIONS_OF_ENQUIRY } from './rules.ts';
import {
  askableAgencies,
  type Enquiry,
  saveChecks,
  saveEnding,
  saveEnquiry,
  tellAgencies,
  withdrawCheck,
} from './store.ts';

const EVERY_FIELD = [
  ...new Set(Object.values(AGENCY_RULES).flatMap((rule) => rule.fields.map((field) => field.code))),
];
const MOST_AGENCIES = 200;

const whomToAsk = {
  nameAdults: ticked(),
  checks: repeated(
    {
      agency: idField('Open the page again and answer there'),
      fields: someOf(EVERY_FIELD),
      purpose: optional(words({ max: 2000 })),
    },
    { min: 0, max: MOST_AGENCIES },
  ),
};

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
    const askable = await askableAgencies(context.db, context.profile, context.today);
    const enquiry = { ...answers, checks: answers.checks.map(askedOf) };
    const outcome = open(enquiry, contact, rightsOf(context), askable);
    if (!outcome.ok) return outcome;
    const id = await saveEnquiry(context, contact.id, enquiry);
    if (id === undefined)
      return refused({ field: '', message: 'An enquiry on this contact is open already' });
    await askThem(context, { id, purpose: answers.purpose, contact }, outcome.value, answers.nameAdults);
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
    const askable = await askableAgencies(context.db, context.profile, context.today);
    const outcome = ask(answers.checks.map(askedOf), askable);
    if (!outcome.ok) return outcome;
    const told = await askThem(context, enquiry, outcome.value, answers.nameAdults);
    return told === outcome.value.length
      ? done(undefined)
      : refused({ field: 'checks', message: 'One of these agencies is asked already' });
  },
});

/** Takes a check back that no longer needs an answer. */
export const withdraw = action({
  name: 'partner check: withdraw',
  permission: 'partner check: ask',
  input: form({}),
  async perform(_answers, check: CheckOnRecord, context) {
    return (await withdrawCheck(context, check.id))
      ? done(undefined)
      : refused({
          field: '',
          message: `${check.agencyTitle} has answered, or the check was withdrawn already`,
        });
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

function askedOf(row: {
  agency: AskedOf['agencyId'];
  fields: readonly string[];
  purpose: string | undefined;
}): AskedOf {
  return { agencyId: row.agency, fields: row.fields, purpose: row.purpose };
}

async function askThem(
  context: Context,
  enquiry: Pick<Enquiry, 'id' | 'purpose' | 'contact'>,
  asked: readonly AskedOf[],
  nameAdults: boolean,
): Promise<number> {
  const { contact } = enquiry;
  const about = aboutWhom(contact, nameAdults, context.today);
  const told = await saveChecks(
    context,
    { id: enquiry.id, contactId: contact.id, purpose: enquiry.purpose, about },
    asked,
  );
  await tellAgencies(context, contact.id, told);
  return told.length;
}

function aboutWhom(contact: Contact, nameAdults: boolean, today: Day): string {
  const children = contact.children.map((child) => ({
    name: childNamed(child),
    bornOn: child.bornOn,
    dueOn: child.dueOn,
  }));
  return askedAbout(children, nameAdults ? contact.familyMembers : [], today);
}
