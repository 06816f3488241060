import type { Code } from '../../../profile/code-sets/code-set.ts';

/** The codes of a list as things to choose. */
export function choices(codes: readonly Code[]) {
  return codes.map(({ code, label }) => ({ value: code, label }));
}
