import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusyHub, type Followed, makeUp, type Opened, write } from '../../../test/support/busy-hub.ts';
import {
  makeUpStays,
  type Stay,
  workerDuring,
  writeStays,
  writeWorkers,
} from '../../../test/support/made-up-stays.ts';
import { numberOf } from '../../../test/support/twelve-children.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type Day, day, dayOf } from '../../language/day.ts';
import { id } from '../../language/id.ts';
import { CONTACT_SOURCES } from '../../profile/code-sets/contact-sources.ts';
import { JERSEY } from '../../profile/jersey.ts';
import { addWorkingDays, workingMinutesBetween } from '../../profile/working-time.ts';
import { figureOf } from '../figure.ts';
import type { Line, Measure } from '../measure.ts';
import { lastDayOf, type Month, monthOf, monthsBetween } from '../month.ts';
import { type Asked, linesBehind, reckon } from '../reckoning.ts';
import { MEASURES } from './measures.ts';

const FROM = day('2024-01-01');
const TO = day('2026-02-28');
const LAST = monthOf(TO);
const AS_OF = day('2026-03-03');
const { calendar } = JERSEY;

/** A hub, who was on a plan and in care meanwhile, and who had a worker. */
type Made = BusyHub & Readonly<Record<'plans' | 'care' | 'allocated', readonly Stay[]>>;

type Counted = { subject: string; month: Month; met: boolean | null; value?: number };

/** Each measure counted again from the plain facts, without SQL and with the calendar of the clocks. */
const RECOUNTS: Readonly<Record<string, (made: Made) => readonly Counted[]>> = {
  H1: ({ followed }) => followed.map((one) => ({ ...told(one), met: true })),
  H3: ({ followed }) =>
    followed.map((one) => {
      const due = addWorkingDays(dayOf(one.toldAt), 1, calendar);
      const signed = inForce(one);
      const late = signed === undefined && due >= AS_OF ? null : false;
      return { ...told(one), met: signed !== undefined && dayOf(signed) <= due ? true : late };
    }),
  H5: ({ followed }) =>
    followed.map((one) => {
      const signed = inForce(one);
      if (signed === undefined) return { ...told(one), met: null };
      const elapsed = (signed.getTime() - one.toldAt.getTime()) / 60_000;
      const minutes =
        one.firstColour === 'red' ? elapsed : workingMinutesBetween(one.toldAt, signed, calendar);
      return { ...told(one), month: monthOf(dayOf(signed)), met: true, value: Math.round(minutes) / 60 };
    }),
  H9: ({ followed }) =>
    followed
      .filter(({ source }) =>
        CONTACT_SOURCES.codes.some(({ code, speaksAs }) => code === source && speaksAs === 'professional'),
      )
      .map((one) => ({ ...told(one), met: toldInTime(one) })),
  R1: ({ opened }) =>
    opened.flatMap((one) => {
      if (one.referredAt === undefined) return [];
      const met = opened.some((other) => wasOpen(other, one)) ? null : true;
      return [{ subject: numberOf(one.id), month: monthOf(dayOf(one.referredAt)), met }];
    }),
  O1: ({ opened }) => standing(opened),
  C1: ({ plans }) => standing(plans),
  L1: ({ care }) => standing(care),
  W1: ({ allocated }) =>
    monthsBetween(monthOf(FROM), LAST).flatMap((month) => {
      const held = new Map<string, Set<string>>();
      for (const stay of allocated.filter(stands(lastDayOf(month)))) {
        const worker = workerDuring(stay);
        held.set(worker, (held.get(worker) ?? new Set()).add(stay.person));
      }
      return [...held].map(([subject, { size }]) => ({ subject, month, met: true, value: size }));
    }),
};

function stands(end: Day) {
  return ({ beganOn, endedOn }: Pick<Opened, 'beganOn' | 'endedOn'>) =>
    beganOn !== undefined && beganOn <= end && (endedOn === undefined || endedOn > end);
}

/** Who stood in something at the end of each month, each once. */
function standing(some: readonly Pick<Opened, 'person' | 'beganOn' | 'endedOn'>[]): readonly Counted[] {
  return monthsBetween(monthOf(FROM), LAST).flatMap((month) => {
    const there = some.filter(stands(lastDayOf(month)));
    return [...new Set(there.map(({ person }) => numberOf(person)))].map((subject) => ({
      subject,
      month,
      met: true,
    }));
  });
}

function told(one: Followed) {
  return { subject: numberOf(one.id), month: monthOf(dayOf(one.toldAt)) };
}

function inForce({ signedAt, withdrawn }: Followed): Date | undefined {
  return withdrawn ? undefined : signedAt;
}

function toldInTime(one: Followed): boolean | null {
  if (inForce(one) === undefined) return null;
  const due = addWorkingDays(dayOf(one.toldAt), 5, calendar);
  if (one.referrerToldAt !== undefined) return dayOf(one.referrerToldAt) <= due;
  return one.whyNot || due >= AS_OF ? null : false;
}

function wasOpen(other: Opened, one: Opened): boolean {
  if (one.referredAt === undefined || other.beganOn === undefined) return false;
  if (other.person !== one.person || other.id === one.id) return false;
  const on = dayOf(one.referredAt);
  if (other.endedOn !== undefined && other.endedOn <= on) return false;
  if (other.beganOn < on) return true;
  return other.beganOn === on && other.referredAt !== undefined && other.referredAt < one.referredAt;
}

describe('Two years and two months of a made-up hub, counted a second time', () => {
  const hub = makeUp(FROM, TO, { aDay: 2.2, seed: 20_270_301 });
  const persons = [...new Set(hub.opened.map(({ person }) => person))];
  const made: Made = {
    ...hub,
    plans: makeUpStays(persons, FROM, TO, 1),
    care: makeUpStays(persons, FROM, TO, 2),
    allocated: makeUpStays(persons, FROM, TO, 3),
  };
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await write(world, hub);
    await writeStays(world, 'protection_plan', made.plans);
    await writeStays(world, 'period_of_care', made.care);
    await writeWorkers(world, made.allocated);
  });
  afterAll(() => world.close());

  const within = <Result>(work: (asked: Asked) => Promise<Result>) => {
    const authority = world.house.authorities[0]?.schema ?? '';
    const settings = { authority, now: new Date('2026-03-03T10:00:00Z') };
    return world.house.database.transaction(settings, (db) =>
      work({ db, asOf: AS_OF, zone: 'Europe/Jersey' }),
    );
  };

  const recounted = new Map(
    Object.entries(RECOUNTS).map(([name, recount]) => [
      name,
      Map.groupBy(recount(made), ({ month }) => month),
    ]),
  );
  const byHand = (measure: Measure, month: Month) => recounted.get(measure.id)?.get(month) ?? [];

  const plain = (lines: readonly (Line | Counted)[]) =>
    lines.map(({ subject, met, value }) => `${subject} ${met} ${value?.toFixed(4) ?? ''}`).toSorted();

  it.each(MEASURES.map((measure) => [measure.id, measure.title, measure] as const))(
    '%s %s: every line of three months is the same when it is counted by hand',
    async (_id, _title, measure) => {
      for (const month of [monthOf(day('2024-03-01')), monthOf(day('2025-12-01')), LAST]) {
        const lines = await within((asked) => linesBehind(asked, measure, month));
        expect(lines.length).toBeGreaterThan(5);
        expect(plain(lines)).toEqual(plain(byHand(measure, month)));
      }
    },
  );

  it.each(MEASURES.map((measure) => [measure.id, measure.title, measure] as const))(
    '%s %s: the whole course, added up in one query, is what its months add up to',
    async (_id, _title, measure) => {
      const { series } = await within((asked) => reckon(asked, measure, LAST));
      expect(series.months.map(({ month }) => month)).toEqual(monthsBetween(monthOf(FROM), LAST));
      for (const { month, figure } of series.months) {
        const lines = byHand(measure, month).map(asLine);
        const { met, counted, notCounted, value, loads } = figureOf(lines, measure.kind);
        expect(figure).toMatchObject({ met, counted, notCounted, loads });
        if (value === null) expect(figure.value).toBeNull();
        else expect(figure.value).toBeCloseTo(value, 6);
      }
    },
  );

  it('is judged from the thirteenth month on, and a stock by who came and went', async () => {
    const all = await within(async (asked) => {
      const reckoned = [];
      for (const measure of MEASURES) reckoned.push(await reckon(asked, measure, LAST));
      return reckoned;
    });
    expect(all.map(({ series }) => series.chart)).toEqual([
      'xmr',
      'p prime',
      'log xmr',
      'p prime',
      'xmr',
      'xmr',
      'xmr',
      'xmr',
      'level',
    ]);
    for (const { series } of all.filter(({ measure }) => measure.kind === 'stock'))
      expect(series.flow?.started).toBeGreaterThan(10);
    expect(all.every(({ told: { change } }) => !change.startsWith('Cannot yet'))).toBe(true);
  });
});

function asLine({
  subject,
  month,
  met,
  value = null,
}: Omit<Counted, 'value'> & { value?: number | null | undefined }): Line {
  return { subject: id(subject), contactId: null, happenedOn: lastDayOf(month), met, value };
}
