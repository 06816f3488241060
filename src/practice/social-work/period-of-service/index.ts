/**
 * A period of service: what the service does with a child, from when until when, and why.
 *
 * A referral that is accepted and early help that begins each begin one; a manager may decide another. A child has at most one open of
 * each kind. While one is open the child is open, and its team sees the child. With the last one, nobody works with the child any longer.
 */
export { kindInWords, type Period } from './rules.ts';
export { endPeriod, openPeriodOf, passPeriodsTo, periodsOf } from './store.ts';
export { servicesOnTimeline } from './timeline.ts';
