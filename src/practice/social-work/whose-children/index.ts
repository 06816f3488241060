/**
 * Whose children a list is about: the viewer's own, those of a colleague or a team, or everybody in sight.
 *
 * A list begins with the children whom the viewer works with, and with everybody for a manager and for whoever works with no child; the
 * address says otherwise (`mine`, `team`, `worker`), and what it names is narrowed to what the viewer may see.
 */
export { WhoseChips, WhoseFilter } from './pages.tsx';
export { childrenAskedFor, type Whose } from './reading.ts';
export { inAddress, type WhoseAsked } from './rules.ts';
