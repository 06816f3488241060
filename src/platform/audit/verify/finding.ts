/** What does not agree, first to be met: a row, a seal, or a head that left the house; with words for whoever must look into it. */
export type Finding = {
  readonly what: 'row' | 'seal' | 'head';
  /** The id of the row, the number of the seal, or the line of the file of heads. */
  readonly which: string;
  readonly words: string;
};

/** A stretch that was lost and said to be so: the database was restored to an earlier moment. It is a gap with a name, not tampering. */
export type Gap = {
  readonly restoredTo: string;
  readonly declaredAt: string;
  /** The head it was restored to, and the last head that had left before: the seals between are not in this database. */
  readonly fromSeal: number;
  readonly toSeal: number;
  readonly lastHeadAt: string;
};

/** What a verification found. It holds when there is no finding. */
export type Verdict = {
  readonly rows: number;
  readonly seals: number;
  readonly heads: number;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly unsealed: { readonly rows: number; readonly oldest: string | undefined };
  /** What a reader must know besides: a line broken off, heads that were not there to compare. */
  readonly notes: readonly string[];
};

export const finding = (what: Finding['what'], which: string | number, words: string): Finding => ({
  what,
  which: String(which),
  words,
});
