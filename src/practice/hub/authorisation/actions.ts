import type { Id } from '../../../language/id.ts';
import { done, type Outcome } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import type { Context } from '../../../platform/web/context.ts';
import { answerReferrer, holdContact } from '../answer/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import {
  awaitsAuthorisation,
  type Decision,
  decisionsOf,
  mayAuthorise,
  openWhatFollows,
} from '../decision/index.ts';
import { type DecisionOfContact, keepAuthorisation } from './store.ts';

/** A manager, never the one who signed, signs too. */
export const authorise = action({
  permission: 'contact: authorise',
  input: form({}),
  perform: (_answers, decision: DecisionOfContact, context) =>
    authoriseDecision(context, decision.contact, decision.id),
});

/**
 * A manager signs too, and only now is opened what the decision leads to. It covers every child about whom the same was signed at the
 * same time, so that siblings need one signature.
 */
async function authoriseDecision(context: Context, seen: Contact, id: Id): Promise<Outcome<Id>> {
  await holdContact(context.db, seen.id);
  // Who a child is may have been put right meanwhile, and something would be opened for the wrong person.
  const contact = (await contactOnRecord.load(context, { contactId: seen.id })) ?? seen;
  const decisions = await decisionsOf(context.db, contact.id);
  const decision = decisions.find((one) => one.id === id);
  if (decision === undefined)
    return { ok: false, problems: [{ field: '', message: 'The decision was taken back meanwhile.' }] };
  const may = mayAuthorise(decision, context.by);
  if (!may.ok) return may;
  const alike = decisions.filter((one) => awaitsAuthorisation(one) && isAlike(one, decision));
  await keepAuthorisation(
    context,
    alike.map((one) => one.id),
  );
  for (const one of alike) {
    const child = contact.children.find((named) => named.id === one.contactChildId);
    await openWhatFollows(context, contact, { ...one, personId: child?.personId });
  }
  await answerReferrer(context, contact);
  return done(contact.id);
}

/** Says whether two decisions of a contact were signed in one go with the same words. */
function isAlike(one: Decision, other: Decision): boolean {
  return (
    one.signedAt.getTime() === other.signedAt.getTime() &&
    one.signedBy === other.signedBy &&
    one.outcome === other.outcome &&
    one.reason === other.reason &&
    one.levelOfNeed === other.levelOfNeed
  );
}
