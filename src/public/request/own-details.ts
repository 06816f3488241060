import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import { partnerDetails } from '../../practice/people/staff/index.ts';
import type { Kept } from './store.ts';

/** Stands among the parts somebody has been through: no part has this name. */
export const FILLED_IN = 'filled in';

/**
 * What somebody of a partner agency who is signed in would write about themselves. Nothing is chosen for them: where they work, and
 * whether they talked with anybody, is asked as of everybody.
 */
export async function ownDetails({ db, signedIn }: PublicContext): Promise<RawAnswers | undefined> {
  const viewer = await signedIn();
  const own = viewer && (await partnerDetails(db, viewer.staffId));
  if (own === undefined) return undefined;
  const { name, agency, telephone, email } = own;
  const known = Object.entries({ name, role: viewer?.roleTitle, agency, telephone, email });
  return Object.fromEntries(known.flatMap(([control, text]) => (text ? [[control, text]] : [])));
}

/** Says whether a request begins with details that its writer has not looked at yet. */
export function isFilledIn({ seen }: Pick<Kept, 'seen'>): boolean {
  return seen.includes(FILLED_IN) && !seen.includes('you');
}
