import { timeInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import { readTypedTime } from '../../../language/typed-time.ts';
import type { NoteOfChild, SharedNote } from '../case-note/index.ts';

/** A child of a note under its place in the form: `children.1`, or nothing where the form is about one child. */
type Placed = NoteOfChild & { readonly at: string };

/** What does not fit together in a case note, each at its field. */
export function problemsWithin(
  note: SharedNote,
  children: readonly Placed[],
  { now, today, zone }: { readonly now: Date; readonly today: Day; readonly zone: string },
): readonly Problem[] {
  const { happenedOn, happenedTime, toldOn, words } = note;
  const time = happenedTime === undefined ? undefined : readTypedTime(happenedTime);
  const written = [words, ...children.flatMap(({ about, withheld }) => [about, withheld])];
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [written.every((text) => text === undefined), 'words', 'Say what was said or found, here or for each child'],
    [happenedTime !== undefined && time === undefined, 'happenedTime', 'Enter a time, like 14:30, or leave it empty'],
    [time !== undefined && happenedOn === today && time > timeInWords(now, zone), 'happenedTime', 'The time must be in the past'],
    [toldOn !== undefined && toldOn < happenedOn, 'toldOn', 'It cannot have come to us before it happened. Change one of the two days'],
  ]; // biome-ignore format: a list reads as a list
  return wrong.flatMap(([is, field, message]) => (is ? [{ field, message }] : []));
}

/** A note as it is kept: the time by the clock, and the day it came to us only where it is another. */
export function asKept<Note extends SharedNote>(note: Note): Note {
  return {
    ...note,
    happenedTime: note.happenedTime && readTypedTime(note.happenedTime),
    toldOn: note.toldOn === note.happenedOn ? undefined : note.toldOn,
  };
}
