import { ageOn } from '../language/age.ts';
import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { ChildStatementKind } from '../profile/code-sets/child-statements.ts';
import { duringWork, earlierDay, workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, workerOn } from './periods.ts';
import type { Random } from './random.ts';
import { STATEMENTS } from './words/statements.ts';

/** How often something of each kind is written down of a child, and from which age a child says it. Invented. */
const KINDS: readonly (readonly [ChildStatementKind, number, number])[] = [
  ['worry', 0.8, 0],
  ['going well', 0.55, 0],
  ['proud', 0.45, 5],
  ['worries me', 0.4, 5],
  ['trust', 0.4, 5],
];
/** Of what was said, the share that is no longer true before the work ends. */
const ENDED = 0.5;
const LONG_ENOUGH = 45;

/** Writes down what worries people of a child, what goes well, and what the child says; some of it ends when it is true no longer. */
export function writeStatements(making: Making, periods: Periods): void {
  const random = making.random('statements');
  const standing = new Set<string>();
  for (const period of periods.all) {
    const last = earlierDay(period.endsOn, making.today);
    if (workingDayFrom(making, period.beganOn, LONG_ENOUGH) >= last) continue;
    for (const kind of kindsFor(random, ageOf(period))) {
      const words = random.pick(STATEMENTS[kind]);
      const key = `${period.personId} ${kind} ${words}`;
      if (!standing.has(key)) state(making, random, period, { kind, words, last });
      standing.add(key);
    }
  }
}

/** Nobody speaks for a child who is not born or is too young to say it. */
function kindsFor(random: Random, age: number): readonly ChildStatementKind[] {
  return KINDS.flatMap(([kind, share, fromAge]) => (random.chance(share) && age >= fromAge ? kind : []));
}

function ageOf({ family, personId, beganOn }: OpenPeriod): number {
  const bornOn = family.children.find(({ id }) => id === personId)?.bornOn;
  return bornOn === undefined || bornOn > beganOn ? 0 : ageOn(bornOn, beganOn);
}

type Said = { readonly kind: ChildStatementKind; readonly words: string; readonly last: Day };

function state(making: Making, random: Random, period: OpenPeriod, { kind, words, last }: Said): void {
  const on = workingDayFrom(making, period.beganOn, random.whole(4, 40));
  const worker = workerOn(period, on);
  if (worker === undefined || on >= last) return;
  const id: Id = random.id();
  const stated = { id, person_id: period.personId, kind, words, stated_on: on, stated_by: worker.staffId };
  making.ledger.add('child_statement', stated, { at: duringWork(making, random, on), by: worker.staffId });
  const endedOn = workingDayFrom(making, on, Math.round(random.lognormal(90, 0.6)));
  const by = workerOn(period, endedOn);
  if (by === undefined || endedOn >= last || !random.chance(ENDED)) return;
  const ended = { at: duringWork(making, random, endedOn), by: by.staffId };
  making.ledger.change('child_statement', id, { ended_on: endedOn, ended_by: by.staffId }, ended);
}
