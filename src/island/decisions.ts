import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { rowOf } from '../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../profile/code-sets/contact-outcomes.ts';
import type { Cast } from './contact-made.ts';
import { present } from './duty.ts';
import type { Person } from './families.ts';
import { type Desk, notAfter } from './handling.ts';
import type { Making } from './making.ts';
import type { Signing } from './meetings.ts';
import { type Opening, offerEarlyHelp, openReferral } from './opening.ts';
import { outcomeOf, pressOf } from './outcomes.ts';
import type { Periods } from './periods.ts';
import { ADVICE, REASONS } from './words/reasons.ts';

/** One child of a contact that is being decided. */
export type Line = {
  readonly signing: Signing;
  readonly childRowId: Id;
  readonly child: Person;
  /** When a manager signs too, if the outcome asks for it. */
  readonly authorisedAt: Date;
  readonly authorisedOn: Day;
  readonly authorisedBy: Id;
  /** How much it asks for social care. */
  readonly press: number;
};

/** What was decided about a child, and since when it is in force. */
export type Decided = { readonly line: Line; readonly outcome: ContactOutcome; readonly inForceAt: Date };

/** The children of the contacts that are to be signed, in the order in which a manager would sign. */
export function linesOf(
  making: Making,
  cast: Cast,
  { office }: Desk,
  signings: readonly Signing[],
): readonly Line[] {
  const { random } = cast;
  const managers = cast.holders.filter(({ role, placeKey }) => role === 'hub manager' && placeKey === 'hub');
  const heads = cast.holders.filter(({ role }) => role === 'head of service');
  return signings
    .flatMap((signing) => {
      const { contact, signedAt, signedBy, meetingId } = signing;
      const gap = meetingId === undefined ? random.lognormal(35, 0.8) : random.lognormal(12, 0.6);
      const authorisedAt = notAfter(making, signedAt, office.after(signedAt, gap));
      const authorisedOn = making.dayOf(authorisedAt);
      // Nobody authorises what they signed themselves.
      const possible = present(managers, authorisedOn).filter(({ staffId }) => staffId !== signedBy);
      const authorisedBy = random.pick(possible.length > 0 ? possible : heads).staffId;
      const press = pressOf(random, contact.level, contact.family.hardship);
      return contact.childRows.map(({ id, child }) => ({
        signing,
        childRowId: id,
        child,
        authorisedAt,
        authorisedOn,
        authorisedBy,
        press: press + 0.1 * random.normal(),
      }));
    })
    .sort((one, other) => one.authorisedAt.getTime() - other.authorisedAt.getTime());
}

/** Decides about one child and opens what follows. A child with something open goes to the worker; `toSocialCare` was settled before. */
export function decideLine(
  making: Making,
  cast: Cast,
  desk: Desk,
  periods: Periods,
  line: Line,
  toSocialCare: boolean,
): Decided {
  const { signing, child } = line;
  const open = periods.openFor(child.id, line.authorisedOn);
  if (open !== undefined && open.touchedOn < line.authorisedOn) open.touchedOn = line.authorisedOn;
  const other =
    open === undefined
      ? outcomeOf(cast.random, signing.contact.theme, signing.contact.level)
      : 'already open';
  const outcome = toSocialCare ? 'referral to social care' : other;
  return sign(making, cast, desk, periods, line, outcome);
}

/** Signs a decision with a given outcome, and opens what follows from it. */
export function sign(
  making: Making,
  cast: Cast,
  desk: Desk,
  periods: Periods,
  line: Line,
  outcome: ContactOutcome,
): Decided {
  const { random } = cast;
  const { contact, signedAt, signedBy } = line.signing;
  const { authorised = false, opens = 'nothing' } = rowOf(CONTACT_OUTCOMES, outcome) ?? {};
  const inForceAt = authorised ? line.authorisedAt : signedAt;
  const decisionId = random.id();
  const level = levelFor(outcome, contact.level);
  const reason = random.pick(REASONS[outcome]);
  const opening: Opening = {
    contact,
    personId: line.child.id,
    decisionId,
    at: inForceAt,
    by: signedBy,
    level,
    reason,
  };
  if (opens === 'referral') openReferral(making, cast, desk.office, periods, opening);
  const offer =
    opens === 'early help' ? offerEarlyHelp(making, cast, desk.office, periods, opening) : undefined;
  addDecision(making, cast, line, { ...opening, outcome, authorised, offer });
  if (authorised) {
    const by = line.authorisedBy;
    making.ledger.change(
      'decision',
      decisionId,
      { authorised_by: by, authorised_at: inForceAt },
      { at: inForceAt, by },
    );
  }
  return { line, outcome, inForceAt };
}

type NewDecision = Opening & {
  readonly outcome: ContactOutcome;
  readonly authorised: boolean;
  readonly offer: { readonly reply: string; readonly declinedReason: string | null } | undefined;
};

function addDecision(making: Making, { random, partners }: Cast, line: Line, decision: NewDecision): void {
  const { outcome, contact, offer } = decision;
  const { signedAt, signedBy, meetingId } = line.signing;
  const others = partners.filter(({ kind }) => kind !== 'school');
  making.ledger.add(
    'decision',
    {
      id: decision.decisionId,
      contact_id: contact.id,
      contact_child_id: line.childRowId,
      screening_meeting_id: meetingId ?? null,
      level_of_need: decision.level,
      outcome,
      reason: decision.reason,
      advice_given: outcome === 'advice and information' ? random.pick(ADVICE) : null,
      agency_id: outcome === 'another agency' ? random.pick(others).id : null,
      early_help_reply: offer?.reply ?? null,
      declined_reason: offer?.declinedReason ?? null,
      signed_by: signedBy,
      signed_at: signedAt,
      signed_on: making.dayOf(signedAt),
      authorisation_asked: decision.authorised,
    },
    { at: signedAt, by: signedBy },
  );
}

function levelFor(outcome: ContactOutcome, level: number): number {
  if (outcome === 'referral to social care') return Math.max(3, level);
  if (outcome === 'early help offered') return Math.min(3, Math.max(2, level));
  return outcome === 'advice and information' ? Math.min(2, level) : level;
}
