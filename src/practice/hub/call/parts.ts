import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import type { Code } from '../../../profile/code-sets/code-set.ts';

/** What each part of the page of a call is given: what was typed, and what is wrong with it. */
export type PartProps = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/** The codes of a list as things to choose. */
export function choices(codes: readonly Code[]) {
  return codes.map(({ code, label }) => ({ value: code, label }));
}
