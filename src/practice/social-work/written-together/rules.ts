import type { Id } from '../../../language/id.ts';
import { type Outcome, type Problem, refused } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';

/** Why what stands in a child's file was changed. */
export type Correction = { readonly id: Id; readonly reason: string; readonly at: Date; readonly by: Id };

/** Said where somebody was sent along who did not stand on the page. */
export const NOT_OFFERED = 'Choose from the children on this page. Open it again if somebody is missing';

/** Said to whoever began to correct something before somebody else corrected it. */
export function correctedMeanwhile(what: string): string {
  return `Somebody corrected this ${what} while you were writing. Open it in another window, and compare before you correct it again`;
}

/** What a form shows, and what is wrong with it. */
type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/**
 * What a page that corrects shows: what was just refused, else what was typed before and kept, else what stands; and over which version it
 * goes. Who was told (in these words) that somebody corrected it meanwhile may send again, over what stands now.
 */
export function correctionShown(
  told: string,
  standing: { readonly version: number; readonly answers: RawAnswers },
  refusal: Typed | undefined,
  draft: { readonly answers: RawAnswers } | undefined,
): Typed & { readonly version: number } {
  const typed = refusal ?? { values: draft?.answers ?? standing.answers, problems: [] };
  const wasTold = typed.problems.some(({ message }) => message === told);
  const begunOver = Number(valueIn(typed.values, 'version') ?? standing.version);
  return { ...typed, version: wasTold ? standing.version : begunOver };
}

/** More children than any household of the island has at once. */
export const MOST_CHILDREN = 15;

/** Each once, the child whose page it is among them, and nobody who was not on the page. */
export function areOffered(ids: readonly Id[], own: Id, offered: readonly { readonly id: Id }[]): boolean {
  return (
    ids.includes(own) &&
    new Set(ids).size === ids.length &&
    ids.every((id) => offered.some((child) => child.id === id))
  );
}

/** Something was said of a child who was not selected: nothing that was typed is dropped in silence. */
export function leftOut(
  at: string,
  answers: readonly (string | boolean | undefined)[],
  message: string,
): readonly Problem[] {
  const isBlank = answers.every((answer) => answer === undefined || answer === false);
  return isBlank ? [] : [{ field: `${at}.part`, message }];
}

/** A refusal where there is something wrong, else nothing. */
export function refusedFor([first, ...more]: readonly Problem[]): Outcome<never> | undefined {
  return first && refused(first, ...more);
}

/** A child as a page names them. */
export function childNamed(
  briefs: ReadonlyMap<Id, { readonly name: string }>,
  personId: Id,
): { readonly id: Id; readonly name: string } {
  return { id: personId, name: briefs.get(personId)?.name ?? 'A child on record' };
}
