import type { Day } from '../language/day.ts';
import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import { present } from './duty.ts';
import { duringWork } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, workerOn } from './periods.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';

/** A period of service as it is written: what was done with a child from when until when. */
export type Service = {
  readonly id: Id;
  readonly kind: 'early help' | 'assessment' | 'in need';
  readonly period: OpenPeriod;
  readonly beganOn: Day;
  /** Who ended it, when and why; nothing while it is open. */
  readonly ended?: { readonly on: Day; readonly at: Date; readonly by: Id; readonly reason: string };
};

/** Why periods end, of a hundred. Invented. What is discussed with the family ends by a closing. */
const ENDS: Readonly<Record<Service['kind'], readonly (readonly [string, number])[]>> = {
  'early help': [
    ['work done', 74],
    ['no longer in need', 18],
    ['moved away', 8],
  ],
  assessment: [
    ['closed after assessment', 62],
    ['no longer in need', 18],
    ['closed to early help', 12],
    ['moved away', 8],
  ],
  'in need': [
    ['work done', 48],
    ['no longer in need', 34],
    ['closed to early help', 10],
    ['moved away', 6],
    ['residence order', 2],
  ],
};
const BASES = {
  'early help': { basis: 'early help begun' },
  assessment: { basis: 'referral accepted' },
  'in need': { basis: 'decided', basis_words: 'The assessment found that the child needs a plan of help.' },
} as const;
const GONE_ON: string = 'goes on as another';

/** The manager of a team on a day; of an unknown one, of the assessing team. */
export function managerOf(
  { holders }: Pick<Cast, 'holders'>,
  placeKey: string | undefined,
  on: Day,
): Holder | undefined {
  const managers = present(holders, on).filter(({ role }) => role === 'team manager');
  return (
    managers.find((one) => one.placeKey === placeKey) ??
    managers.find(({ placeKey }) => placeKey === 'assessment')
  );
}

/** Writes what was done with each child, with the end of it as it was known; what ends after today is open. */
export function writeServices(making: Making, cast: Cast, periods: Periods): readonly Service[] {
  const random = making.random('services');
  const open = new Set<string>();
  const services = periods.all
    .filter(({ beganAt }) => beganAt <= making.now)
    .flatMap((period) => servicesIn(making, cast, random, period))
    .filter((service) => {
      // Of several of one kind that are open, the first stands: another referral joins it.
      const key = `${service.period.personId} ${service.kind}`;
      const isSecond = service.ended === undefined && open.has(key);
      if (service.ended === undefined) open.add(key);
      return !isSecond;
    });
  for (const service of services) write(making, cast, service);
  return services;
}

function servicesIn(making: Making, cast: Cast, random: Random, period: OpenPeriod): readonly Service[] {
  const { id, table, beganOn, endsOn, assessedOn } = period;
  const endOf = (
    kind: Service['kind'],
    on: Day,
    reason = random.weighted(ENDS[kind]),
  ): Pick<Service, 'ended'> => {
    const worker = workerOn(period, addDays(on, -1)) ?? period.tenures.at(-1)?.worker;
    const by = managerOf(cast, worker?.placeKey, on)?.staffId;
    if (on > making.today || by === undefined) return {};
    return { ended: { on, at: duringWork(making, random, on), by, reason } };
  };
  if (table === 'early_help_episode')
    return [{ id, kind: 'early help', period, beganOn, ...endOf('early help', endsOn) }];
  const assessment = { id, kind: 'assessment', period, beganOn } as const;
  if (assessedOn === undefined) return [{ ...assessment, ...endOf('assessment', endsOn) }];
  return [
    { ...assessment, ...endOf('assessment', assessedOn, GONE_ON) },
    { id: random.id(), kind: 'in need', period, beganOn: assessedOn, ...endOf('in need', endsOn) },
  ];
}

function write(making: Making, cast: Cast, service: Service): void {
  const { id, kind, period, beganOn } = service;
  const worker = workerOn(period, beganOn);
  const { at, by } = begunBy(making, cast, service, worker);
  making.ledger.add(
    'period_of_service',
    {
      id,
      person_id: period.personId,
      kind,
      ...BASES[kind],
      referral_id: kind === 'assessment' ? period.id : null,
      early_help_episode_id: kind === 'early help' ? period.id : null,
      team_id: worker?.teamId ?? teamOf(cast, kind) ?? null,
      began_on: beganOn,
      began_by: by ?? null,
    },
    { at, by },
  );
  if (service.ended !== undefined) writeEnd(making, service, service.ended);
}

function begunBy(making: Making, cast: Cast, { kind, period, beganOn }: Service, worker: Holder | undefined) {
  if (kind !== 'in need') return { at: period.beganAt, by: period.beganBy };
  return { at: making.atMinute(beganOn, 965), by: managerOf(cast, worker?.placeKey, beganOn)?.staffId };
}

/** With the last of them ends what began it. */
function writeEnd(making: Making, { id, period }: Service, ended: NonNullable<Service['ended']>): void {
  const isOver = ended.reason !== GONE_ON;
  const end = { at: isOver ? ended.at : making.atMinute(ended.on, 964), by: ended.by };
  const said = { ended_on: ended.on, ended_by: ended.by };
  making.ledger.change('period_of_service', id, { ...said, ended_reason: ended.reason }, end);
  if (isOver) making.ledger.change(period.table, period.id, said, end);
}

function teamOf({ holders }: Cast, kind: Service['kind']): Id | undefined {
  const key = kind === 'early help' ? 'early-help' : 'assessment';
  return holders.find(({ placeKey }) => placeKey === key)?.teamId;
}
