import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, type Problem, refused } from '../../../language/outcome.ts';
import { codesOn, rowOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../../profile/code-sets/contact-outcomes.ts';
import type { EarlyHelpAnswer } from '../../../profile/code-sets/early-help-answers.ts';
import { type Contact, type ContactChild, childNamed } from '../contact/index.ts';

/** What a decision says about one child, as it is typed. */
export type Deciding = {
  readonly levelOfNeed: number;
  readonly outcome: ContactOutcome;
  /** In words the family could read. */
  readonly reason: string;
  /** What advice was given: asked for where advice is the outcome, welcome with any other. */
  readonly adviceGiven?: string | undefined;
  readonly earlyHelpReply?: EarlyHelpAnswer | undefined;
  /** A code of EARLY_HELP_DECLINED_REASONS, or the family's own words. */
  readonly declinedReason?: string | undefined;
  readonly agencyId?: Id | undefined;
  readonly discussionWantedToday: boolean;
};

/** One row of the form: about one child, or about every child that has no decision yet. */
export type DecidingFor = Deciding & { readonly child?: Id | undefined };

/** What is signed for one child. */
export type NewDecision = Deciding & {
  readonly contactChildId: Id;
  readonly personId: Id | undefined;
  readonly authorisationAsked: boolean;
};

/** A decision on record. It is in force from its signature, or from its authorisation where one was asked, until it is withdrawn. */
export type Decision = Deciding & {
  readonly id: Id;
  readonly contactId: Id;
  readonly contactChildId: Id;
  readonly agencyTitle: string | undefined;
  readonly signedBy: Id;
  readonly signedAt: Date;
  readonly signedOn: Day;
  readonly authorisationAsked: boolean;
  readonly authorisedBy: Id | undefined;
  readonly authorisedAt: Date | undefined;
  readonly screeningMeetingId: Id | undefined;
};

/** What can be chosen on a day: outcomes in force, agencies that there are, and persons about whom somebody would hear. */
export type Choices = {
  readonly today: Day;
  readonly agencies: ReadonlySet<Id>;
  readonly worked: ReadonlySet<Id>;
};

/** What an outcome begins in the same transaction, whether a manager signs it too, and whether whoever works with the child is told. */
export function follows(outcome: ContactOutcome): {
  opens: 'nothing' | 'early help' | 'referral';
  authorised: boolean;
  passes: boolean;
} {
  const row = rowOf(CONTACT_OUTCOMES, outcome);
  return {
    opens: row?.opens ?? 'nothing',
    authorised: row?.authorised ?? false,
    passes: row?.passes ?? false,
  };
}

/** Says whether a manager's signature is still missing. Until it is there, nothing is opened and nobody is told. */
export function awaitsAuthorisation(
  decision: Pick<Decision, 'authorisationAsked' | 'authorisedAt'>,
): boolean {
  return decision.authorisationAsked && decision.authorisedAt === undefined;
}

/**
 * Decides about the children of a contact: each row for its child, or one row for all that have no decision yet.
 *
 * A child has one decision in force. What opens something needs to know who the child is, because a referral or an offer of help
 * stands on somebody's record.
 */
export function decide(
  rows: readonly DecidingFor[],
  contact: Pick<Contact, 'children'>,
  decided: ReadonlySet<Id>,
  choices: Choices,
): Outcome<readonly NewDecision[]> {
  const open = contact.children.filter((child) => !decided.has(child.id));
  const meant = rows.flatMap((row, index) => childrenOf(row, open).map((child) => ({ row, index, child })));
  if (open.length === 0)
    return refused({ field: '', message: 'Every child of this contact has a decision.' });
  const strangers = rows.some((row) => row.child !== undefined && !open.some(({ id }) => id === row.child));
  if (strangers || new Set(meant.map(({ child }) => child.id)).size !== meant.length)
    return refused({
      field: '',
      message: 'Somebody decided about one of the children meanwhile. Look again.',
    });
  const problems = [
    ...rows.flatMap((row, index) => problemsOf(row, `decisions.${index}.`, choices)),
    ...meant.flatMap(({ row, index, child }) => unknownChild(row, child, `decisions.${index}.`)),
    ...meant.flatMap(({ row, index, child }) => nobodyToTell(row, child, `decisions.${index}.`, choices)),
  ];
  const [first, ...more] = problems;
  if (first !== undefined) return refused(first, ...more);
  return done(meant.map(({ row, child }) => newDecision(row, child)));
}

function childrenOf(row: DecidingFor, open: readonly ContactChild[]): readonly ContactChild[] {
  return row.child === undefined ? open : open.filter((child) => child.id === row.child);
}

function newDecision({ child: _, ...deciding }: DecidingFor, child: ContactChild): NewDecision {
  return {
    ...deciding,
    contactChildId: child.id,
    personId: child.personId,
    authorisationAsked: follows(deciding.outcome).authorised,
  };
}

/** What is asked for depends on the outcome, and what belongs to another outcome is not kept in silence. */
function problemsOf(row: Deciding, at: string, { today, agencies }: Choices): readonly Problem[] {
  const { outcome } = row;
  const isInForce = codesOn(CONTACT_OUTCOMES, today).some((one) => one.code === outcome);
  const say = (field: string, message: string): Problem => ({ field: `${at}${field}`, message });
  return [
    ...(isInForce ? [] : [say('outcome', 'This can no longer be chosen. Select what should happen')]),
    ...(outcome === 'advice and information' && row.adviceGiven === undefined
      ? [say('adviceGiven', 'Say what advice was given')]
      : []),
    ...(outcome === 'another agency' && (row.agencyId === undefined || !agencies.has(row.agencyId))
      ? [say('agencyId', 'Select which agency')]
      : []),
    ...(outcome !== 'another agency' && row.agencyId !== undefined
      ? [say('agencyId', 'Select “Another agency”, or leave the agency empty')]
      : []),
    ...(row.discussionWantedToday && follows(outcome).opens !== 'referral'
      ? [say('discussionWantedToday', 'A discussion today is asked for with a referral to social care')]
      : []),
    ...offerProblems(row, say),
  ];
}

function offerProblems(row: Deciding, say: (field: string, message: string) => Problem): readonly Problem[] {
  const { outcome, earlyHelpReply, declinedReason } = row;
  if (outcome !== 'early help offered') {
    return earlyHelpReply === undefined && declinedReason === undefined
      ? []
      : [say('earlyHelpReply', 'Select “Early help”, or leave the family’s answer to it empty')];
  }
  if (earlyHelpReply === undefined) return [say('earlyHelpReply', 'Select what the family said')];
  if (earlyHelpReply === 'declined' && declinedReason === undefined)
    return [say('declinedReason', 'Select why not now')];
  return [];
}

const OPENED = { nothing: '', referral: 'A referral', 'early help': 'Early help' } as const;

function unknownChild(row: Deciding, child: ContactChild, at: string): readonly Problem[] {
  const { opens, passes } = follows(row.outcome);
  if (child.personId !== undefined || (opens === 'nothing' && !passes)) return [];
  const what = passes ? 'Passing it to the worker' : OPENED[opens];
  return [
    {
      field: `${at}outcome`,
      message: `${what} needs to know who the child is. Say first who ${childNamed(child)} is`,
    },
  ];
}

/** What is passed to the worker needs one: else the family would be told that somebody knows who does not. */
function nobodyToTell(
  row: Deciding,
  { personId, ...child }: ContactChild,
  at: string,
  { worked }: Pick<Choices, 'worked'>,
): readonly Problem[] {
  if (personId === undefined || worked.has(personId) || !follows(row.outcome).passes) return [];
  return [
    {
      field: `${at}outcome`,
      message: `Nobody works with ${childNamed(child)}, so there is nobody to pass it to. Select something else, or have a worker allocated`,
    },
  ];
}

/** Says whether somebody may authorise a decision: nobody authorises what they signed themselves. */
export function mayAuthorise(decision: Decision, by: Id): Outcome<undefined> {
  if (!decision.authorisationAsked)
    return refused({ field: '', message: 'This decision needs no second signature.' });
  if (decision.authorisedAt !== undefined)
    return refused({ field: '', message: 'It has been authorised already.' });
  if (decision.signedBy === by)
    return refused({ field: '', message: 'You signed this decision. Another manager authorises it.' });
  return done(undefined);
}

/** What stands between a decision and its being taken back. */
export type Consequences = {
  /** Somebody outside has been told, or the mail has left. */
  readonly isTold: boolean;
  /** The day on which the contact counted as answered without anybody being told: only on that day can it be undone. */
  readonly answeredOn: Day | undefined;
  /** Social care accepted or declined, or early help has begun. */
  readonly isTakenUp: boolean;
};

/** Lets whoever signed, or a manager, take a decision back for as long as nobody outside has heard of it. */
export function mayWithdraw(
  decisions: readonly Pick<Decision, 'signedBy'>[],
  viewer: { readonly staffId: Id; readonly decidesAsManager: boolean },
  consequences: Consequences,
  today: Day,
): Outcome<undefined> {
  if (decisions.length === 0)
    return refused({ field: '', message: 'There is no decision in force to take back.' });
  if (!viewer.decidesAsManager && decisions.some((decision) => decision.signedBy !== viewer.staffId))
    return refused({ field: '', message: 'Whoever signed the decision, or a manager, can take it back.' });
  if (consequences.isTold)
    return refused({
      field: '',
      message: 'The reply has left, so the decision stands. What has changed is a new contact.',
    });
  if (consequences.isTakenUp)
    return refused({
      field: '',
      message: 'What the decision opened has been taken up. It is ended there, not here.',
    });
  if (consequences.answeredOn !== undefined && consequences.answeredOn < today)
    return refused({
      field: '',
      message: 'This contact was answered on an earlier day, so the decision stands.',
    });
  return done(undefined);
}

/** Everything that was said in a contact, word for word, under plain headings: what a referral or an offer of help takes along. */
export function whatWasSaid(
  contact: Pick<Contact, 'words' | 'childWords' | 'goingWell' | 'tried' | 'helpWanted'>,
): string {
  const parts = [
    ['', contact.words],
    ['In the child’s words', contact.childWords],
    ['What goes well', contact.goingWell],
    ['What was tried', contact.tried],
    ['What help is wanted', contact.helpWanted],
  ] as const;
  return parts
    .flatMap(([title, text]) => (text === undefined ? [] : [title === '' ? text : `${title}:\n${text}`]))
    .join('\n\n');
}
