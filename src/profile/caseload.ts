import type { Sourced } from './standing.ts';

/** How much one child of a kind of service counts for, in points. */
type Weight = Sourced & { readonly points: number };

/** How load is counted and when it is said to be full. Numbers are indicative: they warn, and a manager decides. */
export type CaseloadRules = {
  /** By the code of SERVICE_KINDS. A child with several counts as the heaviest; a child with none open counts `nothingOpen`. */
  readonly weights: Readonly<Record<string, Weight>>;
  readonly nothingOpen: Weight;
  /** Children of a full-time worker; the allocation that would reach it is warned about first. */
  readonly ceiling: Sourced & { readonly children: number };
  /** The part of the ceiling that a newly qualified worker has, known by the titles of their posts. */
  readonly newlyQualified: Sourced & { readonly share: number; readonly postTitles: readonly string[] };
  /** The share of full time of posts that are not full time, by their titles. */
  readonly fullTimeShare: Sourced & { readonly byPostTitle: Readonly<Record<string, number>> };
};

const WEIGHED = {
  since: '2020-03-30',
  standing: 'English default',
  source:
    'Workload weighting of Slough and Swindon, 4 to 10 points a case; points chosen, indicative and not definitive',
} as const;

/** Jersey has no number of its own that was found; the reports name caseloads “as high as 20”. */
// biome-ignore format: a table reads as a table
export const CASELOAD: CaseloadRules = {
  weights: {
    'early help':   { ...WEIGHED, points: 2 },
    'assessment':   { ...WEIGHED, points: 4 },
    'in need':      { ...WEIGHED, points: 4 },
    'leaving care': { ...WEIGHED, points: 3 },
  },
  nothingOpen: { ...WEIGHED, points: 1 },
  ceiling: { children: 20, since: '2020-03-30', standing: 'English default', source: 'The reports on Jersey call 20 children for a worker too many; no national number was found workable in England' },
  newlyQualified: { share: 0.9, postTitles: ['Newly qualified social worker'], since: '2020-03-30', standing: 'English default', source: 'Nine tenths of a caseload in the first year: custom in England' },
  fullTimeShare: { byPostTitle: {}, since: '2020-03-30', standing: 'demonstration', source: 'Every post of the demonstration is full time' },
};

/** How somebody holds a post: what was said of them comes before what its title says. `share` is of full time, 1 or less. */
export type HeldPost = {
  readonly title: string;
  readonly share?: number | undefined;
  readonly newlyQualified?: boolean | undefined;
};

/** The most children that the holder of a post should have, at least 1. */
export function ceilingFor(
  { ceiling, newlyQualified, fullTimeShare }: CaseloadRules,
  held: HeldPost,
): number {
  const isNew = held.newlyQualified === true || newlyQualified.postTitles.includes(held.title);
  const share =
    (held.share ?? fullTimeShare.byPostTitle[held.title] ?? 1) * (isNew ? newlyQualified.share : 1);
  return Math.max(1, Math.floor(ceiling.children * share));
}

/** The points of one child for whom these kinds of service are open. */
export function pointsOf({ weights, nothingOpen }: CaseloadRules, kinds: readonly string[]): number {
  return kinds.length === 0
    ? nothingOpen.points
    : Math.max(...kinds.map((kind) => (weights[kind] ?? nothingOpen).points));
}
