import { ALERT_BENDS, ALERT_MAKERS } from './alert-records.ts';
import { DUPLICATE_BENDS, DUPLICATE_MAKERS } from './fuzz-duplicates.ts';
import { HOUSEHOLD_BENDS, HOUSEHOLD_MAKERS } from './household-records.ts';

/** What stands on the record of a person, for whatever is done to it. */
export const PERSON_MAKERS = [...ALERT_MAKERS, ...HOUSEHOLD_MAKERS, ...DUPLICATE_MAKERS];

/** The answers to it that chance alone would never get right. */
export const PERSON_BENDS = { ...ALERT_BENDS, ...HOUSEHOLD_BENDS, ...DUPLICATE_BENDS };
