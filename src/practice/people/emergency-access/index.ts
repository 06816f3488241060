/**
 * Emergency access: opening one record that is not one's own, for a few hours, because a child may be in danger now.
 *
 * Whoever asks types whom they mean, exactly, and why; the manager and the data protection officer hear of it at once, and a manager reviews it
 * afterwards. Where nothing opens the answer is always the same, so it tells nobody whether there is a record. A sealed record opens only when
 * somebody whom it names agrees, an own or relative's record never.
 */
export { NotOpenedPage, OwnPanel, ReviewedPanel, UsePanel, UsesPage } from './pages.tsx';
export { type Emergency, mayAsk } from './rules.ts';
export {
  agreeToEmergency,
  askInEmergency,
  type CameOf,
  emergenciesReviewed,
  emergenciesToReview,
  emergencyOnRecord,
  isNamedFor,
  reviewEmergency,
} from './store.ts';
