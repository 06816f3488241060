/**
 * The register of complex cases: few children, with whom many work, and who need thinking time that is really held.
 *
 * A child stands on it from a manager's decision until another's, with who leads and which agencies take part. Thinking time is booked and
 * then held, or not held and why; the register shows both side by side. A review is due after each, by a clock of the profile.
 */
export { routes } from './routes.tsx';
export { type AgencyPart, type ComplexCase, reviewDue, type ThinkingTime, thinkingOf } from './rules.ts';
export {
  agenciesIn,
  complexCaseOnRecord,
  complexCasesOf,
  heldCase,
  register,
  reviewsOf,
  thinkingTimeOnRecord,
  thinkingTimesOf,
} from './store.ts';
export { complexCasesOnTimeline } from './timeline.ts';
