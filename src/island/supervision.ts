import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import { duringWork, earlierDay, laterDay, workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, workerOn } from './periods.ts';
import { managerOf } from './periods-of-service.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { DECIDED, NOT_NEEDED, TO_DO, WHY } from './words/supervision.ts';

/** Days from decision to decision about one child, in the middle: in social care, and in early help. Invented. */
const APART = { referral: 75, early_help_episode: 110 } as const;
const SPREAD = 0.35;
/** How often something is to be done, how often it is forgotten for weeks, and how often it is no longer needed. Invented. */
const ACTIONS = [0.25, 0.8] as const;
const FORGOTTEN = 0.06;
const SET_ASIDE = 0.04;
const OVER = 'The work with the family has ended.';

/** Lives the supervision of each case: what the manager decided and why, and what was to be done by whom until when. */
export function writeSupervision(making: Making, cast: Cast, periods: Periods): void {
  const random = making.random('supervision');
  for (const period of periods.all) {
    const last = earlierDay(period.endsOn, making.today);
    let on = workingDayFrom(making, period.beganOn, random.whole(2, 30));
    while (on < last) {
      decide(making, cast, random, period, on);
      const days = Math.round(random.lognormal(APART[period.table], SPREAD));
      on = workingDayFrom(making, on, Math.max(7, days));
    }
  }
}

function decide(making: Making, cast: Cast, random: Random, period: OpenPeriod, on: Day): void {
  const worker = workerOn(period, on);
  const manager = managerOf(cast, worker?.placeKey, on);
  if (worker === undefined || manager === undefined) return;
  const id = random.id();
  const at = duringWork(making, random, on);
  const recorded = { at, by: manager.staffId };
  making.ledger.add(
    'management_decision',
    {
      id,
      person_id: period.personId,
      occasion: random.chance(0.85) ? 'supervision' : 'ad hoc',
      decided_on: on,
      decided: random.pick(DECIDED),
      why: random.pick(WHY),
      signed_by: manager.staffId,
      signed_at: at,
    },
    recorded,
  );
  for (const share of ACTIONS)
    if (random.chance(share)) ask(making, random, { id, period, on, worker, recorded });
}

type Decision = {
  readonly id: Id;
  readonly period: OpenPeriod;
  readonly on: Day;
  readonly worker: Holder;
  readonly recorded: { readonly at: Date; readonly by: Id };
};

function ask(making: Making, random: Random, { id, period, on, worker, recorded }: Decision): void {
  const actionId = random.id();
  const dueOn = workingDayFrom(making, on, random.pick([5, 7, 10, 14, 14, 21, 28]));
  const what = random.pick(TO_DO);
  const about = {
    id: actionId,
    management_decision_id: id,
    person_id: period.personId,
    what,
    staff_id: worker.staffId,
    due_on: dueOn,
  };
  making.ledger.add('management_decision_action', about, recorded);
  const said = endOf(making, random, period, { on, dueOn });
  if (said === undefined) return;
  const { by, doneOn, outcome, words } = said;
  const at = duringWork(making, random, doneOn);
  const ended = { ended_at: at, ended_by: by.staffId, outcome, ended_words: words };
  making.ledger.change('management_decision_action', actionId, ended, { at, by: by.staffId });
}

/** Done about when it was due by whoever had the child then; what is left when the work ends is no longer needed. */
function endOf(
  making: Making,
  random: Random,
  period: OpenPeriod,
  { on, dueOn }: { readonly on: Day; readonly dueOn: Day },
) {
  const late = random.chance(FORGOTTEN) ? random.whole(20, 70) : random.whole(-4, 6);
  const isAside = random.chance(SET_ASIDE);
  const doneOn = laterDay(workingDayFrom(making, dueOn, late), workingDayFrom(making, on, 1));
  const by = workerOn(period, doneOn);
  if (by !== undefined) {
    if (doneOn >= making.today) return undefined;
    const words = isAside ? random.pick(NOT_NEEDED) : null;
    return { by, doneOn, outcome: isAside ? 'not needed' : 'done', words };
  }
  const last = period.tenures.at(-1)?.worker;
  if (last === undefined || period.endsOn >= making.today) return undefined;
  return { by: last, doneOn: period.endsOn, outcome: 'not needed', words: OVER };
}
