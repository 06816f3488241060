/**
 * A protection plan: a conference found that a child is or may be harmed, and a plan protects the child from a day until a day.
 *
 * Kept are what it protects from and who decided. A child is on one plan at a time, and may be on one while still expected. Conferences,
 * core groups and what the plan asks of whom are not recorded here.
 */
export { routes } from './routes.tsx';
export { plansOnTimeline } from './timeline.ts';
