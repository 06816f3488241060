import { timeInWords } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Problem, refused } from '../../../language/outcome.ts';
import { readTypedTime } from '../../../language/typed-time.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, someOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { VISIT_MANNERS, VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { type Person, personBriefs } from '../../people/person/index.ts';
import type { ChildVisit, OfChild, Shared } from '../visit/index.ts';
import {
  areOffered,
  childrenTogether,
  correctedMeanwhile,
  leftOut,
  MOST_CHILDREN,
  NOT_OFFERED,
  refusedFor,
} from '../written-together/index.ts';
import { problemsWithin, refusalInWords, SIGHTS } from './rules.ts';
import { correctVisit, fitsTheOthers, keepVisit, problemOnRecord } from './store.ts';

const SHARED = {
  visitedOn: typedDay({ message: 'Enter the day of the visit', what: 'The day of the visit', notAfterToday: true }),
  visitedTime: optional(line({ max: 5 })),
  place: oneOf(VISIT_PLACES, 'Select where the visit was'),
  manner: oneOf(VISIT_MANNERS, 'Select whether the family was expecting it'),
  nobodyIn: ticked(),
  companions: optional(line()),
  words: optional(words()),
  agreed: optional(words()),
}; // biome-ignore format: a table reads as a table
const OF_CHILD = {
  sight: someOf(SIGHTS),
  said: optional(words()),
  about: optional(words()),
  withheld: optional(words()),
};

/** A visit, written once for all children who were visited together. */
export const record = action({
  permission: 'visit: record',
  input: form({
    ...SHARED,
    children: repeated({ personId: idField('Choose the child'), part: ticked(), ...OF_CHILD }, { max: MOST_CHILDREN }),
  }), // biome-ignore format: a table reads as a table
  async perform({ children, ...shared }, person: Person, context) {
    const offered = [person, ...(await childrenTogether(context.db, person.id))];
    const placed = children.map(({ personId, part, ...child }, index) => ({
      ...ofChild(child),
      personId,
      isPart: part || personId === person.id,
      at: `children.${index}`,
    }));
    const part = placed.filter(({ isPart }) => isPart);
    const ids = part.map(({ personId }) => personId);
    if (!areOffered(ids, person.id, offered)) return refused({ field: '', message: NOT_OFFERED });
    const problems = [
      ...placed.flatMap((child) => (child.isPart ? [] : saidOfNoPart(child))),
      ...whenOf(shared, context),
      ...problemsWithin(shared, part),
      ...(await problemsOnRecord(
        context,
        shared,
        offered.filter(({ id }) => ids.includes(id)),
      )),
    ];
    const wrong = refusedFor(problems);
    if (wrong !== undefined) return wrong;
    await keepVisit(context, timed(shared), part);
    return done(undefined);
  },
});

/** A correction of a visit in the file of one child: a new version, with the reason. */
export const correct = action({
  permission: 'visit: correct',
  input: form({
    ...SHARED,
    ...OF_CHILD,
    version: wholeNumber({ message: 'Open the page again', min: 1, max: 100_000 }),
    reason: words({ max: 2000, empty: 'Say why it is corrected' }),
  }),
  async perform({ version, reason, ...answers }, visit: ChildVisit, context) {
    if (version !== visit.version) return refused({ field: '', message: CORRECTED_MEANWHILE });
    const { sight, said, about, withheld, ...shared } = answers;
    const child = ofChild({ sight, said, about, withheld });
    const briefs = await personBriefs(context.db, [visit.personId]);
    const problems = [
      ...whenOf(shared, context),
      ...problemsWithin(shared, [{ ...child, at: '' }]),
      ...(await problemsOnRecord(context, shared, [...briefs.values()])),
    ];
    const wrong = refusedFor(problems);
    if (wrong !== undefined) return wrong;
    if (!(await fitsTheOthers(context.db, visit.id, shared)))
      return refused({ field: 'visitedOn', message: NOT_FOR_THE_OTHERS });
    const kept = await correctVisit(context, visit, { shared: timed(shared), child, reason });
    return kept ? done(undefined) : refused({ field: '', message: CORRECTED_MEANWHILE });
  },
});

/** Said to whoever began to correct a visit before somebody else corrected it. */
export const CORRECTED_MEANWHILE = correctedMeanwhile('visit');
const NOT_FOR_THE_OTHERS =
  'The visit was to other children too, and for one of them the day, the place or “nobody in” would not be right. Change it back';

type Said = Pick<OfChild, 'said' | 'about' | 'withheld'>;

function ofChild({ sight, ...said }: Said & { readonly sight: readonly string[] }): OfChild {
  const [seen, alone, bedroomSeen] = SIGHTS.map(({ code }) => sight.includes(code));
  return { ...said, seen: seen === true, alone: alone === true, bedroomSeen: bedroomSeen === true };
}

function saidOfNoPart({
  at,
  seen,
  alone,
  bedroomSeen,
  said,
  about,
  withheld,
}: OfChild & { readonly at: string }) {
  const message = 'Select that this child was part of the visit, or clear what is written below';
  return leftOut(at, [seen, alone, bedroomSeen, said, about, withheld], message);
}

function whenOf({ visitedOn, visitedTime }: Shared, { now, today, profile }: Context): readonly Problem[] {
  if (visitedTime === undefined) return [];
  const time = readTypedTime(visitedTime);
  if (time === undefined)
    return [{ field: 'visitedTime', message: 'Enter a time, like 14:30, or leave it empty' }];
  return visitedOn === today && time > timeInWords(now, profile.calendar.zone)
    ? [{ field: 'visitedTime', message: 'The time of the visit must be in the past' }]
    : [];
}

function timed<Answers extends Shared>(shared: Answers): Answers {
  return { ...shared, visitedTime: shared.visitedTime && readTypedTime(shared.visitedTime) };
}

async function problemsOnRecord(
  { db }: Context,
  shared: Shared,
  children: readonly { readonly id: Id; readonly name: string }[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { id, name } of children) {
    const problem = await problemOnRecord(db, id, shared);
    if (problem !== undefined) problems.push({ field: 'visitedOn', message: refusalInWords(problem, name) });
  }
  return problems;
}
