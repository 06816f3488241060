import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { CaseNoteKind } from '../../../profile/code-sets/case-notes.ts';

/** What is true of a case note for every child it is about: it stands in the file of each of them. */
export type SharedNote = {
  readonly kind: CaseNoteKind;
  readonly happenedOn: Day;
  /** By the clock on the wall, `14:30`. */
  readonly happenedTime: string | undefined;
  /** The day on which it came to us, where that was a later one. */
  readonly toldOn: Day | undefined;
  readonly withWhom: string | undefined;
  readonly words: string | undefined;
  readonly follows: string | undefined;
};

/** What is true for one child of a note alone. */
export type NoteOfChild = {
  readonly about: string | undefined;
  /** What the brothers and sisters must not come to know; behind the wall of this child. */
  readonly withheld: string | undefined;
};

/** One case note as it stands in the file of one child. */
export type CaseNote = SharedNote &
  NoteOfChild & {
    readonly id: Id;
    /** The child, for the audit. */
    readonly persons: readonly Id[];
    readonly personId: Id;
    readonly noteId: Id;
    readonly writtenBy: Id;
    readonly version: number;
    readonly recordedAt: Date;
  };
