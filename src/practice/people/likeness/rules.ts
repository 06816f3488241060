import { type ChildNumber, childNumbersNear, childNumberTyped } from '../../../language/child-number.ts';
import { type Day, dayFrom } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { readTypedDay } from '../../../language/typed-day.ts';
import type { PersonName } from '../person/index.ts';
import { isPlace, placeWords } from './places.ts';
import { type Comparing, joinings, MOST_WORDS, type Nearness, type WordMatch, wordsOf } from './words.ts';

/** What somebody is looked for by: any of it may be missing. */
export type Asked = {
  readonly number?: ChildNumber | undefined;
  /** Numbers that may be meant where the one that was typed has a slip. */
  readonly numbersNear?: readonly ChildNumber[] | undefined;
  /** The words of an address, where what was typed may be one. */
  readonly place?: readonly string[] | undefined;
  /** Whoever lives with those who are found is asked for too. */
  readonly household?: boolean | undefined;
  /** Digits with two neighbours of the last six exchanged. */
  readonly telephonesNear?: readonly string[] | undefined;
  /** Born on one of these days, or expected on one of them; the first is the day as it was said. */
  readonly days: readonly Day[];
  /** Digits alone. */
  readonly telephones: readonly string[];
  /** Each a name in words, folded; somebody who matches one of them matches. */
  readonly names: readonly (readonly string[])[];
};

/** Why somebody was found. `words` says more where the kind alone does not: the former name itself. */
export type Reason = {
  readonly kind:
    | 'child number'
    | 'child number nearly'
    | 'telephone'
    | 'telephone nearly'
    | 'address'
    | 'former address'
    | 'same household'
    | 'born that day'
    | 'day and month exchanged'
    | 'former name'
    | 'one of the names'
    | 'other record'
    | Nearness;
  readonly words?: string | undefined;
};

/** Somebody found, how well they match (1 is a whole name, word for word), and why. */
export type Hit = { readonly id: Id; readonly score: number; readonly reasons: readonly Reason[] };

/** From here on somebody counts as found; below, only as coming near. */
export const FOUND = 0.95;

/** Below this a name has too little to do with what was asked. */
const LEAST_LIKE = 0.45;

/**
 * What a fact adds to a name: a family shares its telephone and thirty children a day, so neither stands before a whole name. Where no
 * name was asked for, the fact alone is what was sought.
 */
const WORTH = { number: 2, nearly: 0.9, telephone: 0.4, day: 0.5, 'exchanged day': 0.3, alone: 1 } as const;

/** Understands one line typed into the find box: a child number, a telephone number, a date of birth, names, or names with a date. */
export function readAsked(typed: string, today: Day): Asked {
  const number = childNumberTyped(typed);
  if (number !== undefined) return { number, days: [], telephones: [], names: [] };
  const numbersNear = childNumbersNear(typed);
  // Nine letters may be a name as well; two figures among them make them none.
  if (numbersNear.length > 0)
    return { ...(/\d.*\d/u.test(typed) ? NOTHING : wordsAsked(typed, undefined)), numbersNear };
  const { day, rest } = dayWithin(typed, today);
  const telephones = day === undefined || rest === '' ? telephoneIn(typed, day) : [];
  if (telephones.length === 0) return wordsAsked(rest, day);
  const telephonesNear = telephones.flatMap(exchangedWithin);
  return { days: day === undefined ? [] : [day], telephones, telephonesNear, names: [] };
}

const NOTHING: Asked = { days: [], telephones: [], names: [] };

function wordsAsked(rest: string, day: Day | undefined): Asked {
  const all = wordsOf(rest);
  const household = all.length > 1 && all.some((word) => HOUSEHOLD.has(word));
  const words = (household ? all.filter((word) => !HOUSEHOLD.has(word)) : all).slice(0, MOST_WORDS);
  const place = placeWords(rest);
  return {
    days: daysTyped(day, words.length > 0),
    telephones: [],
    names: words.length > 0 ? [words] : [],
    ...(household ? { household } : {}),
    ...(isPlace(place) ? { place } : {}),
  };
}

/** "The Barnacle family" is everybody in a household with a Barnacle. */
const HOUSEHOLD: ReadonlySet<string> = new Set(['family', 'household', 'the', 'familia', 'agregado']);

/** Beside a name, a day is also looked for with day and month exchanged. */
function daysTyped(day: Day | undefined, isNamed: boolean): readonly Day[] {
  if (day === undefined) return [];
  return [day, ...(isNamed ? [exchanged(day)] : [])].filter((one) => one !== undefined);
}

/** The number with each two neighbours of its last six digits exchanged: how a telephone number is most often taken down wrongly. */
function exchangedWithin(digits: string): readonly string[] {
  const last = digits.slice(-6);
  const start = digits.slice(0, -6);
  return Array.from(
    { length: last.length - 1 },
    (_, at) => last.slice(0, at) + last[at + 1] + last[at] + last.slice(at + 2),
  )
    .filter((other) => other !== last)
    .map((other) => start + other);
}

/** The day in a line of words, and what is left without it. A birth needs its year: "3 April" alone is no date of birth. */
function dayWithin(typed: string, today: Day): { day?: Day; rest: string } {
  const parts = typed.trim().split(/\s+/u).slice(0, 12);
  for (let length = Math.min(parts.length, 5); length > 0; length -= 1) {
    for (let start = 0; start + length <= parts.length; start += 1) {
      const day = birthTyped(parts.slice(start, start + length).join(' '), today);
      if (day === undefined) continue;
      return { day, rest: [...parts.slice(0, start), ...parts.slice(start + length)].join(' ') };
    }
  }
  return { rest: parts.join(' ') };
}

function birthTyped(text: string, today: Day): Day | undefined {
  const [, dayOfMonth, month, year] = /^(\d\d)(\d\d)((?:19|20)\d\d)$/u.exec(text) ?? [];
  if (year !== undefined) return dayFrom(Number(year), Number(month), Number(dayOfMonth));
  if (!/\d.*[\s/.\-a-z].*\d{2}$|^\d{4}\D/iu.test(text) || /^[+-]/u.test(text)) return undefined;
  const read = readTypedDay(text, today, 'past');
  return read.ok ? read.day : undefined;
}

/** Six digits are the shortest number that an island's telephones have; with a day that reads the same, both are looked for. */
function telephoneIn(typed: string, day: Day | undefined): readonly string[] {
  const digits = typed.replace(/\D/gu, '');
  if (!/^[+\d\s().\-/]+$/u.test(typed.trim()) || digits.length < 6) return [];
  return day !== undefined && digits.length < 8 ? [] : [digits];
}

/** Says whether two telephone numbers are one, whether or not a code of a country or a place was written. */
export function sameTelephone(one: string, other: string): boolean {
  const [short = '', long = ''] = [withoutPrefix(one), withoutPrefix(other)].sort(
    (a, b) => a.length - b.length,
  );
  return short.length >= 6 && long.endsWith(short);
}

function withoutPrefix(digits: string): string {
  return digits.replace(/^0+/u, '');
}

/** The day with day and month exchanged, where there is such a day: how dates of birth are most often written down wrongly. */
export function exchanged(day: Day): Day | undefined {
  const other = dayFrom(Number(day.slice(0, 4)), Number(day.slice(8)), Number(day.slice(5, 7)));
  return other === day ? undefined : other;
}

/** What is known of somebody who may be meant. */
export type Known = {
  readonly id: Id;
  readonly number: string;
  readonly bornOn: Day | undefined;
  readonly dueOn: Day | undefined;
  readonly names: readonly Pick<PersonName, 'kind' | 'givenName' | 'familyName' | 'untilOn'>[];
  readonly telephones: readonly string[];
};

/** Compares somebody with what was asked, or says nothing where they are not meant. */
export function compare(known: Known, asked: Asked, compareWords: Comparing): Hit | undefined {
  if (asked.number !== undefined && known.number === asked.number)
    return { id: known.id, score: WORTH.number, reasons: [{ kind: 'child number' }] };
  if (asked.numbersNear?.some((number) => number === known.number) === true)
    return { id: known.id, score: WORTH.nearly, reasons: [{ kind: 'child number nearly' }] };
  const facts = [...telephoneReason(known, asked), ...dayReason(known, asked)];
  const name = bestName(known.names, asked.names, compareWords);
  const likely = name !== undefined && name.score >= LEAST_LIKE;
  if (facts.length === 0 && !likely) return undefined;
  return {
    id: known.id,
    score: (likely ? name.score : 0) + facts.reduce((sum, fact) => sum + fact.worth, 0),
    reasons: [...facts.map(({ kind }) => ({ kind })), ...(likely ? name.reasons : [])],
  };
}

type Fact = { readonly kind: Reason['kind']; readonly worth: number };

function telephoneReason(known: Known, asked: Asked): readonly Fact[] {
  const same = asked.telephones.some((one) => known.telephones.some((other) => sameTelephone(one, other)));
  if (same) return [{ kind: 'telephone', worth: asked.names.length === 0 ? WORTH.alone : WORTH.telephone }];
  const near = asked.telephonesNear?.some((one) =>
    known.telephones.some((other) => sameTelephone(one, other)),
  );
  return near === true ? [{ kind: 'telephone nearly', worth: WORTH.nearly }] : [];
}

function dayReason(known: Known, { days, names }: Asked): readonly Fact[] {
  const at = days.findIndex((day) => day === known.bornOn || day === known.dueOn);
  if (at < 0) return [];
  return at === 0
    ? [{ kind: 'born that day', worth: names.length === 0 ? WORTH.alone : WORTH.day }]
    : [{ kind: 'day and month exchanged', worth: WORTH['exchanged day'] }];
}

type NameMatch = { readonly score: number; readonly reasons: readonly Reason[] };

/** The best that any of somebody's names can do for any of the names asked; where two do as well, the one in use. */
function bestName(
  names: Known['names'],
  asked: Asked['names'],
  compareWords: Comparing,
): NameMatch | undefined {
  const borne = names.map((name) => ({ name, words: wordsOf(`${name.givenName} ${name.familyName}`) }));
  // Of all whom somebody sees, nearly everybody has no word in common with what was asked: no more is done for them.
  if (!asked.some((words) => borne.some((one) => touches(words, one.words, compareWords)))) return undefined;
  const matches = borne.flatMap(({ name, words: own }) =>
    asked.map((words) => {
      const match = matchName(words, own, compareWords);
      return isFormer(name) ? { score: match.score - 0.01, reasons: former(name, match) } : match;
    }),
  );
  // "Ana Whelk" may be asked of somebody whose present name is Ana Silva and whose former one was Whelk.
  const together = [...new Set(borne.flatMap(({ words }) => words))];
  const across =
    names.length < 2
      ? []
      : asked.map((words) => {
          const match = matchName(words, together, compareWords);
          return { ...match, score: match.score - 0.03 };
        });
  return [...matches, ...across].sort((one, other) => other.score - one.score)[0];
}

function touches(asked: readonly string[], words: readonly string[], compareWords: Comparing): boolean {
  const sought = [...asked, ...joined(asked)];
  const meets = (word: string) => sought.some((one) => compareWords(one, word) !== undefined);
  return words.some(meets) || joined(words).some(meets);
}

function isFormer(name: Known['names'][number]): boolean {
  return name.kind === 'former' || name.untilOn !== undefined;
}

function former(name: Known['names'][number], match: NameMatch): readonly Reason[] {
  const words = [name.givenName, name.familyName].filter(Boolean).join(' ');
  return [{ kind: 'former name', words }, ...match.reasons.filter(({ kind }) => kind !== 'same')];
}

/** Two words may be one name (O Brien): believed where that name is there, and doubted where it is only nearly there. */
function matchName(asked: readonly string[], words: readonly string[], compareWords: Comparing): NameMatch {
  const apart = matchWords(asked, words, compareWords);
  const together = joinings(asked).map((variant) => matchWords(variant, words, compareWords));
  return together
    .map((match) => (match.score > FOUND ? match : { ...match, score: match.score - 0.2 }))
    .reduce((best, next) => (next.score > best.score ? next : best), apart);
}

/** Every word asked for takes the word of the name that suits it best, each word once, the best pair first. */
function matchWords(asked: readonly string[], words: readonly string[], compareWords: Comparing): NameMatch {
  const candidates = [...words, ...joined(words)];
  const pairs = asked
    .flatMap((one, at) =>
      candidates.flatMap((word) => {
        const match = compareWords(one, word);
        return match === undefined ? [] : [{ at, word, match }];
      }),
    )
    .sort((one, other) => other.match.score - one.match.score);
  const taken: { at: number; word: string; match: WordMatch }[] = [];
  for (const pair of pairs)
    if (!taken.some((other) => other.at === pair.at || other.word === pair.word)) taken.push(pair);
  const score = taken.reduce((sum, { match }) => sum + match.score, 0) / asked.length;
  const unasked = Math.max(0, words.length - asked.length);
  return {
    score: score - 0.01 * Math.min(unasked, 3),
    reasons: reasonsOf(
      taken.map(({ match }) => match.how),
      taken.length < asked.length,
    ),
  };
}

/** What is not quite the same says more than what is; that only one of several names matches says most. */
function reasonsOf(hows: readonly Nearness[], onlySome: boolean): readonly Reason[] {
  const kinds = [...new Set(hows)].sort();
  const telling = kinds.length > 1 || onlySome ? kinds.filter((kind) => kind !== 'same') : kinds;
  return [...(onlySome ? (['one of the names'] as const) : []), ...telling].map((kind) => ({ kind }));
}

function joined(words: readonly string[]): readonly string[] {
  return words.slice(1).map((second, index) => `${words[index]}${second}`);
}
