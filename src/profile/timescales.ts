import type { Day } from '../language/day.ts';
import { type Duration, days, hours, months, workingDays, workingHours } from '../language/duration.ts';
import type { Sourced } from './standing.ts';

/** What sets a clock going. */
export type ClockStart =
  | 'contact told to us'
  | 'alert raised'
  | 'partner check asked'
  | 'police notification told to us'
  | 'referral opened'
  | 'assessment begun'
  | 'early help accepted'
  | 'child last seen'
  | 'complex case last reviewed'
  | 'case rated'
  | 'request sent'
  | 'draft last saved'
  | 'sign-in tried'
  | 'password handed over'
  | 'invitation sent'
  | 'earlier contact told to us'
  | 'earlier referral opened';

/** One edition of a clock: what must have happened, within how long of what, and since when that has been asked. */
export type Timescale = Sourced & {
  readonly inWords: string;
  readonly runsFrom: ClockStart;
  /** Null where the rule is that no time is set: the screen then shows no clock. */
  readonly within: Duration | null;
  /** The clock goes on through nights, weekends and holidays, and may end in one. */
  readonly runsAtNight?: true;
};

const HUB_OPENED = '2020-03-30';
const NOT_FOUND = 'No figure found for Jersey or in England; chosen for the demonstration';
const SURREY = 'Surrey Police on MASH grading (accountabilityindex.uk/pfd/7272526)';
const OVERSIGHT =
  'Custom in English services: a manager talks each case over about monthly, sooner the greater the risk; no number for a rating was found';
const LUTON = 'Luton MASH timescales and RAG policy: a red goes on past closing time';

/** Every clock of the front door, each with all its editions. No other file knows one of these numbers. */
// biome-ignore format: a table reads as a table
const TABLE = {
  'contact rated': [
    { inWords: 'A contact is rated', runsFrom: 'contact told to us', within: workingHours(2), since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'contact decided': [
    { inWords: 'A contact has a signed decision', runsFrom: 'contact told to us', within: workingDays(1), since: HUB_OPENED, standing: 'English default', source: 'Custom in English hubs; Darlington reports against it, Torbay allows two working days' },
  ],
  'contact answered': [
    { inWords: 'Whoever told us has been told the outcome', runsFrom: 'contact told to us', within: workingDays(5), since: HUB_OPENED, standing: 'English default', source: 'Custom in English hubs; Guernsey asks referrers to chase after three working days' },
  ],
  'answer may be chased': [
    { inWords: 'Whoever told us is asked to ring if they have not heard', runsFrom: 'contact told to us', within: workingDays(3), since: HUB_OPENED, standing: 'English default', source: 'Guernsey MASH (iscp.gg/article/118046/MASH)' },
  ],
  'red contact decided': [
    { inWords: 'A contact rated red is decided', runsFrom: 'contact told to us', within: workingHours(4), runsAtNight: true, since: HUB_OPENED, standing: 'English default', source: `${SURREY}; ${LUTON}` },
  ],
  'amber contact decided': [
    { inWords: 'A contact rated amber is decided', runsFrom: 'contact told to us', within: workingHours(24), since: HUB_OPENED, standing: 'English default', source: SURREY },
  ],
  'green contact decided': [
    { inWords: 'A contact rated green is decided', runsFrom: 'contact told to us', within: hours(72), since: HUB_OPENED, standing: 'English default', source: SURREY },
  ],
  'blue contact decided': [
    { inWords: 'A contact rated blue has no clock of its own', runsFrom: 'contact told to us', within: null, since: HUB_OPENED, standing: 'English default', source: SURREY },
  ],
  'red alert acknowledged': [
    { inWords: 'A person on duty has acknowledged a red contact', runsFrom: 'alert raised', within: hours(1), runsAtNight: true, since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'partner check answered': [
    { inWords: 'A partner agency has answered what it was asked', runsFrom: 'partner check asked', within: workingDays(1), since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'police notification acknowledged': [
    { inWords: 'The worker and the manager have read a police notification', runsFrom: 'police notification told to us', within: workingDays(1), since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'referral decided': [
    { inWords: 'Social care has said what it will do about a referral', runsFrom: 'referral opened', within: workingDays(1), since: HUB_OPENED, standing: 'English default', source: 'Custom in English hubs; Torbay allows two working days' },
  ],
  'early help begun': [
    { inWords: 'Early help has begun after a family accepted it', runsFrom: 'early help accepted', within: workingDays(10), since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'child visited': [
    { inWords: 'A child who is open to social care is visited and seen', runsFrom: 'child last seen', within: workingDays(20), since: HUB_OPENED, standing: 'English default', source: 'Custom in English services for a child in need: at least every 20 working days' },
  ],
  'child on a plan visited': [
    { inWords: 'A child on a protection plan is visited and seen', runsFrom: 'child last seen', within: workingDays(10), since: HUB_OPENED, standing: 'English default', source: 'Custom in English services: at least every 10 working days, seen alone, bedroom seen' },
  ],
  'child in care visited': [
    { inWords: 'A child in care is visited and seen', runsFrom: 'child last seen', within: days(42), since: HUB_OPENED, standing: 'English default', source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28: at intervals of not more than six weeks' },
  ],
  'child visited in early help': [
    { inWords: 'A child whose family has early help is visited and seen', runsFrom: 'child last seen', within: workingDays(20), since: HUB_OPENED, standing: 'English default', source: 'Custom in English early help: at least every 20 working days' },
  ],
  'assessment completed': [
    { inWords: 'An assessment that began with a referral is completed', runsFrom: 'assessment begun', within: workingDays(45), since: HUB_OPENED, standing: 'English default', source: 'Working Together to Safeguard Children, England: within 45 working days of the referral' },
  ],
  'red case looked at again': [
    { inWords: 'A manager looks again at a case rated red', runsFrom: 'case rated', within: days(14), since: HUB_OPENED, standing: 'English default', source: OVERSIGHT },
  ],
  'amber case looked at again': [
    { inWords: 'A manager looks again at a case rated amber', runsFrom: 'case rated', within: days(28), since: HUB_OPENED, standing: 'English default', source: OVERSIGHT },
  ],
  'green case looked at again': [
    { inWords: 'A manager looks again at a case rated green', runsFrom: 'case rated', within: days(56), since: HUB_OPENED, standing: 'English default', source: OVERSIGHT },
  ],
  'what followed a rating': [
    { inWords: 'What happens to a child counts as following a rating', runsFrom: 'case rated', within: days(90), since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'complex case reviewed': [
    { inWords: 'A case on the register of complex cases is reviewed', runsFrom: 'complex case last reviewed', within: days(28), since: HUB_OPENED, standing: 'English default', source: 'Supervision at least every four weeks, as English services ask (Nottinghamshire); no rule for such a register found' },
  ],
  'private link kept': [
    { inWords: 'The private link of a request can be opened', runsFrom: 'request sent', within: days(90), runsAtNight: true, since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'draft kept': [
    { inWords: 'An unfinished draft is kept for its author', runsFrom: 'draft last saved', within: days(30), runsAtNight: true, since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'sign-in attempt kept': [
    { inWords: 'A try to sign in is kept, for finding out who guessed', runsFrom: 'sign-in tried', within: days(183), runsAtNight: true, since: HUB_OPENED, standing: 'English default', source: 'Ministry of Justice security guidance, Accounting: six months at least, two years at most (security-guidance.service.justice.gov.uk/accounting)' },
  ],
  'handed-over password works': [
    { inWords: 'A password that was handed over opens the page where it is changed', runsFrom: 'password handed over', within: days(7), runsAtNight: true, since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'invitation works': [
    { inWords: 'An invitation to set a password of one’s own can be opened', runsFrom: 'invitation sent', within: days(7), runsAtNight: true, since: HUB_OPENED, standing: 'demonstration', source: NOT_FOUND },
  ],
  'repeat contact': [
    { inWords: 'A further contact about a child counts as a repeat', runsFrom: 'earlier contact told to us', within: months(12), runsAtNight: true, since: HUB_OPENED, standing: 'English default', source: 'The window England uses for re-referrals' },
  ],
  're-referral': [
    { inWords: 'A further referral of a child counts as a re-referral', runsFrom: 'earlier referral opened', within: months(12), runsAtNight: true, since: HUB_OPENED, standing: 'English default', source: 'Children in need methodology, England: within 12 months of an earlier referral' },
  ],
} as const satisfies Readonly<Record<string, readonly [Timescale, ...Timescale[]]>>;

/** The name of a clock. A misspelt clock does not compile. */
export type Clock = keyof typeof TABLE;

/** The names of all clocks, in the order of the table. */
export const CLOCKS: readonly Clock[] = Object.keys(TABLE).filter(isClock);

/** Every clock with its editions, oldest first. A change of rule adds an edition and keeps the old one. */
export type Timescales = Readonly<Record<Clock, readonly [Timescale, ...Timescale[]]>>;

/** Jersey's clocks. */
export const TIMESCALES: Timescales = TABLE;

/**
 * The edition of a clock in force on the day of the event it runs from, or nothing if the clock did not exist yet:
 * nobody is late by a rule that came later.
 */
export function timescaleOn(timescales: Timescales, clock: Clock, on: Day): Timescale | undefined {
  return timescales[clock].findLast((edition) => edition.since <= on);
}

/** One row of the `timescale` table; a clock without a time has the unit "none". */
export type TimescaleRow = Sourced & {
  readonly clock: Clock;
  readonly runsFrom: ClockStart;
  readonly amount: number | null;
  readonly unit: Duration['unit'] | 'none';
  readonly runsAtNight: boolean;
};

/** Every edition of every clock, as the database is seeded with them. */
export function timescaleRows(timescales: Timescales): readonly TimescaleRow[] {
  return CLOCKS.flatMap((clock) =>
    timescales[clock].map(({ runsFrom, within, runsAtNight, since, source, standing }) => ({
      clock,
      runsFrom,
      amount: within?.amount ?? null,
      unit: within?.unit ?? 'none',
      runsAtNight: runsAtNight === true,
      since,
      source,
      standing,
    })),
  );
}

/** Says whether a text is the name of a clock. */
export function isClock(text: string): text is Clock {
  return Object.hasOwn(TABLE, text);
}
