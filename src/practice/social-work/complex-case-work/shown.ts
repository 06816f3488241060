import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import type { AgencyPart, ComplexCase, ThinkingTime } from '../complex-case/index.ts';

/** What the page of a complex case shows, and what the viewer may do there. */
export type CaseProps = Typed & {
  readonly complex: ComplexCase;
  readonly childName: string;
  readonly times: readonly ThinkingTime[];
  readonly parts: readonly AgencyPart[];
  readonly reviews: readonly { readonly id: Id; readonly on: Day; readonly by: Id; readonly words: string }[];
  readonly reviewOn: Day | undefined;
  readonly staff: ReadonlyMap<Id, string>;
  readonly agencies: readonly { readonly id: Id; readonly title: string }[];
  readonly may: { readonly work: boolean; readonly decide: boolean };
  readonly today: Day;
};
