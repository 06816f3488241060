import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

/** Reads RFC 4180 back, written apart from the writer. */
function readBack(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('A table for a spreadsheet', () => {
  it('has a header, one line a row and CRLF at the end of each', () => {
    expect(
      csvOf(
        ['Month', 'Counted', 'Met'],
        [
          ['February 2027', 79, true],
          ['January 2027', null, false],
        ],
      ),
    ).toBe('Month,Counted,Met\r\nFebruary 2027,79,yes\r\nJanuary 2027,,no\r\n');
  });

  it('quotes commas, quotes, line breaks and blanks at the edges', () => {
    expect(csvOf(['a'], [['Limpet, Juniper'], ['so-called "uncle"'], ['two\nlines'], [' edge ']])).toBe(
      'a\r\n"Limpet, Juniper"\r\n"so-called ""uncle"""\r\n"two\nlines"\r\n" edge "\r\n',
    );
  });

  it.each([
    '=1+1',
    '+44 1534',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\tname',
    '\rname',
    '\r=1',
    '   =1',
    '\u00a0=1',
    '\n+1',
  ])('does not let %j run as a formula', (text) => {
    expect(readBack(csvOf(['a'], [[text]]))[1]?.[0]).toBe(`'${text}`);
  });

  it('leaves a negative number a number', () => {
    expect(csvOf(['change'], [[-12]])).toBe('change\r\n-12\r\n');
  });

  it('reads back as what was written, whatever was typed', () => {
    const rows = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { minLength: 1 });
    fc.assert(
      fc.property(rows, (typed) => {
        const back = readBack(csvOf(['a', 'b'], typed)).slice(1);
        const plain = back.map((row) =>
          row.map((cell, at) => (cell === `'${typed[back.indexOf(row)]?.[at]}` ? cell.slice(1) : cell)),
        );
        expect(plain).toEqual(typed);
      }),
    );
  });
});
