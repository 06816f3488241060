/**
 * Deciding: the questions that lead to a decision, beside what was said, and what was decided afterwards.
 *
 * One answer can cover every child of a contact, or each child has its own. Nothing is chosen until somebody chooses it. The same
 * questions stand in a screening meeting.
 */
export { decidingIn, decisionForm } from './actions.ts';
export { coveredInWords, DECISION_KEYS, type DecisionQuestions, DecisionQuestionsFor } from './questions.tsx';
export { questionsFor } from './reading.ts';
export { routes } from './routes.tsx';
