/** What a CSV cell may hold; nothing known is an empty cell. */
export type Cell = string | number | boolean | null;

// A spreadsheet runs a text that begins like this as a formula, also after leading blanks.
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\t\r]/;

/**
 * A table as CSV by RFC 4180: commas, CRLF, a header line, quotes doubled.
 *
 * A text that a spreadsheet would run is prefixed with an apostrophe, so that no name or remark becomes a formula on somebody's
 * desk. Numbers are left alone: a negative number is not a formula.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
