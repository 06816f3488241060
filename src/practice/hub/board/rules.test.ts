import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { repeatInWords } from '../repeat-contact/index.ts';
import { agesInWords, type BoardRow, checksInWords, filterIn, grouped, hrefOf, matches } from './rules.ts';

const nell = id('00000000-0000-4000-8000-000000000001');
const row: BoardRow = {
  id: id('00000000-0000-4000-8000-0000000000ff'),
  reference: 'C-27-0415',
  toldAt: new Date('2027-03-03T09:00:00Z'),
  source: '2A',
  line: 'Tired, hungry',
  by: 'School',
  children: [],
  persons: [],
  colour: 'amber',
  referrerLevel: 3,
  taking: { staffId: nell, name: 'Nell Capstan' },
  enquiryId: undefined,
  checks: { asked: 0, back: 0 },
  earlier: { inWindow: 0, inWeek: 0 },
  decided: false,
};
const shows = (one: BoardRow, query: Record<string, string>) => matches(one, filterIn(query), nell);
const today = day('2027-03-03');

describe('The filters of the board', () => {
  it('live in the address and come back out of it', () => {
    for (const query of [{}, { show: 'mine' }, { show: 'ready', rating: 'none', source: '6' }]) {
      const href = hrefOf(filterIn(query));
      expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toEqual(query);
    }
  });

  it('show everything for what is not a filter', () => {
    expect(hrefOf(filterIn({ show: 'nonsense', rating: 'mauve', source: 'x' }))).toBe('/hub');
  });

  it('know what is mine, what waits for partners, what can be decided and what comes again', () => {
    expect(shows(row, { show: 'mine' })).toBe(true);
    expect(shows({ ...row, taking: undefined }, { show: 'mine' })).toBe(false);
    const waiting = { ...row, checks: { asked: 3, back: 2 } };
    expect([shows(waiting, { show: 'partners' }), shows(waiting, { show: 'ready' })]).toEqual([true, false]);
    expect(shows({ ...row, checks: { asked: 3, back: 3 } }, { show: 'ready' })).toBe(true);
    expect(shows({ ...row, colour: undefined }, { show: 'ready' })).toBe(false);
    expect(shows({ ...row, decided: true }, { show: 'ready' })).toBe(false);
    expect(shows({ ...row, earlier: { inWindow: 1, inWeek: 0 } }, { show: 'repeat' })).toBe(true);
  });

  it('narrow together', () => {
    expect(shows(row, { show: 'mine', rating: 'amber', source: '2A' })).toBe(true);
    expect(shows(row, { show: 'mine', rating: 'red', source: '2A' })).toBe(false);
    expect(shows({ ...row, colour: undefined }, { rating: 'none' })).toBe(true);
  });
});

describe('The order of the board', () => {
  const at = (hour: number) => new Date(Date.UTC(2027, 2, 3, hour));
  const over = { row, dueAt: at(10), isOver: true };
  const soon = { row, dueAt: at(15), isOver: false };
  const later = { row, dueAt: at(18), isOver: false };
  const blue = {
    row: { ...row, colour: 'blue' as const, taking: undefined },
    dueAt: undefined,
    isOver: false,
  };
  const told = { row: { ...row, decided: true }, dueAt: at(9), isOver: true };

  it('is past, running, just in, being told; and oldest clock first within each', () => {
    const groups = grouped([told, blue, later, soon, over]);
    expect(groups.map(({ title, rows }) => [title, rows])).toEqual([
      ['Past its clock', [over]],
      ['Running', [soon, later]],
      ['Just in', [blue]],
      ['Being told', [told]],
    ]);
  });

  it('puts a contact that somebody has among those running, also before it is rated', () => {
    const taken = { row: { ...row, colour: undefined }, dueAt: at(15), isOver: false };
    expect(grouped([taken])[0]?.title).toBe('Running');
  });
});

describe('What a row says', () => {
  it('gives ages as people say them', () => {
    const born = (on: string) => ({ bornOn: day(on) });
    expect(agesInWords([born('2020-05-01'), born('2017-05-01')], today)).toBe('Aged 6 and 9');
    expect(agesInWords([born('2024-05-01'), born('2022-05-01'), born('2019-05-01')], today)).toBe(
      'Aged 2, 4, 7',
    );
    expect(agesInWords([{ dueOn: day('2027-05-09') }], today)).toBe('Unborn, due 9 May');
    expect(agesInWords([{ ageSaid: 'about ten' }], today)).toBe('About ten');
    expect(agesInWords([{}], today)).toBe('Age not known');
  });

  it('says that a child was told about before', () => {
    expect(repeatInWords({ inWindow: 0, inWeek: 0 }, '12 months')).toBeUndefined();
    expect(repeatInWords({ inWindow: 2, inWeek: 1 }, '12 months')).toBe('Third contact in 12 months');
    expect(repeatInWords({ inWindow: 1, inWeek: 1 }, '12 months')).toBe('Second contact in 7 days');
    expect(repeatInWords({ inWindow: 11, inWeek: 0 }, '12 months')).toBe('12th contact in 12 months');
  });

  it('says how many partners have answered', () => {
    expect(checksInWords({ asked: 3, back: 2 })).toBe('2 of 3 back');
    expect(checksInWords({ asked: 0, back: 0 })).toBe('Not asked');
  });
});
