/**
 * A period of care: a child is looked after, by an order of a court or by agreement, from a day until a day.
 *
 * Kept are the ground in law, where the child lives, on the island or off it, and who decided. A child is in care once at a time. Reviews,
 * visits and moves within a period are not recorded here.
 */
export { routes } from './routes.tsx';
export { careOnTimeline } from './timeline.ts';
