/**
 * An alert of a record: something that nobody who meets the person may overlook, such as a risk to whoever visits. It stands above every page
 * about them, with the day on which somebody looks at it again, and ends by a decision with its reason.
 */
export { routes } from './routes.tsx';
export { alertInWords, type RecordAlert } from './rules.ts';
export { alertsStanding, alertsToLookAt } from './store.ts';
export { alertsOnTimeline } from './timeline.ts';
