import type { Sourced } from '../standing.ts';

/** One answer of a fixed list. A code is stored and never reused; its words may change. */
export type Code = {
  readonly code: string;
  readonly label: string;
  /** The first and last day on which it may be chosen anew; what was chosen before keeps its words. */
  readonly since?: string;
  readonly until?: string;
  readonly note?: string;
};

/** A fixed list of answers with where it comes from. */
export type CodeSet<Row extends Code = Code> = Sourced & {
  readonly id: string;
  readonly title: string;
  readonly codes: readonly Row[];
};

/** The codes of a set, as a type: a misspelt code does not compile. */
export type CodeOf<Set extends CodeSet> = Set['codes'][number]['code'];

/** Writes a set down and keeps every code as its own type, so that rules and forms can name them. */
export function codeSet<const Row extends Code>(set: CodeSet<Row>): CodeSet<Row> {
  return set;
}

/** The words of a code. An unknown code, from an older edition or an import, is shown as it stands and not hidden. */
export function labelOf(set: CodeSet, code: string): string {
  return set.codes.find((row) => row.code === code)?.label ?? code;
}

/** Says whether a text is a code of the set. */
export function isCode<Row extends Code>(set: CodeSet<Row>, text: string): text is Row['code'] {
  return set.codes.some((row) => row.code === text);
}

/** The row of a code, with whatever else that set says about it. */
export function rowOf<Row extends Code>(set: CodeSet<Row>, code: string): Row | undefined {
  return set.codes.find((row) => row.code === code);
}

/** The codes that may be chosen on a day, in the order of the list. */
export function codesOn<Row extends Code>(set: CodeSet<Row>, on: string): readonly Row[] {
  return set.codes.filter((row) => (row.since ?? on) <= on && on <= (row.until ?? on));
}
