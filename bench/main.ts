import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { auditInWords, benchAudit } from './audit.ts';
import { benchDuplicates, duplicatesInWords } from './duplicates.ts';
import { monthInWords } from './month.ts';
import { benchHouse, type PageLine } from './pages.ts';
import { withPeople } from './people.ts';
import { restoringInWords } from './restoring.ts';
import { benchSearch, type SearchLine } from './search.ts';
import type { Shift } from './shift.ts';

const FILE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const ISLAND = 9_600;
const AUDIT_ROWS = [200_000, 2_000_000] as const;

const PARTS = ['pages', 'restoring', 'searches'] as const;
type Part = (typeof PARTS)[number];

/**
 * `npm run bench [-- --people 1000000] [--folder F] [--only pages|restoring|searches]`: measures pages, then the report of a month, a backup and
 * its restoration, then finding somebody; prints each and writes it into docs/benchmarks.md under its size. An island in the folder F is
 * measured again and stays. `--audit` measures the audit instead.
 */
async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--audit')) return write('## The audit', await auditSection());
  const people = Number(wordAfter(words, '--people') ?? ISLAND);
  if (!Number.isInteger(people) || people < 100)
    throw new RangeError('--people takes a whole number of at least 100');
  const asked = wordAfter(words, '--only');
  const only = PARTS.find((part) => part === asked);
  if (words.includes('--only') && only === undefined)
    throw new RangeError(`--only takes ${PARTS.join(', ')}`);
  const parts = new Set<Part>(only === undefined ? PARTS : [only]);
  const size = `${people.toLocaleString('en-GB')} people on record`;
  const add = (what: string, lines: readonly string[]) =>
    write(`## ${size}: ${what}`, [`## ${size}: ${what}`, '', whenAndWhere(), '', ...lines, ''].join('\n'));
  if (parts.has('pages') || parts.has('restoring')) {
    console.log(`Pages, ${size} …`);
    const { pages, shift, month, restoring } = await benchHouse(people, wordAfter(words, '--folder'), parts);
    if (pages !== undefined && shift !== undefined) add('pages', pagesInWords(pages, shift));
    if (restoring !== undefined)
      add('a month, a backup, a restoration', [monthInWords(month), '', restoringInWords(restoring)]);
  }
  if (!parts.has('searches')) return;
  console.log(`Searches, ${size} …`);
  await withPeople(people, async (client, owner) => {
    add('finding somebody', searchesInWords(await benchSearch(client, owner)));
    add('duplicates', [duplicatesInWords(await benchDuplicates(client, owner))]);
  });
}

function wordAfter(words: readonly string[], option: string): string | undefined {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
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

function searchesInWords(searches: readonly SearchLine[]): readonly string[] {
  return [
    '| find by | as | median | p95 | found |',
    '|---|---|---|---|---|',
    ...searches.map(
      ({ viewer, kind, median, p95, found, sought }) =>
        `| ${kind} | ${viewer} | ${ms(median)} | ${ms(p95)} | ${found} of ${sought} |`,
    ),
    '',
    'Milliseconds, row level security on. A worker with 20 children finds only whom they may see: fewer found there is the wall, not a miss.',
  ];
}

function pagesInWords(pages: readonly PageLine[], shift: Shift): readonly string[] {
  const constant = pages[0]?.median ?? Number.NaN;
  return [
    'Milliseconds, row level security on: what the server says it took, from the request to the last byte handed over; then from asking to the last byte, over HTTP on the same two cores.',
    '',
    '| page | server, median | server, p95 | median | p95 | times the constant answer | bare SQL (× of it) | rounds |',
    '|---|---|---|---|---|---|---|---|',
    ...pages.map(
      ({ page, server, median, p95, rounds, sql }) =>
        `| ${page} | ${server === undefined ? ' | ' : `${ms(server.median)} | ${ms(server.p95)}`} | ${ms(median)} | ${ms(p95)} | ${(median / constant).toFixed(1)} | ${sql === undefined ? '' : `${ms(sql)} (× ${(median / sql).toFixed(1)})`} | ${rounds} |`,
    ),
    '',
    shiftInWords(shift, constant),
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
  const sections = text.split(/^(?=## )/m);
  const at = sections.findIndex((one) => one.startsWith(`${title}\n`));
  const all = at === -1 ? [...sections, section] : sections.with(at, section);
  return all.map((part) => `${part.trimEnd()}\n`).join('\n');
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(1);
}

await main(process.argv.slice(2));
