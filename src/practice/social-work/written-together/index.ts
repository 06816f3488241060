/**
 * What is written once for several children: a visit, a case note.
 *
 * What is written for all stands in the file of each child; what is written of one stands in that child's file alone; and what the others
 * must not come to know stands behind that child's own wall and on no page of another. A correction is a new version with its reason.
 */
export { AlsoIn, Corrections, momentInWords, WithheldTag, Written } from './pages.tsx';
export {
  areOffered,
  type Correction,
  childNamed,
  correctedMeanwhile,
  correctionShown,
  leftOut,
  MOST_CHILDREN,
  NOT_OFFERED,
  refusedFor,
} from './rules.ts';
export { childrenTogether } from './store.ts';
export { OtherChildren, WhyCorrected, WithheldWords, WritingPage } from './writing.tsx';
