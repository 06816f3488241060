import type { Concern } from '../../profile/code-sets/channels.ts';

/** Rows of a draw: what may come, and how often beside the others. */
export type Draw<Value> = readonly (readonly [Value, number])[];

/**
 * What a contact is about, and the sentences it is told in. Everything is invented.
 *
 * `{child}` stands for the children by their first names, `{adult}` for the grown-up it is about ("their mother"). Sentences are in the
 * past, so that they read right of one child and of several.
 */
export type Theme = {
  readonly id: string;
  /** How often this theme comes, beside the others. */
  readonly weight: number;
  readonly fromAge: number;
  readonly toAge: number;
  /** The share of these contacts that say a child may be at risk of harm. */
  readonly about: Draw<Concern>;
  readonly levels: Draw<1 | 2 | 3 | 4>;
  /** Codes of who tells of such things. */
  readonly sources: Draw<string>;
  readonly lines: readonly string[];
  readonly saw: readonly string[];
  readonly sawInPortuguese?: readonly string[];
  readonly childSays: readonly string[];
  readonly goingWell: readonly string[];
  readonly tried: readonly string[];
  readonly wanted: readonly string[];
  /** Statements of the continuum of need, by level. */
  readonly statements: Readonly<Record<1 | 2 | 3 | 4, readonly string[]>>;
};
