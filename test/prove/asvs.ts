import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUT_FOR, DOES_NOT_APPLY, NOT_SHOWN } from './asvs-apart.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a test can show of ASVS 5.0: level 1 whole, and level 2 of the chapters on requests, signing in, sessions, access, data, code and logs. */
// biome-ignore format: a table reads as a table
const ASKED: readonly (readonly [chapter: string, level1: string, level2: string])[] = [
  ['V1 Encoding', '1.2.1-5 1.3.1-2 1.5.1', ''],
  ['V2 Business logic', '2.2.1-2 2.3.1', ''],
  ['V3 Browser', '3.2.1-2 3.3.1 3.4.1-2 3.5.1 3.5.3', ''],
  ['V4 HTTP', '4.1.1', '4.1.2-3 4.2.1'],
  ['V5 Files', '5.2.1-2 5.3.1-2', ''],
  ['V6 Signing in', '6.2.1-8 6.3.1-2 6.4.1-2', '6.2.9-12 6.3.3-4 6.4.3 6.5.1-5 6.6.2-3 6.8.1-2 6.8.4'],
  ['V7 Sessions', '7.2.1-4 7.4.1-2', '7.3.1-2 7.4.3-5 7.5.1-2 7.6.1-2'],
  ['V8 Access', '8.2.1-2 8.3.1', '8.2.3 8.4.1'],
  ['V9 Tokens', '9.1.1-3 9.2.1', ''],
  ['V11 Cryptography', '11.3.1-2 11.4.1', ''],
  ['V13 Configuration', '13.4.1', ''],
  ['V14 Data', '14.2.1 14.3.1', '14.2.2-4 14.3.2-3'],
  ['V15 Code', '15.2.1 15.3.1', '15.2.2-3 15.3.2-7'],
  ['V16 Logs', '', '16.2.1 16.2.4-5 16.3.1-4 16.4.1-2 16.5.1-3'],
];

/** One requirement and the tests that name it. */
export type Requirement = {
  readonly chapter: string;
  readonly level: 1 | 2;
  readonly id: string;
  readonly tests: readonly string[];
  /** Why it cannot be asked of this product, where it cannot. Then no test shows it. */
  readonly doesNotApply: string | undefined;
  readonly butFor: string | undefined;
  /** Why nothing here can show it, where that is known. */
  readonly notShown: string | undefined;
};

/** Each requirement that is asked for, with the files of the tests whose titles begin with its number. */
export function requirements(): readonly Requirement[] {
  const named = testsByRequirement();
  return ASKED.flatMap(([chapter, ...levels]) =>
    levels.flatMap((text, at) =>
      idsIn(text).map((id) => ({
        chapter,
        level: at === 0 ? (1 as const) : (2 as const),
        id,
        tests: id in DOES_NOT_APPLY ? [] : (named.get(id) ?? []),
        doesNotApply: DOES_NOT_APPLY[id],
        butFor: BUT_FOR[id],
        notShown: NOT_SHOWN[id],
      })),
    ),
  );
}

/** `6.2.9-12` are four requirements. */
function idsIn(text: string): readonly string[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap((some) => {
      const [, start = '', first = '', last = first] = /^(\d+\.\d+\.)(\d+)(?:-(\d+))?$/.exec(some) ?? [];
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, at) => `${start}${Number(first) + at}`,
      );
    });
}

function testsByRequirement(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const folder of ['src', 'test'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.test\.tsx?$/.test(file)) continue;
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      for (const [, ids = ''] of text.matchAll(/['"`]((?:V\d+\.\d+\.\d+[,:]? )+)/g))
        for (const [, id = ''] of ids.matchAll(/V(\d+\.\d+\.\d+)/g))
          found.set(id, [...new Set([...(found.get(id) ?? []), `${folder}/${file}`])]);
    }
  return found;
} // biome-ignore format: a walk reads in one line
