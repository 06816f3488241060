import type { Context } from '../../../platform/web/context.ts';
import { agencies } from '../../people/agency/index.ts';
import type { Contact } from '../contact/index.ts';
import { decisionsOf } from '../decision/index.ts';
import type { DecisionQuestions } from './questions.tsx';

/** What the questions of a decision need: the children that have none yet, and the agencies of today. */
export async function questionsFor(
  context: Context,
  contact: Contact,
): Promise<Pick<DecisionQuestions, 'contact' | 'open' | 'agencies' | 'context'>> {
  const [decisions, all] = await Promise.all([decisionsOf(context.db, contact.id), agencies(context.db)]);
  const decided = new Set(decisions.map((one) => one.contactChildId));
  return {
    contact,
    open: contact.children.filter((child) => !decided.has(child.id)),
    agencies: all.filter(({ endedOn }) => endedOn === undefined),
    context,
  };
}
