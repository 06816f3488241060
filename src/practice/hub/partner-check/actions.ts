import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, someOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { AGENCY_RULES } from '../../../profile/agencies.ts';
import { type Contact, childNamed } from '../contact/index.ts';
import type { CheckOnRecord } from './reading.ts';
import { type AskedOf, ask, askedAbout } from './rules.ts';
import { askableAgencies, saveChecks, tellAgencies, withdrawCheck } from './store.ts';

const EVERY_FIELD = [
  ...new Set(Object.values(AGENCY_RULES).flatMap((rule) => rule.fields.map((field) => field.code))),
];
const MOST_AGENCIES = 200;

/** The questions of whom to ask and for what, for every form that asks. */
export const whomToAsk = {
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

/** Whom to ask, as a form gave it. */
export type WhomToAsk = {
  readonly nameAdults: boolean;
  readonly checks: readonly {
    readonly agency: Id;
    readonly fields: readonly string[];
    readonly purpose: string | undefined;
  }[];
};

/** What is asked, if it is something and may be asked of these agencies today. */
export async function askedIn(context: Context, answers: WhomToAsk): Promise<Outcome<readonly AskedOf[]>> {
  const askable = await askableAgencies(context.db, context.profile, context.today);
  const checks = answers.checks.map(({ agency, fields, purpose }) => ({ agencyId: agency, fields, purpose }));
  return ask(checks, askable);
}

/** Asks agencies inside an enquiry and tells their people. Answers how many were asked: one with a check that stands is not asked twice. */
export async function askAgencies(
  context: Context,
  enquiry: { readonly id: Id; readonly purpose: string; readonly contact: Contact },
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

function aboutWhom(contact: Contact, nameAdults: boolean, today: Day): string {
  const children = contact.children.map((child) => ({
    name: childNamed(child),
    bornOn: child.bornOn,
    dueOn: child.dueOn,
  }));
  return askedAbout(children, nameAdults ? contact.familyMembers : [], today);
}
