/**
 * The households of a person over time: with whom and where they live and lived, since when and until when, and who said so. It is read as far
 * as the viewer may see each of those who lived there; somebody who may not be seen leaves neither a line nor a gap.
 */
export { LivesDrawing } from './drawing.tsx';
export { MembershipPanel } from './membership.tsx';
export {
  type Chapter,
  type Companion,
  chapters,
  dayAsKnown,
  daysInWords,
  type Home,
  type Lane,
  livesThere,
  type Membership,
  stretchInWords,
} from './rules.ts';
export { homesOf, membershipOnRecord, membershipsOf } from './store.ts';
export { householdOnTimeline } from './timeline.ts';
