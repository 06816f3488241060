/**
 * What a childhood may hold besides a family: a time in care, and a time on a protection plan. Each stands from a day until a day, one of
 * a kind at a time, within childhood. And how the case was rated, each time anew.
 *
 * Children's social care begins and ends them (`practice/social-work/`); here stands what every such fact obeys, how both are read, and
 * how they are shown on the page about the child.
 */
export { beginningAndEnd } from './begin-and-end.tsx';
export {
  type CaseRating,
  caseRatingFrom,
  colourOf,
  type LookAgain,
  levelOf,
  lookAgain,
  lookAgainByClock,
  ratingsInForce,
  ratingsOf,
} from './case-rating.ts';
export { isChild } from './is-child.ts';
export { FactOfChildPage } from './pages.tsx';
export { CarePanel } from './panel.tsx';
export { LookAgainWords, ratingPanelFor } from './rating-panel.tsx';
export {
  type FactOnRecord,
  type Kind,
  mayBegin,
  mayEnd,
  NOW_STANDS,
} from './rules.ts';
export { careOf, periodsOfCareOf, protectionPlansOf } from './store.ts';
