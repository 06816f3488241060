/**
 * An answer: what somebody was told about a contact, how and when, or the reason why they were not.
 *
 * Whoever told us is owed one, and so is the family unless it is written down why not; each in their language and by a way that is safe
 * for them. A mail waits a few seconds before it leaves, so that a slip can be taken back; until something has left nobody was told. A
 * contact is answered when every child has a decision in force and whoever told us was told, or a reason why not stands here.
 */
export { AnswersPanel } from './panel.tsx';
export { type Answers, answersFor } from './reading.ts';
export { type Answer, mayAnswer, mayBeTold, reasonsFor } from './rules.ts';
export { answerReferrer, answerWasSent, reopen, send, wasTold, withdrawAnswers } from './sending.ts';
export {
  answerOnRecord,
  answersOf,
  decidedChildren,
  guardedNear,
  holdContact,
  namesGuardedAddress,
} from './store.ts';
