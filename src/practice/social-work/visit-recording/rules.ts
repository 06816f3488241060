import type { Problem } from '../../../language/outcome.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import type { OfChild, Shared } from '../visit/index.ts';

/** How a child came into sight. None is selected beforehand. */
export const SIGHTS = [
  { code: 'seen', label: 'Seen' },
  { code: 'alone', label: 'Seen alone' },
  { code: 'bedroom', label: 'Bedroom seen' },
] as const;

/** A child of a visit under its place in the form: `children.1`, or nothing where the form is about one child. */
type Placed = OfChild & { readonly at: string };

/** What does not fit together in what was said of a visit, each at its field. The record itself is not asked. */
export function problemsWithin(shared: Shared, children: readonly Placed[]): readonly Problem[] {
  const written = [shared.words, ...children.flatMap(wordsOf)].some((words) => words !== undefined);
  const nothingSaid = { field: 'words', message: 'Say what you saw and heard, here or for each child' };
  return [
    ...children.flatMap((child) => problemsOf(shared, child)),
    ...(written || shared.nobodyIn ? [] : [nothingSaid]),
  ];
}

function wordsOf({ said, about, withheld }: OfChild) {
  return [said, about, withheld];
}

function problemsOf({ nobodyIn, place }: Shared, { at, ...child }: Placed): readonly Problem[] {
  const field = (name: string) => (at === '' ? name : `${at}.${name}`);
  const isHeard = rowOf(VISIT_PLACES, place)?.seesTheChild === false;
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [nobodyIn && child.seen, 'sight', 'Nobody was in, so the child cannot have been seen. Change one of the two'],
    [nobodyIn && child.said !== undefined, 'said', 'Nobody was in, so the child cannot have said this. Change one of the two'],
    [isHeard && child.seen, 'sight', 'A child is not seen by telephone. Leave this, and write what they said'],
    [child.alone && !child.seen, 'sight', 'A child who was seen alone was seen. Select both'],
    [child.bedroomSeen && (nobodyIn || place !== 'home'), 'sight', 'The bedroom is seen on a visit at home. Change one of the two'],
  ]; // biome-ignore format: a list reads as a list
  return wrong.flatMap(([is, name, message]) => (is ? [{ field: field(name), message }] : []));
}

/** Why the record refuses a visit to a child on a day, in plain words, or nothing where it may stand. */
export function refusalInWords(problem: string, name: string): string {
  return problem === 'before birth'
    ? `The day is before ${name} was born. Enter the day again, or correct the date of birth first`
    : `Nothing was open for ${name} on this day. Enter the day again, or ask a manager to open the work first`;
}
