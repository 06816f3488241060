/**
 * A sampled case: what an adviser from outside reads of a child in a sample, under a number and without a name.
 *
 * Ages and not births, weeks and not days, codes and counts, and not one word that somebody wrote. The adviser may comment and attach documents. When the sample is
 * over, not confirmed, or a wall stands, the case is not there, like one that never was.
 */
export { routes } from './routes.tsx';
export type { SampledCase } from './rules.ts';
export { caseInSample, casesForViewer } from './store.ts';
