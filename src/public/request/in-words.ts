import { dayInFull } from '../../language/dates-in-words.ts';
import { readTypedDay } from '../../language/typed-day.ts';
import type { NamedFieldMeta } from '../../platform/forms/field.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valuesIn } from '../../platform/html/answers.ts';
import type { Domain } from '../../profile/indicators.ts';
import { controlsAt, countOf, type Place, rowPrefix } from './answers.ts';
import { isList, type ListName, type PartName } from './questions.ts';
import { type Reading, tickedIn } from './rules.ts';
import { MESSAGES, put } from './words/pages.ts';
import { CHOICES, PARTS_IN_WORDS, QUESTIONS, type QuestionWords } from './words/questions.ts';

/** One answer as people read it: the question in its own words, and what was said. */
type InWords = { readonly name: string; readonly question: string; readonly words: string };

/** Some answers that belong together, under the name of what they are about. */
export type Group = { readonly place: Place; readonly about: string; readonly answers: readonly InWords[] };

/** The words of a question. A control that has none would be shown without a label, so a test asks for each. */
export function questionWords(part: PartName, control: NamedFieldMeta): QuestionWords {
  return QUESTIONS[part][control.name] ?? { label: control.name };
}

/** The words of a choice: ours where codes are not for reading, otherwise the label of the code set. */
export function choiceWords({ name }: NamedFieldMeta, option: { code: string; label: string }): string {
  return CHOICES[name]?.[option.code] ?? option.label;
}

/** How one person of a list is called: by name, or by their number in the list. */
export function personNamed(list: ListName, row: number, answers: RawAnswers): string {
  const prefix = rowPrefix(list, row);
  const named = ['givenName', 'familyName', 'name']
    .flatMap((name) => valuesIn(answers, `${prefix}${name}`))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const number = put(MESSAGES.people[list].one, { number: row + 1 });
  return named.length === 0 ? number : `${number}: ${named.join(' ')}`;
}

/** Everything that was said in a part, in the order in which it was asked; of a list, a group for each person. */
export function saidIn(reading: Reading, part: PartName, answers: RawAnswers): readonly Group[] {
  if (!isList(part)) {
    const said = saidAt(reading, { part }, answers);
    return [{ place: { part }, about: PARTS_IN_WORDS[part].title, answers: said }];
  }
  return Array.from({ length: countOf(part, answers) }, (_, row) => ({
    place: { part, row },
    about: personNamed(part, row, answers),
    answers: saidAt(reading, { part, row }, answers),
  }));
}

function saidAt({ forms, profile, today }: Reading, place: Place, answers: RawAnswers): readonly InWords[] {
  const ticked = place.part === 'need' ? tickedWords(profile.indicators, answers) : [];
  const others = controlsAt(forms, place)
    .filter(({ meta }) => meta.name !== 'ticked')
    .flatMap(({ name, meta }) => {
      const words = wordsOf(meta, valuesIn(answers, name), today);
      return words === ''
        ? []
        : [{ name: meta.name, question: questionWords(place.part, meta).label, words }];
    });
  return [...ticked, ...others];
}

/** Only what can be read as a day is written out; anything else is shown as it was typed. */
function wordsOf(meta: NamedFieldMeta, texts: readonly string[], today: Reading['today']): string {
  const [text = ''] = texts;
  if (meta.kind === 'day' && text.trim() !== '') {
    const read = readTypedDay(text, today, meta.notAfterToday === true ? 'past' : 'any');
    return read.ok ? dayInFull(read.day) : text;
  }
  if (meta.options.length === 0) return text.trim() === '' ? '' : text;
  const chosen = meta.options.filter(({ code }) => texts.includes(code));
  return chosen.map((option) => choiceWords(meta, option)).join(', ');
}

function tickedWords(domains: readonly Domain[], answers: RawAnswers): readonly InWords[] {
  const ticked = tickedIn(answers);
  return domains.flatMap(({ title, statements }) => {
    const said = statements.filter(({ id }) => ticked.includes(id)).map(({ words }) => words);
    return said.length === 0 ? [] : [{ name: 'ticked', question: title, words: said.join('\n') }];
  });
}
