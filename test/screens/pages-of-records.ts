import { PAGES_OF_ALERTS } from './pages-of-alerts.ts';
import { PAGES_OF_HOUSEHOLDS } from './pages-of-households.ts';
import { PAGES_OF_MERGING } from './pages-of-merging.ts';

/** What stands on the record of a person besides what is done for them. */
export const PAGES_OF_RECORDS = [...PAGES_OF_ALERTS, ...PAGES_OF_HOUSEHOLDS, ...PAGES_OF_MERGING];
