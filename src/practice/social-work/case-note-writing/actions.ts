import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CASE_NOTE_KINDS } from '../../../profile/code-sets/case-notes.ts';
import type { Person } from '../../people/person/index.ts';
import type { CaseNote } from '../case-note/index.ts';
import {
  areOffered,
  childrenTogether,
  correctedMeanwhile,
  leftOut,
  MOST_CHILDREN,
  NOT_OFFERED,
  refusedFor,
} from '../written-together/index.ts';
import { asKept, problemsWithin } from './rules.ts';
import { correctNote, keepNote } from './store.ts';

const SHARED = {
  kind: oneOf(CASE_NOTE_KINDS, 'Select what it was'),
  happenedOn: typedDay({ message: 'Enter the day', what: 'The day', notAfterToday: true }),
  happenedTime: optional(line({ max: 5 })),
  toldOn: optional(
    typedDay({ message: 'Enter the day', what: 'The day it came to us', notAfterToday: true }),
  ),
  withWhom: optional(line()),
  words: optional(words()),
  follows: optional(words()),
};
const OF_CHILD = { about: optional(words()), withheld: optional(words()) };

/** A case note, written once for all children it is about. */
export const write = action({
  permission: 'case note: write',
  input: form({
    ...SHARED,
    children: repeated({ personId: idField('Choose the child'), part: ticked(), ...OF_CHILD }, { max: MOST_CHILDREN }),
  }), // biome-ignore format: a table reads as a table
  async perform({ children, ...note }, person: Person, context) {
    const offered = [person, ...(await childrenTogether(context.db, person.id))];
    const placed = children.map((child, index) => ({ ...child, at: `children.${index}` }));
    const part = placed.filter((child) => child.part || child.personId === person.id);
    const ids = part.map(({ personId }) => personId);
    if (!areOffered(ids, person.id, offered)) return refused({ field: '', message: NOT_OFFERED });
    const others = placed.filter((child) => !part.includes(child));
    const wrong = refusedFor([
      ...others.flatMap(({ at, about, withheld }) => leftOut(at, [about, withheld], NOT_A_PART)),
      ...problemsWithin(note, part, surroundings(context)),
    ]);
    if (wrong !== undefined) return wrong;
    await keepNote(context, asKept(note), part);
    return done(undefined);
  },
});

/** A correction of a case note in the file of one child: a new version, with the reason. */
export const correct = action({
  permission: 'case note: write',
  name: 'case note: correct',
  input: form({
    ...SHARED,
    ...OF_CHILD,
    version: wholeNumber({ message: 'Open the page again', min: 1, max: 100_000 }),
    reason: words({ max: 2000, empty: 'Say why it is corrected' }),
  }),
  async perform({ version, reason, about, withheld, ...shared }, note: CaseNote, context) {
    if (version !== note.version) return refused({ field: '', message: CORRECTED_MEANWHILE });
    const child = { about, withheld };
    const wrong = refusedFor(problemsWithin(shared, [{ ...child, at: '' }], surroundings(context)));
    if (wrong !== undefined) return wrong;
    const kept = await correctNote(context, note, { shared: asKept(shared), child, reason });
    return kept ? done(undefined) : refused({ field: '', message: CORRECTED_MEANWHILE });
  },
});

const NOT_A_PART = 'Select that the note is about this child too, or clear what is written below';
/** Said to whoever began to correct a note before somebody else corrected it. */
export const CORRECTED_MEANWHILE = correctedMeanwhile('note');

function surroundings({ now, today, profile }: Context) {
  return { now, today, zone: profile.calendar.zone };
}
