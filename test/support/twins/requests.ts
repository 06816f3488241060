import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Day } from '../../../src/language/day.ts';
import type { RawAnswers } from '../../../src/platform/forms/raw-answers.ts';
import type { RouteLine } from '../../../src/platform/web/server.ts';
import type { Records } from '../../trust/records.ts';
import { acceptableAnswers, nastyAnswers } from '../nasty.ts';
import { type ServedAction, servedActions } from '../served-actions.ts';

/** One request, as both worlds get it. */
export type Request = {
  readonly method: 'GET' | 'POST';
  /** Method and pattern of the address. */
  readonly route: string;
  readonly path: string;
  readonly answers: RawAnswers;
};

/** What requests are made of: every route, the records of both worlds, and the words of whoever guesses. */
export type Material = {
  readonly routes: readonly RouteLine[];
  readonly records: readonly Records[];
  readonly words: readonly string[];
  readonly today: Day;
  /** Whether an address lets in any of those who ask: it is asked the more often. */
  letsSomebodyIn(route: string): boolean;
};

const FIXED: Readonly<Record<string, string>> = {
  form: 'contact%3A%20decide',
  subject: '00000000-0000-4000-8000-000000000000',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
};
const MEASURES = ['O1', 'H1', 'H3', 'H5', 'H9', 'R1', 'C1', 'L1', 'W1'];
/** What may stand after `?` and is asked by no page of itself. */
const MORE_NAMES = ['sort', 'order', 'filter', 'name', 'child', 'id', 'search'];
const MORE_VALUES = [
  '1',
  '2',
  '99',
  'all',
  'me',
  'yes',
  'red',
  'given',
  'born',
  '2026-11',
  '2026-11-19',
  '%',
  "' or 1=1",
  '-1',
];
/** What ends a session, or the day's work of the test, for both worlds alike. */
const LEFT_OUT = ['/sign-out', '/leave'];

/** Requests drawn at random from all that the product serves, the same for a seed. */
export function requestsOf(material: Material, count: number, seed: number): readonly Request[] {
  const often = <Of>(all: readonly Of[], isOpen: (one: Of) => boolean) => [
    ...all,
    ...Array.from({ length: 4 }, () => all.filter(isOpen)).flat(),
  ];
  const actions = often(servedActions(), ({ path }) => material.letsSomebodyIn(`POST ${path}`));
  const names = [...namesInTheSource(), ...MORE_NAMES];
  const pages = material.routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/assets/') && !LEFT_OUT.includes(path));
  const values = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...material.words) },
    { weight: 1, arbitrary: fc.constantFrom(...MORE_VALUES) },
    { weight: 1, arbitrary: fc.constantFrom(...idsIn(material.records)) },
  );
  const query = fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 3 });
  const page = fc.tuple(fc.constantFrom(...often(pages, ({ path }) => material.letsSomebodyIn(`GET ${path}`))), fc.constantFrom(...material.records), query, fc.constantFrom(...MEASURES)).map(
    ([{ path }, records, asked, measureId]): Request => ({
      method: 'GET',
      route: `GET ${path}`,
      path: `${filled(path, { measureId, ...records })}${asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`}`,
      answers: {},
    }),
  );
  const search = fc.tuple(values, values).map(
    ([one, other]): Request => ({ method: 'POST', route: 'POST /searches', path: '/searches', answers: { q: one === other ? one : `${one} ${other}` } }),
  );
  const form = fc.constantFrom(...actions).chain((action) => formOf(action, material, values));
  const any = fc.oneof({ weight: 5, arbitrary: page }, { weight: 2, arbitrary: search }, { weight: 4, arbitrary: form });
  return fc.sample(any, { numRuns: count, seed });
} // biome-ignore format: an arbitrary reads in one line

/** A form of somebody's record, with one answer in three taken from what the sender guesses. */
function formOf(action: ServedAction, { records, today }: Material, values: fc.Arbitrary<string>): fc.Arbitrary<Request> {
  const answers = fc.oneof(acceptableAnswers(action.fields, today), nastyAnswers(action.fields, today));
  const guessed = fc.array(fc.tuple(fc.nat(), values), { maxLength: 2 });
  return fc.tuple(answers, guessed, fc.constantFrom(...records)).map(([sent, guesses, of]): Request => {
    const own: Record<string, string | readonly string[]> = { ...sent };
    const names = Object.keys(own).filter((name) => name !== '__proto__');
    for (const [at, value] of guesses) {
      const name = names[at % Math.max(1, names.length)];
      if (name !== undefined) own[name] = value;
    }
    return { method: 'POST', route: `POST ${action.path}`, path: filled(action.path, of), answers: own };
  });
} // biome-ignore format: a signature reads in one line

function filled(path: string, records: Records): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => records[name] ?? FIXED[name] ?? 'nothing');
}

function idsIn(records: readonly Records[]): readonly string[] {
  return [...new Set(records.flatMap((one) => Object.values(one)))];
}

/** Every name after `?` that some page reads. */
function namesInTheSource(): readonly string[] {
  const root = join(import.meta.dirname, '..', '..', '..', 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!test)\.tsx?$/.test(file));
  const names = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/query(?:\[|, )'([a-z-]+)'/gi)].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
} // biome-ignore format: a walk reads in one line
