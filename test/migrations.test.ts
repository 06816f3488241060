import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');
/** Those up to here were written before the rules, and are never edited. */
const BEFORE_THE_RULES = { authority: '0046', shared: '0005' };
const EXCUSE = /--\s*While it serves: \S.*\S/;

/** What the version before, which serves meanwhile, would break on or wait for (decision 0061). */
const RULES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['takes a column away', /\bdrop\s+column\b/i],
  ['renames', /\brename\s+(?:column\s+|constraint\s+)?(?:\w+\s+)?to\b/i],
  ['changes a type', /\balter\s+(?:column\s+)?\w+\s+(?:set\s+data\s+)?type\b/i],
  ['asks for a value in every row that is there', /\bset\s+not\s+null\b/i],
  ['takes a table away', /\bdrop\s+table\b/i],
  ['holds a table', /^\s*lock\s+table\b/im],
];

it('a migration lets the version before go on serving, or says why it need not', () => {
  const folders = Object.entries(BEFORE_THE_RULES);
  const read = folders.flatMap(([folder, last]) =>
    readdirSync(join(MIGRATIONS, folder))
      .filter((name) => name.endsWith('.sql') && name.slice(0, 4) > last)
      .map((name) => [name, readFileSync(join(MIGRATIONS, folder, name), 'utf8')] as const),
  );
  expect(read.flatMap(([name, text]) => faultsOf(text).map((fault) => `${name}: ${fault}`))).toEqual([]);
});

it.each([
  ['alter table person drop column sex;', 'takes a column away'],
  ['alter table person rename column sex to gender;', 'renames'],
  ['alter table person rename to people;', 'renames'],
  ['alter table person alter column sex type integer using 1;', 'changes a type'],
  ['alter table person alter sex set not null;', 'asks for a value in every row that is there'],
  ['drop table person;', 'takes a table away'],
  ['lock table person in access exclusive mode;', 'holds a table'],
  ['create index person_sex on person (sex);', 'an index on person, which is there already'],
  ['alter table person add constraint known check (sex is not null);', 'checks every row of person at once'],
  ['alter table person add check (sex is not null);', 'checks every row of person at once'],
])('%s is seen', (text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
  expect(faultsOf(`-- While it serves: nobody asks for it yet.\n${text}`)).toEqual([]);
});

it.each([
  "create table alert (id uuid primary key, kind text check (kind > '')); create index alert_kind on alert (kind);",
  'alter table person add column g18 text; create or replace function f() returns text language sql as $$ select 1 $$;',
  'alter table person add constraint known check (sex is not null) not valid;',
  '-- renames nothing: drop column is only said\nselect 1;',
])('%s is not', (text) => {
  expect(faultsOf(text)).toEqual([]);
});

function faultsOf(text: string): string[] {
  const made = new Set([...text.matchAll(/create\s+table\s+(\w+)/gi)].map(([, name]) => name));
  return statementsOf(text).flatMap(({ sql, before }) => {
    if (EXCUSE.test(before)) return [];
    const table = /\balter\s+table\s+(?:only\s+)?(\w+)/i.exec(sql)?.[1];
    const indexed = /\bcreate\s+(?:unique\s+)?index\s+\w+\s+on\s+(\w+)/i.exec(sql)?.[1];
    const isChecked =
      /\badd\s+(?:constraint\s+\w+\s+)?(?:check|foreign\s+key|unique|primary\s+key|exclude)\b/i.test(sql);
    return [
      ...RULES.filter(([, pattern]) => pattern.test(sql) && !(table !== undefined && made.has(table))).map(
        ([what]) => what,
      ),
      ...(indexed === undefined || made.has(indexed)
        ? []
        : [`an index on ${indexed}, which is there already`]),
      ...(isChecked && table !== undefined && !made.has(table) && !/\bnot\s+valid\b/i.test(sql)
        ? [`checks every row of ${table} at once`]
        : []),
    ];
  });
}

/** Each statement without its comments, and the comments right before it. Good enough for what is written by hand: it does not look into texts. */
function statementsOf(text: string): { sql: string; before: string }[] {
  return text.split(/;[^\S\n]*(?=\n|$|\s\S)/).map((part) => ({
    sql: part.replace(/--.*$/gm, ''),
    before: part
      .split('\n')
      .filter((line) => line.trim().startsWith('--'))
      .join('\n'),
  }));
}
