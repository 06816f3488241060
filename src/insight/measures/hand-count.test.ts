import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMES, numberOf, shareThemOut, tellTheirStory } from '../../../test/support/twelve-children.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { day } from '../../language/day.ts';
import { behind, figureOf } from '../figure.ts';
import type { Line } from '../measure.ts';
import { monthOf } from '../month.ts';
import { linesBehind } from '../reckoning.ts';
import { measureNamed } from './measures.ts';

const FEBRUARY = monthOf(day('2024-02-01'));
const MARCH = monthOf(day('2024-03-01'));
const LONG_AFTER = day('2024-06-03');

describe('Twelve children, counted by hand', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await tellTheirStory(world);
    await shareThemOut(world);
  });
  afterAll(() => world.close());

  /** The lines of a measure as a reader of another day had them. Nobody is signed in: the figure is counted past the walls. */
  const linesOf = (id: string, month = FEBRUARY, asOf = LONG_AFTER, knownAt?: string) => {
    const [authority] = world.house.authorities;
    const measure = measureNamed(id);
    if (authority === undefined || measure === undefined) throw new Error(`there is no ${id}`);
    const settings = {
      authority: authority.schema,
      now: new Date('2024-06-03T09:00:00Z'),
      knownAt: knownAt === undefined ? undefined : new Date(knownAt),
    };
    return world.house.database.transaction(settings, (db) =>
      linesBehind({ db, asOf, zone: 'Europe/Jersey' }, measure, month),
    );
  };

  const childrenOf = (lines: readonly Line[]) =>
    lines
      .map(({ subject }) => {
        const named = (prefix: string) => NAMES.find((name) => numberOf(`${prefix}${name}`) === subject);
        return named('child ') ?? named('') ?? referralsNamed.get(subject) ?? subject;
      })
      .toSorted();

  const referralsNamed = new Map(
    [
      ['Alder', '2024-02-02T23:30:00Z'],
      ['Cedar', '2024-02-06T09:30:00Z'],
      ['Fir', '2024-02-15T10:00:00Z', 'Fir in the morning'],
      ['Fir', '2024-02-15T15:00:00Z', 'Fir in the afternoon'],
      ['Gorse', '2024-02-20T10:00:00Z'],
      ['Hazel', '2024-02-16T10:00:00Z'],
      ['Elder', '2024-02-12T09:00:00Z'],
      ['Birch', '2024-03-01T12:00:00Z'],
    ].map(([name = '', at = '', called = name]) => [numberOf(`referral ${name} ${at}`), called]),
  );

  const partsOf = (id: string, lines: readonly Line[]) => {
    const { met, notMet, notCounted } = behind(lines, measureNamed(id)?.kind ?? 'count');
    return { met: childrenOf(met), notMet: childrenOf(notMet), notCounted: childrenOf(notCounted) };
  };

  it('H1: ten children were told of in February, among them an unborn one, two of one call, and one on the leap day', async () => {
    expect(partsOf('H1', await linesOf('H1'))).toEqual({
      met: ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel', 'Iris', 'Juniper'],
      notMet: [],
      notCounted: [],
    });
    expect(childrenOf(await linesOf('H1', MARCH))).toEqual(['Kelp', 'Larch']);
  });

  it('H1: as known at the beginning of March, one was not written down yet and one was thought to be of March', async () => {
    const then = '2024-03-02T00:00:00Z';
    const known = childrenOf(await linesOf('H1', FEBRUARY, day('2024-03-02'), then));
    expect(known).toEqual(['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Juniper']);
    expect(childrenOf(await linesOf('H1', MARCH, day('2024-03-02'), then))).toEqual(['Iris']);
  });

  it('H3: six of ten were decided in time, one of them after hours on the last day', async () => {
    expect(partsOf('H3', await linesOf('H3'))).toEqual({
      met: ['Alder', 'Birch', 'Cedar', 'Fir', 'Gorse', 'Hazel'],
      notMet: ['Damson', 'Elder', 'Iris', 'Juniper'],
      notCounted: [],
    });
  });

  it('H3: Easter lies between Maundy Thursday and the working day after, and until it is over nobody is late', async () => {
    const onTheDay = partsOf('H3', await linesOf('H3', MARCH, day('2024-04-02')));
    expect(onTheDay).toEqual({ met: ['Kelp'], notMet: [], notCounted: ['Larch'] });
    const dayAfter = partsOf('H3', await linesOf('H3', MARCH, day('2024-04-03')));
    expect(dayAfter).toEqual({ met: ['Kelp'], notMet: ['Larch'], notCounted: [] });
  });

  it('H3: as known while the decision about Elder stood, it was decided in time', async () => {
    const then = partsOf('H3', await linesOf('H3', FEBRUARY, day('2024-02-12'), '2024-02-12T10:00:00Z'));
    expect(then.met).toContain('Elder');
    const later = partsOf('H3', await linesOf('H3', FEBRUARY, day('2024-02-12'), '2024-02-12T12:00:00Z'));
    expect(later.notCounted).toEqual(['Elder']);
  });

  it('H5: hours are the hub’s, but for a contact first rated red every hour of the night', async () => {
    const lines = await linesOf('H5');
    const hours = lines.flatMap((line) => (line.value === null ? [] : [[childrenOf([line])[0], line.value]]));
    expect(Object.fromEntries(hours)).toEqual({
      Alder: 15,
      Cedar: 4,
      Damson: 13,
      Fir: 3,
      Gorse: 2,
      Hazel: 8.5,
    });
    expect(partsOf('H5', lines).notCounted).toEqual(['Elder', 'Juniper']);
    expect(figureOf(lines, 'duration')).toMatchObject({ value: 6.25, counted: 6, notCounted: 2 });
  });

  it('H5: a decision of March counts in March, from the day on which we were really told', async () => {
    const march = await linesOf('H5', MARCH);
    const hours = march.map((line) => [childrenOf([line])[0], line.value]);
    expect(Object.fromEntries(hours)).toEqual({ Birch: 11.5, Iris: 59, Larch: null });
    const before = await linesOf('H5', MARCH, day('2024-03-05'), '2024-03-05T09:00:00Z');
    expect(before.find((line) => childrenOf([line])[0] === 'Iris')?.value).toBe(8.5);
  });

  it('H9: of five professionals’ contacts four were told in time; undecided ones and those with a reason are not counted', async () => {
    expect(partsOf('H9', await linesOf('H9'))).toEqual({
      met: ['Alder', 'Cedar', 'Damson', 'Hazel'],
      notMet: ['Fir'],
      notCounted: ['Elder', 'Iris', 'Juniper'],
    });
    const firStillInTime = partsOf(
      'H9',
      await linesOf('H9', FEBRUARY, day('2024-02-16'), '2024-02-16T20:00:00Z'),
    );
    expect(firStillInTime.notCounted).toContain('Fir');
  });

  it('R1: four referrals of children not open, however they ended; one whose decision was taken back is not there at all', async () => {
    expect(partsOf('R1', await linesOf('R1'))).toEqual({
      met: ['Alder', 'Fir in the morning', 'Gorse', 'Hazel'],
      notMet: [],
      notCounted: ['Cedar', 'Fir in the afternoon'],
    });
    const whileItStood = partsOf(
      'R1',
      await linesOf('R1', FEBRUARY, day('2024-02-12'), '2024-02-12T10:00:00Z'),
    );
    expect(whileItStood).toEqual({ met: ['Alder', 'Elder'], notMet: [], notCounted: ['Cedar'] });
  });

  it('O1: five children were open at the end of the leap day, each once, and nobody whose help ended on it', async () => {
    expect(childrenOf(await linesOf('O1'))).toEqual(['Alder', 'Cedar', 'Elder', 'Juniper', 'Larch']);
    expect(childrenOf(await linesOf('O1', MARCH))).toEqual(['Alder', 'Cedar', 'Elder', 'Juniper', 'Larch']);
    const then = await linesOf('O1', FEBRUARY, day('2024-03-05'), '2024-03-05T09:00:00Z');
    expect(childrenOf(then)).toEqual(['Alder', 'Cedar', 'Elder', 'Juniper']);
  });

  it('C1: four children were on a plan at the end of the leap day, one unborn, one on a second plan, none whose plan ended on it', async () => {
    expect(childrenOf(await linesOf('C1'))).toEqual(['Alder', 'Cedar', 'Elder', 'Gorse']);
    expect(childrenOf(await linesOf('C1', MARCH))).toEqual(['Alder', 'Elder', 'Fir', 'Gorse']);
    const then = await linesOf('C1', FEBRUARY, day('2024-03-02'), '2024-03-02T09:00:00Z');
    expect(childrenOf(then)).toEqual(['Alder', 'Cedar', 'Elder']);
  });

  it('L1: three children were in care at the end of the leap day, one of them not written down before the twentieth of March', async () => {
    expect(childrenOf(await linesOf('L1'))).toEqual(['Birch', 'Damson', 'Hazel']);
    expect(childrenOf(await linesOf('L1', MARCH))).toEqual(['Birch', 'Hazel']);
    const then = await linesOf('L1', FEBRUARY, day('2024-03-05'), '2024-03-05T09:00:00Z');
    expect(childrenOf(then)).toEqual(['Birch', 'Damson']);
  });

  it('W1: three workers had six children at the end of the leap day, whoever was handed over on it with the new one', async () => {
    const workers = await world.rows<{ id: string; family_name: string }>(
      'select id, family_name from staff',
    );
    const loads = (lines: readonly Line[]) =>
      Object.fromEntries(
        lines.map(({ subject, value }) => [workers.find(({ id }) => id === subject)?.family_name, value]),
      );
    const lines = await linesOf('W1');
    expect(loads(lines)).toEqual({ Windlass: 2, Mainsail: 1, Jetty: 3 });
    expect(figureOf(lines, 'load')).toMatchObject({ value: 2, counted: 3, loads: [1, 2, 3], interval: null });
    expect(loads(await linesOf('W1', MARCH))).toEqual({ Windlass: 2, Mainsail: 1, Jetty: 2 });
    const then = await linesOf('W1', FEBRUARY, day('2024-03-05'), '2024-03-05T09:00:00Z');
    expect(loads(then)).toEqual({ Windlass: 1, Mainsail: 1, Jetty: 3 });
  });
});
