/**
 * A management decision: what a manager decided about a child, in supervision or between, why, and what must be done by whom and when.
 *
 * It is signed by who decided. What must be done ends done, or no longer needed with the reason; until then it is due on its day
 * (`actionsToDo`, for whoever lists what is due). A correction is a new version with its reason.
 */
export { managementDecisionPage, routes } from './routes.tsx';
export type { DecisionAction, ManagementDecision } from './rules.ts';
export {
  actionsDue,
  actionsToDo,
  decisionActionOnRecord,
  decisionById,
  managementDecisionOnRecord,
} from './store.ts';
export { managementDecisionsOnTimeline } from './timeline.ts';
