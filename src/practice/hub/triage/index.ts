/**
 * Triage: who works with a contact, and how soon it must be decided.
 *
 * One worker takes a contact so that two do not work it; they or a manager can hand it back. It is rated red, amber, green or blue with
 * the reason, and again whenever facts arrive: every rating is kept, the latest sets the clock. A red one reaches a person on duty.
 * That a contact is a safeguarding concern is judged here too, because only then may partner agencies be asked.
 */
export { ContactClockLine, RatingsSoFar, TakingButton } from './pages.tsx';
export { routes } from './routes.tsx';
export {
  type ContactClock,
  clockOf,
  clockSince,
  isOver,
  mayRelease,
  momentInWords,
  type Rating,
  type Taking,
} from './rules.ts';
export { colourFrom, ratingsOf, takingOf } from './store.ts';
