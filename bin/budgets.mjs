// Prints how large the house has grown beside what it may be, and fails where a hard limit is passed.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './prepare.mjs';

// The generated row types are as large as the database is.
const GENERATED = /database\/schema\.ts$/;
const TEST = /\.test\.tsx?$|^test\/|^bench\//;

const files = globSync(['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'bench/**/*.ts'], { cwd: ROOT })
  .filter((path) => !GENERATED.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  .map((file) => ({ ...file, lines: file.text.trimEnd().split('\n').length }));
const sources = files.filter(({ path }) => !TEST.test(path));
const tests = files.filter(({ path }) => TEST.test(path));

const rows = [
  ...fileRows(),
  ...functionRows(),
  sliceRow(),
  ...castRows(),
  ...dependencyRows(),
  ...plainCounts(),
];

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, is, target = '', limit, worst = '', over } of rows) {
  const hard = limit === undefined ? '' : `limit ${limit}`;
  console.log(
    `${over ? '✗' : ' '} ${what.padEnd(width)} ${String(is).padStart(8)}  ${String(target).padEnd(12)} ${hard.padEnd(10)} ${worst}`.trimEnd(),
  );
}
if (rows.some(({ over }) => over)) process.exitCode = 1;

function bounded(what, is, limit, worst) {
  return { what, is, limit, worst: is > limit ? worst : '', over: is > limit };
}

function fileRows() {
  const lines = sources.map((file) => file.lines);
  return [
    { what: 'source file lines, median', is: at(lines, 0.5), target: 'target 50' },
    { what: 'source file lines, 90 of 100', is: at(lines, 0.9), target: 'target 140' },
    { ...largest('source file lines, longest', sources, 300), target: 'target 250' },
    largest('test file lines, longest', tests, 400),
  ];
}

function largest(what, of, limit) {
  const longest = of.toSorted((a, b) => b.lines - a.lines)[0];
  return bounded(what, longest?.lines ?? 0, limit, longest?.path);
}

/** From the line that opens a function to the line that closes it at the same depth: exact for formatted code. */
function functionsOf({ path, text }) {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const indent = /^ */.exec(line)[0];
    const opens =
      /\{$/.test(line) && (/\bfunction\b|=> \{$/.test(line) || /^ *(async )?\w+\(.*\).*\{$/.test(line));
    if (!opens || /^ *(if|for|while|switch|catch|describe|test)\b/.test(line)) return [];
    const length = lines.slice(start + 1).findIndex((later) => later.startsWith(`${indent}}`)) + 2;
    return [{ where: `${path}:${start + 1}`, length }];
  });
}

function functionRows() {
  const found = sources.flatMap(functionsOf);
  const lengths = found.map(({ length }) => length);
  const longest = found.toSorted((a, b) => b.length - a.length)[0];
  return [
    { what: 'function lines, median', is: at(lengths, 0.5), target: 'target 8' },
    { what: 'function lines, 90 of 100', is: at(lengths, 0.9), target: 'target 20' },
    // The linter holds the limit of 40 for each function; here it is only told.
    { what: 'function lines, longest', is: longest?.length ?? 0, worst: longest?.where },
  ];
}

function sliceRow() {
  const slices = new Map();
  for (const { path, lines } of sources) {
    const slice = /^src\/practice\/(?:people\/[^/]+|[^/]+\/[^/]+)(?=\/)/.exec(path)?.[0];
    if (slice) slices.set(slice, (slices.get(slice) ?? 0) + lines);
  }
  const [name, lines] = [...slices].sort((a, b) => b[1] - a[1])[0] ?? ['none', 0];
  return { ...bounded('slice lines, largest', lines, 700, name), target: 'target 350' };
}

function castRows() {
  const casts = sources.flatMap((file) =>
    matches(
      file,
      /(?<![\w'*])as (?!const\b)(?:[A-Z{[(]|unknown\b|never\b|string\b|number\b|keyof\b|typeof\b)/,
    ),
  );
  const outside = casts.filter((place) => !place.startsWith('src/platform/'));
  const any = sources.flatMap((file) => matches(file, /(?:: |<|\bas )any\b/));
  return [
    bounded('any', any.length, 0, any.join(' ')),
    bounded('casts outside platform/', outside.length, 5, outside.join(' ')),
    { what: 'casts in platform/', is: casts.length - outside.length },
  ];
}

/** Where a pattern stands in code: comments, imports and exports under another name do not count. */
function matches({ path, text }, pattern) {
  return text.split('\n').flatMap((line, index) => {
    if (
      /^\s*(\*|\/\/|\/\*)/.test(line) ||
      /^(import|export) (type )?(\{|\*)/.test(line) ||
      /^\s*(type )?\w+ as \w+,$/.test(line)
    )
      return [];
    return pattern.test(line.replace(/'[^']*'|`[^`]*`|"[^"]*"/g, "''")) ? [`${path}:${index + 1}`] : [];
  });
}

function dependencyRows() {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const running = Object.keys({ ...dependencies, ...optionalDependencies });
  const making = Object.keys(devDependencies);
  const page = join(ROOT, 'docs/dependencies.md');
  const reasons = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const unexplained = [...running, ...making].filter((name) => !reasons.includes(`\`${name}\``));
  return [
    bounded('dependencies to run', running.length, 45, ''),
    bounded('dependencies to develop', making.length, 35, ''),
    bounded(
      'dependencies without a line in docs/dependencies.md',
      unexplained.length,
      0,
      unexplained.join(' '),
    ),
  ];
}

function plainCounts() {
  const suppressed = files.flatMap((file) => file.text.match(/biome-ignore/g) ?? []).length;
  const [source, test] = [sources, tests].map((some) => some.reduce((sum, { lines }) => sum + lines, 0));
  const folders = new Set(sources.map(({ path }) => dirname(path))).size;
  return [
    { what: 'linter suppressions', is: suppressed, target: 'only falls' },
    { what: 'source lines', is: source, worst: `in ${sources.length} files of ${folders} folders` },
    {
      what: 'test lines for each source line',
      is: (test / Math.max(1, source)).toFixed(2),
      target: '1.0 to 2.0',
    },
  ];
}

function at(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0;
}
