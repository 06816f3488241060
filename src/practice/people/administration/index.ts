/**
 * Administration: what whoever looks after accounts does to the rights of others, with a reason each time, and never to their own.
 *
 * An administrator holds a role of the profile that meets no child's record at all. What gives wide sight is agreed to by somebody else.
 */
export { type Done, doneTo, noteDone } from './acts.ts';
export { DonePanel, KeepingPage } from './pages.tsx';
export { askSecond, type ToHold } from './requests.ts';
export { endedAtOnce, holds, needsTwo, reason, rolesFor } from './rules.ts';
export {
  type Account,
  accountOf,
  type Holding,
  holdingsOf,
  type Member,
  memberOnRecord,
  placeInWords,
  someoneElse,
  staysAdministered,
} from './store.ts';
export { managersOf, tellMember, tellStaff } from './telling.ts';
