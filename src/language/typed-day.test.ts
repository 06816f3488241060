import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInFull, dayInWords, dayNarrow } from './dates-in-words.ts';
import { addDays, type Day, day, daysBetween, partsOf } from './day.ts';
import { readTypedDay, type TypedDayTense } from './typed-day.ts';

const today = day('2026-04-03');
const anyDay = fc.integer({ min: -40_000, max: 40_000 }).map((count) => addDays(today, count));

function read(text: string, tense: TypedDayTense = 'any'): string {
  const typed = readTypedDay(text, today, tense);
  return typed.ok ? typed.day : typed.why;
}

describe('A typed day', () => {
  it.each([
    ['3/4/2026', '2026-04-03'],
    ['03/04/2026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['3-4-2026', '2026-04-03'],
    ['3 4 2026', '2026-04-03'],
    [' 3 / 4 / 2026 ', '2026-04-03'],
    ['2026-04-03', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['3 April 2026', '2026-04-03'],
    ['3rd of April, 2026', '2026-04-03'],
    ['3 apr', '2026-04-03'],
    ['3apr26', '2026-04-03'],
    ['21 sept. 2025', '2025-09-21'],
    ['Friday 3 April 2026', '2026-04-03'],
    ['Fri 3 Apr', '2026-04-03'],
    ['3 de abril de 2026', '2026-04-03'],
    ['3 dezembro 2025', '2025-12-03'],
    ['1 DE MARÇO DE 2026', '2026-03-01'],
    ['29/2/2024', '2024-02-29'],
    ['today', '2026-04-03'],
    ['Yesterday', '2026-04-02'],
    ['hoje', '2026-04-03'],
    ['ontem', '2026-04-02'],
    ['amanhã', '2026-04-04'],
    ['-3', '2026-03-31'],
    ['+ 7', '2026-04-10'],
  ])('%s is %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it.each([
    ['30/2/2024', 'must be a real date. February 2024 has 29 days'],
    ['29 February 2023', 'must be a real date. February 2023 has 28 days'],
    ['29/2/1900', 'must be a real date. February 1900 has 28 days'],
    ['31 April', 'must be a real date. April has 30 days'],
    ['4/13/2026', 'must be a real date. The day comes first and the month second, from 1 to 12'],
    ['0/4/2026', 'must be a real date. April 2026 has 30 days'],
    ['Monday 3 April 2026', 'must be a real date. The day you typed is a Friday'],
    ['soon', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['3/4/0026', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['3/4/126', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['3 ap 2026', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['1e3', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['٣/٤/٢٠٢٦', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['constructor', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    ['-9999', 'must be a real date, such as 3/4/2026 or 3 April 2026'],
    [`3/4/2026${' '.repeat(1_000_000)}`, 'must be a real date, such as 3/4/2026 or 3 April 2026'],
  ])('%.40s is refused', (typed, why) => {
    expect(read(typed)).toBe(why);
  });

  it('without a year is the nearest such day, or the last one when it lies in the past', () => {
    expect([read('1/5'), read('1 december')]).toEqual(['2026-05-01', '2025-12-01']);
    expect([read('1/5', 'past'), read('3/4', 'past')]).toEqual(['2025-05-01', '2026-04-03']);
    expect([read('29 feb'), read('29 feb', 'past')]).toEqual(['2028-02-29', '2024-02-29']);
  });

  it('with two figures for the year reaches ten years ahead, or no further than this year when it lies in the past', () => {
    expect([read('1/5/36'), read('1/5/37'), read('1/5/00')]).toEqual([
      '2036-05-01',
      '1937-05-01',
      '2000-05-01',
    ]);
    expect([read('1/5/26', 'past'), read('1/5/27', 'past')]).toEqual(['2026-05-01', '1927-05-01']);
  });

  it('is understood however it was written out', () => {
    const spellings: readonly ((some: Day) => string)[] = [
      (some) => some,
      dayInFull,
      (some) => dayNarrow(some, day('1500-01-01')),
      (some) => `${partsOf(some).dayOfMonth}/${partsOf(some).month}/${partsOf(some).year}`,
    ];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...spellings), (some, spell) => {
        expect(readTypedDay(spell(some), today)).toEqual({ ok: true, day: some });
      }),
    );
  });

  it('of this year is understood as the product itself writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -92, max: 180 }), (count) => {
        const some = addDays(today, count);
        expect(read(dayInWords(some, today))).toBe(some);
      }),
    );
  });

  it('in the past tense is never after this year, whatever was typed', () => {
    const figures = fc.stringMatching(/^\d{1,2}[/.-]\d{1,2}([/.-]\d{2})?$/);
    fc.assert(
      fc.property(figures, (typed) => {
        const past = readTypedDay(typed, today, 'past');
        expect(past.ok ? daysBetween(past.day, day('2026-12-31')) >= 0 : past.why !== '').toBe(true);
      }),
    );
  });

  it('never makes the program stop', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(typeof readTypedDay(typed, today).ok).toBe('boolean');
      }),
    );
  });
});
