import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody may expect of an address: to get in, to be refused, to find nothing there, or to be asked to sign in. */
export type Expected = 'allowed' | 'denied' | 'hidden' | 'sign in';

/** One line of the table written by hand: an address, the record it is asked about, and what each person may expect. */
export type Line = {
  readonly method: string;
  readonly path: string;
  readonly record: string;
  /** Asked of whoever did not give their password within the last quarter of an hour. */
  readonly asksAgain: boolean;
  of(who: string): Expected;
};

const FOLDER = import.meta.dirname;
export const NOBODY = 'nobody';

/** Reads test/trust/expectation.csv and the groups of people beside it. It knows nothing of the program's own rules, and must not. */
export function readExpectation(everybody: readonly string[]): readonly Line[] {
  const groups = readGroups(everybody);
  const named = (text: string) =>
    new Set(
      text
        .split(' ')
        .filter(Boolean)
        .flatMap((name) => memberNames(groups, everybody, name)),
    );
  return rowsOf('expectation.csv').map(
    ([method = '', path = '', record = '', allowed = '', hidden = '', proof = '']) => {
      const [may, blind] = [named(allowed), named(hidden)];
      return {
        method,
        path,
        record,
        asksAgain: proof === 'again',
        of(who) {
          if (may.has(who)) return 'allowed';
          if (blind.has(who)) return 'hidden';
          return who === NOBODY ? 'sign in' : 'denied';
        },
      };
    },
  );
}

function readGroups(everybody: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const staff = everybody.filter((one) => one !== NOBODY);
  const groups = new Map<string, readonly string[]>([
    ['anyone', everybody],
    ['staff', staff],
  ]);
  for (const [name = '', members = ''] of rowsOf('groups.csv'))
    groups.set(
      name,
      members.split(' ').flatMap((one) => memberNames(groups, everybody, one)),
    );
  return groups;
}

function memberNames(
  groups: ReadonlyMap<string, readonly string[]>,
  everybody: readonly string[],
  name: string,
): readonly string[] {
  const group = groups.get(name) ?? (everybody.includes(name) ? [name] : undefined);
  if (group === undefined) throw new Error(`${name} is neither a person nor a group of the table`);
  return group;
}

function rowsOf(file: string): string[][] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(','));
}
