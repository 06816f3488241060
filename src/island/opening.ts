import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { EARLY_HELP_DECLINED_REASONS } from '../profile/code-sets/early-help-answers.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import { present } from './duty.ts';
import type { Making } from './making.ts';
import type { Office } from './office.ts';
import { type OpenPeriod, type Periods, plannedEnd } from './periods.ts';
import { NOT_TAKEN_ON } from './words/reasons.ts';

/** What a decision opens: for whom, because of what, and when. */
export type Opening = {
  readonly contact: ContactMade;
  readonly personId: Id;
  readonly decisionId: Id;
  readonly at: Date;
  readonly by: Id;
  readonly level: number;
  readonly reason: string;
};

/** What a family says to an offer of early help. Invented shares. */
const REPLIES = [
  ['accepted', 66],
  ['declined', 26],
  ['not answered yet', 8],
] as const;
const TAKEN_ON = 0.89;

/** Opens a referral. Social care takes it on within a day or two, or says why not; the newest may still wait. */
export function openReferral(
  making: Making,
  cast: Cast,
  office: Office,
  periods: Periods,
  opening: Opening,
): void {
  const { random } = cast;
  const id = random.id();
  const { contact, at, by, personId } = opening;
  const referredOn = making.dayOf(at);
  periods.settle(personId);
  making.ledger.add(
    'referral',
    {
      id,
      ...fromContact(opening),
      team_id: teamOf(cast, 'assessment'),
      referred_at: at,
      referred_on: referredOn,
      source: contact.source,
      reason: opening.reason,
      level_of_need: opening.level,
      discussion_wanted_today: opening.level === 4 && random.chance(0.3),
    },
    { at, by },
  );
  const decidedAt = office.after(at, random.lognormal(150, 0.9));
  if (decidedAt > making.now) return;
  const decidedOn = making.dayOf(decidedAt);
  const manager = random.pick(
    present(
      cast.holders.filter(({ role, placeKey }) => role === 'team manager' && placeKey === 'assessment'),
      decidedOn,
    ),
  ).staffId;
  const isTakenOn = random.chance(TAKEN_ON);
  const answered = isTakenOn
    ? { accepted_on: decidedOn, accepted_by: manager }
    : { declined_on: decidedOn, declined_by: manager, declined_reason: random.pick(NOT_TAKEN_ON) };
  making.ledger.change('referral', id, answered, { at: decidedAt, by: manager });
  const asked = { table: 'referral', id, personId, family: contact.family, askedOn: referredOn } as const;
  if (isTakenOn)
    begin(making, cast, periods, { ...asked, beganOn: decidedOn, beganAt: decidedAt, beganBy: manager });
}

/** Offers early help. Returns what the family said. */
export function offerEarlyHelp(
  making: Making,
  cast: Cast,
  office: Office,
  periods: Periods,
  opening: Opening,
): { readonly reply: 'accepted' | 'declined' | 'not answered yet'; readonly declinedReason: string | null } {
  const { random } = cast;
  const id = random.id();
  const { at, by, personId, contact } = opening;
  const offeredOn = making.dayOf(at);
  const reply = random.weighted(REPLIES);
  const declinedReason = reply === 'declined' ? random.pick(EARLY_HELP_DECLINED_REASONS.codes).code : null;
  making.ledger.add(
    'early_help_episode',
    {
      id,
      ...fromContact(opening),
      team_id: teamOf(cast, 'early-help'),
      offered_on: offeredOn,
      reply,
      replied_on: reply === 'not answered yet' ? null : offeredOn,
      declined_reason: declinedReason,
    },
    { at, by },
  );
  if (reply === 'accepted') {
    const beganAt = office.after(at, random.lognormal(1_900, 0.5));
    const beganOn = making.dayOf(beganAt);
    if (beganAt <= making.now)
      making.ledger.change('early_help_episode', id, { began_on: beganOn }, { at: beganAt, by });
    begin(making, cast, periods, {
      table: 'early_help_episode',
      id,
      personId,
      family: contact.family,
      askedOn: offeredOn,
      beganOn,
      beganAt,
      beganBy: by,
    });
  }
  return { reply, declinedReason };
}

type Begun = Omit<OpenPeriod, 'endsOn' | 'tenures' | 'touchedOn'>;

function begin(making: Making, cast: Cast, periods: Periods, begun: Begun): void {
  const endsOn = plannedEnd(making, cast.random, begun.table, begun.beganOn);
  periods.add({ ...begun, endsOn, tenures: [], touchedOn: addDays(begun.beganOn, 1) });
}

function fromContact({ contact, personId, decisionId }: Opening) {
  const { words, childWords } = contact.told;
  const said = childWords === undefined ? words : `${words}\n\nIn the child’s words:\n${childWords}`;
  return { person_id: personId, contact_id: contact.id, decision_id: decisionId, what_was_said: said };
}

function teamOf({ holders }: Cast, placeKey: string): Id | null {
  return holders.find((holder) => holder.placeKey === placeKey)?.teamId ?? null;
}
