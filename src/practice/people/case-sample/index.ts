/**
 * A sample of cases that an adviser from outside reads without names: out of which cases, for what, until which day.
 *
 * One person chooses it, by chance with a seed or by name, and a second person confirms it; nothing is read before. It is over on its day,
 * and can be ended before.
 */
export { CasesPanel, SampleLines, SamplesPage } from './pages.tsx';
export { type CaseSample, isToAnswer, mayChoose, standingOf, untilOf } from './rules.ts';
export {
  answerSample,
  casesIn,
  chosen,
  endSample,
  keepSample,
  named,
  sampleOnRecord,
  samples,
  samplesToAnswer,
} from './store.ts';
