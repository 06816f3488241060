import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { CaseRating } from '../../people/childhood/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import type { Closing, View } from '../closing/index.ts';
import type { ClosingLetter } from '../closing-letter/index.ts';

/** What the page of a closing shows, and what the viewer may do there. */
export type ClosingProps = Typed & {
  readonly closing: Closing;
  readonly rating: CaseRating | undefined;
  readonly views: readonly View[];
  readonly letters: readonly ClosingLetter[];
  /** The child and the parents, by name. */
  readonly people: ReadonlyMap<Id, string>;
  readonly staff: ReadonlyMap<Id, string>;
  readonly may: { readonly authorise: boolean; readonly answer: boolean; readonly withdraw: boolean; readonly again: boolean };
  readonly draft: { readonly url: string; readonly version: number };
  readonly today: Day;
}; // biome-ignore format: a list reads as a list
