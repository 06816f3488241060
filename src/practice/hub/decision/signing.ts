import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome } from '../../../language/outcome.ts';
import type { Context } from '../../../platform/web/context.ts';
import { episodesOf, offerEarlyHelp, withdrawEpisodes } from '../../early-help/episode/index.ts';
import { agencies } from '../../people/agency/index.ts';
import { openReferral, referralsOf, withdrawReferrals } from '../../social-work/referral/index.ts';
import { answerReferrer, holdContact, reopen, withdrawAnswers } from '../answer/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { passOn, whomToTell, withdrawNotices } from '../contact-notice/index.ts';
import { type DecidingFor, decide, follows, mayWithdraw, type NewDecision, whatWasSaid } from './rules.ts';
import { decisionsOf, keepDecision, keepWithdrawal } from './store.ts';

/**
 * Signs decisions about the children of a contact, and in the same transaction opens what follows from those that need no second
 * signature, and answers whoever told us where that needs no person. Either all of it stands or none.
 */
export async function signDecisions(
  context: Context,
  seen: Contact,
  rows: readonly DecidingFor[],
  { screeningMeetingId }: { screeningMeetingId?: Id } = {},
): Promise<Outcome<Contact>> {
  await holdContact(context.db, seen.id);
  // Who a child is may have been put right meanwhile, and something would be opened for the wrong person.
  const contact = (await contactOnRecord.load(context, { contactId: seen.id })) ?? seen;
  const decided = new Set((await decisionsOf(context.db, contact.id)).map((one) => one.contactChildId));
  const there = (await agencies(context.db)).filter(({ endedOn }) => endedOn === undefined);
  const choices = {
    today: context.today,
    agencies: new Set(there.map(({ id }) => id)),
    worked: await workedAmong(context, contact, rows),
  };
  const outcome = decide(rows, contact, decided, choices);
  if (!outcome.ok) return outcome;
  for (const decision of outcome.value) {
    const id = await keepDecision(context, contact.id, decision, screeningMeetingId);
    if (!decision.authorisationAsked) await openWhatFollows(context, contact, { ...decision, id });
  }
  await answerReferrer(context, contact);
  return done(contact);
}

/** The persons about whom somebody would hear, asked only where a row passes the contact on. */
async function workedAmong(
  { db }: Context,
  contact: Contact,
  rows: readonly DecidingFor[],
): Promise<ReadonlySet<Id>> {
  const isAsked = rows.some(({ outcome }) => follows(outcome).passes);
  return isAsked ? new Set((await whomToTell(db, contact.persons)).keys()) : new Set();
}

/** Opens what a decision leads to, with what was said: nothing is typed twice, and the family need not tell it again. */
export async function openWhatFollows(
  context: Context,
  contact: Contact,
  decision: Omit<NewDecision, 'authorisationAsked'> & { readonly id: Id },
): Promise<void> {
  const { personId, id: decisionId } = decision;
  if (personId === undefined) return;
  const handed = { personId, contactId: contact.id, decisionId, whatWasSaid: whatWasSaid(contact) };
  const { opens, passes } = follows(decision.outcome);
  if (opens === 'referral') await openReferral(context, { ...decision, ...handed, source: contact.source });
  if (opens === 'early help') {
    const { earlyHelpReply: reply = 'not answered yet', declinedReason } = decision;
    await offerEarlyHelp(context, { ...handed, reply, declinedReason });
  }
  if (passes) await passOn(context, { ...handed, contactChildId: decision.contactChildId });
}

/**
 * Takes back every decision in force of a contact, with what it opened and the reply that has not left. The contact then waits on the
 * board again, and its clock has run on.
 */
export async function withdrawDecisions(context: Context, contact: Contact): Promise<Outcome<Id>> {
  const { db, today, viewer, profile } = context;
  // First, because it holds the outbox before the contact, in the order of the sender.
  const { isTold } = await withdrawAnswers(context, contact.id);
  const decisions = await decisionsOf(db, contact.id);
  const ids = decisions.map((decision) => decision.id);
  const referrals = await referralsOf(db, ids, 'lock');
  const episodes = await episodesOf(db, ids, 'lock');
  const now = await contactOnRecord.load(context, { contactId: contact.id });
  const answeredOn = now?.answeredAt && dayOf(now.answeredAt, profile.calendar.zone);
  const isTakenUp =
    referrals.some((one) => one.acceptedOn !== undefined || one.declinedOn !== undefined) ||
    episodes.some((one) => one.beganOn !== undefined);
  const may = mayWithdraw(decisions, viewer, { isTold, answeredOn, isTakenUp }, today);
  if (!may.ok) return may;
  await withdrawReferrals(context, ids);
  await withdrawEpisodes(context, ids);
  await withdrawNotices(context, ids);
  await keepWithdrawal(context, ids);
  await reopen(context, contact.id);
  return done(contact.id);
}
