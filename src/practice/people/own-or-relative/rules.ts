import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';

/** What a record is to a member of staff. "Close to them" is a neighbour, a former partner, a friend: whoever a fair person would not read about. */
export const TIES = [
  { code: 'own record', label: 'It is their own record' },
  { code: 'relative', label: 'A relative' },
  { code: 'same household', label: 'They live in the same household' },
  { code: 'close to them', label: 'Close to them: a friend, a neighbour, a former partner' },
] as const;

/** What a record is to a member of staff, as stored. */
export type Tie = (typeof TIES)[number]['code'];

/** What somebody said of themselves or of another, of a record or of a name and a day of birth. */
export type Said = Subject & {
  readonly staffId: Id;
  readonly staffName: string;
  readonly kind: string;
  readonly personId: Id | undefined;
  /** The name and the day of birth as they were typed, where it was not said of a record. */
  readonly typed: { readonly name: string; readonly bornOn: Day } | undefined;
  readonly words: string | undefined;
  readonly saidBy: string;
  readonly saidAt: Date;
};

/** The same, where it was said of a record. */
export type SaidOfRecord = Said & { readonly personId: Id };

/** The words for a tie, as read in a list. */
export function tieInWords(kind: string): string {
  const found = TIES.find(({ code }) => code === kind);
  return found === undefined
    ? kind
    : found.label.replace(/^It is their/u, 'Their').replace(/^They live in/u, 'In');
}
