/**
 * What never became work: a referral that was accepted, or early help that began, in error or a second time.
 *
 * It ends by itself, with a plain reason. Everything else ends with its period of service, in discussion with the family.
 */
export { NEVER_WORK, NeverWorkPanel } from './panel.tsx';
export { BECAME_WORK, mayEndWithoutWork } from './rules.ts';
export { becameWork, goingOn } from './store.ts';
