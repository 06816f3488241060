import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchPages, type PageLine } from './pages.ts';
import { benchSearch, type SearchLine } from './search.ts';

const FILE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const ISLAND = 9_600;

/** `npm run bench [-- --people 1000000]`: measures pages and searches, prints them, and writes them into docs/benchmarks.md under their size. */
async function main(words: readonly string[]): Promise<void> {
  const at = words.indexOf('--people');
  const people = at === -1 ? ISLAND : Number(words[at + 1]);
  if (!Number.isInteger(people) || people < 100)
    throw new RangeError('--people takes a whole number of at least 100');
  console.log(`Pages, ${inThousands(people)} children on record …`);
  const pages = words.includes('--search-only') ? [] : await benchPages(people);
  console.log(`Searches, ${inThousands(people)} people on record …`);
  const searches = await benchSearch(people);
  const section = sectionOf(people, pages, searches);
  console.log(section);
  writeFileSync(FILE, withSection(earlier(), people, section));
}

function sectionOf(people: number, pages: readonly PageLine[], searches: readonly SearchLine[]): string {
  const constant = pages[0]?.median ?? Number.NaN;
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'not known'}`;
  const pageRows = pages.map(
    ({ page, median, p95, rounds, sql }) =>
      `| ${page} | ${ms(median)} | ${ms(p95)} | ${(median / constant).toFixed(1)} | ${sql === undefined ? '' : `${ms(sql)} (× ${(median / sql).toFixed(1)})`} | ${rounds} |`,
  );
  const searchRows = searches.map(
    ({ viewer, kind, median, p95, found, sought }) =>
      `| ${kind} | ${viewer} | ${ms(median)} | ${ms(p95)} | ${found} of ${sought} |`,
  );
  return [
    `## ${inThousands(people)} people on record`,
    '',
    `${day}, ${machine}. Milliseconds from asking to the last byte, over HTTP on one machine, row level security on.`,
    '',
    ...(pageRows.length === 0
      ? []
      : [
          '| page | median | p95 | times the constant answer | bare SQL (× of it) | rounds |',
          '|---|---|---|---|---|---|',
          ...pageRows,
          '',
        ]),
    '| find by | as | median | p95 | found |',
    '|---|---|---|---|---|',
    ...searchRows,
    '',
    'A worker with 20 children finds only whom they may see: fewer found there is the wall, not a miss.',
    '',
  ].join('\n');
}

function earlier(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '# Benchmarks\n\nWritten by `npm run bench`. Compare the ratios: times are those of the machine that is named.\n\n';
  }
}

/** Puts the section in place of the earlier one of the same size, or at the end. */
function withSection(text: string, people: number, section: string): string {
  const [head = '', ...sections] = text.split(/^(?=## )/m);
  const title = `## ${inThousands(people)} people`;
  const others = sections.filter((one) => !one.startsWith(title));
  return [head, ...others, section].join('');
}

function inThousands(count: number): string {
  return count.toLocaleString('en-GB');
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(1);
}

await main(process.argv.slice(2));
