import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import { duringWork, laterDay, workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import type { Partner } from './partners.ts';
import { type OpenPeriod, type Periods, standsOn, workerOn } from './periods.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { AGREED_TO, ENDED_FOR, SHARED_FOR, TOLD_BY_AGENCY, WITHOUT_CONSENT } from './words/outside.ts';

/** Shares that stand with each agency, at most; how many rest on consent, and how many have ended. Invented. */
const WITH_EACH = 2;
const ON_CONSENT = 0.6;
const ENDED = 0.3;
const LASTS = 90;
const PARTS = [
  ['workers', 'attendance'],
  ['workers', 'service', 'plan'],
  ['workers', 'reach', 'statements'],
] as const;
/** Cases that the adviser reads. Invented. */
const CASES = 8;

/** Shares parts of records with agencies, and lets the adviser read a sample of cases. */
export function letOut(making: Making, cast: Cast, periods: Periods): void {
  const random = making.random('let out');
  const standing = [...new Map(workedWith(making, periods).map((one) => [one.personId, one])).values()];
  for (const partner of cast.partners)
    for (const period of random.some(standing, Math.min(WITH_EACH, standing.length)))
      share(making, random, partner, period);
  sample(making, cast, random, standing);
}

function workedWith(making: Making, periods: Periods): readonly OpenPeriod[] {
  return periods.all.filter(
    (one) => standsOn(one, making.today) && workerOn(one, making.today) !== undefined,
  );
}

function share(making: Making, random: Random, partner: Partner, period: OpenPeriod): void {
  const tenure = period.tenures.find(({ untilOn }) => untilOn > making.today);
  if (tenure === undefined) return;
  const on = laterDay(workingDayFrom(making, tenure.fromOn, 2), addDays(making.today, -random.whole(5, 60)));
  if (on >= making.today) return;
  const at = duringWork(making, random, on);
  const given = { at, by: tenure.worker.staffId };
  const of = { person_id: period.personId, agency_id: partner.id };
  const consentId = random.chance(ON_CONSENT) ? consent(making, random, given, of) : null;
  const id = random.id();
  const untilAt = making.atMinute(addDays(on, LASTS), 0);
  const what = { purpose: 'plan', purpose_words: random.pick(SHARED_FOR), parts: [...random.pick(PARTS)] };
  making.ledger.add('share', { id, ...of, ...what, shared_by: given.by, shared_at: at, until_at: untilAt }, given);
  const ground = consentId === null ? { basis: 'public function', basis_words: random.pick(WITHOUT_CONSENT) } : { basis: 'consent' };
  making.ledger.add('share_ground', { id, person_id: period.personId, ...ground, consent_id: consentId }, given);
  afterwards(making, random, partner, { id, period, at, by: tenure.worker });
} // biome-ignore format: a row reads in one line

function consent(
  making: Making,
  random: Random,
  given: { readonly at: Date; readonly by: Id },
  of: { readonly person_id: Id; readonly agency_id: Id },
): Id {
  const id = random.id();
  const said = { said_by: 'parental responsibility', said_name: 'The mother', way: 'in person' };
  const heard = { heard_by: given.by, heard_at: given.at, said_on: making.dayOf(given.at) };
  making.ledger.add(
    'sharing_consent',
    { id, ...of, ...said, ...heard, words: random.pick(AGREED_TO) },
    given,
  );
  return id;
}

/** Some tell the worker something, and some shares have ended since. */
function afterwards(
  making: Making,
  random: Random,
  partner: Partner,
  { id, period, at, by }: { readonly id: Id; readonly period: OpenPeriod; readonly at: Date; readonly by: Holder },
): void {
  const later = addDays(making.dayOf(at), 2);
  if (later >= making.today) return;
  const toldAt = duringWork(making, random, later);
  const { staffId } = random.pick(partner.people);
  const told = { share_id: id, person_id: period.personId, written_by: staffId, written_at: toldAt };
  making.ledger.add('share_message', { id: random.id(), ...told, words: random.pick(TOLD_BY_AGENCY) }, { at: toldAt, by: staffId });
  const endedAt = duringWork(making, random, addDays(later, 1));
  if (!random.chance(ENDED) || endedAt <= toldAt) return;
  const ended = { ended_at: endedAt, ended_by: by.staffId, ended_why: random.pick(ENDED_FOR) };
  making.ledger.change('share', id, ended, { at: endedAt, by: by.staffId });
} // biome-ignore format: a row reads in one line

function sample(making: Making, { holders }: Cast, random: Random, standing: readonly OpenPeriod[]): void {
  const now = (role: string) =>
    holders.find((one) => one.role === role && (one.untilOn === undefined || one.untilOn > making.today));
  const [adviser, head, second] = [now('adviser'), now('head of service'), now('hub manager')];
  const cases = random.some(standing, Math.min(CASES, standing.length));
  if (adviser === undefined || head === undefined || second === undefined || cases.length === 0) return;
  const chosenOn = workingDayFrom(making, addDays(making.today, -12));
  const at = duringWork(making, random, chosenOn);
  const recorded = { at, by: head.staffId };
  const id = random.id();
  making.ledger.add(
    'case_sample',
    {
      id,
      adviser_id: adviser.staffId,
      purpose: 'How soon children are seen, and whether they are heard.',
      population: 'open',
      size: cases.length,
      seed: 'island',
      out_of: standing.length,
      chosen_by: head.staffId,
      chosen_at: at,
      until_at: making.atMinute(addDays(chosenOn, LASTS), 0),
      second_id: second.staffId,
      answered_at: at,
      agreed: true,
    },
    recorded,
  );
  for (const [index, { personId }] of cases.entries())
    making.ledger.add(
      'case_sample_case',
      { id: random.id(), case_sample_id: id, person_id: personId, number: index + 1 },
      recorded,
    );
}
