import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { auditInWords, benchAudit } from './audit.ts';
import { benchDuplicates, type DuplicateFigures, duplicatesInWords } from './duplicates.ts';
import { monthInWords } from './month.ts';
import { benchPages, type Measured } from './pages.ts';
import { withPeople } from './people.ts';
import { restoringInWords } from './restoring.ts';
import { benchSearch, type SearchLine } from './search.ts';
import type { Shift } from './shift.ts';

const FILE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const ISLAND = 9_600;
const AUDIT_ROWS = [200_000, 2_000_000] as const;

/**
 * `npm run bench [-- --people 1000000] [--folder F]`: measures pages and searches, prints them, and writes them into docs/benchmarks.md
 * under their size. An island in the folder F is measured again and stays. `--audit` measures the audit instead.
 */
async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--audit')) return write('## The audit', await auditSection());
  const at = words.indexOf('--people');
  const people = at === -1 ? ISLAND : Number(words[at + 1]);
  if (!Number.isInteger(people) || people < 100)
    throw new RangeError('--people takes a whole number of at least 100');
  console.log(`Pages, ${inThousands(people)} children on record …`);
  const measured = words.includes('--search-only') ? undefined : await benchPages(people, folderIn(words));
  console.log(`Searches, ${inThousands(people)} people on record …`);
  const found = await withPeople(people, async (client, owner) => ({
    searches: await benchSearch(client, owner),
    duplicates: await benchDuplicates(client, owner),
  }));
  write(`## ${inThousands(people)} people`, sectionOf(people, measured, found));
}

async function auditSection(): Promise<string> {
  const said: string[] = [];
  for (const rows of AUDIT_ROWS) said.push(auditInWords(await benchAudit(rows)), '');
  return ['## The audit', '', whenAndWhere(), '', ...said].join('\n');
}

function whenAndWhere(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'not known'}.`;
}

function write(title: string, section: string): void {
  console.log(section);
  writeFileSync(FILE, withSection(earlier(), title, section));
}

function folderIn(words: readonly string[]): string | undefined {
  const at = words.indexOf('--folder');
  return at === -1 ? undefined : words[at + 1];
}

function sectionOf(
  people: number,
  measured: Measured | undefined,
  { searches, duplicates }: { searches: readonly SearchLine[]; duplicates: DuplicateFigures },
): string {
  const searchRows = searches.map(
    ({ viewer, kind, median, p95, found, sought }) =>
      `| ${kind} | ${viewer} | ${ms(median)} | ${ms(p95)} | ${found} of ${sought} |`,
  );
  return [
    `## ${inThousands(people)} people on record`,
    '',
    `${whenAndWhere()} Milliseconds, row level security on: what the server says it took, from the request to the last byte handed over; then from asking to the last byte, over HTTP on the same two cores.`,
    '',
    ...(measured === undefined ? [] : pagesInWords(measured)),
    '| find by | as | median | p95 | found |',
    '|---|---|---|---|---|',
    ...searchRows,
    '',
    'A worker with 20 children finds only whom they may see: fewer found there is the wall, not a miss.',
    '',
    duplicatesInWords(duplicates),
    '',
  ].join('\n');
}

function pagesInWords({ pages, shift, month, restoring }: Measured): readonly string[] {
  const constant = pages[0]?.median ?? Number.NaN;
  const rows = pages.map(
    ({ page, server, median, p95, rounds, sql }) =>
      `| ${page} | ${server === undefined ? ' | ' : `${ms(server.median)} | ${ms(server.p95)}`} | ${ms(median)} | ${ms(p95)} | ${(median / constant).toFixed(1)} | ${sql === undefined ? '' : `${ms(sql)} (× ${(median / sql).toFixed(1)})`} | ${rounds} |`,
  );
  return [
    '| page | server, median | server, p95 | median | p95 | times the constant answer | bare SQL (× of it) | rounds |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    shiftInWords(shift, constant),
    '',
    monthInWords(month),
    '',
    restoringInWords(restoring),
    '',
  ];
}

function shiftInWords(shift: Shift, constant: number): string {
  const { workers, asked, failed, median, p95, megabytes, startMilliseconds } = shift;
  return [
    `${workers} workers of the hub at once for a minute, who look, find, rate, decide and take back: ${asked} acts, ${failed} failed;`,
    `median ${ms(median)} ms (× ${(median / constant).toFixed(1)} of the constant answer), p95 ${ms(p95)} ms, where sending counts with the page before it.`,
    `The web process then held ${megabytes.toFixed(0)} MB. Started again on the same data, the first page came after ${(startMilliseconds / 1000).toFixed(1)} s.`,
  ].join('\n');
}

function earlier(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '# Benchmarks\n\nWritten by `npm run bench`. Compare the ratios: times are those of the machine that is named.\n\n';
  }
}

/** Puts the section in place of the earlier one of the same title, or at the end. */
function withSection(text: string, title: string, section: string): string {
  const [head = '', ...sections] = text.split(/^(?=## )/m);
  const others = sections.filter((one) => !one.startsWith(title));
  return [head, ...others, section].map((part) => `${part.trimEnd()}\n`).join('\n');
}

function inThousands(count: number): string {
  return count.toLocaleString('en-GB');
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(1);
}

await main(process.argv.slice(2));
