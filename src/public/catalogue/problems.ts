import type { Problem } from '../../language/outcome.ts';
import type { MessageKey, Say } from './messages.ts';

/** What the forms say by themselves, and the message that says it to the public. What is not listed becomes "could not be read". */
const OF_THE_FORMS: readonly { readonly begins: RegExp; readonly key: MessageKey }[] = [
  {
    begins: /^Your answer must be (?<max>[\d,]+) characters or fewer\. It is (?<over>[\d,]+) too long/,
    key: 'problem.too-long',
  },
  { begins: /^Your answer must be on one line/, key: 'problem.one-line' },
  { begins: /^Your answer contains a character/, key: 'problem.character' },
  { begins: /^Enter an email address/, key: 'problem.email' },
  { begins: /^Enter a telephone number/, key: 'problem.telephone' },
  { begins: /^There may be at most (?<max>\d+)/, key: 'problem.too-many' },
  { begins: /^Select (?:only from the list|each answer only once)/, key: 'problem.choose' },
  { begins: /^Something was sent that this page does not ask for/, key: 'problem.unasked' },
];

/** What a form says is wrong, in the reader's language and at the same fields. */
export function problemsIn(say: Say, problems: readonly Problem[]): readonly Problem[] {
  return problems.map(({ field, message }) => ({ field, message: translated(say, message) }));
}

function translated(say: Say, message: string): string {
  for (const { begins, key } of OF_THE_FORMS) {
    const found = begins.exec(message);
    if (found) return found.groups === undefined ? say(key) : say(key, { ...found.groups });
  }
  return say('problem.unread');
}
