/**
 * A rating of an open case: how great the risk of harm is and the risk that the family breaks down, why, what will be done, and when a
 * manager looks again. It is not the rating of a contact at the front door.
 *
 * It is made in an exercise or at any time from the child's page, never by whoever works with the child, and is put right by a later one
 * alone. A case that is green for both may be proposed for closing with the family; nothing is closed by a rating.
 */
export { RATING_FIELDS, rate } from './actions.ts';
export { RatingQuestions } from './questions.tsx';
export { followsOf, othersInSquare } from './reading.ts';
export { routes } from './routes.tsx';
export { ratingsOnTimeline } from './timeline.ts';
