/**
 * The full request of a professional: a teacher, a health visitor, a GP, an officer, without an account.
 *
 * Eight parts in any order, for one child or several of a family, or a question without a name. It lives at one address: every page is
 * sent there and the next is shown, and what is written is kept on the server under a key that stands in the page alone, also while it
 * is wrong. Three things are needed to send it, and never more: what is happening, who tells us or how to answer them, and what was
 * said about permission, which nobody waits for where a child is in danger now. Sent once, it is a contact; what has no column of its
 * own is kept beside it, question by question.
 */
export { requestRoutes } from './routes.tsx';
