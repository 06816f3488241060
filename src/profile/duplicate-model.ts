import type { Sourced } from './standing.ts';

/**
 * How often two records agree in one way: `same` among records of one person, `chance` among records of two. Where chance depends on how
 * common a name is, it is counted in the record and stands here as undefined.
 */
export type Agreement = { readonly words: string; readonly same: number; readonly chance?: number };

/**
 * The model that weighs whether two records are of one person, after Fellegi and Sunter (1969): each fact speaks for it by
 * log2(same / chance), facts that nobody knows say nothing, and all are added up.
 */
export type DuplicateModel = Sourced & {
  readonly fields: {
    readonly [Field in keyof typeof FIELDS]: (typeof FIELDS)[Field];
  };
  /** The share of persons with a second record, of 1: what is believed before any fact is compared. */
  readonly secondRecords: number;
  /** From this likelihood on, of 1, two records are proposed. */
  readonly proposedFrom: number;
};

// biome-ignore format: a table reads as a table
const FIELDS = {
  'given name': {
    same:      { words: 'The same given name',                    same: 0.86 },
    near:      { words: 'Given names spelt nearly the same',      same: 0.08, chance: 0.01 },
    sounds:    { words: 'Given names that sound alike',           same: 0.02, chance: 0.01 },
    initial:   { words: 'Only an initial of the given name',      same: 0.02, chance: 0.06 },
    different: { words: 'Other given names',                      same: 0.02, chance: 0.96 },
  },
  'family name': {
    same:      { words: 'The same family name',                   same: 0.86 },
    former:    { words: 'One has had the family name of the other', same: 0.06 },
    near:      { words: 'Family names spelt nearly the same',     same: 0.06, chance: 0.006 },
    sounds:    { words: 'Family names that sound alike',          same: 0.01, chance: 0.008 },
    different: { words: 'Other family names',                     same: 0.03, chance: 0.97 },
  },
  born: {
    same:      { words: 'Born the same day',                      same: 0.9,   chance: 0.000_14 },
    exchanged: { words: 'Born with day and month exchanged',      same: 0.02,  chance: 0.000_14 },
    near:      { words: 'Day, month or year of birth differs',    same: 0.04,  chance: 0.008_7 },
    sibling:   { words: 'Born the same day, as twins are',        same: 0.9,   chance: 0.015 },
    different: { words: 'Born on another day',                    same: 0.02,  chance: 0.99 },
    apart:     { words: 'Born more than ten years apart',         same: 0.000_1, chance: 0.5 },
  },
  household: {
    same:      { words: 'The same telephone or address',          same: 0.45, chance: 0.000_6 },
    different: { words: 'Another telephone or address',           same: 0.55, chance: 0.999 },
  },
  sex: {
    same:      { words: 'The same sex',                           same: 0.98, chance: 0.5 },
    different: { words: 'Another sex',                            same: 0.02, chance: 0.5 },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Agreement>>>>;

/** The model as it is used; its figures are set from records that were doubled on purpose (`npm run prove -- duplicates`). */
export const DUPLICATE_MODEL: DuplicateModel = {
  fields: FIELDS,
  secondRecords: 0.01,
  proposedFrom: 0.5,
  since: '2020-03-30',
  standing: 'demonstration',
  source:
    'I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, 1969; shares proposed and tried on invented records, to be counted anew on real ones',
};
