/**
 * Duty: who answers now.
 *
 * Dated rows say who is on duty, in the hub by day and out of hours otherwise. Whatever must reach a person
 * (a red contact, anything at night) goes to whoever these rows name at that instant.
 */
export { type OnDuty, onDutyAt } from './store.ts';
