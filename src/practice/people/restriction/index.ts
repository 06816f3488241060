/**
 * A restriction: the decision to put a wall round a record. A restricted record opens only to people who are named; a sealed one is put up and
 * taken down by two.
 *
 * It stands from the moment it is asked for, and is found through its own wall: whoever is not named does not learn that there is one.
 */
export { EarlierWalls, HeldPage, PutLink, SightPanel, StandingWall } from './pages.tsx';
export {
  holds,
  isToAnswer,
  KINDS,
  mayPut,
  NAMEABLE,
  type Restriction,
  standingOf,
} from './rules.ts';
export {
  answerLifting,
  answerSealing,
  askToLift,
  putRestriction,
  restrictionOnRecord,
  restrictionsHeld,
  restrictionsOf,
  sightOf,
} from './store.ts';
