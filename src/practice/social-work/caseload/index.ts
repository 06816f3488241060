/**
 * Caseload: how much one worker and one team carry, as children, families and points.
 *
 * Every child counts, also one whom the asker may not see. Points and the ceiling come from the profile, with where they come from; they
 * warn and never forbid. An absence says who covers, from when until when: whoever covers sees the children of that worker meanwhile.
 */
export { fullWith, type Load, loadInWords } from './rules.ts';
export { childrenOf, coversOf, idsOfChildrenOf, loadsOf, type WorkerOfTeam, workersIn } from './store.ts';
