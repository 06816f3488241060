import type { Day } from '../../language/day.ts';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../platform/html/answers.ts';
import type { Concern } from '../../profile/code-sets/channels.ts';
import { levelPointedTo, type PointedTo } from '../../profile/level-pointed-to.ts';
import type { Profile } from '../../profile/profile.ts';
import { answersOf, countOf, type Place, purposeOf, rowPrefix } from './answers.ts';
import { type Forms, isList, type ListName, type PartName, partsFor } from './questions.ts';
import { MESSAGES } from './words/pages.ts';

/** What a request is read with. */
export type Reading = { readonly forms: Forms; readonly profile: Profile; readonly today: Day };

/** How far a part is. */
export type PartState = 'done' | 'started' | 'not yet' | 'problem';

/** Something in the way of sending, and the page on which it is put right. */
export type InTheWay = Problem & { readonly place: Place };

/** What cannot be read as it was typed in a part, at its controls. */
export function unreadableIn(
  { forms, today }: Reading,
  part: PartName,
  answers: RawAnswers,
): readonly Problem[] {
  const read = forms[part].read(answersOf(forms, part, answers), { today });
  return read.ok ? [] : read.problems;
}

/**
 * What a part must say before the request can be sent, whatever else stays empty: what is happening, who tells us or how to answer
 * them, and what was said about permission. Where a child is in danger now, or no child is named, permission is not waited for.
 */
export function missingIn(part: PartName, answers: RawAnswers): readonly Problem[] {
  const isBlank = (name: string) => (valueIn(answers, name) ?? '').trim() === '';
  const missing = (name: string, message: string) => (isBlank(name) ? [{ field: name, message }] : []);
  if (part === 'why') return missing('happening', MESSAGES.missing.happening);
  if (part === 'you')
    return ['name', 'telephone', 'email'].every(isBlank) ? missing('name', MESSAGES.missing.you) : [];
  if (part !== 'permission' || !permissionIsAwaited(answers)) return [];
  const isWithout = ['refused', 'not sought'].includes(valueIn(answers, 'permission') ?? '');
  return [
    ...missing('permission', MESSAGES.missing.permission),
    ...(isWithout ? missing('permissionWhy', MESSAGES.missing.permissionWhy) : []),
  ];
}

function permissionIsAwaited(answers: RawAnswers): boolean {
  return purposeOf(answers) === 'request' && valueIn(answers, 'danger') !== 'yes';
}

/** All that is wrong or missing on a page; of a list, with the person whom it is about. */
export function problemsAt(reading: Reading, { part, row }: Place, answers: RawAnswers): readonly Problem[] {
  const all = [
    ...unreadableIn(reading, part, answers),
    ...missingIn(part, answers),
    ...unreachableIn(part, answers),
  ];
  if (!isList(part) || row === undefined) return all;
  return all.filter(({ field }) => field.startsWith(rowPrefix(part, row)));
}

/** A way of answering that was chosen without the number or address it needs. */
function unreachableIn(part: PartName, answers: RawAnswers): readonly Problem[] {
  if (part !== 'answer') return [];
  const ways = valuesIn(answers, 'safeWays');
  const isWithout = (way: string, name: string) =>
    ways.includes(way) && (valueIn(answers, name) ?? '').trim() === '';
  if (isWithout('telephone', 'telephone'))
    return [{ field: 'safeWays', message: MESSAGES.missing.telephone }];
  return isWithout('mail', 'email') ? [{ field: 'safeWays', message: MESSAGES.missing.email }] : [];
}

/** Everything in the way of sending, in the order of the parts. */
export function inTheWay(reading: Reading, answers: RawAnswers): readonly InTheWay[] {
  return partsFor(purposeOf(answers)).flatMap((part) =>
    problemsAt(reading, { part }, answers).map((problem) => ({
      ...problem,
      place: placeOf(part, problem.field),
    })),
  );
}

/** Problems of a list are put right on the page of the person: `children.2.bornOn` is on that of the third child. */
function placeOf(part: PartName, field: string): Place {
  const row = Number(field.split('.')[1]);
  return isList(part) && Number.isInteger(row) ? { part, row } : { part };
}

/** How far a part is. Wrong answers are kept and said; what is missing is said once somebody has been there. */
export function stateOf(
  reading: Reading,
  part: PartName,
  answers: RawAnswers,
  seen: readonly string[],
): PartState {
  const isSeen = seen.includes(part);
  const isBegun = Object.keys(answersOf(reading.forms, part, answers)).length > 0;
  if (!isSeen && !isBegun) return 'not yet';
  const wrong = isSeen ? problemsAt(reading, { part }, answers) : unreadableIn(reading, part, answers);
  if (wrong.length > 0) return 'problem';
  return isSeen ? 'done' : 'started';
}

/** The ids of the statements that were ticked, whichever domain they stand in. */
export function tickedIn(answers: RawAnswers): readonly string[] {
  return Object.keys(answers)
    .filter((name) => /^statements\.\d+\.ticked$/.test(name))
    .flatMap((name) => valuesIn(answers, name))
    .filter((id) => id !== '');
}

/** Where the ticked statements point in this place, and why. */
export function pointsTo(answers: RawAnswers, { indicators, levelsOfNeed }: Profile): PointedTo {
  return levelPointedTo(tickedIn(answers), indicators, levelsOfNeed);
}

/**
 * What a request is about, as far as its sender can say: the graver of danger, their own level and what they ticked decides.
 * A question without a name stays one, unless what it tells is a safeguarding concern.
 */
export function concernOf(told: {
  readonly purpose: 'request' | 'advice';
  readonly danger: boolean | undefined;
  readonly level: number | undefined;
  readonly pointedTo: number | null;
}): Concern {
  const gravest = Math.max(told.level ?? 0, told.pointedTo ?? 0);
  if (told.danger === true || gravest === 4) return 'safeguarding concern';
  return told.purpose === 'advice' ? 'advice' : 'help';
}

/** The page with which a part opens: a list on which nobody stands yet opens with the first person. */
export function entranceOf(part: PartName, answers: RawAnswers): Place {
  return isList(part) && countOf(part, answers) === 0 ? { part, row: 0 } : { part };
}

/** The page after this one; nothing after the last part, when it is time to check. After a person comes their list. */
export function placeAfter({ part, row }: Place, answers: RawAnswers): Place | undefined {
  if (row !== undefined) return { part };
  const parts = partsFor(purposeOf(answers));
  const next = parts[parts.indexOf(part) + 1];
  return next && entranceOf(next, answers);
}

/** What siblings mostly share, and is copied for the next child to be looked at and changed. */
const SHARED = ['familyName', 'address', 'parish', 'generalPractice', 'language'];

/** What the page of a further child begins with, taken from the first. */
export function copiedFor(row: number, answers: RawAnswers): RawAnswers {
  if (row === 0) return {};
  return Object.fromEntries(
    SHARED.flatMap((name) => {
      const first = valueIn(answers, `${rowPrefix('children', 0)}${name}`) ?? '';
      return first === '' ? [] : [[`${rowPrefix('children', row)}${name}`, first]];
    }),
  );
}

/** Says whether a new child's page came back with nothing but what was copied: then there is no such child. */
export function isOnlyCopied(list: ListName, row: number, sent: RawAnswers, answers: RawAnswers): boolean {
  if (list !== 'children' || row < countOf(list, answers)) return false;
  const copied = copiedFor(row, answers);
  return Object.entries(sent).every(([name, texts]) => {
    const said = [texts].flat().join('').trim();
    return said === '' || said === (valueIn(copied, name) ?? '').trim();
  });
}
