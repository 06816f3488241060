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
  const decided = new Set((await decisionsOf(context.db, contact.id)).map((one) => one.contactChildId));
  const all = await agencies(context.db);
  return {
    contact,
    open: contact.children.filter((child) => !decided.has(child.id)),
    agencies: all.filter(({ endedOn }) => endedOn === undefined),
    context,
  };
}
