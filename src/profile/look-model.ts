import type { Sourced } from './standing.ts';

/** One sign that a look at a record may not have been needed: what the reviewer reads, why it counts, and for how much. */
export type LookSign = { readonly words: string; readonly why: string; readonly points: number };

/** What the signs are held against. Days are calendar days, hours those of the wall clock. */
export type LookBounds = {
  /** A page that shows at most so many persons opens a record; one with more is a list. */
  readonly ofOneFamily: number;
  /** Days after work with a child has ended in which looking is still work. */
  readonly afterEndDays: number;
  /** Days after a contact about a child in which looking is work, whoever looks. */
  readonly contactDays: number;
  /** Days back within which whoever worked with a child counts as having left. */
  readonly leftDays: number;
  /** Searches in one day that gave the same person. */
  readonly searches: number;
  /** Records of strangers opened by one member of staff in a day. */
  readonly records: number;
  /** Members of staff who, in one day, opened a record that is no work of theirs. */
  readonly lookers: number;
  /** Days since the last contact after which nothing is open. */
  readonly closedDays: number;
  /** The hours between which looking is usual, Monday to Friday. Whoever is on duty may look at any hour. */
  readonly fromHour: number;
  readonly untilHour: number;
};

// biome-ignore format: a table reads as a table
const SIGNS = {
  'no relation':      { words: 'It is no work of theirs',                            why: 'Neither they nor their team work with the child or the family, and nobody was in contact about them', points: 2 },
  'same family name': { words: 'The same family name',                               why: 'It may be a relative who was never named as one', points: 4 },
  'same street':      { words: 'They live in the same street',                       why: 'It may be a neighbour', points: 4 },
  'of a colleague':   { words: 'It is a colleague’s own or relative’s record',       why: 'Colleagues are curious about each other', points: 4 },
  'after leaving':    { words: 'They worked with the child until some time ago',     why: 'Knowing a family once is no reason to look again', points: 3 },
  'searched often':   { words: 'They searched for the person again and again',       why: 'One person is looked for, not one piece of work', points: 3 },
  'many at once':     { words: 'They opened many records that day that are no work of theirs', why: 'Records are gone through, not worked on', points: 3 },
  'much looked at':   { words: 'Several people opened it that day without work there', why: 'A family is being talked about', points: 3 },
  'outside hours':    { words: 'Outside working hours, and not on duty',              why: 'Nobody is beside them then', points: 2 },
  'nothing open':     { words: 'Nothing is open for the child',                      why: 'There is no work to look for', points: 2 },
} as const satisfies Readonly<Record<string, LookSign>>;

/** The name of a sign, as it is stored. */
export type LookSignName = keyof typeof SIGNS;

/** The model by which yesterday's looks are gone through: signs are added up, and from so many points on somebody asks why. */
export type LookModel = Sourced & {
  readonly signs: Readonly<Record<LookSignName, LookSign>>;
  readonly reviewedFrom: number;
  readonly bounds: LookBounds;
};

/** Set so that a year of made-up looks gives few questions that need not be asked (`npm run prove -- G29`). No published threshold was found. */
export const LOOK_MODEL: LookModel = {
  signs: SIGNS,
  reviewedFrom: 5,
  bounds: {
    ofOneFamily: 8,
    afterEndDays: 14,
    contactDays: 30,
    leftDays: 365,
    searches: 3,
    records: 8,
    lookers: 4,
    closedDays: 90,
    fromHour: 7,
    untilHour: 20,
  },
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Our own; to confirm locally',
};

/** Says whether a text is the name of a sign. */
export function isLookSign(text: string): text is LookSignName {
  return Object.hasOwn(SIGNS, text);
}
